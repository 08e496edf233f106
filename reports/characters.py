"""Text made safe for fonts that do not hold every character."""

import json
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

MISSING = 0x25A1
# Marks that reorder or join what stands around them, and say nothing themselves.
_SILENT = {
    *range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, *range(0x80, 0xA0), 0xAD, 0x061C,
    0x180E, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10), 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0200),
}  # fmt: skip

_BARE = {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2028), 0x202F, 0x2212}


@cache
def _covered() -> tuple[tuple[int, int], ...]:
    text = files("reports").joinpath("fonts/coverage.json").read_text(encoding="utf-8")
    return tuple((first, last) for first, last in json.loads(text))


@cache
def covered(point: int) -> bool:
    """Return whether our fonts hold the character of this number."""
    ranges = _covered()
    place = bisect_right(ranges, (point, 0x110000)) - 1
    return place >= 0 and ranges[place][0] <= point <= ranges[place][1]


@cache
def _shown(character: str) -> str:
    """Return a character as our fonts can set it."""
    character = _plain(character)
    if not character or character == "\n" or covered(ord(character)):
        return character
    return chr(MISSING) if covered(MISSING) else "[?]"


@cache
def _plain(character: str) -> str:
    """Return a character without any power over those around it; '' for an invisible mark."""
    if character == "\t":
        return " "
    point = ord(character)
    if 0xD800 <= point < 0xE000:
        return chr(MISSING)
    return "" if point in _SILENT else character


@cache
def _ordinary() -> frozenset[str]:
    """Return the characters that are always set as they stand: nearly all of every report."""
    return frozenset(chr(p) for p in (0x0A, *_BARE) if p == 0x0A or covered(p))


def legible(text: str) -> str:
    """Return `text` with □ for what no font of ours holds, and without invisible marks."""
    if _ordinary().issuperset(text):
        return text
    shown = map(_shown, unicodedata.normalize("NFC", text))
    return "".join(_without_stray_marks("".join(shown)))


def _without_stray_marks(text: str) -> Iterator[str]:
    """Leave out marks that combine with no letter: no font sets one over an emoji."""
    carried = False
    for character in text:
        mark = unicodedata.category(character).startswith("M")
        carried = unicodedata.category(character).startswith("L") or (mark and carried)
        if carried or not mark:
            yield character


def bare(text: str) -> str:
    """Return `text` with □ for all but Latin letters and plain marks, which are always set."""
    return "".join(c if c == "\n" or ord(c) in _BARE else chr(MISSING) for c in legible(text))


def plain(text: str) -> str:
    """Return `text` without invisible marks, for a reader who brings fonts of their own."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_plain, text))


def all_legible(value: Any) -> Any:
    """Return plain values with every text in them legible."""
    return _every(value, legible)


def all_bare(value: Any) -> Any:
    """Return plain values with nothing but Latin in any text."""
    return _every(value, bare)


def all_plain(value: Any) -> Any:
    """Return plain values with no invisible mark in any text."""
    return _every(value, plain)


def _every(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _every(item, change) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_every(item, change) for item in value]
    return value
