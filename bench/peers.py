"""The kernel against GillesPy2: time of an outbreak, and whether the laws are met."""

import math
import shutil
import statistics
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from bench.cost import Cost, absent, in_turn, ratio, seconds
from bench.gillespy import Peer
from bench.rumours import (
    EVENTS,
    LEAPS,
    NEVER_TOLD,
    Floats,
    Outbreaks,
    ends,
    paths,
    smallest_p,
    together,
)

ROUNDS = 5
FINE, COARSE = 0.1, 1.0  # Looks; the coarse ones are the cheapest with which TauLeapingC holds.
TAU, SSA = "TauLeapingCSolver", "SSACSolver"
_FOUR_ERRORS = 6e-5
_BIAS_OF = 5000


@dataclass(frozen=True, slots=True)
class Size:
    """How many outbreaks a round plays among so many people."""

    people: int
    leaping: int
    by_events: int
    goal: float | None = None
    goal_by_events: float | None = None

    def __str__(self) -> str:
        return f"rumour 10^{round(math.log10(self.people))}"


SIZES = (Size(10**4, 200, 200), Size(10**5, 200, 60), Size(10**6, 200, 12, 100, 12))


@dataclass(slots=True)
class Pair:
    """Our kernel in one of its two ways beside the peer that goes the same way."""

    size: Size
    solver: str
    exact_below: int
    number: int
    rng: np.random.Generator
    ours: list[Outbreaks] = field(default_factory=list)
    theirs: list[Outbreaks] = field(default_factory=list)
    seed: int = 0

    def end(self) -> float:
        """Return our seconds an outbreak, played to its end."""
        people, number = self.size.people, self.number
        return seconds(lambda: ends(people, self.exact_below, number, self.rng)) / number

    def path(self) -> float:
        """Return our seconds an outbreak that is looked at."""
        people, exact, number = self.size.people, self.exact_below, self.number
        return (
            seconds(lambda: self.ours.append(paths(people, exact, number, FINE, self.rng))) / number
        )

    def peer(self, peer: Peer, every: float) -> Callable[[], float]:
        """Return the timing of the peer, looking `every` so often."""
        return lambda: self._peer(peer, every)

    def _peer(self, peer: Peer, every: float) -> float:
        self.seed += 1
        spent, found = peer.play(self.number, every, self.seed)
        if every == FINE:
            self.theirs.append(found)
        return spent / self.number


def cost_of_kernel() -> list[Cost]:
    """Return the rows of every size, or the one that says what is missing."""
    rows = absent("rumour against GillesPy2", "gillespy2", "SCons")
    if not rows and shutil.which("g++") is None:
        rows = [Cost("rumour against GillesPy2", None, "", note="needs g++, a C++ compiler")]
    return rows or [row for size in SIZES for row in rows_of(size)]


def rows_of(size: Size) -> list[Cost]:
    """Return time, bias and laws among so many people."""
    leaps = Pair(size, TAU, LEAPS, size.leaping, np.random.default_rng(1))
    events = Pair(size, SSA, EVENTS, size.by_events, np.random.default_rng(2))
    timed = [*times(leaps, "leaps", size.goal), *times(events, "events", size.goal_by_events)]
    return [*timed, *biases(leaps), *laws(leaps, events)]


def times(pair: Pair, how: str, goal: float | None) -> list[Cost]:
    """Return our time of an outbreak, and how many times as long the peer takes."""
    peer, keen = (Peer(pair.solver, pair.size.people, optimised) for optimised in (False, True))
    end, coarse, fast, path, fine = in_turn(
        ROUNDS,
        pair.end,
        pair.peer(peer, COARSE),
        pair.peer(keen, COARSE),
        pair.path,
        pair.peer(peer, FINE),
    )
    name, what = pair.solver.removesuffix("Solver"), f"{pair.size}, {how}"
    return [
        _times(f"{what} to the end: {name} over ours", end, coarse, goal),
        _times(f"{what} to the end: {name} built with -O3 over ours", end, fast, None),
        _times(f"{what}, 600 looks: {name} over ours", path, fine, None),
    ]


def _times(what: str, ours: list[float], theirs: list[float], goal: float | None) -> Cost:
    return Cost(what, 1000 * statistics.median(ours), "ms", ratio(theirs, ours), goal, True)


def biases(leaps: Pair) -> list[Cost]:
    """Return how far those never told are from theory, in per cent: ours and the peer's."""
    goal, people = 0.05 if leaps.size.goal else None, leaps.size.people
    ours = ends(people, LEAPS, _BIAS_OF, np.random.default_rng(3))
    theirs = together(leaps.theirs).left
    return [
        _bias(f"{leaps.size}, leaps: bias of those never told", ours / people, goal),
        _bias(f"{leaps.size}, TauLeapingC: the same", theirs / people, None),
    ]


def _bias(what: str, shares: Floats, goal: float | None) -> Cost:
    error = 100 * float(shares.std()) / NEVER_TOLD / math.sqrt(len(shares))
    bias = 100 * (float(shares.mean()) / NEVER_TOLD - 1)
    return Cost(what, bias, "%", None, goal, note=f"standard error {error:.3f}, {len(shares)} runs")


def laws(leaps: Pair, events: Pair) -> list[Cost]:
    """Return the smallest p of Kolmogorov-Smirnov: size, height and time of the peak."""
    mine, exact = together(leaps.ours), together(events.ours)
    tau, ssa = together(leaps.theirs), together(events.theirs)
    return [
        _law(f"{leaps.size}: laws, leaps against SSAC", mine, ssa, _FOUR_ERRORS),
        _law(f"{leaps.size}: laws, events against SSAC", exact, ssa, _FOUR_ERRORS),
        _law(f"{leaps.size}: laws, leaps against events", mine, exact, _FOUR_ERRORS),
        _law(f"{leaps.size}: laws, TauLeapingC against SSAC", tau, ssa, None),
    ]


def _law(what: str, one: Outbreaks, other: Outbreaks, goal: float | None) -> Cost:
    note = f"{len(one.left)} and {len(other.left)} runs"
    return Cost(what, smallest_p(one, other), "p", None, goal, True, note)
