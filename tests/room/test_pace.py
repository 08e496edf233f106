"""The clock of an exercise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.room.pace import Pace


def test_stands_until_it_is_started():
    """Before the start no time passes."""
    pace = Pace()
    assert pace.minute(1000.0) == 0
    assert not pace.running


def test_runs_at_its_rate():
    """Half a minute of exercise a second: an hour in two minutes."""
    pace = Pace(rate=0.5)
    pace.start(100.0)
    assert pace.minute(220.0) == pytest.approx(60)


def test_starting_twice_changes_nothing():
    """A second press on the button does not begin again."""
    pace = Pace(rate=1.0)
    pace.start(0.0)
    pace.start(30.0)
    assert pace.minute(60.0) == 60


def test_stopping_keeps_the_minute():
    """After a stop the minute stays, and the next start goes on from it."""
    pace = Pace(rate=1.0)
    pace.start(0.0)
    pace.stop(10.0)
    assert pace.minute(500.0) == 10
    pace.start(500.0)
    assert pace.minute(505.0) == 15


def test_a_new_rate_counts_from_now():
    """What has passed is not counted again at the new rate."""
    pace = Pace(rate=1.0)
    pace.start(0.0)
    pace.hurry(10.0, 5.0)
    assert pace.minute(12.0) == 20


def test_never_goes_back():
    """A jump to the past stays where it is."""
    pace = Pace(at=50.0)
    pace.jump(0.0, 20.0)
    assert pace.minute(0.0) == 50


ACTS = st.sampled_from(["start", "stop", "hurry", "jump"])


@given(st.lists(st.tuples(ACTS, st.floats(0, 100), st.floats(0.01, 100)), max_size=30))
def test_time_is_monotonic(acts):
    """Whatever the facilitator does, the minute never falls."""
    pace, now, last = Pace(), 0.0, 0.0
    for act, wait, value in acts:
        now += wait
        {
            "start": lambda n, _v: pace.start(n),
            "stop": lambda n, _v: pace.stop(n),
            "hurry": pace.hurry,
            "jump": pace.jump,
        }[act](now, value)
        assert pace.minute(now) >= last - 1e-9 * max(1.0, last)
        last = pace.minute(now)
