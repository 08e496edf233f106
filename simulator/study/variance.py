"""Where the variance of a number comes from: the plan, or luck, and luck in what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from simulator.streams import Source


@dataclass(frozen=True, slots=True)
class Split:
    """Where the variance of one number comes from.

    `plan` is the share of it between plans over plans and luck, None with one plan; `luck` is, by
    source, the share of the luck's variance that goes when this source alone is known (total
    effect, Jansen 1999): shares may add to more than 1, where sources work together.
    """

    plan: float | None
    luck: dict[Source, float]


def between(groups: Sequence[Sequence[float]]) -> float | None:
    """Return the share of variance between groups over between and within; None for one group."""
    if len(groups) < 2 or _equal([value for group in groups for value in group]):
        return None
    apart = float(np.var([np.mean(group) for group in groups]))
    within = float(np.mean([np.var(group) for group in groups]))
    return apart / (apart + within) if apart + within else None


def total_effects(
    own: Sequence[float], changes: Mapping[Source, Sequence[float]]
) -> dict[Source, float]:
    """Return, by source, half the mean square of what drawing it anew changes, over the variance.

    `own` are the values of all seeds, `changes` those of some with the source drawn anew, less
    their own.
    """
    variance = 0.0 if _equal(own) else float(np.var(own, ddof=1))
    return {
        source: float(np.mean(np.square(found)) / 2 / variance) if variance and found else 0.0
        for source, found in changes.items()
    }


def _equal(values: Sequence[float]) -> bool:
    """Return whether nothing varies; rounding gives equal values a variance of 1e-34."""
    return min(values) == max(values)
