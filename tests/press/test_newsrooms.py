from itertools import pairwise
from typing import get_args

import pytest

from simulator.press.newsrooms import NEWSROOMS, digging, next_slot, press_activity, take_up_chance
from simulator.scenario.kinds import AudienceKind, OutletKind
from simulator.times import Clock
from tests.press.builders import HOUR, PARIS, THURSDAY


def slots(rhythm, number, clock=THURSDAY, start=0.0):
    """Return the local times of the next slots of a rhythm."""
    found, now = [], start
    for _ in range(number):
        now = next_slot(rhythm, now, clock)
        found.append(clock.local(now))
    return found


def test_every_kind_of_outlet_is_described():
    """A kind that a scenario may use and the press does not know would fail in the run."""
    assert set(NEWSROOMS) == set(get_args(OutletKind))
    assert all(set(room.reach) == set(get_args(AudienceKind)) for room in NEWSROOMS.values())


@pytest.mark.parametrize("kind", get_args(OutletKind))
def test_half_take_a_story_up_at_the_threshold(kind):
    """What the threshold of a newsroom means."""
    assert take_up_chance(NEWSROOMS[kind], NEWSROOMS[kind].threshold) == 0.5


def test_big_story_is_taken_up():
    """Gemalto (1.19) fills every front page; a shop's leak (.39) the local paper's."""
    chances = [take_up_chance(room, 1.19) for room in NEWSROOMS.values()]
    assert min(chances) > 0.8
    small = {kind: take_up_chance(room, 0.39) for kind, room in NEWSROOMS.items()}
    assert small.pop("local") > 0.7
    assert max(small.values()) < 0.25


@pytest.mark.parametrize(
    ("rhythm", "hour", "minute"),
    [("evening_paper", 22, 0), ("evening_news", 20, 0), ("morning", 7, 30), ("midday", 11, 0)],
)
@pytest.mark.parametrize("start", ["2015-03-26 12:00", "2015-10-22 12:00"])
def test_daily_slot_comes_once_a_day(rhythm, hour, minute, start):
    """At its local hour, also on the days the clocks change."""
    found = slots(rhythm, 7, Clock.starting(start, PARIS))
    assert {(at.hour, at.minute) for at in found} == {(hour, minute)}
    assert [(b.date() - a.date()).days for a, b in pairwise(found)] == [1] * 6


def test_wire_decides_every_hour():
    """Agencies never close."""
    assert [at.hour for at in slots("hourly", 26)] == [*range(1, 24), 0, 1, 2]


def test_sites_decide_every_three_hours_by_day():
    """From seven; nobody updates the home page at four."""
    assert [at.hour for at in slots("three_hourly", 8)] == [7, 10, 13, 16, 19, 22, 7, 10]


def test_slot_is_always_ahead():
    """A slot at the present minute would print without end."""
    for kind in NEWSROOMS.values():
        now = 0.0
        for _ in range(50):
            later = next_slot(kind.rhythm, now, THURSDAY)
            assert later > now
            now = later


@pytest.mark.parametrize(
    ("hour", "weekend", "busy"),
    [(6.9, False, 0.05), (7, False, 1), (19.9, False, 1), (20, False, 0.35), (12, True, 0.4)],
)
def test_newsrooms_are_busy_by_day(hour, weekend, busy):
    """Night calls are rare, weekends thin."""
    assert press_activity(hour, weekend) == pytest.approx(busy)


def test_printing_takes_longer_to_be_read():
    """An article on a site is read within the hour, a paper within the day."""
    scales = {kind: room.attention for kind, room in NEWSROOMS.items()}
    assert scales["online"] == scales["wire"] < scales["daily"] == 3 * HOUR


def test_little_is_found_out_at_night():
    """As much in a day as before, and nearly nothing of it while people sleep."""
    hours = [digging(half / 2) for half in range(48)]
    assert sum(hours) / len(hours) == pytest.approx(1)
    assert digging(3.0) < 0.1 < digging(21.0) < digging(11.0)
