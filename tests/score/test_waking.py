from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.score import effective_hours, hl
from simulator.score.waking import WakingHours
from simulator.times import Clock

PARIS = ZoneInfo("Europe/Paris")
TUESDAY = Clock.starting("2024-03-05 08:00", PARIS)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (0, 60, 1),
        (0, 14 * 60, 14),  # 08:00 to 22:00
        (14 * 60, 15 * 60, 0.5),  # 22:00 to 23:00
        (13 * 60, 15 * 60, 1.5),  # over ten o'clock
        (22 * 60, 24 * 60, 1.5),  # 06:00 to 08:00
        (0, 1440, 19.5),
        (0, 14400, 195),
        (60, 60, 0),
        (120, 60, 0),
        (-1440, 0, 19.5),
    ],
)
def test_the_night_counts_half(start, end, hours):
    """Readers and teams sleep; nobody is blamed for a quiet night as for a quiet day."""
    assert effective_hours(TUESDAY, start, end) == pytest.approx(hours)


@pytest.mark.parametrize(
    ("evening", "hours"),
    [("2024-03-30 20:00", 2 + 8 / 2 + 1), ("2024-10-26 20:00", 2 + 10 / 2 + 1)],
)
def test_a_night_is_as_long_as_it_was(evening, hours):
    """The clocks change in the night: spring takes an hour away, autumn gives one."""
    clock = Clock.starting(evening, PARIS)
    length = (2 + (8 if "03-30" in evening else 10) + 1) * 60
    assert effective_hours(clock, 0, length) == pytest.approx(hours)


@given(st.lists(st.floats(0, 14400), min_size=2, max_size=6))
def test_parts_add_up(minutes):
    """A delay cut in pieces is the same delay."""
    waking = WakingHours(TUESDAY, 0, 14400)
    cuts = sorted(minutes)
    parts = sum(waking.between(a, b) for a, b in pairwise(cuts))
    assert parts == pytest.approx(waking.between(cuts[0], cuts[-1]), abs=1e-9)
    assert parts == pytest.approx(effective_hours(TUESDAY, cuts[0], cuts[-1]), abs=1e-9)


@pytest.mark.parametrize(("delay", "points"), [(-3, 100), (0, 100), (4, 100), (28, 50), (52, 25)])
def test_points_fade_by_halves(delay, points):
    """Free up to the limit, then half as much every half-life."""
    assert hl(delay, 4, 24) == pytest.approx(points)
