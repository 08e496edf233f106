"""What the team knows: facts established by time, by investigation or by an inject."""

import numpy as np

from simulator.scenario.shapes import Fact, Investigation

_SPREAD = 0.15  # log-normal spread of how long an investigation takes; judgement
# More people go faster, but not in proportion: they must be briefed and wait for each other.
_CROWDING = 0.7
_FASTEST = 2.0
# Beyond twice the usual number, people are taken from elsewhere: the press desk feels it.
OVERSIZE = 2.0
COST_PER_HOUR = 90.0  # euros for one person, charges and outside experts mixed; judgement, 60-150


class Knowledge:
    """Which facts are established, and what is being looked into."""

    def __init__(self, facts: tuple[Fact, ...], investigations: tuple[Investigation, ...]) -> None:
        """Start knowing nothing."""
        self.facts = {fact.id: fact for fact in facts}
        self.usual_people = {item.id: item.people for item in investigations}
        self.known: dict[str, float] = {}
        self.ordered: dict[str, float] = {}

    def knows(self, facts: tuple[str, ...]) -> bool:
        """Return whether all of `facts` are established."""
        return all(fact in self.known for fact in facts)

    def learn(self, fact: str, now: float) -> bool:
        """Note that `fact` is established; return whether that is new."""
        if fact in self.known:
            return False
        self.known[fact] = now
        return True

    def speed(self, investigation: str, people: int) -> float:
        """Return how many times faster than usual `people` go, at most twice."""
        return min(_FASTEST, float((people / self.usual_people[investigation]) ** _CROWDING))

    def sought(self, investigation: str) -> list[Fact]:
        """Return the facts that an investigation establishes."""
        return [fact for fact in self.facts.values() if fact.investigation == investigation]

    def duration(self, fact: Fact, people: int, rng: np.random.Generator) -> float:
        """Return the minutes it takes `people` to establish a fact; advances `rng` by one draw."""
        assert fact.takes is not None
        assert fact.investigation is not None
        luck = float(rng.lognormal(0.0, _SPREAD))
        return fact.takes * luck / self.speed(fact.investigation, people)
