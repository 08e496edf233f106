"""Several audiences obey the laws that say how they may, and may not, influence each other."""

import numpy as np
import pytest
from scipy.stats import chisquare, ks_2samp

from simulator.rumour import kernel

FOUR_ERRORS = 6e-5
EVERYBODY = 10**10
FOREVER = 1e6


def rates(audiences, tell=1.0, stifle=1.0, tire=0.0, inside=0.0):
    return np.array([[tell, stifle, tire, 1.0, inside, 0.0]] * audiences)


def outbreak(counts, speeds, exact_below, rng):
    """Return the counts after the last spreader has stopped."""
    counts = np.array(counts)
    kernel.advance(counts, speeds, np.zeros((len(counts), 3)), FOREVER, exact_below, rng)
    return counts


def total_ignorants(counts, replications, seed, tire=0.0, exact_below=EVERYBODY):
    rng, speeds = np.random.default_rng(seed), rates(len(counts), tire=tire)
    finals = [outbreak(counts, speeds, exact_below, rng)[:, 0].sum() for _ in range(replications)]
    return np.array(finals)


@pytest.mark.parametrize(
    "split",
    [
        [[0, 1, 0, 0], [3, 0, 0, 0]],
        [[1, 1, 0, 0], [2, 0, 0, 0]],
        [[1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0], [1, 1, 0, 0]],
    ],
)
def test_split_audience_keeps_the_exact_law(split):
    """Calling four people two audiences must change nothing, whoever starts. 6,000 rumours each."""
    seen = np.bincount(total_ignorants(split, 6000, seed=1), minlength=4)
    exact = 6000 * np.array([0.5925925926, 0.2962962963, 0.1111111111])
    assert seen[3] == 0
    assert chisquare(seen[:3], exact).pvalue > FOUR_ERRORS


def test_five_audiences_equal_one():
    """A scenario author may cut the public as finely as he likes. 400 rumours among 120 people."""
    cut = [[50, 1, 0, 0], [4, 0, 0, 0], [1, 0, 0, 0], [24, 0, 0, 0], [40, 0, 0, 0]]
    one = total_ignorants([[119, 1, 0, 0]], 400, seed=2, tire=0.2)
    five = total_ignorants(cut, 400, seed=3, tire=0.2)
    assert ks_2samp(one, five).pvalue > FOUR_ERRORS


def test_large_and_small_audiences_equal_one():
    """The same where some audiences leap and others do not: 20.3 % of the whole never hear."""
    cut = [[10**6, 100, 0, 0], [200, 0, 0, 0], [3 * 10**5, 0, 0, 0]]
    people = np.sum(cut)
    shares = total_ignorants(cut, 30, seed=4, exact_below=1000) / people
    assert abs(shares.mean() - 0.20318787) < 4 * np.sqrt(0.27274 / people / 30) + 2e-4


def test_small_audience_hears_from_a_leaping_one():
    """The 200 security experts hear the public's rumour as often as the public. 60 outbreaks."""
    rng, speeds, cut = np.random.default_rng(8), rates(2), [[10**6, 100, 0, 0], [200, 0, 0, 0]]
    left = [outbreak(cut, speeds, 1000, rng)[1, 0] / 200 for _ in range(60)]
    assert abs(np.mean(left) - 0.20318787) < 4 * np.std(left) / np.sqrt(60)


def test_two_audiences_of_one_person_talk():
    """A pair meets at the full rate wherever the line between them runs. 3,000 pairs, half hear."""
    left = total_ignorants([[1, 0, 0, 0], [0, 1, 0, 0]], 3000, seed=9, tire=1.0)
    assert abs(left.mean() - 0.5) < 4 * np.sqrt(0.25 / 3000)


@pytest.mark.parametrize("exact_below", [0, 5000, EVERYBODY])
def test_audience_apart_never_hears(exact_below):
    """Whom nobody talks to and no article reaches stays ignorant to the last person."""
    counts = outbreak(
        [[10**4, 5, 0, 0], [3000, 0, 0, 0]],
        rates(2, inside=1.0),
        exact_below,
        np.random.default_rng(5),
    )
    assert counts[1].tolist() == [3000, 0, 0, 0]
    assert counts[0, 0] < 5000


def test_audiences_apart_are_independent():
    """No hidden channel joins two closed groups, not even the order of the draws."""
    rng, speeds = np.random.default_rng(6), rates(2, inside=1.0)
    pair = [[60, 1, 0, 0], [40, 1, 0, 0]]
    finals = np.array([outbreak(pair, speeds, EVERYBODY, rng)[:, 0] for _ in range(1000)])
    assert abs(np.corrcoef(finals.T)[0, 1]) < 4 / np.sqrt(1000)


def contacts(speeds, people):
    """Return C: row g says where audience g has its contacts."""
    outside = 1 - speeds[:, 4]
    return np.diag(speeds[:, 4]) + np.outer(outside, outside * people / (outside @ people))


@pytest.mark.parametrize("exact_below", [0, 4 * 10**5])
def test_epidemic_final_sizes_agree_across_audiences(exact_below):
    """ln(i_g/i_g(0)) = -Σ_h (λ_gh/δ_h)(1 - i_h) ties the audiences to each other when none stifles.

    Three unlike audiences, twelve outbreaks by leaps.
    """
    people = np.array([10**6, 5 * 10**5, 2 * 10**6])
    speeds = np.concatenate(
        [rates(1, t, 0.0, d, i) for t, d, i in ((1.0, 0.5, 0.9), (2.0, 0.8, 0.5), (0.6, 0.4, 0.2))]
    )
    start = np.stack([people * 99 // 100, people // 100, 0 * people, 0 * people], axis=1)
    rng = np.random.default_rng(7)
    reach = speeds[:, :1] * contacts(speeds, people) / speeds[:, 2]
    gaps = []
    for _ in range(12):
        left = outbreak(start, speeds, exact_below, rng)[:, 0]
        gaps.append(np.log(left / start[:, 0]) + reach @ (1 - left / people))
    error = 4 * np.std(gaps, axis=0) / np.sqrt(12)
    assert (np.abs(np.mean(gaps, axis=0)) < error + 1e-3).all()
