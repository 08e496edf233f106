"""One run of many: what is kept of it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace

from simulator.engine import Exercise
from simulator.journal import Journal
from simulator.journal.entries import OpinionMeasured
from simulator.scenario import Decision, Scenario
from simulator.score import Scorecard, score
from simulator.streams import Source

# Points a curve is kept at, StartEx and EndEx included: enough for a figure, small to store.
POINTS = 61
_MANY = 1000
_ANEW = 2**40  # far from any seed that a person would give


@dataclass(frozen=True, slots=True)
class Job:
    """One run to be made: an arm's plan under one seed; `varied` luck is drawn anew."""

    arm: str
    seed: int
    varied: Source | None = None

    @property
    def luck(self) -> dict[Source, int]:
        """Return the sources with a seed of their own, and that seed."""
        return {self.varied: self.seed + _ANEW} if self.varied else {}


@dataclass(frozen=True, slots=True)
class Replication:
    """What one run came to.

    `values` are numbers by name: `overall`, `reactivity`, `transparency` and `criterion.ID` 0 to
    100; `belief`, `account`, `misinformed`, `trust`, of each audience after a dot and their mean
    without, 0 to 1; counts and euros as in Outcome. `curves` are POINTS values each, by name, from
    StartEx to EndEx.
    """

    arm: str
    seed: int
    varied: Source | None
    grade: str
    values: dict[str, float]
    curves: dict[str, tuple[float, ...]]

    @property
    def job(self) -> Job:
        """Return what was asked for."""
        return Job(self.arm, self.seed, self.varied)

    def only(self, names: Iterable[str]) -> "Replication":
        """Return the run with some of its numbers and no curves: a hundredth of its size."""
        return replace(self, values={name: self.values[name] for name in names}, curves={})

    def as_line(self) -> str:
        """Return the run as one line of JSON."""
        plain = {field.name: getattr(self, field.name) for field in fields(self)}
        return json.dumps(plain, separators=(",", ":"))


def from_line(line: str) -> Replication:
    """Return the run that `as_line` wrote.

    Raises:
        ValueError: when it is not such a line.
    """
    data = json.loads(line)
    try:
        values = {name: float(value) for name, value in data.pop("values").items()}
        curves = {name: tuple(map(float, curve)) for name, curve in data.pop("curves").items()}
        return Replication(values=values, curves=curves, **data)
    except (AttributeError, KeyError, TypeError):
        raise ValueError(f"not a replication: {line[:80]}") from None


def replicate(
    scenario: Scenario,
    plan: tuple[Decision, ...],
    job: Job,
) -> Replication:
    """Play and score one run, and keep what matters of it."""
    exercise = Exercise(scenario, job.seed, plan, job.luck)
    exercise.advance(scenario.horizon)
    return digest(scenario, exercise.journal, job)


def digest(scenario: Scenario, journal: Journal, job: Job) -> Replication:
    """Return what is kept of a finished run."""
    card = score(journal, scenario)
    values = {name: round(value, 6) for name, value in _values(scenario, card)}
    curves = _curves(scenario, journal)
    return Replication(job.arm, job.seed, job.varied, card.overall.grade, values, curves)


def _values(scenario: Scenario, card: Scorecard) -> Iterator[tuple[str, float]]:
    yield "overall", card.overall.score
    yield "reactivity", card.reactivity.score
    yield "transparency", card.transparency.score
    for criterion in (*card.reactivity.criteria, *card.transparency.criteria):
        yield f"criterion.{criterion.id}", criterion.score
    yield from _people(scenario, card)
    for name, value in card.outcome.model_dump(exclude={"audiences", "tone"}).items():
        if value is not None:
            yield name, float(value)


def _people(scenario: Scenario, card: Scorecard) -> Iterator[tuple[str, float]]:
    """Yield what each audience ended with, and the mean over audiences of a thousand or more.

    In smaller ones one person is a jump of per cents; the scenario may have no other.
    """
    large = {a.id for a in scenario.audiences if a.headcount >= _MANY}
    rows = card.outcome.audiences
    for name in ("belief", "account", "misinformed", "trust"):
        values = {row.audience: getattr(row, name) for row in rows}
        yield from ((f"{name}.{audience}", value) for audience, value in values.items())
        counted = [value for audience, value in values.items() if audience in large or not large]
        if counted:
            yield name, sum(counted) / len(counted)


def _curves(scenario: Scenario, journal: Journal) -> dict[str, tuple[float, ...]]:
    """Return the curves of belief and trust of each audience, and of the open questions."""
    polls = _polls(scenario, journal)
    curves = {"questions_open": [poll.questions_open for poll in polls]}
    for place, audience in enumerate(scenario.audiences):
        believing = (poll.spreaders[place] + poll.stiflers[place] for poll in polls)
        curves[f"belief.{audience.id}"] = [n / audience.headcount for n in believing]
        curves[f"trust.{audience.id}"] = [poll.trust[place] for poll in polls]
    return {name: tuple(round(x, 4) for x in curve) for name, curve in curves.items()}


def _polls(scenario: Scenario, journal: Journal) -> list[OpinionMeasured]:
    """Return the last poll at or before each of POINTS moments, evenly spread."""
    polls, found, place = journal.of(OpinionMeasured), [], 0
    for point in range(POINTS):
        moment = scenario.horizon * point / (POINTS - 1)
        while place + 1 < len(polls) and polls[place + 1].at <= moment + 1e-6:
            place += 1
        found.append(polls[place])
    return found
