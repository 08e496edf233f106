"""Intervals cover what they say they cover."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.study.intervals import Interval, mean, median, share, spread

TIMES = 2000
# Four standard errors of a share near 0.95 over so many samples.
NEAR = 4 * (0.95 * 0.05 / TIMES) ** 0.5
numbers = st.floats(-1e6, 1e6)
samples = st.lists(numbers, min_size=1, max_size=40)


def coverage(intervals, truth):
    """Return in what share of intervals the truth lies."""
    return np.mean([found.low <= truth <= found.high for found in intervals])


def luck(name):
    return np.random.default_rng([*name.encode()])


def test_student_covers_the_mean():
    """Twenty seeds of a bell: 95 % is 95 %."""
    rng = luck("mean")
    found = [mean(rng.normal(3.0, 2.0, 20)) for _ in range(TIMES)]
    assert coverage(found, 3.0) == pytest.approx(0.95, abs=NEAR)


def test_median_is_covered_whatever_the_law():
    """Scores pile up at 100 and rumours have long tails; 40 runs give 96.2 % (binomial)."""
    rng = luck("median")
    found = [median(rng.lognormal(0.0, 2.0, 40)) for _ in range(TIMES)]
    assert coverage(found, 1.0) == pytest.approx(0.9615, abs=NEAR)


@pytest.mark.parametrize("size", [6, 9, 20, 41, 50])
def test_median_is_covered_at_every_size(size):
    """From six runs on, never less than promised."""
    rng = luck("sizes")
    found = [median(rng.normal(size=size)) for _ in range(TIMES)]
    assert 0.95 - NEAR < coverage(found, 0.0) < 0.985


@pytest.mark.parametrize("chance", [0.02, 0.3, 0.5, 0.9])
def test_wilson_covers_a_share(chance):
    """Over sizes near a hundred it swings about 95 %, near 0 and 1 too (Brown et al. 2001)."""
    rng, of = luck("share"), cache(share)
    found = [of(int(rng.binomial(n, chance)), int(n)) for n in rng.integers(90, 110, TIMES)]
    assert coverage(found, chance) == pytest.approx(0.95, abs=2 * NEAR)


def test_wilson_is_wilson():
    """Wilson (1927), by hand: 8 of 10."""
    found = share(8, 10)
    assert found.value == 0.8
    assert (found.low, found.high) == pytest.approx((0.4902, 0.9433), abs=1e-4)


@given(st.integers(1, 300).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_share_stays_between_none_and_all(counted):
    """'Never in twenty runs' is not 'never', and no share is below nothing."""
    found = share(*counted)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.low < found.high


@given(numbers, st.integers(1, 30))
def test_equal_values_leave_no_doubt(value, times):
    """What does nothing is worth nothing, exactly, and one run is all that one run says."""
    sure = Interval(value, value, value)
    assert mean([value] * times) == median([value] * times) == sure


@given(samples)
def test_numbers_lie_in_their_intervals(values):
    """No report shows a mean outside its own bar."""
    for found in (mean(values), median(values)):
        assert found.low <= found.value <= found.high


@given(samples)
def test_spread_is_in_order(values):
    """Half the runs lie between the quartiles, nine of ten between the outer two."""
    found = spread(values)
    quantiles = [min(values), found.p05, found.p25, found.median.value, found.p75, found.p95]
    for lower, upper in zip(quantiles, [*quantiles[1:], max(values)], strict=True):
        assert lower <= upper + 1e-9 * max(1.0, abs(upper))


@given(samples, st.randoms())
def test_order_of_runs_does_not_matter(values, chance):
    """A file of results may be read from its end."""
    mixed = list(values)
    chance.shuffle(mixed)
    assert median(mixed) == median(values)
    assert mean(mixed).value == pytest.approx(mean(values).value)


def test_one_run_has_no_deviation():
    """A study of one seed still opens."""
    assert spread([3.0]).deviation == 0


@pytest.mark.parametrize(
    ("interval", "crosses"),
    [((1, 0.5, 2), False), ((-1, -2, -0.5), False), ((1, -1, 3), True), ((0, 0, 0), True)],
)
def test_crossing_zero_is_seen(interval, crosses):
    """The report calls nothing an effect that may be none."""
    assert Interval(*interval).crosses_zero is crosses
