"""Who posts, and where they stand, by what opinion was measured to be."""

import math
from bisect import bisect_left
from typing import NamedTuple

from simulator.journal.entries import (
    ClaimContradicted,
    ClaimDoubted,
    HeardFromPress,
    OpinionMeasured,
    PromiseKept,
    PromiseMade,
    PromiseMissed,
    StatementIssued,
)
from simulator.room.views.seen import Seen
from simulator.room.voices.chance import lot, weighed
from simulator.room.voices.posts import STANCES
from simulator.scenario.kinds import AudienceKind, Stance

HALF_HOUR = 30.0
_DAY, _FRESH = 1440.0, 2160.0
_NIGHT, _DAWN = 0.15, 0.6
# How much each kind talks in public.
_TALKS: dict[AudienceKind, float] = {
    "public": 3.0,
    "users": 3.0,
    "customers": 3.0,
    "clients": 0.8,
    "employees": 0.5,
    "investors": 0.7,
    "authorities": 0.25,
    "experts": 1.1,
    "journalists": 0.9,
}
_MOST_AT_ONCE = 6.0


class Draw(NamedTuple):
    """One post before it has words: who, where they stand, when, and how far it goes, 0 to 1.

    `hours` are those of silence; `fits` what its words may allude to.
    """

    place: int
    stance: Stance
    at: float
    hours: int
    spread: float
    fits: frozenset[str]
    id: str


class Moods:
    """What happened that people hold for or against the organisation, to be asked by minute.

    Only what came before a minute counts in it: what a post says must not depend on whether a
    decision of the same minute is already in the journal.
    """

    def __init__(self, seen: Seen) -> None:
        """Sort what happened by minute."""
        self.broke = seen.broke.at if seen.broke else math.inf
        self.words = [word.at for word in seen.public]
        self.denied = [entry.at for entry in seen.of(ClaimContradicted)]
        inside = {word.id for word in seen.of(StatementIssued) if word.inside}
        private = {made.id for made in seen.of(PromiseMade) if inside.intersection(made.causes)}
        self.missed = [e.at for e in seen.of(PromiseMissed) if e.promise not in private]
        self.doubts = [entry.at for entry in seen.of(ClaimDoubted)]
        self.heard = {entry.audience: entry.at for entry in seen.of(HeardFromPress)}
        ended = {entry.promise: entry.at for entry in seen.of(PromiseKept)}
        # One kept late was not awaited any more.
        self.promises = [
            (made.at, min(made.due, ended.get(made.id, made.due)))
            for made in seen.of(PromiseMade)
            if made.id not in private
        ]
        self.always = frozenset({"data"} if seen.scenario.data_taken else ())

    def silence(self, at: float) -> float:
        """Return the minutes since the last public word, or since the story broke."""
        place = bisect_left(self.words, at)
        return at - max(self.broke, self.words[place - 1] if place else self.broke)

    def spoken(self, at: float) -> bool:
        """Return whether the organisation has said anything in public."""
        return bool(self.words) and self.words[0] < at

    def fresh(self, times: list[float], at: float) -> float:
        """Return how fresh the last of `times` is: 1 at once, 0 after a day and a half."""
        place = bisect_left(times, at)
        return max(0.0, 1 - (at - times[place - 1]) / _FRESH) if place else 0.0

    def promised(self, at: float) -> bool:
        """Return whether people were told to wait for an update."""
        return any(made < at <= until for made, until in self.promises)

    def late(self, audience: str, at: float) -> bool:
        """Return whether these people learnt of it from the press, within a day."""
        return 0 < at - self.heard.get(audience, math.inf) < _DAY

    def fits(self, audience: str, at: float) -> frozenset[str]:
        """Return what the words of a post may allude to."""
        found = {
            "spoken": self.spoken(at),
            "promised": self.promised(at),
            "missed": self.fresh(self.missed, at) > 0,
            "denied": self.fresh(self.denied, at) > 0,
            "late": self.late(audience, at),
        }
        return self.always | {what for what, holds in found.items() if holds}


def drawn(seen: Seen, moods: Moods, measure: OpinionMeasured) -> list[Draw]:
    """Return the posts of the half hour that begins with a measure, in order."""
    if measure.at <= moods.broke:
        return []
    wanted = _wanted(seen, measure)
    count = int(wanted + lot(seen.seed, measure.id, "count"))
    if not count:
        return []
    weights = _who(seen, measure)
    found = [_draw(seen, moods, measure, weights, index) for index in range(count)]
    return sorted(found, key=lambda draw: draw.at)


def _wanted(seen: Seen, measure: OpinionMeasured) -> float:
    """Return how many posts the half hour brings: more with attention and with new believers."""
    people = seen.fixed.headcounts
    fresh = max(n / p for n, p in zip(measure.new_believers, people, strict=True))
    warm = 4.0 * measure.attention + min(2.0, 60 * fresh)
    return min(_MOST_AT_ONCE, warm * seen.fixed.size) * _awake(seen, measure.at)


def _awake(seen: Seen, at: float) -> float:
    hour = seen.scenario.clock.hour(at)
    return _NIGHT if hour < 6 else _DAWN if hour < 8 or hour >= 23 else 1.0


def _who(seen: Seen, measure: OpinionMeasured) -> list[float]:
    """Return how likely each audience is to be the one that posts."""
    people = seen.fixed.headcounts
    return [
        _TALKS[audience.kind]
        * math.log10(10 + people[place])
        * (0.3 + 12 * measure.spreaders[place] / people[place] + _heard(measure, place, people))
        for place, audience in enumerate(seen.scenario.audiences)
    ]


def _heard(measure: OpinionMeasured, place: int, people: tuple[int, ...]) -> float:
    """Return the share of an audience that holds some version of the story."""
    both = measure.spreaders[place] + measure.stiflers[place] + measure.informed[place]
    return min(1.0, 3 * both / people[place])


def _draw(
    seen: Seen, moods: Moods, measure: OpinionMeasured, weights: list[float], index: int
) -> Draw:
    def chance(what: str) -> float:
        return lot(seen.seed, measure.id, index, what)

    place = weighed(weights, chance("who"))
    stance = STANCES[weighed(_stances(seen, moods, measure, place), chance("stance"))]
    return Draw(
        place,
        stance,
        round(measure.at + HALF_HOUR * chance("when"), 2),
        int(moods.silence(measure.at) // 60),
        chance("spread"),
        moods.fits(seen.scenario.audiences[place].id, measure.at),
        f"{measure.id}.{index}",
    )


def _stances(seen: Seen, moods: Moods, measure: OpinionMeasured, place: int) -> list[float]:
    """Return how likely each stance is, in the order of STANCES."""
    people, at = seen.fixed.headcounts[place], measure.at
    worst = (measure.spreaders[place] + measure.stiflers[place]) / people
    ours = measure.informed[place] / people
    quiet = moods.silence(at)
    heard = seen.scenario.audiences[place].id
    betrayed = max(moods.fresh(moods.denied, at), moods.fresh(moods.missed, at))
    open_share = measure.questions_open
    return [
        0.25 + 3.0 * worst,
        0.35 + 0.5 * open_share + 0.8 * moods.fresh(moods.doubts, at),
        (0.1 + 5.0 * ours + measure.trust[place]) * moods.spoken(at),
        measure.vacuum * min(1.0, quiet / 360.0) * (0.6 if moods.promised(at) else 1.6),
        open_share * (1.5 if moods.promised(at) else 0.9),
        1.8 * betrayed + 0.7 * moods.late(heard, at),
    ]
