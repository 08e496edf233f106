"""Numbers with their intervals: medians, shares, paired differences; 95 % throughout."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """A number and the interval it lies in at LEVEL."""

    value: float
    low: float
    high: float

    @property
    def crosses_zero(self) -> bool:
        """Return whether it may as well be nothing."""
        return self.low <= 0 <= self.high


@dataclass(frozen=True, slots=True)
class Spread:
    """How one number varies over runs: its median with an interval, and where runs lie."""

    median: Interval
    mean: float
    deviation: float
    p05: float
    p25: float
    p75: float
    p95: float


def spread(values: Sequence[float]) -> Spread:
    """Return the spread of one value or more."""
    sample = np.asarray(values, dtype=float)
    p05, p25, p75, p95 = (float(q) for q in np.quantile(sample, (0.05, 0.25, 0.75, 0.95)))
    deviation = float(sample.std(ddof=1)) if len(sample) > 1 else 0.0
    return Spread(median(values), float(sample.mean()), deviation, p05, p25, p75, p95)


def median(values: Sequence[float]) -> Interval:
    """Return the median and the interval between two of the values.

    Any law will do: how many of n values lie below the median is binomial (Conover 1999, 3.2).
    """
    ordered = sorted(values)
    below = int(stats.binom.ppf((1 - LEVEL) / 2, len(ordered), 0.5))
    below = max(0, below - 1)
    return Interval(float(np.median(ordered)), ordered[below], ordered[-1 - below])


def share(hits: int, of: int) -> Interval:
    """Return a share, 0 to 1, and Wilson's interval."""
    found = stats.binomtest(hits, of).proportion_ci(LEVEL, method="wilson")
    return Interval(hits / of, float(found.low), float(found.high))


def mean(values: Sequence[float]) -> Interval:
    """Return the mean and Student's interval; of one value, or equal ones, that value."""
    sample = np.asarray(values, dtype=float)
    if sample.min() == sample.max():  # rounding gives equal values a deviation of 1e-17
        return Interval(*3 * (float(sample[0]),))
    middle = float(sample.mean())
    margin = float(stats.t.ppf((1 + LEVEL) / 2, len(sample) - 1) * stats.sem(sample))
    return Interval(middle, middle - margin, middle + margin)
