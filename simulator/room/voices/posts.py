"""What people post, by who they are and where they stand."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import get_args

from simulator.room.voices.bank import Lines, bank
from simulator.room.voices.chance import number
from simulator.scenario.kinds import Stance
from simulator.scenario.shapes import Audience, Voice
from simulator.text import spaced

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


def lines_of(audience: Audience, stance: Stance, own: Sequence[Voice]) -> Lines:
    """Return what somebody of an audience may post who stands there: the scenario's `own` first."""
    found: Lines = bank("posts")[voice_of(audience.kind)][stance]
    theirs = [
        {"fr": spaced(voice.text.fr), "en": voice.text.en}
        for voice in own
        if voice.stance == stance and _speaks(voice, audience)
    ]
    return [*theirs, *found] if theirs else found


def _speaks(voice: Voice, audience: Audience) -> bool:
    """Return whether a post of the scenario's own is one of this audience's."""
    return voice.audience in (None, audience.id) and voice.kind in (None, audience.kind)


def fitting(lines: Lines, fits: frozenset[str], hours: int) -> list[int]:
    """Return the places of the lines that fit, of all when none does.

    `fits` holds what a line may ask for with `only`; `hours` are those of silence, which a line may
    tell when there are neither too few nor too many.
    """
    counted = _LEAST_HOURS <= hours <= _MOST_HOURS
    found = [
        place
        for place, line in enumerate(lines)
        if line.get("only", "any") in {"any", *fits} and (counted or "{hours}" not in line["fr"])
    ]
    return found or list(range(len(lines)))


class Talk:
    """Who has posted what so far, so that people take turns and seldom repeat each other."""

    def __init__(self, seed: int) -> None:
        """Start with nothing said; the `seed` says where each list is begun."""
        self.seed = seed
        self._used: dict[tuple[str, Stance], dict[str, int]] = {}
        self._turns: dict[tuple[str, int], int] = {}

    def line(
        self, kind: str, stance: Stance, lines: Lines, fits: frozenset[str], hours: int
    ) -> Mapping[str, str]:
        """Return the line that fits and was used longest ago, if ever; of `lines` the scenario's.

        Where none of those is new, the package's are begun somewhere in their middle.
        """
        voice = voice_of(kind)
        used = self._used.setdefault((voice, stance), {})
        start = number(self.seed, voice, stance)

        own = len(lines) - len(bank("posts")[voice][stance])

        def staleness(place: int) -> tuple[int, int]:
            turn = place if place < own else own + (place - start) % len(lines)
            return used.get(lines[place]["fr"], -1), turn

        place = min(fitting(lines, fits, hours), key=staleness)
        used[lines[place]["fr"]] = max(used.values(), default=-1) + 1
        return lines[place]

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
