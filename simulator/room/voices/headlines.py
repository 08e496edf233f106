"""The headline of an article, and the sentence or two under it."""

from collections.abc import Mapping
from typing import Any

from simulator.room.voices.bank import Lines, bank, filled
from simulator.room.voices.chance import number
from simulator.text import Language


def headline(
    case: str, turn: int, language: Language, slots: Mapping[str, str], *chance: object
) -> str:
    """Return a headline for a case of the bank.

    `turn` counts the earlier ones of the same case, so that none comes back before all are used;
    `chance` says where to begin.
    """
    return _one(bank("headlines")["headlines"], case, turn, language, slots, *chance)


def lead(
    case: str, turn: int, language: Language, slots: Mapping[str, str], *chance: object
) -> str:
    """Return the sentence under a headline, chosen alike."""
    return _one(bank("headlines")["leads"], case, turn, language, slots, *chance)


def cases() -> tuple[str, ...]:
    """Return the cases that the bank has headlines for."""
    return tuple(bank("headlines")["headlines"])


def _one(
    lines: Mapping[str, Any],
    case: str,
    turn: int,
    language: Language,
    slots: Mapping[str, str],
    *chance: object,
) -> str:
    empty = tuple("{" + name + "}" for name, value in slots.items() if not value)
    chosen: Lines = [line for line in lines[case] if not any(e in line["fr"] for e in empty)]
    return filled(chosen[(number(case, *chance) + turn) % len(chosen)], language, slots)
