"""One plan under many seeds: what was skill, what was luck, and luck in what."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from simulator.score.criteria import LETTERS
from simulator.streams import SOURCES
from simulator.study.design import Design
from simulator.study.gathered import Numbers, Runs, curves
from simulator.study.intervals import Interval, Spread, share, spread
from simulator.study.replication import POINTS, Job, Replication
from simulator.study.variance import Split, between, total_effects

# Runs for the split of variance: shares need fewer than bands do.
SPLIT = 50
AXES = ("overall", "reactivity", "transparency")
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
ROOM = 2**26  # bytes for the curves that are held at a time
_TRACED = (*AXES, "belief")
Band = tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Ensemble:
    """Many runs of one plan.

    `bands` are, for each curve, the QUANTILES at each point.
    """

    arm: str
    runs: int
    spreads: dict[str, Spread]
    grades: dict[str, Interval]
    missed_clocks: Interval
    bands: dict[str, Band]
    splits: dict[str, Split]


def jobs(design: Design, arm: str, seeds: Sequence[int]) -> list[Job]:
    """Return the runs of an ensemble: the plan, the other plans, and luck drawn anew.

    Seed by seed: an ensemble of more seeds begins with that of fewer, and takes up its results.
    """
    others = [other for other in design.arms if other != arm]
    found = []
    for place, seed in enumerate(seeds):
        found.append(Job(arm, seed))
        if place < SPLIT:
            found += [Job(other, seed) for other in others]
            found += [Job(arm, seed, source) for source in SOURCES]
    return found


class _Taken:
    """What one passage through the runs leaves: the plan's numbers, and the few other runs."""

    def __init__(self, arm: str, runs: Runs) -> None:
        self.own, self.grades = Numbers(), Counter[str]()
        self.arms: dict[str, list[Replication]] = {}
        self.varied: list[Replication] = []
        for run in runs:
            if run.varied:
                self.varied.append(run.only(_TRACED))
                continue
            if run.arm == arm:
                self.own.take(run)
                self.grades[run.grade] += 1
            if run.arm != arm or len(self.own.seeds) <= SPLIT:
                self.arms.setdefault(run.arm, []).append(run.only(_TRACED))


def ensemble(arm: str, runs: Runs) -> Ensemble:
    """Return what the runs of `jobs` come to.

    They are gone through several times: of each run of the plan less than a thousand bytes are kept
    at a time, or ROOM in all where that is more.
    """
    names = next(list(run.curves) for run in runs if run.arm == arm and not run.varied)
    found = _without_bands(arm, _Taken(arm, runs))
    some = max(1, ROOM // (8 * POINTS * found.runs))
    bands: dict[str, Band] = {}
    for first in range(0, len(names), some):
        part = names[first : first + some]
        bands |= zip(part, map(_bands, curves(runs, arm, part)), strict=True)
    return replace(found, bands=bands)


def _without_bands(arm: str, taken: _Taken) -> Ensemble:
    columns, total = taken.own.columns, len(taken.own.seeds)
    missed = sum(value > 0 for value in columns["clocks_missed"])
    return Ensemble(
        arm=arm,
        runs=total,
        spreads={name: spread(values) for name, values in columns.items()},
        grades={letter: share(taken.grades[letter], total) for letter in _letters()},
        missed_clocks=share(missed, total),
        bands={},
        splits={name: _split(name, taken) for name in _TRACED},
    )


def _letters() -> list[str]:
    return [*(letter for _, letter in LETTERS), "F"]


def _bands(table: NDArray[np.float64]) -> Band:
    found = np.quantile(table, QUANTILES, axis=0, overwrite_input=True)
    return tuple(tuple(float(round(x, 5)) for x in band) for band in found)


def _split(name: str, taken: _Taken) -> Split:
    own = taken.own.of(name, {run.seed for run in taken.varied})
    changes = {
        source: [run.values[name] - own[run.seed] for run in taken.varied if run.varied == source]
        for source in SOURCES
    }
    groups = [[run.values[name] for run in found] for found in taken.arms.values()]
    return Split(between(groups), total_effects(taken.own.columns[name], changes))
