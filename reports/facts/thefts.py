"""What was taken, from how many, when it was established, and when they were warned."""

from dataclasses import dataclass
from math import isinf

from reports.facts.run import Run
from simulator.journal.entries import FactKnown, StatementIssued
from simulator.scenario.others import DataTaken
from simulator.triage import STAKES


@dataclass(frozen=True, slots=True)
class Theft:
    """One kind of data taken: when it was established, and the first word that warned directly."""

    data: DataTaken
    people: int
    known: FactKnown | None
    word: StatementIssued | None

    @property
    def urgency(self) -> float:
        """Return within how many hours people should be warned; infinite when no risk."""
        return STAKES[self.data.kind].urgency

    @property
    def at_risk(self) -> bool:
        """Return whether anybody can come to harm by it."""
        return not isinf(self.urgency)

    @property
    def within(self) -> float:
        """Return the same in minutes."""
        return 60 * self.urgency

    @property
    def waited(self) -> float:
        """Return minutes from its establishment to the warning; infinite without one."""
        if self.word is None:
            return float("inf")
        return max(0.0, self.word.at - self.known.at) if self.known else 0.0

    @property
    def late(self) -> bool:
        """Return whether the warning took longer than the urgency allows, or never came."""
        return self.waited > self.within


def thefts(run: Run) -> list[Theft]:
    """Return what was taken, the most urgent first."""
    heads = {audience.id: audience.headcount for audience in run.scenario.audiences}
    advice = {fact.id for fact in run.scenario.facts if fact.topic == "advice"}
    found = [
        Theft(
            data,
            max(1, round(data.share * heads[data.audience])),
            run.case.known.get(data.fact),
            next((word for word in run.words if _warns(word, data, advice)), None),
        )
        for data in run.scenario.data_taken
    ]
    return sorted(found, key=lambda theft: (theft.urgency, -theft.people))


def _warns(word: StatementIssued, data: DataTaken, advice: set[str]) -> bool:
    said = {*word.disclosed, *word.repeated, *word.answered.get(data.audience, ())}
    return data.audience in word.told and (data.fact in said or bool(said & advice))


def concerned(run: Run, taken: list[Theft]) -> int:
    """Return how many people run a risk: in each audience, those of the widest theft."""
    widest: dict[str, int] = {}
    for theft in taken:
        if theft.at_risk:
            who = theft.data.audience
            widest[who] = max(widest.get(who, 0), theft.people)
    return sum(widest.values())
