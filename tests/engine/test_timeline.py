"""The clock of an exercise stops at exactly the minute asked for."""

from hypothesis import given
from hypothesis import strategies as st

from simulator import Exercise
from simulator.engine.timeline import Timeline
from tests.builders import a_scenario, decided

SMALL = a_scenario()
STOPS = st.lists(st.floats(0, 600, allow_nan=False), max_size=12)


@given(STOPS, st.integers(1, 36_000))
def test_stands_at_the_minute_whatever_came_before(stops, seconds):
    """Where it stopped earlier leaves no trace in the last digit."""
    timeline, minute = Timeline(), seconds / 60
    for stop in sorted(stop for stop in stops if stop < minute):
        timeline.play(stop)
    timeline.play(minute)
    assert timeline.now == minute


def test_what_happens_at_the_minute_is_still_to_come():
    """A decision comes before the world's move."""
    timeline, seen = Timeline(), []
    timeline.timeout(5).callbacks.append(lambda _event: seen.append(timeline.now))
    timeline.play(5)
    assert seen == []
    timeline.play(5.1)
    assert seen == [5]


def test_going_back_does_nothing():
    """Time does not."""
    timeline = Timeline()
    timeline.play(7)
    timeline.play(3)
    assert timeline.now == 7


@given(STOPS, st.integers(60, 30_000))
def test_looks_at_odd_moments_leave_the_journal_alone(stops, seconds):
    """To the byte, a decision at an odd second included."""
    plan = decided(SMALL, {"do": "activate_cell", "at": seconds / 60})
    looked, alone = Exercise(SMALL, 7, plan), Exercise(SMALL, 7, plan)
    for stop in sorted(stops):
        looked.advance(stop)
    for exercise in (looked, alone):
        exercise.advance(620)
    assert looked.journal.lines() == alone.journal.lines()
