import numpy as np
import pytest

from simulator.organisation.knowledge import Knowledge
from simulator.scenario.shapes import Fact, Investigation
from simulator.text import Text

WORDS = Text(fr="…", en="…")
SCOPE = Fact(id="scope", topic="scope", text=WORDS, investigation="logs", takes=360)
ADVICE = Fact(id="advice", topic="advice", text=WORDS, known_at=0)


def a_team(people=2):
    return Knowledge((SCOPE, ADVICE), (Investigation(id="logs", title=WORDS, people=people),))


def test_team_starts_knowing_nothing():
    """What it knows comes from time, inquiry or an inject, never from the scenario alone."""
    assert not a_team().knows(("scope",))
    assert a_team().knows(())


def test_fact_is_learnt_once():
    """The first time counts: from then on it can be withheld."""
    team = a_team()
    assert [team.learn("scope", 10.0), team.learn("scope", 99.0)] == [True, False]
    assert team.known == {"scope": 10.0}


def test_all_facts_must_be_known():
    """A claim that rests on two facts rests on nothing with one."""
    team = a_team()
    team.learn("scope", 0.0)
    assert team.knows(("scope",))
    assert not team.knows(("scope", "advice"))


def test_investigation_seeks_its_facts():
    """Ordering the logs read establishes what the logs can tell."""
    assert a_team().sought("logs") == [SCOPE]


def test_usual_team_goes_at_usual_speed():
    """The scenario's duration is for the scenario's number of people."""
    assert a_team(people=3).speed("logs", 3) == 1.0


def test_more_people_crowd():
    """Twice as many are not twice as fast."""
    assert a_team().speed("logs", 4) == pytest.approx(2**0.7)
    assert a_team().speed("logs", 1) == pytest.approx(0.5**0.7)


def test_nobody_goes_more_than_twice_as_fast():
    """A thousand people do not read one log in a minute."""
    assert a_team().speed("logs", 1000) == 2.0


def test_duration_has_its_median():
    """Half of the inquiries take longer than the scenario says: 2,000 of them, four errors."""
    rng = np.random.default_rng(1)
    logs = np.log([a_team().duration(SCOPE, 2, rng) / 360 for _ in range(2000)])
    assert abs(logs.mean()) < 4 * 0.15 / np.sqrt(2000)
    assert abs(logs.std() / 0.15 - 1) < 4 / np.sqrt(4000)


def test_more_people_keep_the_same_luck():
    """Two plans compare under the same luck: only the staffing differs."""
    few, many = (a_team().duration(SCOPE, n, np.random.default_rng(1)) for n in (2, 4))
    assert few / many == pytest.approx(2**0.7)
