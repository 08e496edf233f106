"""One Maki-Thompson rumour from one spreader, by our kernel: what the peers simulate too."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import ks_2samp

from simulator.rumour import kernel

Floats = NDArray[np.float64]

LEAPS, EVENTS = 0, 10**10  # As exact_below: everybody leaps, or everything goes event by event.
FOREVER = 60.0  # Meetings a person; the last of a million is quiet after some 37.
NEVER_TOLD = 0.20318787  # Of a large audience (Sudbury 1985).
_RATES = np.array([[1.0, 1.0, 0.0, 1.0, 0.0, 0.0]])
_CALM = np.zeros((1, 3))


@dataclass(frozen=True, slots=True)
class Outbreaks:
    """Outbreaks side by side: never told, spreaders at the peak, its time. Shape (outbreaks,)."""

    left: Floats
    height: Floats
    time: Floats


def outbreaks(left: Floats, spreaders: Floats) -> Outbreaks:
    """Return outbreaks by who is left and the spreaders, of shape (outbreaks, moments)."""
    return Outbreaks(left, spreaders.max(axis=1), spreaders.argmax(axis=1).astype(float))


def together(parts: Iterable[Outbreaks]) -> Outbreaks:
    """Return all outbreaks of several parts."""
    columns = zip(*((part.left, part.height, part.time) for part in parts), strict=True)
    return Outbreaks(*(np.concatenate(column) for column in columns))


def ends(people: int, exact_below: int, number: int, rng: np.random.Generator) -> Floats:
    """Return how many were never told, of outbreaks that are played in one call each."""
    left = np.empty(number)
    for place in range(number):
        counts = np.array([[people - 1, 1, 0, 0]])
        kernel.advance(counts, _RATES, _CALM, FOREVER, exact_below, rng)
        left[place] = counts[0, 0]
    return left


def paths(
    people: int, exact_below: int, number: int, every: float, rng: np.random.Generator
) -> Outbreaks:
    """Return outbreaks that are looked at `every` so often."""
    left, spreaders = np.empty(number), np.empty((number, round(FOREVER / every)))
    for place in range(number):
        counts = np.array([[people - 1, 1, 0, 0]])
        steps = kernel.Steps(counts, _RATES, _CALM, rng)
        for look in range(spreaders.shape[1]):
            steps.advance(every, exact_below)
            spreaders[place, look] = counts[0, 1]
        left[place] = counts[0, 0]
    return outbreaks(left, spreaders)


def smallest_p(one: Outbreaks, other: Outbreaks) -> float:
    """Return the smallest p-value of Kolmogorov-Smirnov over size, height and time of the peak."""
    pairs = ((one.left, other.left), (one.height, other.height), (one.time, other.time))
    return min(float(ks_2samp(mine, theirs).pvalue) for mine, theirs in pairs)
