"""What people post, by who they are and where they stand."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from simulator.room.voices.bank import Lines, bank, filled
from simulator.room.voices.chance import number
from simulator.text import Language

Stance = Literal["worst", "doubts", "account", "silence", "waiting", "betrayed"]
STANCES: tuple[Stance, ...] = get_args(Stance)
# Those who speak like anybody.
_LIKE_THE_PUBLIC = ("public", "users", "customers")
_LEAST_HOURS, _MOST_HOURS = 2, 60


def voice_of(kind: str) -> str:
    """Return which voice a kind of audience speaks with."""
    return "public" if kind in _LIKE_THE_PUBLIC else kind


def post(
    kind: str,
    stance: Stance,
    turn: int,
    language: Language,
    slots: Mapping[str, str],
    data: bool,
    *chance: object,
) -> str:
    """Return what somebody of that kind posts.

    `turn` counts the earlier posts of the same voice and stance; `data` when personal data were
    taken; `chance` says where to begin. `hours` among the slots are those of silence.
    """
    counted = slots.get("hours", "")
    hours = counted.isdigit() and _LEAST_HOURS <= int(counted) <= _MOST_HOURS
    lines = _lines(voice_of(kind), stance, data, hours)
    return filled(lines[(number(kind, stance, *chance) + turn) % len(lines)], language, slots)


def handle(kind: str, turn: int, *chance: object) -> str:
    """Return an invented name."""
    names = bank("posts")["handles"][voice_of(kind)]
    return str(names[(number("handle", kind, *chance) + turn) % len(names)])


@cache
def _lines(voice: str, stance: str, data: bool, hours: bool) -> Lines:
    """Return the lines of a voice: some only fit where data were taken, or after some hours."""
    found = bank("posts")[voice][stance]
    return [
        line
        for line in found
        if (data or line.get("only") != "data") and (hours or "{hours}" not in line["fr"])
    ]
