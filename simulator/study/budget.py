"""How a search shares out its runs: successive halving, and seeds kept for the end."""

from dataclasses import dataclass

LEAST = 40  # runs below which nothing can be searched and confirmed
FEW = 2  # seeds of the first look


@dataclass(frozen=True, slots=True)
class Budget:
    """How the runs are shared out: so many plans over few seeds, the best of them over more.

    Each of the `rounds` says how many plans go on, and over how many more seeds; after the first
    so many variants of the best may be `tidied`.
    """

    plans: int
    few: int
    rounds: tuple[tuple[int, int], ...]
    tidied: int
    fresh: int

    @property
    def seeds(self) -> int:
        """Return how many seeds the search meets."""
        return self.few + sum(more for _, more in self.rounds)


def shared_out(runs: int) -> Budget:
    """Return the shares of a budget of LEAST runs or more."""
    rounds = (
        (max(3, runs // 40), max(2, runs // 100)),
        (max(2, runs // 120), max(4, runs // 40)),
    )
    fresh = max(3, runs // 20)
    # Four plans are confirmed: the best and the reference, each with its texts and without.
    seen = FEW + rounds[0][1]
    tidied = runs // 6 // seen
    left = runs - 4 * fresh - tidied * seen - sum(kept * more for kept, more in rounds)
    return Budget(left // FEW, FEW, rounds, tidied, fresh)
