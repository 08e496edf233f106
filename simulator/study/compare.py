"""Plans under the same luck: what one is worth over another, seed by seed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.study.design import Design
from simulator.study.intervals import Interval, Spread, mean, share, spread
from simulator.study.replication import Job, Replication

COMPARED = ("overall", "reactivity", "transparency", "belief", "misinformed", "trust")


@dataclass(frozen=True, slots=True)
class Difference:
    """What plan `better_for` is worth over plan `than`: mean of paired differences, by number.

    `both_axes` is the share of seeds in which it is ahead on both axes.
    """

    of: str
    over: str
    values: dict[str, Interval]
    both_axes: Interval

    @property
    def dominates(self) -> bool:
        """Return whether it is ahead on both axes in nineteen runs of twenty at least."""
        return self.both_axes.value >= 0.95


@dataclass(frozen=True, slots=True)
class Comparison:
    """Plans side by side, each with its spreads, and every later one against the first."""

    runs: int
    spreads: dict[str, dict[str, Spread]]
    differences: tuple[Difference, ...]


def jobs(design: Design, seeds: Sequence[int]) -> list[Job]:
    """Return every plan under every seed."""
    return design.jobs(seeds)


def compare(runs: Iterable[Replication]) -> Comparison:
    """Return the comparison of plans that met the same seeds, in the order they first come.

    What is kept of a run meanwhile is what is COMPARED.
    """
    arms: dict[str, dict[int, Replication]] = {}
    for run in runs:
        arms.setdefault(run.arm, {})[run.seed] = run.only(COMPARED)
    first, *others = arms
    return Comparison(
        len(arms[first]),
        {arm: _spreads(list(found.values())) for arm, found in arms.items()},
        tuple(difference(other, first, arms[other], arms[first]) for other in others),
    )


def difference(
    of: str, over: str, mine: dict[int, Replication], theirs: dict[int, Replication]
) -> Difference:
    """Return what one plan is worth over another, by the seeds both have met."""
    seeds = [seed for seed in mine if seed in theirs]
    ahead = sum(
        all(mine[s].values[axis] > theirs[s].values[axis] for axis in COMPARED[1:3]) for s in seeds
    )
    return Difference(
        of,
        over,
        {
            name: mean([mine[s].values[name] - theirs[s].values[name] for s in seeds])
            for name in COMPARED
        },
        share(ahead, len(seeds)),
    )


def _spreads(runs: Sequence[Replication]) -> dict[str, Spread]:
    return {name: spread([run.values[name] for run in runs]) for name in COMPARED}
