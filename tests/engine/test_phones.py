"""The helpline in a whole run: they call, get through or give up, and are called back."""

import time
from itertools import pairwise

import pytest

from simulator import Exercise, run
from simulator.journal import Journal
from simulator.journal.entries import (
    DecisionMissing,
    DecisionRefused,
    HelplineCounted,
    HelplineOverloaded,
    News,
    OpinionMeasured,
    TrustMoved,
)
from tests.builders import decided
from tests.engine.builders import GIANT, SHOP, line, mail, played

DAY = 1440.0


def calls(journal: Journal, until: float = 1e9) -> int:
    return sum(hour.calls for hour in journal.of(HelplineCounted) if hour.at <= until)


def test_fifteen_million_people_call_forty_thousand_times():
    """On the first day, within four standard errors of a Poisson draw."""
    journal = played(GIANT, mail(), line(2000))
    assert calls(journal, until=16 * 60 + DAY) == pytest.approx(41_250, abs=4 * 41_250**0.5)


def test_a_shop_gets_a_handful_of_calls():
    """Mean over six seeds: 5.5 on the first day, 9 in the five days left of 11 in all."""
    runs = [played(SHOP, mail(), line(1), seed=seed) for seed in range(6)]
    day = [calls(journal, until=16 * 60 + DAY) for journal in runs]
    assert sum(day) / 6 == pytest.approx(5.5, abs=4 * (5.5 / 6) ** 0.5)
    assert sum(map(calls, runs)) / 6 == pytest.approx(9.2, abs=4 * (9.2 / 6) ** 0.5)


def test_too_few_agents_make_news_and_enough_do_not():
    """The same callers: a line that breaks down is a story of its own."""
    few, enough = played(GIANT, mail(), line(100)), played(GIANT, mail(), line(2000))
    assert calls(few) == calls(enough)
    assert few.of(HelplineOverloaded)
    assert "helpline_overloaded" in [news.what for news in few.of(News)]
    assert not enough.of(HelplineOverloaded)
    assert sum(hour.abandoned for hour in enough.of(HelplineCounted)) == 0


def test_an_overload_is_told_once_a_day():
    """The same line is not news every hour."""
    times = [entry.at for entry in played(GIANT, mail(), line(50)).of(HelplineOverloaded)]
    assert all(later - one >= DAY for one, later in pairwise(times))


def test_more_agents_in_time_call_everybody_back():
    """Resizing is how a team catches up."""
    more = {"do": "resize_helpline", "at": "T+30h", "agents": 1500}
    hours = played(GIANT, mail(), line(100), more).of(HelplineCounted)
    assert max(hour.to_call_back for hour in hours) > 10_000
    assert hours[-1].to_call_back == 0
    assert sum(h.called_back for h in hours) == sum(h.abandoned for h in hours)


def test_callers_hear_the_account_and_trust_a_little_more():
    """A voice is worth a page."""
    with_line, without = played(GIANT, mail(), line(2000)), played(GIANT, mail())
    assert "helpline" in [entry.why for entry in with_line.of(TrustMoved)]
    last, alone = (journal.of(OpinionMeasured)[-1] for journal in (with_line, without))
    assert last.trust[1] > alone.trust[1]
    assert last.informed[1] > alone.informed[1]


def test_no_helpline_is_noticed_once():
    """They try the switchboard; nobody there knows."""
    journal = played(GIANT, mail())
    missing = [entry for entry in journal.of(DecisionMissing) if entry.do == "open_helpline"]
    assert [entry.about for entry in missing] == ["customers"]
    lost = [entry for entry in journal.of(TrustMoved) if entry.why == "no_helpline"]
    assert lost
    assert missing[0].id in lost[-1].causes
    assert not journal.of(HelplineCounted)


def test_a_line_answers_in_its_hours():
    """Nine to six on Friday, then Monday."""
    hours = played(GIANT, mail(), line(500, opens=9.0, closes=18.0, weekends=False))
    local = [GIANT.clock.local(hour.at - 5) for hour in hours.of(HelplineCounted)]
    assert {when.weekday() for when in local} == {0, 1, 2, 4}
    assert all(9 <= when.hour < 18 for when in local)


def test_a_closed_line_answers_no_more():
    """Whoever calls then is lost again."""
    journal = played(GIANT, mail(), line(500), {"do": "close_helpline", "at": "T+40h"})
    assert max(hour.at for hour in journal.of(HelplineCounted)) == 40 * 60
    assert "no_helpline" in [entry.why for entry in journal.of(TrustMoved)]


def test_the_insurers_call_centre_answers_alone():
    """Thirty agents that cost the team nothing."""
    exercise = Exercise(GIANT, 7, decided(GIANT, mail()))
    exercise._model.services.add("call_centre")
    exercise.advance(GIANT.horizon)
    hours = exercise.journal.of(HelplineCounted)
    assert {hour.agents for hour in hours} == {30}
    assert sum(hour.cost for hour in hours) == 0
    assert all(8 <= GIANT.clock.hour(hour.at - 5) < 20 for hour in hours)


def test_agents_are_paid_for_their_hours():
    """Ten agents, day and night, until the end."""
    hours = played(SHOP, line(10, at="T+24h")).of(HelplineCounted)
    assert sum(hour.cost for hour in hours) == pytest.approx(10 * 35 * 5 * 24)


OPEN, RESIZE, CLOSE = decided(
    SHOP,
    line(1, at="T+1h"),
    {"do": "resize_helpline", "at": "T+2h", "agents": 3},
    {"do": "close_helpline", "at": "T+3h"},
)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ([OPEN, OPEN], "already open"),
        ([RESIZE], "not open"),
        ([CLOSE], "not open"),
        ([OPEN, CLOSE, CLOSE], "not open"),
        ([OPEN.model_copy(update={"opens": 18.0, "closes": 9.0})], "close before it opens"),
    ],
)
def test_impossible_decision_is_refused(given, reason):
    """A room takes decisions live that no file would hold: one line at a time."""
    refused = run(SHOP, given, 7).of(DecisionRefused)
    assert [reason in entry.reason["en"] for entry in refused] == [True]


def test_looking_changes_nothing():
    """The room may stop the clock wherever it likes."""
    plan = decided(GIANT, mail(), line(300))
    exercise = Exercise(GIANT, 7, plan)
    for minute in range(7, int(GIANT.horizon), 101):
        exercise.advance(minute)
    exercise.advance(GIANT.horizon)
    assert exercise.journal == run(GIANT, plan, 7)


def test_fifteen_million_cost_what_two_thousand_do():
    """No event a caller."""
    spent = []
    for scenario in (SHOP, GIANT):
        plan, begun = decided(scenario, mail(), line(300)), time.process_time()
        run(scenario, plan, 7)
        spent.append(time.process_time() - begun)
    assert spent[1] < 3 * spent[0] + 0.2
