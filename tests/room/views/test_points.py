from itertools import pairwise

from simulator.room.views import points
from tests.room.views.moments import BREAKS, SMALL, WORD, journal, shipped
from tests.room.views.test_due import PROMISE


def labels(found):
    """Return the moments by label."""
    return {point["label"]: point["at"] for point in found}


def test_the_break_is_a_point():
    """Where most would begin again."""
    found = labels(points({"red": journal(until=600)}, SMALL, "en"))
    assert found["StartEx"] == 0
    assert found["The story breaks"] == BREAKS


def test_a_statement_is_restarted_from_before():
    """A branch keeps what was decided before the minute: another word can be said."""
    found = labels(points({"red": journal(WORD, until=600)}, SMALL, "en"))
    assert found["Before: Press release"] == 180


def test_a_missed_promise_can_still_be_kept():
    """The point lies an hour before."""
    found = labels(points({"red": journal(PROMISE, until=800)}, SMALL, "fr"))
    assert found["Une heure avant le point manqué"] == 600


def test_points_name_their_team():
    """Where teams differ; what is common to all is told once."""
    journals = {"red": journal(WORD, until=600), "blue": journal(until=600)}
    found = labels(points(journals, SMALL, "en", {"red": "Red", "blue": "Blue"}))
    assert found["The story breaks"] == BREAKS
    assert "Red · Before: Press release" in found


def test_points_are_few_and_in_order():
    """A list one can read, however long the exercise."""
    scenario, played = shipped("gemalto-2015", "exemplary")
    found = points({"red": played}, scenario, "fr")
    assert 5 < len(found) <= 40
    assert all(a["at"] <= b["at"] for a, b in pairwise(found))
