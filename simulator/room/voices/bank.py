"""The templates that come with the package, read once."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from simulator.scenario.packaged import packaged_json
from simulator.text import Language, spaced

Lines = Sequence[Mapping[str, str]]


@cache
def bank(name: str) -> Mapping[str, Any]:
    """Return what the file of that name holds: posts, headlines or questions."""
    found = json.loads(packaged_json(Path(__file__).with_name(f"{name}.yaml")))
    ours: Mapping[str, Any] = _spaced(found)
    return ours


def _spaced(found: Any) -> Any:
    """Return the same with every French sentence spaced as French asks."""
    if isinstance(found, list):
        return [_spaced(item) for item in found]
    if not isinstance(found, dict):
        return found
    return {key: spaced(item) if key == "fr" else _spaced(item) for key, item in found.items()}


def filled(line: Mapping[str, str], language: Language, slots: Mapping[str, str]) -> str:
    """Return a template in a language, its {names} filled."""
    text = line[language]
    if "{" in text:
        for name, value in slots.items():
            text = text.replace("{" + name + "}", value)
    return text
