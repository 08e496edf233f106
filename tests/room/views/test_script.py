import pytest

from simulator.room.views import next_line, script
from simulator.scenario import load, shipped
from simulator.text import LANGUAGES
from tests.engine.live import an_inject
from tests.room.views.moments import SMALL, journal

SKIP = {"do": "skip_inject", "at": 10, "inject": "call"}
EARLY = {"do": "give_inject", "at": 10, "inject": "nudge"}
SAID = {"do": "publish", "at": 200, "channels": ["press_release"], "facts": ["leaked"]}


def lines(now, language="en", **teams):
    """Return the lines of a room at a minute, by id; each team is a list of decisions."""
    journals = {team: journal(*given, until=now) for team, given in teams.items()}
    return {line["id"]: line for line in script(SMALL, journals, now, language)}


def test_every_line_is_there_before_the_start():
    """A facilitator reads it before anybody plays."""
    found = script(SMALL, {}, 0, "fr")
    assert [line["id"] for line in found] == ["call", "scoop", "nudge"]
    assert [line["state"] for line in found] == ["to_come", "to_come", "conditional"]


def test_a_line_played_says_when():
    """For each team, and for all of them."""
    call = lines(60, red=[], blue=[])["call"]
    assert (call["state"], call["at_played"]) == ("played", 30)
    assert call["teams"] == {"red": "played", "blue": "played"}


def test_teams_may_differ():
    """One was spared the call, the other had it."""
    call = lines(60, red=[SKIP], blue=[])["call"]
    assert call["teams"] == {"red": "skipped", "blue": "played"}
    assert call["state"] == "played"
    assert lines(60, red=[SKIP])["call"]["state"] == "skipped"


def test_a_contingency_is_spared():
    """The team had acted."""
    assert lines(500, red=[SAID])["nudge"]["state"] in ("spared", "conditional")
    assert lines(60, red=[EARLY])["nudge"]["at_played"] == 10


def test_the_condition_is_a_sentence():
    """What it waits for, and what would spare the team."""
    found = lines(0, red=[])["nudge"]["when"]
    assert found == "if nothing was said, silent for 4\u00a0h\u00a000; unless statement"
    assert lines(0, "fr", red=[])["nudge"]["when"].startswith("si rien n’a été dit, silence")


def test_an_added_line_is_in_its_place():
    """Between the others, by its time, marked as added."""
    add = {"do": "add_inject", "at": 5, "inject": an_inject(at=100)}
    found = lines(20, red=[add])
    assert list(found) == ["call", "extra", "scoop", "nudge"]
    assert (found["extra"]["added"], found["extra"]["state"]) == (True, "to_come")


def test_an_edited_line_replaces():
    """The old one is skipped, the new one is to come."""
    add = {"do": "add_inject", "at": 5, "inject": an_inject(at=100), "replaces": "call"}
    assert lines(60, red=[add])["call"]["state"] == "skipped"


@pytest.mark.parametrize(("minute", "coming"), [(0, "call"), (60, "scoop"), (200, None)])
def test_the_next_line_is_named(minute, coming):
    """By the clock: conditions come when they come."""
    journals = {"red": journal(until=minute)}
    assert next_line(SMALL, journals, minute) == coming
    marked = [line["id"] for line in script(SMALL, journals, minute, "en") if line["next"]]
    assert marked == ([coming] if coming else [])


@pytest.mark.parametrize("case", shipped())
def test_every_condition_has_words(case):
    """In every shipped case and both languages."""
    scenario = load(case)
    for language in LANGUAGES:
        for line in script(scenario, {}, 0, language):
            assert line["state"] == "to_come" or line["when"]
            assert "{" not in (line["when"] or "")
