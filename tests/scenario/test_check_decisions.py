import json

import pytest

from simulator.errors import DrillError
from simulator.scenario import DecisionSet
from simulator.scenario.check_decisions import check_decisions, check_each
from tests.builders import SCENARIO, a_scenario, decided, document
from tests.scenario.test_check_others import OTHERS

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
        (PUBLISH | {"audiences": ["x"]}, "audiences[0]: 'x' is not among the audiences"),
        (PUBLISH | {"audiences": ["staff", "staff"]}, "'staff' is already given above"),
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
        ({"facts": ["leaked", "leaked"]}, "is already given above in this list"),
        ({"channels": ["press_release", "press_release"]}, "is already given above"),
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
    with pytest.raises(DrillError, match="'same' is already given above"):
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


@pytest.fixture(scope="module")
def with_others():
    """The small scenario with partners, clocks and a bill."""
    return a_scenario(**document(SCENARIO + OTHERS))


AGREE = {"do": "agree_with_partner", "at": 9, "who_acts": "us", "our_share": 1.0}
NOTIFY = {"do": "notify_authority", "at": 9, "duty": "authority"}
OPEN = {"do": "open_helpline", "at": "T+1h", "agents": 4}
RESIZE = {"do": "resize_helpline", "at": "T+2h", "agents": 8}
CLOSE = {"do": "close_helpline", "at": "T+3h"}


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        ({"do": "inform_partner", "at": 9, "partner": "hst"}, "'hst' is not among the partners; d"),
        (AGREE | {"partner": "x"}, "decisions[0].partner: 'x' is not among the partners"),
        (
            {"do": "use_service", "at": 9, "partner": "x", "service": "lawyers"},
            "'x' is not among the partners",
        ),
        (
            {"do": "use_service", "at": 9, "partner": "insurer", "service": "alignment"},
            "service: insurer does not offer 'alignment'. Allowed: lawyers, call_centre",
        ),
        (
            {"do": "use_service", "at": 9, "partner": "host", "service": "lawyers"},
            "host does not offer 'lawyers'. Allowed: none",
        ),
        (NOTIFY | {"duty": "autority"}, "duty: 'autority' is not among the duties; did you mean"),
        (NOTIFY | {"facts": ["x"]}, "facts[0]: 'x' is not among the facts"),
        (NOTIFY | {"if_known": ["x"]}, "if_known[0]: 'x' is not among the facts"),
        (NOTIFY | {"facts": ["leaked"], "if_known": ["leaked"]}, "already in 'facts'"),
        ({"do": "file_complaint", "at": 9, "duty": "x"}, "duty: 'x' is not among the duties"),
        (
            PUBLISH | {"blames": "x", "responsibility": "shifted"},
            "blames: 'x' is not among the par",
        ),
        (PUBLISH | {"blames": "host"}, "blames: a partner is blamed while 'responsibility' is 'ne"),
        (PUBLISH | {"blames": "host", "responsibility": "owned"}, "is 'owned'; write 'respons"),
        (OPEN | {"opens": 18.0, "closes": 8.0}, "closes: the helpline opens at 18.0 h and closes"),
        (OPEN | {"opens": 18.0}, "opens: the helpline opens at 18.0 h and closes at 18.0 h"),
        (RESIZE, "decisions[0].do: no helpline is open at that time"),
        (CLOSE, "decisions[0].do: no helpline is open at that time"),
    ],
)
def test_decision_about_others_makes_sense(with_others, decision, words):
    """A mistake in a plan is told before it is played."""
    with pytest.raises(DrillError) as caught:
        decided(with_others, decision)
    assert words in str(caught.value)


def test_valid_decisions_about_others_load(with_others):
    """Each of the new kinds, as it should be."""
    partners = [AGREE | {"partner": "host"}, {"do": "inform_partner", "at": 3, "partner": "host"}]
    use = {"do": "use_service", "at": 9, "partner": "insurer", "service": "lawyers"}
    shifted = PUBLISH | {"blames": "host", "responsibility": "shifted"}
    complaint = {"do": "file_complaint", "at": 9}
    plan = [*partners, use, shifted, complaint, NOTIFY | {"facts": ["leaked"]}, CLOSE, RESIZE, OPEN]
    assert len(decided(with_others, *plan)) == len(plan)


def test_agreement_needs_a_bill():
    """There is nothing to share where nothing costs."""
    others = document(SCENARIO + OTHERS.partition("bill:")[0])
    with pytest.raises(DrillError, match="there is no bill to share"):
        decided(a_scenario(**others), AGREE | {"partner": "host"})


def test_closed_helpline_cannot_be_resized(with_others):
    """In the order they are played, not written."""
    with pytest.raises(DrillError, match=r"decisions\[0\]\.do: no helpline is open"):
        decided(with_others, RESIZE | {"at": "T+4h"}, OPEN, CLOSE)
    assert decided(with_others, RESIZE | {"at": "T+5h"}, OPEN, CLOSE, OPEN | {"at": "T+4h"})


@pytest.mark.parametrize(
    "alone",
    [
        {"do": "resize_helpline", "at": 5, "agents": 3},
        {"do": "give_inject", "at": 5, "inject": "added-before"},
    ],
)
def test_a_decision_alone_is_not_blamed_for_the_others(scenario, alone):
    """In a live exercise the engine knows what came before; a set must hold it."""
    text = {"fr": "a", "en": "a"}
    document = {"title": text, "about": text, "decisions": [{"id": "d0", **alone}]}
    plan = DecisionSet.model_validate_json(json.dumps(document))
    assert not list(check_each(plan, scenario))
    assert list(check_decisions(plan, scenario))
