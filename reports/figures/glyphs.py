"""What our fonts can set: any text made safe to draw, and shortened at whole words."""

import re
from pathlib import Path

from reports.characters import legible

FONTS = Path(__file__).parent.parent / "fonts"
_ELLIPSIS = "…"
_CLAUSE_END = re.compile(r"\s?[;:.!?](?=\s)")
_SMALL_WORD = re.compile(r" [^ ]{1,3}$")


def shown(text: str) -> str:
    """Return `text` on one line, without control marks, □ for what no font of ours has."""
    return re.sub(r"[ \t\n]+", " ", legible(text)).strip(" ")


def shortened(text: str, length: int) -> str:
    """Return at most `length` characters of `text`: a clause if one fits, else whole words."""
    text = shown(text).rstrip(".")
    if len(text) <= length:
        return text
    clauses = [m.start() for m in _CLAUSE_END.finditer(text) if length / 2 <= m.start() <= length]
    if clauses:
        return text[: clauses[-1]].rstrip(" \u00a0\u202f,;:(")
    head = text[: length - 1]
    words = head.rsplit(" ", 1)[0] if " " in head[length // 3 :] else head
    while len(words) > 0.6 * length and _SMALL_WORD.search(words):
        words = _SMALL_WORD.sub("", words)
    return _closed(words.rstrip(" \u00a0\u202f,;:.«“(") + _ELLIPSIS)


def _closed(text: str) -> str:
    """Return the text, its last quotation closed when it was cut inside."""
    if text.rfind("«") > text.rfind("»"):
        return f"{text}\u00a0»"
    return f"{text}”" if text.rfind("“") > text.rfind("”") else text
