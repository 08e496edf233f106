"""Claims: what was asserted beyond the facts, and what became of it."""

from dataclasses import dataclass, field

from simulator.journal.entries import Entry
from simulator.scenario.shapes import Claim


@dataclass(slots=True)
class Assertion:
    """A claim that was made: the entry of it, how far beyond the known, and whether it stands."""

    claim: Claim
    entry: Entry
    beyond: float
    stands: bool = True
    doubted: bool = False

    @property
    def false(self) -> bool:
        """Return whether the scenario knows the claim to be untrue."""
        return self.claim.truth == "false"

    @property
    def weight(self) -> float:
        """Return how misleading it is while it stands, 0 to 1."""
        if not self.stands:
            return 0.0
        return self.claim.certainty if self.false else self.beyond


@dataclass(slots=True)
class Claims:
    """Everything the organisation has asserted."""

    made: dict[str, Assertion] = field(default_factory=dict)

    def standing(self) -> list[Assertion]:
        """Return the assertions neither corrected nor contradicted, oldest first."""
        return [assertion for assertion in self.made.values() if assertion.stands]

    def over_assured(self) -> float:
        """Return the certainty asserted beyond what is known, summed over what stands."""
        return sum(assertion.beyond for assertion in self.standing() if not assertion.false)

    def misleading(self) -> float:
        """Return the weight of the most misleading claim that stands, 0 to 1."""
        return max((assertion.weight for assertion in self.standing()), default=0.0)

    def passing_for_answer(self) -> bool:
        """Return whether a false claim still passes for an answer."""
        return any(assertion.false for assertion in self.standing())

    def denied_by(self, fact: str) -> list[Assertion]:
        """Return the standing assertions that deny `fact`."""
        return [assertion for assertion in self.standing() if fact in assertion.claim.denies]

    def against(self, claim: Claim) -> list[Assertion]:
        """Return the standing assertions that cannot hold together with `claim`."""
        return [
            other
            for other in self.standing()
            if other.claim.id in claim.against or claim.id in other.claim.against
        ]
