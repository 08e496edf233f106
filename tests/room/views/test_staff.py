from simulator.room.views import staff
from tests.room.views.moments import CELL, EYES, WORD, sight
from tests.room.views.test_due import PROMISE

NOTE = {"do": "write_log", "at": 40, "text": "Rien"}
DIRECTION = {"do": "skip_inject", "at": 41, "inject": "nudge"}


def test_nights_are_grey():
    """From 22 to 7, local time; StartEx is at 18:00 and the end two days later."""
    assert staff(sight(until=10))["nights"] == [[240, 780], [1680, 2220]]


def test_the_story_stands_tallest():
    """The world is above the line."""
    above = staff(sight(EYES, until=300))["above"]
    tallest = max(above, key=lambda mark: mark["size"])
    assert tallest["label"] == "The file leaks"
    assert all(0 < mark["size"] <= 1 for mark in above)


def test_the_team_is_below():
    """Statements as blocks, other acts as ticks; notes and the facilitator's doings are neither."""
    below = staff(sight(CELL, NOTE, DIRECTION, WORD, until=300))["below"]
    assert [(mark["kind"], mark["at"]) for mark in below] == [("act", 10), ("statement", 180)]


def test_what_is_owed_is_on_it():
    """As a diamond at its hour."""
    (due,) = staff(sight(PROMISE, until=100))["due"]
    assert (due["label"], due["at"], due["state"]) == ("Promised update", 660, "running")
