import pytest

from simulator.errors import DrillError
from tests.builders import a_scenario, decided

PUBLISH = {"do": "publish", "at": "T+1h", "channels": ["press_release"]}
CONFERENCE = {"do": "hold_conference", "at": "T+1h", "speakers": ["chief"]}


@pytest.fixture(scope="module")
def scenario():
    return a_scenario()


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (PUBLISH | {"facts": ["leakd"]}, "facts[0]: 'leakd' is not among the facts; did you mean"),
        (PUBLISH | {"if_known": ["x"]}, "'x' is not among the facts"),
        (PUBLISH | {"revises": ["x"]}, "'x' is not among the facts"),
        (PUBLISH | {"claims": ["x"]}, "'x' is not among the claims"),
        (PUBLISH | {"signed_by": "x"}, "'x' is not among the spokespeople"),
        (CONFERENCE | {"speakers": ["x"]}, "speakers[0]: 'x' is not among the spokespeople"),
        ({"do": "name_spokespeople", "at": 1, "spokespeople": ["x"]}, "is not among the spoke"),
        ({"do": "investigate", "at": 1, "investigation": "x", "people": 1}, "investigations"),
        (PUBLISH | {"do": "correct_claim", "claim": "x"}, "claim: 'x' is not among the claims"),
    ],
)
def test_decision_names_what_exists(scenario, decision, words):
    """A plan is for one scenario."""
    with pytest.raises(DrillError) as caught:
        decided(scenario, decision)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"at": "T+48h"}, "2880 min is the end of the exercise"),
        ({"at": "T+49h"}, "after the horizon of 2880 min"),
        ({"at": -1}, "before StartEx"),
        ({"next_update": "T+30min"}, "promised before the message"),
        ({"next_update": "T+60"}, "promised before the message"),
        ({"next_update": "3 d"}, "is not a time"),
        ({"next_update": "T+3 d"}, "next_update: 4320 min, after the horizon"),
        ({"facts": ["leaked"], "if_known": ["leaked"]}, "already in 'facts'"),
        ({"facts": ["leaked", "leaked"]}, "is already item 0 of this list"),
        ({"channels": ["press_release", "press_release"]}, "is already item 0"),
        ({"channels": []}, "at least 1 needed"),
        ({"channels": "press_release"}, "instead of a list"),
        ({"responsibility": "own"}, "did you mean 'owned'"),
        ({"text": {"fr": " ", "en": "x"}}, "text.fr: the text is empty"),
        ({"speakers": ["chief"]}, "there is no such key here"),
    ],
)
def test_message_makes_sense(scenario, changes, words):
    """What cannot be carried out is said before the exercise."""
    with pytest.raises(DrillError) as caught:
        decided(scenario, PUBLISH | changes)
    assert words in str(caught.value)


def test_empty_message_is_allowed(scenario):
    """A holding word may say nothing yet; the score will tell."""
    (decision,) = decided(scenario, PUBLISH)
    assert decision.facts == ()


def test_decision_ids_are_unique(scenario):
    """The what-ifs shift and drop decisions by id."""
    with pytest.raises(DrillError, match="'same' is already item 0"):
        decided(scenario, PUBLISH | {"id": "same"}, PUBLISH | {"id": "same"})


def test_path_does_not_name_the_kind(scenario):
    """The author sees decisions[0].channels, not the machinery's decisions[0].publish.channels."""
    with pytest.raises(DrillError) as caught:
        decided(scenario, {"do": "publish", "at": 1, "publish": 2})
    paths = {problem.path for problem in caught.value.problems}
    assert paths == {("decisions", 0, "channels"), ("decisions", 0, "publish")}


def test_given_origin_is_kept(scenario):
    """A decision exported from the room says who took it."""
    (decision,) = decided(scenario, PUBLISH | {"origin": "Room 2"})
    assert decision.origin == "Room 2"
