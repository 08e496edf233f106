"""Legal clocks: which were met, how late, and what they cost at most."""

from collections.abc import Sequence
from typing import NamedTuple

from simulator.journal.entries import ClockMet, ClockMissed, ClockStarted, DecisionMissing, Entry
from simulator.journal.names import Names
from simulator.score.case import Case, Finding
from simulator.score.criteria import Criterion
from simulator.score.words import duration, fill, number
from simulator.text import Text


class _Ended(NamedTuple):
    """A clock that was met or ran out; `lacking` when contents that could be given still are."""

    started: ClockStarted
    missed: ClockMissed | None
    met: ClockMet | None
    lacking: bool

    @property
    def entries(self) -> tuple[Entry | None, ...]:
        """Return what decided."""
        return self.started, self.missed, self.met


def clocks(case: Case, rule: Criterion) -> Finding | None:
    """Judge whether legal clocks were met; one that still runs at the end counts for nothing."""
    ended = _ended(case)
    if not ended:
        return None
    names = Names(case.scenario)
    duties = {clock.started.duty for clock in ended}
    missing = [entry for entry in case.of(DecisionMissing) if entry.about in duties]
    points = [_points(rule, clock) for clock in ended]
    return case.finding(
        sum(points) / len(points),
        [*(entry for clock in ended for entry in clock.entries), *missing],
        "met" if all(clock.met and not clock.met.late for clock in ended) else "missed",
        met=number(sum(clock.met is not None and not clock.met.late for clock in ended)),
        clocks=number(len(ended)),
        list=_listed([_said(rule, names, clock) for clock in ended]),
    )


def _ended(case: Case) -> list[_Ended]:
    missed = {entry.duty: entry for entry in case.of(ClockMissed)}
    met = {entry.duty: entry for entry in case.of(ClockMet)}  # the last one of each
    possible = {fact.topic for fact in case.scenario.facts if fact.id in case.due}
    return [
        _Ended(
            started,
            missed.get(started.duty),
            met.get(started.duty),
            started.duty in met and bool(possible & set(met[started.duty].lacking)),
        )
        for started in case.of(ClockStarted)
        if started.duty in missed or started.duty in met
    ]


def _points(rule: Criterion, clock: _Ended) -> float:
    if clock.met is None:
        return 0.0
    factor = rule.constants["lacking_factor"] if clock.lacking else 1.0
    if not clock.met.late:
        return 100.0 * factor
    most = rule.constants["late_points"]
    halves = clock.met.late / 60 / rule.constants["late_half_life"]
    extra = rule.constants["reasons_points"] if clock.met.reasons else 0.0
    return float(min(most, most * 2**-halves + extra)) * factor


def _said(rule: Criterion, names: Names, clock: _Ended) -> Text:
    done = "never" if clock.met is None else "late" if clock.met.late else "in_time"
    late = duration(clock.met.late) if clock.met else Text(fr="", en="")
    said = fill(rule.says[done], name=names.of_duty(clock.started.duty), late=late)
    return fill(rule.says["incomplete"], clock=said) if clock.lacking else said


def _listed(items: Sequence[Text]) -> Text:
    """Return items that may hold commas, separated by semicolons."""
    return Text(fr=" ; ".join(i.fr for i in items), en="; ".join(i.en for i in items))


def exposure(case: Case) -> float:
    """Return the largest fine that the clocks which ran out expose to, in euros.

    Linked infringements do not add up (GDPR art. 83(3); NIS2 art. 35(2)).
    """
    return max((entry.exposure for entry in case.of(ClockMissed)), default=0.0)
