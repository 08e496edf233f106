"""One team among those that played the same exercise, and what is compared of it."""

from dataclasses import dataclass

from reports.facts.asked import Asked
from reports.facts.run import Run
from simulator.journal.entries import PromiseKept, PromiseMissed
from simulator.scenario.shapes import Audience, Scenario

# Those who are close to the matter, in this order where no data were taken.
_CLOSE = (("customers", "clients"), ("users",))


@dataclass(frozen=True, slots=True)
class Team:
    """A team: its name, its run, what its players answered to the hot wash."""

    name: str
    run: Run
    hot_wash: tuple[Asked, ...] = ()

    @property
    def score(self) -> float:
        """Return its overall score, 0 to 100."""
        return self.run.card.overall.score

    @property
    def promises(self) -> tuple[int, int]:
        """Return how many promises it kept, and how many it made that came due."""
        kept = len(self.run.of(PromiseKept))
        return kept, kept + len(self.run.of(PromiseMissed))

    @property
    def believers(self) -> list[float]:
        """Return the share of the closest audience that believes the worst, at each measure."""
        place = self.run.scenario.audiences.index(closest(self.run.scenario))
        return [self.run.belief(measure)[place] for measure in self.run.measures]

    @property
    def believe(self) -> float:
        """Return that share at the end, 0 to 1."""
        return self.believers[-1] if self.run.measures else 0.0


def closest(scenario: Scenario) -> Audience:
    """Return the largest audience concerned: whose data were taken, else customers, else users."""
    taken = {data.audience for data in scenario.data_taken}
    chosen = [audience for audience in scenario.audiences if audience.id in taken]
    for kinds in _CLOSE:
        chosen = chosen or [each for each in scenario.audiences if each.kind in kinds]
    return max(chosen or scenario.audiences, key=lambda audience: audience.headcount)
