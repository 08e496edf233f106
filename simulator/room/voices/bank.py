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
    found: Mapping[str, Any] = json.loads(packaged_json(Path(__file__).with_name(f"{name}.yaml")))
    return found


def filled(line: Mapping[str, str], language: Language, slots: Mapping[str, str]) -> str:
    """Return a template in a language, its {names} filled, French spaces right."""
    text = spaced(line["fr"]) if language == "fr" else line["en"]
    if "{" in text:
        for name, value in slots.items():
            text = text.replace("{" + name + "}", value)
    return text
