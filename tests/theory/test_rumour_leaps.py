"""Leaps give the same laws as events: distributions, not means alone."""

import numpy as np
import pytest
from scipy.stats import ks_2samp

from simulator.rumour import kernel

FOUR_ERRORS = 6e-5
EVERYBODY = 10**10


def outbreaks(counts, speeds, replications, step, exact_below, seed):
    """Play outbreaks and return final ignorants, height and time of the peak of each.

    Shape (replications, audiences, 3).
    """
    rng, results = np.random.default_rng(seed), []
    calm = np.zeros((len(counts), 3))
    for _ in range(replications):
        now, spreaders = np.array(counts), []
        while now[:, 1].any():
            kernel.advance(now, speeds, calm, step, exact_below, rng)
            spreaders.append(now[:, 1].copy())
        path = np.array(spreaders)
        results.append(np.stack([now[:, 0], path.max(axis=0), path.argmax(axis=0)], axis=1))
    return np.array(results)


def smallest_p(exact, leaping):
    """Return the smallest p-value of Kolmogorov-Smirnov over every audience and measure."""
    exact, leaping = exact.reshape(len(exact), -1), leaping.reshape(len(leaping), -1)
    columns = range(exact.shape[1])
    return min(ks_2samp(exact[:, c], leaping[:, c]).pvalue for c in columns)


SIZES = [
    pytest.param(2000, 80, id="2000"),
    pytest.param(20_000, 1500, id="20000", marks=pytest.mark.slow),
]


@pytest.mark.parametrize(("people", "replications"), SIZES)
@pytest.mark.parametrize(("stifle", "tire"), [(1.0, 0.0), (1.0, 0.2), (0.0, 0.5)])
def test_leaps_have_the_law_of_events(people, replications, stifle, tire):
    """Final size, height and time of the peak of leaping outbreaks follow the exact law."""
    counts, speeds = [[people, 10, 0, 0]], np.array([[1.0, stifle, tire, 1.0, 0.0, 0.0]])
    exact = outbreaks(counts, speeds, replications, 0.25, EVERYBODY, seed=1)
    leaping = outbreaks(counts, speeds, replications, 0.25, 0, seed=2)
    assert smallest_p(exact, leaping) > FOUR_ERRORS


@pytest.mark.parametrize(
    ("people", "replications"),
    [
        pytest.param(1500, 50, id="1500"),
        pytest.param(20_000, 1000, id="20000", marks=pytest.mark.slow),
    ],
)
def test_small_audience_beside_a_leaping_one(people, replications):
    """Experts simulated one by one, fed by a public that leaps, still follow the exact law."""
    counts = [[people, 20, 0, 0], [100, 0, 0, 0]]
    speeds = np.array([[1.0, 1.0, 0.2, 0.7, 0.8, 0.0], [1.2, 0.8, 0.4, 0.6, 0.3, 0.0]])
    exact = outbreaks(counts, speeds, replications, 0.5, EVERYBODY, seed=3)
    leaping = outbreaks(counts, speeds, replications, 0.5, 500, seed=4)
    assert smallest_p(exact, leaping) > FOUR_ERRORS


@pytest.mark.parametrize("passes_on", [0.2, 0.8])
def test_leaps_have_the_law_of_events_amid_articles(passes_on):
    """With articles, the account and a betrayal at once, every state follows the exact law.

    200 replications of two audiences, 1,000 times as busy as a case; counts at three moments.
    """
    speeds = np.array([[0.9, 0.8, 0.3, passes_on, 0.8, 0.5], [0.5, 0.6, 0.2, passes_on, 0.4, 0.3]])
    dangers = np.array([[0.02, 0.05, 0.08], [0.0, 0.03, 0.04]])
    results = []
    for exact_below, seed in ((EVERYBODY, 5), (0, 6)):
        rng, seen = np.random.default_rng(seed), []
        for _ in range(200):
            counts, moments = np.array([[600, 0, 0, 0], [900, 4, 0, 20]]), []
            for _ in range(3):
                kernel.advance(counts, speeds, dangers, 4.0, exact_below, rng)
                moments.append(counts.copy())
            seen.append(moments)
        results.append(np.array(seen))
    assert smallest_p(*results) > FOUR_ERRORS
