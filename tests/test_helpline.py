import time

import numpy as np
import pytest

from simulator.helpline import (
    AGENT_HOUR,
    COME_BACK,
    SWITCHBOARD,
    Helpline,
    Line,
    Wishes,
    call_centre,
)

HOUR, DAY = 60.0, 1440.0


def a_helpline(readers=0.0, at=0.0, seed=1):
    """Return a helpline about which so many people have read."""
    rng = np.random.default_rng(seed)
    helpline = Helpline(1, rng, np.random.default_rng(seed + 1))
    helpline.wishes.read(at, np.array([readers]))
    return helpline


def lived(helpline, start, hours, agents, lent=0):
    """Live whole hours with so many agents and return them."""
    counted = []
    for hour in range(hours):
        begin = start + hour * HOUR
        helpline.live(begin, begin + HOUR, own=agents, lent=lent, exists=True)
        counted.append(helpline.count())
    return counted


@pytest.mark.parametrize(
    ("people", "first_day", "in_all"), [(15_000_000, 41_250, 82_500), (2000, 5.5, 11)]
)
def test_one_reader_in_a_hundred_calls(people, first_day, in_all):
    """Half of them on the first day: 41,000 calls for a large firm, 6 for a shop."""
    wishes = Wishes(1)
    wishes.read(100, np.array([0.55 * people]))
    assert wishes.between(100, 100 + DAY)[0] == pytest.approx(first_day)
    assert wishes.between(0, 1e12)[0] == pytest.approx(in_all)


def test_nobody_calls_before_the_message():
    """It is the letter that makes them call."""
    wishes = Wishes(2)
    wishes.read(DAY, np.array([1e6, 0.0]))
    assert wishes.between(0, DAY).tolist() == [0, 0]
    assert wishes.between(0, 2 * DAY).tolist() == pytest.approx([5000, 0])


@pytest.mark.parametrize(
    ("hour", "weekend", "agents"),
    [(8.9, False, 0), (9, False, 5), (17.9, False, 5), (18, False, 0), (12, True, 0)],
)
def test_a_line_keeps_its_hours(hour, weekend, agents):
    """From nine to six on working days."""
    assert Line(5, 9.0, 18.0, weekends=False).on_duty(hour, weekend) == agents


def test_a_line_may_work_at_weekends():
    """Breaches like Friday evenings."""
    assert Line(5, 9.0, 18.0, weekends=True).on_duty(12, weekend=True) == 5


@pytest.mark.parametrize(("hour", "agents"), [(7.9, 0), (8, 30), (19.9, 30), (20, 0)])
def test_the_insurers_agents_work_every_day(hour, agents):
    """Thirty, from eight to eight."""
    assert call_centre(hour) == agents


def test_half_come_back_at_opening():
    """A closed door sends the other half away for good."""
    helpline = a_helpline(1e7)
    wanted = helpline.wishes.between(0, 10 * HOUR)[0]
    helpline.live(0, 10 * HOUR, own=0, lent=0, exists=True)
    assert helpline.count() is None
    late = helpline.wishes.between(10 * HOUR, 18 * HOUR)[0]
    calls = sum(hour.calls[0] for hour in lived(helpline, 10 * HOUR, 8, 5000))
    assert calls == pytest.approx(late + COME_BACK * wanted, rel=0.02)


def test_a_quarter_try_the_switchboard():
    """Where there is no line, they ring whoever picks up."""
    helpline = a_helpline(1e6)
    lost = helpline.live(0, DAY, own=0, lent=0, exists=False)
    assert lost[0] == pytest.approx(SWITCHBOARD * 5000)


def test_an_open_line_sends_nobody_to_the_switchboard():
    """They have a number to call."""
    assert a_helpline(1e6).live(0, HOUR, own=1, lent=0, exists=True)[0] == 0


def test_too_few_agents_lose_callers_and_enough_do_not():
    """Same callers, other staffing."""
    few, enough = (lived(a_helpline(1e6), 0, 8, agents) for agents in (5, 100))
    assert [hour.calls[0] for hour in few] == [hour.calls[0] for hour in enough]
    assert any(hour.overloaded for hour in few)
    assert sum(hour.abandoned[0] for hour in enough) == 0


def test_a_quiet_hour_is_no_overload():
    """Ten callers of whom five give up make no headline."""
    hours = lived(a_helpline(40_000), 0, 8, 1)
    assert all(hour.calls[0] < 30 for hour in hours)
    assert not any(hour.overloaded for hour in hours)


def test_call_backs_drain_the_queue():
    """Who gave up is called when it calms down, once each."""
    helpline = a_helpline(2e6)
    hours = lived(helpline, 0, 72, 40)
    abandoned = sum(hour.abandoned[0] for hour in hours)
    assert abandoned > 100
    assert helpline.to_call_back[0] == 0
    assert sum(hour.called_back[0] for hour in hours) == abandoned


def test_call_backs_wait_for_free_hands():
    """In the rush nobody is called back."""
    rush = lived(a_helpline(1e7), 0, 1, 10)[0]
    assert rush.abandoned[0] > 1000
    assert rush.called_back[0] == 0


def test_call_backs_are_shared_by_those_who_wait():
    """Two audiences, one queue: nobody is called who does not wait."""
    helpline = Helpline(3, np.random.default_rng(1), np.random.default_rng(2))
    helpline.to_call_back = np.array([90, 9, 1])
    helpline.live(0, HOUR, own=2, lent=0, exists=True)
    back = helpline.count().called_back
    assert back.sum() == 15
    assert (helpline.to_call_back + back == [90, 9, 1]).all()
    assert (helpline.to_call_back >= 0).all()


def test_the_insurer_pays_its_own():
    """Thirty agents lent, two of one's own: two are paid."""
    hour = lived(a_helpline(), 0, 1, 2, lent=30)[0]
    assert (hour.agents, hour.cost) == (32, 2 * AGENT_HOUR)


def test_the_cost_does_not_grow_with_the_people():
    """Ten days of phones for all of humanity cost the computer what a shop's do."""
    begun = time.process_time()
    lived(a_helpline(0.55 * 8.3e9), 0, 240, 5000)
    assert time.process_time() - begun < 2
