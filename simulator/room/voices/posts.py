"""What people post, by who they are and where they stand."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, get_args

from simulator.room.voices.bank import Lines, bank
from simulator.room.voices.chance import number

Stance = Literal["worst", "doubts", "account", "silence", "waiting", "betrayed"]
STANCES: tuple[Stance, ...] = get_args(Stance)
# Those who speak like anybody.
_LIKE_THE_PUBLIC = ("public", "users", "customers")
# The same people are angry and believe the worst; others doubt and wait; others are content.
_CAMPS: Mapping[Stance, int] = {
    "worst": 0,
    "silence": 0,
    "betrayed": 0,
    "doubts": 1,
    "waiting": 1,
    "account": 2,
}
_LEAST_HOURS, _MOST_HOURS = 2, 60


def voice_of(kind: str) -> str:
    """Return which voice a kind of audience speaks with."""
    return "public" if kind in _LIKE_THE_PUBLIC else kind


def lines_of(kind: str, stance: Stance) -> Lines:
    """Return what somebody of that kind may post who stands there."""
    found: Lines = bank("posts")[voice_of(kind)][stance]
    return found


def fitting(lines: Lines, fits: frozenset[str], hours: int) -> list[int]:
    """Return the places of the lines that fit, at least one.

    `fits` holds what a line may ask for with `only`; `hours` are those of silence, which a line may
    tell when there are neither too few nor too many.
    """
    counted = _LEAST_HOURS <= hours <= _MOST_HOURS
    return [
        place
        for place, line in enumerate(lines)
        if line.get("only", "any") in {"any", *fits} and (counted or "{hours}" not in line["fr"])
    ]


class Talk:
    """Who has posted what so far, so that people take turns and seldom repeat each other."""

    def __init__(self, seed: int) -> None:
        """Start with nothing said; the `seed` says where each list is begun."""
        self.seed = seed
        self._used: dict[tuple[str, Stance], dict[int, int]] = {}
        self._turns: dict[tuple[str, int], int] = {}

    def line(
        self, kind: str, stance: Stance, lines: Lines, fits: frozenset[str], hours: int
    ) -> int:
        """Return the place of the line that fits and was used longest ago, if ever."""
        voice = voice_of(kind)
        used = self._used.setdefault((voice, stance), {})
        start = number(self.seed, voice, stance)

        def staleness(place: int) -> tuple[int, int]:
            return used.get(place, -1), (place - start) % len(lines)

        place = min(fitting(lines, fits, hours), key=staleness)
        used[place] = max(used.values(), default=-1) + 1
        return place

    def handle(self, kind: str, stance: Stance) -> str:
        """Return an invented name of those who stand there, each in turn."""
        voice, camp = voice_of(kind), _CAMPS[stance]
        names = _camp(voice, camp)
        turn = self._turns[voice, camp] = self._turns.get((voice, camp), -1) + 1
        return names[(number(self.seed, "handle", voice, camp) + turn) % len(names)]


@lru_cache(64)
def _camp(voice: str, camp: int) -> Sequence[str]:
    """Return the names of a voice that belong to one camp."""
    names: Sequence[str] = bank("posts")["handles"][voice]
    return names[camp :: len(set(_CAMPS.values()))]
