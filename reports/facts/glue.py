"""Spaces at which no line may break: inside a number, and between a number and its unit."""

import re
from typing import Any

_FULL, _THIN = "\u00a0", "\u202f"
_THOUSANDS = re.compile(r"(?<!\w)(?<!\d )(\d{1,3}) (?=\d{3}(?![\w:]))")
_GROUPS = re.compile(r"(?<!\w)(\d{1,3}) (?=\d{2,3}(?![\w:]))")
_UNITS = re.compile(r"(\d) (?=(?:h|min|jours?)\b|[€%])")
_COUNTED = re.compile(r"(?<![\w.,:])(\d) (?=[^\W\d])")
_MINUTES = re.compile(r"(\d[ \u00a0]h) (?=\d\d\b)")
# Every joint begins so: most texts have none, and need no closer look.
_JOINT = re.compile(r"\d[ \u00a0]")


def glued(value: Any) -> Any:
    """Return plain values with every number kept whole on its line."""
    if isinstance(value, str):
        return _glued(value)
    if isinstance(value, dict):
        return {key: glued(item) for key, item in value.items()}
    return [glued(item) for item in value] if isinstance(value, (list, tuple)) else value


def _glued(text: str) -> str:
    if not _JOINT.search(text):
        return text
    text = _THOUSANDS.sub(rf"\1{_THIN}", text)
    for joint in (_GROUPS, _UNITS, _COUNTED, _MINUTES):
        text = joint.sub(rf"\1{_FULL}", text)
    return text
