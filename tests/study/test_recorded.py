"""The plan behind a recorded exercise, as it was and as another seed can play it."""

from simulator import run
from simulator.study.recorded import plan_of, unattended
from simulator.study.whatif import every_change
from tests.builders import decided
from tests.engine.live import BY_HAND, SMALL, answer, ring

OVERRULED = {"do": "overrule", "at": 90, "criterion": "promises", "score": 5.0, "reason": "Vu"}
SPOKEN = {"do": "publish", "at": 80, "channels": ["press_release"]}
PLAN = decided(SMALL, BY_HAND, ring(), answer(), SPOKEN, OVERRULED)


def test_a_recorded_plan_is_whole():
    """Played again it is the same exercise."""
    journal = run(SMALL, PLAN, 7)
    assert run(SMALL, plan_of(journal), 7).lines() == journal.lines()


def test_another_seed_answers_by_itself():
    """Under another luck other journalists call, and a score set by hand would hide the rest."""
    assert [decision.do for decision in unattended(PLAN)] == ["ring_team", "publish"]


def test_what_if_asks_about_the_team_only():
    """Nobody could have called less, but the facilitator."""
    changes = every_change(SMALL, unattended(PLAN), 7)
    assert "d3-absent" in [change.name for change in changes]
    assert "d1-absent" not in [change.name for change in changes]
