"""What people post, by who they are and where they stand."""

from collections.abc import Mapping
from functools import lru_cache
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
    fits: frozenset[str],
    *chance: object,
) -> str:
    """Return what somebody of that kind posts.

    `turn` counts the earlier posts of the same voice and stance; `fits` holds what lines may ask
    for with `only`; `chance` says where to begin. `hours` among the slots are those of silence.
    """
    counted = slots.get("hours", "")
    hours = counted.isdigit() and _LEAST_HOURS <= int(counted) <= _MOST_HOURS
    lines = _lines(voice_of(kind), stance, fits, hours)
    return filled(lines[(number(kind, stance, *chance) + turn) % len(lines)], language, slots)


def handle(kind: str, turn: int, *chance: object) -> str:
    """Return an invented name."""
    names = bank("posts")["handles"][voice_of(kind)]
    return str(names[(number("handle", kind, *chance) + turn) % len(names)])


@lru_cache(2048)
def _lines(voice: str, stance: str, fits: frozenset[str], hours: bool) -> Lines:
    """Return the lines of a voice that fit, those that need some hours of silence if there were."""
    return [
        line
        for line in bank("posts")[voice][stance]
        if line.get("only", "any") in {"any", *fits} and (hours or "{hours}" not in line["fr"])
    ]
