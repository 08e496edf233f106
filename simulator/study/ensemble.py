"""One plan under many seeds: what was skill, what was luck, and luck in what."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from simulator.score.criteria import LETTERS
from simulator.streams import SOURCES, Source
from simulator.study.design import Design
from simulator.study.intervals import Interval, Spread, share, spread
from simulator.study.replication import Job, Replication

# Runs for the split of variance: shares need fewer than bands do.
SPLIT = 50
AXES = ("overall", "reactivity", "transparency")
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True, slots=True)
class Split:
    """Where the variance of one number comes from.

    `plan` is the share of it between plans over plans and luck, None with one plan; `luck` is, by
    source, the share of the luck's variance that goes when this source alone is known (total
    effect, Jansen 1999): shares may add to more than 1, where sources work together.
    """

    plan: float | None
    luck: dict[Source, float]


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
    bands: dict[str, tuple[tuple[float, ...], ...]]
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


def ensemble(arm: str, runs: Iterable[Replication]) -> Ensemble:
    """Return what the runs of `jobs` come to."""
    runs = list(runs)
    own = [run for run in runs if run.arm == arm and run.varied is None]
    names = own[0].values.keys() & set.intersection(*(set(run.values) for run in own))
    counted = Counter(run.grade for run in own)
    missed = sum(run.values["clocks_missed"] > 0 for run in own)
    return Ensemble(
        arm=arm,
        runs=len(own),
        spreads={
            name: spread([run.values[name] for run in own])
            for name in own[0].values
            if name in names
        },
        grades={letter: share(counted[letter], len(own)) for letter in _letters()},
        missed_clocks=share(missed, len(own)),
        bands={name: _bands([run.curves[name] for run in own]) for name in own[0].curves},
        splits={name: _split(name, arm, runs) for name in (*AXES, "belief")},
    )


def _letters() -> list[str]:
    return [*(letter for _, letter in LETTERS), "F"]


def _bands(curves: Sequence[Sequence[float]]) -> tuple[tuple[float, ...], ...]:
    found = np.quantile(np.array(curves), QUANTILES, axis=0)
    return tuple(tuple(float(round(x, 5)) for x in band) for band in found)


def _split(name: str, arm: str, runs: Sequence[Replication]) -> Split:
    own = {run.seed: run.values[name] for run in runs if run.arm == arm and run.varied is None}
    arms: dict[str, list[float]] = {}
    for run in runs:
        if run.varied is None and (run.arm != arm or len(arms.get(arm, ())) < SPLIT):
            arms.setdefault(run.arm, []).append(run.values[name])
    return Split(
        _between(list(arms.values())),
        {source: _total_effect(name, source, own, runs) for source in SOURCES},
    )


def _between(groups: Sequence[Sequence[float]]) -> float | None:
    """Return the share of variance between groups over between and within; None for one group."""
    if len(groups) < 2 or _equal(value for group in groups for value in group):
        return None
    between = float(np.var([np.mean(group) for group in groups]))
    within = float(np.mean([np.var(group) for group in groups]))
    return between / (between + within) if between + within else None


def _total_effect(
    name: str, source: Source, own: dict[int, float], runs: Sequence[Replication]
) -> float:
    """Return half the mean square of what drawing one source anew changes, over the variance."""
    changes = [run.values[name] - own[run.seed] for run in runs if run.varied == source]
    variance = 0.0 if _equal(own.values()) else float(np.var(list(own.values()), ddof=1))
    return float(np.mean(np.square(changes)) / 2 / variance) if variance and changes else 0.0


def _equal(values: Iterable[float]) -> bool:
    """Return whether nothing varies; rounding gives equal values a variance of 1e-34."""
    return len(set(values)) < 2
