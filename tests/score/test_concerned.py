"""Those whose data were taken: how soon they must be told, and what became of them."""

import pytest

from simulator.journal.book import Journal
from simulator.journal.entries import (
    CustomersCounted,
    FactKnown,
    HarmCounted,
    HelplineCounted,
    Started,
)
from tests.score.builders import BROKE, HOUR, Play, a_scenario, two


def taken(kind: str) -> Play:
    """Return a play in which data of one kind were taken from the operators."""
    data = {
        "id": "data", "kind": kind, "name": two("…"), "audience": "operators", "fact": "how-many",
    }  # fmt: skip
    return Play(a_scenario(data_taken=[data]))


def points(play: Play) -> float:
    """Return the points when the operators alone are told, three hours after the story."""
    play.note(BROKE + 3 * HOUR, operators=0.5)
    return play.points("audiences_told")


def test_bank_data_leave_two_hours():
    """A sixth of twelve: the third hour costs, where it would have been free."""
    usual, bank = points(Play()), points(taken("bank"))
    assert bank == pytest.approx(usual * 2 ** (-1 / 24))


def test_those_at_risk_are_owed_a_word_before_the_story():
    """A theft the team knows of on Monday is theirs to tell on Monday, story or none."""
    known = taken("bank")
    known.journal = Journal()
    known.record(Started, 0, version="0", seed=7, scenario=known.scenario.model_dump(mode="json"))
    known.record(FactKnown, 0, fact="how-many")
    known.news(BROKE + 9 * HOUR)
    known.note(BROKE + 3 * HOUR, facts=("how-many",), operators=0.5)
    assert known.points("audiences_told") == pytest.approx(points(Play()) * 2 ** (-2 / 24))


@pytest.mark.parametrize("kind", ["credentials", "contact", "technical"])
def test_other_data_leave_the_usual_time(kind):
    """Never more than the four hours everybody has."""
    assert points(taken(kind)) == pytest.approx(points(Play()))


def test_outcome_counts_the_people_concerned():
    """The last count of each, summed over audiences, and the phones summed over hours."""
    play = taken("bank")
    for day in (1, 2):
        play.record(HarmCounted, day * 1440, harmed={"operators": 3 * day}, warned={})
        left, returned = {"operators": 5 * day, "staff": 1}, {"operators": day, "staff": 0}
        play.record(CustomersCounted, day * 1440, left=left, returned=returned)
    for hour in (100, 160):
        play.record(
            HelplineCounted, hour, calls=40, answered=30, abandoned=10, called_back=5,
            to_call_back=5, agents=4, wait=1.0, cost=140.0,
        )  # fmt: skip
    outcome = play.score().outcome
    assert (outcome.harmed, outcome.customers_left, outcome.customers_returned) == (6, 11, 2)
    assert (outcome.helpline_calls, outcome.helpline_abandoned) == (80, 20)
    assert outcome.helpline_cost == 280


def test_outcome_without_data_taken_is_empty():
    """None is not nought: nobody was at risk."""
    outcome = Play().score().outcome
    assert (outcome.harmed, outcome.customers_left, outcome.customers_returned) == (None,) * 3
    assert (outcome.helpline_calls, outcome.helpline_cost) == (0, 0)


def phones(answered: int, called_back: int) -> float:
    """Return the points of the answers each audience got, with so many of 40 callers heard."""
    play = Play()
    play.record(
        HelplineCounted, 100, calls=40, answered=answered, abandoned=40 - answered,
        called_back=called_back, to_call_back=0, agents=4, wait=1.0, cost=140.0,
    )  # fmt: skip
    return play.points("fit")


def test_call_back_is_worth_less_than_an_answer():
    """One agent who calls everybody back the next day is no match for enough of them."""
    assert phones(40, 0) > phones(20, 20) > phones(20, 0)
