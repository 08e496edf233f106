"""The rumour in one audience obeys the known laws of Maki-Thompson and its relatives.

Tolerances are four standard errors of the replications used; chi-square tests refuse at the same
level, p < 6e-5.
"""

import numpy as np
import pytest
from scipy.special import lambertw
from scipy.stats import chisquare

from simulator.rumour import kernel

FOUR_ERRORS = 6e-5
EVERYBODY = 10**10
FOREVER = 1e6
# Per minute: tell, stifle, tire; then the variance of the final ignorants over the number of people
# (Watson 1988; Pittel 1990; Lebensztayn, Machado & Rodríguez 2010).
MAKI_THOMPSON = (1.0, 1.0, 0.0, 0.272740)
TIRING = (1.0, 1.0, 0.2, 0.57017)
EPIDEMIC = (1.0, 0.0, 0.5, 0.83285)
ALL_THREE = pytest.mark.parametrize("law", [MAKI_THOMPSON, TIRING, EPIDEMIC])


def rates(law, inside=0.0):
    return np.array([[law[0], law[1], law[2], 1.0, inside, 0.0]])


def spread(law, counts, minutes, exact_below, rng, inside=0.0):
    """Advance `counts`, without articles or account, in place."""
    kernel.advance(counts, rates(law, inside), np.zeros((1, 3)), minutes, exact_below, rng)


def final_ignorants(law, ignorants, replications, exact_below, seed, first_spreaders=1, inside=0.0):
    rng, finals = np.random.default_rng(seed), np.empty(replications)
    for replication in range(replications):
        counts = np.array([[ignorants, first_spreaders, 0, 0]])
        spread(law, counts, FOREVER, exact_below, rng, inside)
        finals[replication] = counts[0, 0]
    return finals


def threshold(law):
    """Return ε = (λ + α)/(α + δ), which must exceed 1 for the rumour to take."""
    tell, stifle, tire, _ = law
    return (tell + stifle) / (stifle + tire)


def never_told(law):
    """Return the share of ignorants in the end: -W(-ε e^-ε)/ε."""
    epsilon = threshold(law)
    return -lambertw(-epsilon * np.exp(-epsilon)).real / epsilon


def highest(law):
    """Return the share of spreaders at the peak: ((λ+α)/λ)(1 - 1/ε - ln ε/ε)."""
    epsilon = threshold(law)
    return (law[0] + law[1]) / law[0] * (1 - 1 / epsilon - np.log(epsilon) / epsilon)


@ALL_THREE
def test_final_ignorants_match_theory(law):
    """20.3 % never hear a Maki-Thompson rumour (Sudbury 1985): the one number everybody knows.

    Sixty outbreaks of a million people by leaps, from a hundred spreaders so that all take off.
    """
    finals = final_ignorants(law, 10**6, 60, 0, seed=1, first_spreaders=100) / 10**6
    assert abs(finals.mean() - never_told(law)) < 4 * np.sqrt(law[3] / 10**6 / 60)


def test_theory_gives_the_published_numbers():
    """The formulas used here, against the figures in print."""
    assert never_told(MAKI_THOMPSON) == pytest.approx(0.20318787, abs=1e-8)
    assert [never_told(TIRING), never_told(EPIDEMIC)] == pytest.approx(
        [0.324243, 0.203188], abs=1e-6
    )
    assert highest(MAKI_THOMPSON) == pytest.approx(1 - np.log(2), abs=1e-12)
    assert [highest(TIRING), highest(EPIDEMIC)] == pytest.approx([0.18701, 0.15343], abs=1e-5)


@ALL_THREE
def test_peak_of_spreaders_matches_theory(law):
    """How many talk at once decides how loud the worst hour is (Lebensztayn & Rodriguez 2025)."""
    rng, peaks = np.random.default_rng(2), []
    for _ in range(20):
        counts, spreaders = np.array([[10**6, 1000, 0, 0]]), [0]
        while counts[0, 1] > 0.9 * spreaders[-1]:
            spread(law, counts, 0.1, 0, rng)
            spreaders.append(counts[0, 1])
        peaks.append(max(spreaders) / 10**6)
    error = 4 * np.std(peaks) / np.sqrt(len(peaks))
    # 1,000 first spreaders and looks 0.1 apart each move the peak by less than 0.1 %.
    assert abs(np.mean(peaks) - highest(law)) < error + 0.002 * highest(law)


@pytest.mark.slow
@ALL_THREE
def test_variance_of_final_ignorants_matches_theory(law):
    """Intervals over many seeds are only as honest as the variance: 4,000 outbreaks by leaps."""
    finals = final_ignorants(law, 10**6, 4000, 0, seed=3, first_spreaders=30)
    assert abs(finals.var() / 10**6 / law[3] - 1) < 4 * np.sqrt(2 / 4000)


@pytest.mark.parametrize("exact_below", [0, EVERYBODY])
@pytest.mark.parametrize("law", [TIRING, EPIDEMIC])
def test_rumour_dies_young_as_theory_says(law, exact_below):
    """Many rumours never take; a leap that smooths the first spreaders away would lose that.

    Extinction by time t of a linear birth-death process: δ(1 - e^-rt)/(λ - δe^-rt), r = λ - δ
    (Kendall 1948), which tends to δ/λ. 2,000 rumours in ten million people.
    """
    rng, dead = np.random.default_rng(4), 0
    for _ in range(2000):
        counts = np.array([[10**7, 1, 0, 0]])
        spread(law, counts, 3.0, exact_below, rng)
        dead += counts[0, 1] == 0
    tell, _, tire, _ = law
    left = np.exp(-3.0 * (tell - tire))
    expected = tire * (1 - left) / (tell - tire * left)
    assert abs(dead / 2000 - expected) < 4 * np.sqrt(expected * (1 - expected) / 2000)


@pytest.mark.parametrize("busy", [False, True])
def test_few_spreaders_keep_their_luck_beside_a_busy_audience(busy):
    """A crowd that leaps next door must not round the first three spreaders of a rumour.

    As above, 600 rumours from three spreaders each; next door a hundred million read the account.
    """
    rng, dead = np.random.default_rng(10), 0
    both = np.concatenate([rates(EPIDEMIC, 1.0), rates(EPIDEMIC, 1.0)])
    for _ in range(600):
        counts = np.array([[10**7, 3, 0, 0], [10**8 * busy, 0, 0, 0]])
        kernel.advance(counts, both, np.array([[0, 0, 0], [0, 1e-3, 0]]), 3.0, 0, rng)
        dead += counts[0, 1] == 0
    left = np.exp(-1.5)
    expected = (0.5 * (1 - left) / (1 - 0.5 * left)) ** 3
    assert abs(dead / 600 - expected) < 4 * np.sqrt(expected * (1 - expected) / 600)


@pytest.mark.parametrize("inside", [0.0, 0.6, 1.0])
def test_two_people_meet_only_each_other(inside):
    """Somebody who could meet himself would talk at half the rate. 3,000 pairs, half hear."""
    finals = final_ignorants((1.0, 1.0, 1.0, 0.0), 1, 3000, EVERYBODY, seed=11, inside=inside)
    assert abs(finals.mean() - 0.5) < 4 * np.sqrt(0.25 / 3000)


@pytest.mark.parametrize("inside", [0.0, 0.6, 1.0])
@pytest.mark.parametrize(
    ("ignorants", "law_of_finals"),
    [(2, [3 / 4, 1 / 4]), (3, [0.5925925926, 0.2962962963, 0.1111111111])],
)
def test_tiny_audience_has_the_exact_law(ignorants, law_of_finals, inside):
    """With three people every off-by-one in who meets whom shows. 6,000 rumours each."""
    finals = final_ignorants(MAKI_THOMPSON, ignorants, 6000, EVERYBODY, seed=5, inside=inside)
    seen = np.bincount(finals.astype(int), minlength=ignorants + 1)
    assert seen[ignorants] == 0
    assert chisquare(seen[:ignorants], 6000 * np.array(law_of_finals)).pvalue > FOUR_ERRORS


@pytest.mark.parametrize(
    ("ignorants", "replications", "mean"),
    [
        (100, 2000, 0.20451879),
        pytest.param(1000, 10_000, 0.20330646, marks=pytest.mark.slow),
    ],
)
def test_mean_of_a_finite_audience_is_exact(ignorants, replications, mean):
    """The limit is not the law: a hundred employees keep 20.45 % ignorant, not 20.32 %."""
    shares = final_ignorants(MAKI_THOMPSON, ignorants, replications, EVERYBODY, seed=6) / ignorants
    assert abs(shares.mean() - mean) < 4 * shares.std() / np.sqrt(replications)


@pytest.mark.parametrize("exact_below", [0, EVERYBODY])
def test_first_minutes_are_a_yule_process(exact_below):
    """P(Y = k) = e^-t (1 - e^-t)^(k-1) while nobody tires: the early doubling, with its luck."""
    rng, spreaders = np.random.default_rng(7), []
    for _ in range(3000):
        counts = np.array([[10**9, 1, 0, 0]])
        spread(MAKI_THOMPSON, counts, 1.5, exact_below, rng)
        spreaders.append(counts[0, 1])
    seen = np.bincount(np.minimum(spreaders, 16), minlength=17)[1:]
    chance = np.exp(-1.5) * (1 - np.exp(-1.5)) ** np.arange(15)
    expected = 3000 * np.append(chance, 1 - chance.sum())
    assert chisquare(seen, expected).pvalue > FOUR_ERRORS


@pytest.mark.parametrize(
    ("ignorants", "replications", "mean", "exact_below"),
    [
        (100, 300, 13.6, EVERYBODY),
        pytest.param(1000, 1000, 19.8, EVERYBODY, marks=pytest.mark.slow),
        pytest.param(10_000, 1000, 25.9, 0, marks=pytest.mark.slow),
    ],
)
def test_duration_matches_the_published_mean(ignorants, replications, mean, exact_below):
    """About 2.685 ln N meetings until the last spreader is quiet: the clock is right too."""
    rng, durations = np.random.default_rng(8), []
    for _ in range(replications):
        counts, looks = np.array([[ignorants, 1, 0, 0]]), 0
        while counts[0, 1] > 0:
            spread(MAKI_THOMPSON, counts, 0.2, exact_below, rng)
            looks += 1
        durations.append(0.2 * (looks - 0.5))
    error = 4 * np.std(durations) / np.sqrt(replications)
    assert abs(np.mean(durations) - mean) < error + 0.05


@pytest.mark.parametrize("exact_below", [0, EVERYBODY])
def test_broadcast_correction_is_binomial(exact_below):
    """Without talk each person meets the account on his own: Binomial(N, exp(-∫κ)) stay ignorant.

    Six intervals of three hazards, 400 replications of 2,000 people.
    """
    rng, ignorants = np.random.default_rng(9), []
    for _ in range(400):
        counts = np.array([[2000, 0, 0, 0]])
        for account in (0.002, 0.02, 0.006) * 2:
            dangers = np.array([[0.0, account, 0.0]])
            kernel.advance(counts, rates(TIRING), dangers, 10.0, exact_below, rng)
        ignorants.append(counts[0, 0])
    stays = np.exp(-20 * (0.002 + 0.02 + 0.006))
    variance = 2000 * stays * (1 - stays)
    assert abs(np.mean(ignorants) - 2000 * stays) < 4 * np.sqrt(variance / 400)
    assert abs(np.var(ignorants) / variance - 1) < 4 * np.sqrt(2 / 400)
