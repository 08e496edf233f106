"""Two plans under the same luck: what following a piece of advice changes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import mean

from simulator import run, score
from simulator.journal import Journal
from simulator.scenario import Decision, Scenario
from simulator.score import Scorecard

SEEDS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Played:
    """One run and its scorecard."""

    journal: Journal
    card: Scorecard

    def points(self, criterion: str) -> float:
        """Return the points of one criterion."""
        rows = (*self.card.reactivity.criteria, *self.card.transparency.criteria)
        return next(row.score for row in rows if row.id == criterion)

    def of(self, audience: str) -> dict[str, float]:
        """Return what became of one audience: belief, account, trust and so on."""
        rows = (row for row in self.card.outcome.audiences if row.audience == audience)
        return next(row.model_dump() for row in rows)


def play(scenario: Scenario, decisions: Iterable[Decision]) -> list[Played]:
    """Return the runs of a plan, one a seed."""
    plan = tuple(decisions)
    journals = [run(scenario, plan, seed) for seed in SEEDS]
    return [Played(journal, score(journal, scenario)) for journal in journals]


def gain(followed: list[Played], ignored: list[Played], value: Callable[[Played], float]) -> float:
    """Return the mean of what following the advice adds, seed by seed."""
    return mean(value(yes) - value(no) for yes, no in zip(followed, ignored, strict=True))


def criterion(name: str) -> Callable[[Played], float]:
    """Return a reader of one criterion's points."""
    return lambda played: played.points(name)


def trust(audience: str) -> Callable[[Played], float]:
    """Return a reader of an audience's final trust."""
    return lambda played: played.of(audience)["trust"]


def belief(audience: str) -> Callable[[Played], float]:
    """Return a reader of an audience's final belief in the worst version."""
    return lambda played: played.of(audience)["belief"]


def untouched(followed: list[Played], ignored: list[Played], *criteria: str) -> bool:
    """Return whether these criteria are the same either way, to half a point."""
    return all(abs(gain(followed, ignored, criterion(name))) < 0.5 for name in criteria)
