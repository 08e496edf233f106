import math

import numpy as np
import pytest

from simulator.churn import Custom, Mood

DAY = 1440.0
CALM, UNTOLD = Mood(0.0, 1.0, 0.55), Mood(0.0, 0.0, 0.55)


def after(days, mood, people=1_000_000, seed=1):
    """Return the custom of one audience after so many days in one mood."""
    custom = Custom(people, np.random.default_rng(seed))
    for _ in range(days):
        custom.live(DAY, mood)
        custom.count()
    return custom


@pytest.mark.parametrize(
    ("mood", "a_day"),
    [
        (CALM, 0.0003),
        (UNTOLD, 0.001),
        (Mood(1.0, 0.0, 0.25), 0.003),
        (Mood(0.5, 0.5, 0.5), 0.5 * 0.002 + 0.25 * 0.001 + 0.25 * 0.0003),
    ],
)
def test_mood_decides_who_leaves(mood, a_day):
    """Believers leave by their distrust, the others by what they were told."""
    assert mood.leaving == pytest.approx(a_day)
    expected = 1_000_000 * -math.expm1(-10 * a_day)
    assert abs(after(10, mood).left - expected) < 4 * math.sqrt(expected)


def test_well_informed_customers_stay():
    """Telling them is also good business."""
    assert after(30, CALM).left < 0.4 * after(30, UNTOLD).left


def test_trusting_customers_come_back():
    """Of those who left and were told, a hundredth a day."""
    custom = after(20, Mood(1.0, 1.0, 0.1))
    assert custom.returned == 0
    gone = custom.left
    custom.live(10 * DAY, Mood(0.0, 1.0, 0.7))
    custom.count()
    assert custom.returned == pytest.approx(gone * -math.expm1(-0.1), rel=0.05)


@pytest.mark.parametrize("mood", [Mood(0.0, 1.0, 0.6), Mood(0.0, 0.0, 0.9)])
def test_without_trust_or_word_nobody_comes_back(mood):
    """Both are needed."""
    assert after(50, mood).returned == 0


def test_nobody_leaves_who_is_not_there():
    """Fifty customers, ten years of silence: no more than fifty are away."""
    custom = after(3650, UNTOLD, people=50)
    assert 0 < custom.left - custom.returned <= 50
