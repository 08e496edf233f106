"""The questions people ask, and which of them have been answered, side by side."""

from collections.abc import Collection, Iterable, Mapping

_HOLDING_CREDIT = 0.25  # an honest "we are looking" answers a quarter of each question; 0.15-0.4


class Side:
    """One side that can be told things: the public, or one audience by its own channel."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Start with every question open; `weights` by fact id."""
        self._weights = weights
        self._total = sum(weights.values())
        self.answered: set[str] = set()
        self.held = False
        self._unanswered = 1.0 if self._total else 0.0

    def open_share(self) -> float:
        """Return the share of the questions still open, 0 to 1."""
        return self._unanswered * (1 - _HOLDING_CREDIT * self.held)

    def open_with(self, facts: Collection[str]) -> float:
        """Return the share that would be open if `facts` were told as well, 0 to 1."""
        known = self.answered.union(facts)
        left = sum(weight for fact, weight in self._weights.items() if fact not in known)
        unanswered = left / self._total if self._total else 0.0
        return unanswered * (1 - _HOLDING_CREDIT * self.held)

    def tell(self, facts: Iterable[str], holding: bool) -> float:
        """Answer `facts`, or hold; return the substance: the fall of the open share."""
        before = self.open_share()
        self.answered.update(facts)
        # Summed in the order of the scenario: sets have none.
        left = sum(weight for fact, weight in self._weights.items() if fact not in self.answered)
        self._unanswered = left / self._total if self._total else 0.0
        self.held = self.held or holding
        return before - self.open_share()


class Questions:
    """What is open for the public, and for each audience that was told directly."""

    def __init__(self, weights: Mapping[str, float], audiences: Iterable[str]) -> None:
        """Start with every question open everywhere."""
        self.weights = weights
        self.total = sum(weights.values())
        self.public = Side(weights)
        self.sides = {audience: Side(weights) for audience in audiences}
        # What reached half of an audience by one channel: only then has it been told.
        self.met = {audience: Side(weights) for audience in self.sides}

    def weight(self, fact: str) -> float:
        """Return a fact's share of all questions, 0 to 1."""
        return self.weights.get(fact, 0.0) / self.total if self.total else 0.0

    def open_for(self, audience: str) -> float:
        """Return the share of questions open for an audience, by what it or the public was told."""
        return min(self.public.open_share(), self.sides[audience].open_share())

    def open_facts(self) -> list[str]:
        """Return the facts the public still asks for, in the order of the scenario."""
        return [fact for fact in self.weights if fact not in self.public.answered]

    def credit_lost(self) -> None:
        """A false claim came out: holding words no longer count."""
        for side in (self.public, *self.sides.values(), *self.met.values()):
            side.held = False
