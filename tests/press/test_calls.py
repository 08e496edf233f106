from typing import get_args

import numpy as np
import pytest
import simpy
from hypothesis import given
from hypothesis import strategies as st

from simulator.press import calls as rules
from simulator.press.calls import Caller, need
from simulator.press.newsrooms import press_activity
from simulator.scenario.kinds import OutletKind
from simulator.scenario.shapes import Outlet
from simulator.story import NewsFlow
from simulator.streams import Streams
from simulator.times import Clock
from tests.press.builders import HOUR, PARIS, THURSDAY

DAY = 24 * HOUR
LONG = 4 * DAY


class Newsroom:
    """One outlet that calls while its story is warm; `news` are (minute, size)."""

    def __init__(self, *news, worth=1.0, kind="online", clock=THURSDAY, seed=1, asking=1.0):
        self.env, self.flow, self.calls, self.minutes = simpy.Environment(), NewsFlow(worth), [], []
        self.outlet = Outlet(id="gazette", name="La Gazette", kind=kind)
        self.caller = Caller(self.env, self.outlet, Streams(seed), clock)
        self.warmed = self.env.event()
        for at, size in sorted(news):
            self.env.process(self._happen(at, size))
        self.env.process(
            self.caller.ring(
                heat=self.flow.heat,
                asking=lambda: asking,
                warmed=lambda: self.warmed,
                topic="scope at {}".format,
                on_call=self._ring,
            )
        )

    def _happen(self, at, size):
        yield self.env.timeout(at)
        self.flow.add(at, size, 1)
        warmed, self.warmed = self.warmed, self.env.event()
        warmed.succeed()

    def _ring(self, call):
        self.calls.append(call)
        self.minutes.append(self.env.now)

    def until(self, minute):
        self.env.run(until=minute)
        return self


def asked_one_by_one(news, worth, asking, until, seed=1):
    """Return when calls ring if every candidate is looked at: thinning without any skipping."""
    flow, rng, start, found = NewsFlow(worth), Streams(seed)("calls.gazette"), 0.0, []
    for at, size in news:
        flow.add(at, size, 1)
    rate = rules.CALLS_PER_DESK_HOUR / 60 * 8 * rules._CEILING
    while start < until:
        times = start + np.cumsum(rng.exponential(1 / rate, rules._BLOCK))
        lots, start = rng.random(rules._BLOCK), times[-1]
        for at, lot in zip(times.tolist(), lots.tolist(), strict=True):
            active = press_activity(THURSDAY.hour(at), THURSDAY.weekend(at))
            if at < until and lot < flow.heat(at) * active * asking / rules._CEILING:
                found.append(at)
    return found


stories = st.lists(
    st.tuples(st.floats(0, LONG).filter(lambda at: at > 0), st.floats(0.05, 1.0)), max_size=5
)


@given(stories, st.floats(0.3, 1.2), st.floats(0.3, 1.3), st.integers(0, 2**32))
def test_skipping_misses_no_call(news, worth, asking, seed):
    """Sleeping through hopeless candidates saves time and nothing else, whenever news breaks."""
    lazy = Newsroom(*news, worth=worth, asking=asking, seed=seed).until(LONG)
    assert lazy.minutes == pytest.approx(asked_one_by_one(news, worth, asking, LONG, seed))


@given(stories, st.floats(0.3, 1.2), st.floats(0, 1), st.integers(0, 2**32))
def test_cooler_story_has_a_subset_of_calls(news, worth, share, seed):
    """A better plan meets the same luck: it loses calls and never gains another one's."""
    hot = Newsroom(*news, worth=worth, seed=seed).until(LONG)
    cool = Newsroom(*news, worth=worth * share, seed=seed).until(LONG)
    assert {round(at, 6) for at in cool.minutes} <= {round(at, 6) for at in hot.minutes}


def test_news_wakes_a_sleeping_newsroom():
    """A contradiction at noon brings calls the same afternoon, not next week."""
    newsroom = Newsroom((0.5, 0.001), (36 * HOUR, 1.0)).until(40 * HOUR)
    assert len([at for at in newsroom.minutes if at > 36 * HOUR]) > 3


def test_cold_story_brings_no_calls():
    """Nobody rings about nothing."""
    assert Newsroom().until(LONG).minutes == []


def test_call_comes_with_its_own_luck():
    """The third call of an outlet is the same person under every plan."""
    hot, cool = (Newsroom((0.5, 1.0), worth=worth).until(DAY) for worth in (1.0, 0.4))
    drawn = [(call.name, call.effort, call.meets_conference) for call in hot.calls]
    assert drawn[: len(cool.calls)] == [(c.name, c.effort, c.meets_conference) for c in cool.calls]
    assert [call.name for call in hot.calls[:2]] == ["gazette.1", "gazette.2"]


def test_caller_asks_a_topic_by_lot():
    """What is asked follows the open questions, drawn anew for each call."""
    topics = {call.topic for call in Newsroom((0.5, 1.0)).until(DAY).calls}
    assert len(topics) > 5


@pytest.mark.parametrize("kind", get_args(OutletKind))
def test_only_broadcast_and_wire_are_urgent(kind):
    """They go to air within the hour."""
    (first, *_) = Newsroom((0.5, 1.0), kind=kind).until(LONG).calls
    assert first.urgent is (kind in ("wire", "evening_news"))


def patience(kind, start):
    """Return how long callers of a kind hold who ring at a local time, over 300 calls."""
    clock = Clock.starting(start, PARIS)
    newsroom = Newsroom(kind=kind, clock=clock)
    return [newsroom.caller._call("scope at {}".format).patience for _ in range(300)]


@pytest.mark.parametrize(
    ("kind", "start", "hours"),
    [
        ("wire", "2015-02-19 10:00", 0.75),
        ("online", "2015-02-19 10:00", 1.5),
        ("international", "2015-02-19 23:00", 1.5),
        ("radio", "2015-02-19 10:00", 6),
        ("trade", "2015-02-19 10:00", 8),
        ("investigative", "2015-02-19 10:00", 8),
        ("daily", "2015-02-19 10:00", 10),
        ("local", "2015-02-19 19:50", 0.5),
        ("business", "2015-02-19 21:00", 13),
        ("evening_news", "2015-02-19 16:30", 2),
    ],
)
def test_callers_hold_until_their_deadline(kind, start, hours):
    """The wire gives up within the hour, the daily when it closes, then not before morning."""
    held = np.array(patience(kind, start)) / (hours * HOUR)
    assert 0.7 <= held.min() < 0.72
    assert 1.28 < held.max() <= 1.3


@pytest.mark.parametrize(
    ("questions", "vacuum", "asks"), [(0, 0, 0.3), (1, 0, 1.0), (0, 1, 0.6), (1, 1, 1.3)]
)
def test_open_questions_make_journalists_ask(questions, vacuum, asks):
    """Answered questions are not asked again; a vacuum makes even those ask who know."""
    assert need(questions, vacuum) == pytest.approx(asks)
