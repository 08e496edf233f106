import pytest

from simulator.journal.entries import CallLost
from simulator.room.views.calls import calls
from simulator.room.views.seen import Seen
from tests.room.views.moments import CELL, VOICES, at, sight

RING = {"do": "ring_team", "at": 60, "outlet": "agency", "patience": 30}
RING |= {"question": {"fr": "Depuis quand ?", "en": "Since when?"}}
HAND = {"do": "take_calls", "at": 0}
CALL = "agency.room.1"
ANSWER = {"do": "answer_call", "at": 65, "call": CALL, "by": "chief"}
HOLD = {"do": "promise_call_back", "at": 65, "call": CALL}


def shown(*given, until, language="en"):
    """Return the section at a minute."""
    return calls(Seen(sight(*given, until=until, language=language)))


def test_a_call_rings_with_its_question():
    """The desk shows who calls, what about, since when and until when."""
    (call,) = shown(HAND, RING, until=61)["items"]
    assert call["state"] == "ringing"
    assert (call["outlet"], call["question"]) == ("The Agency", "Since when?")
    assert (call["rang"], call["gives_up"], call["by"]) == (60, 90, None)


def test_a_question_is_in_the_language():
    """The facilitator typed both."""
    (call,) = shown(HAND, RING, until=61, language="fr")["items"]
    assert call["question"] == "Depuis quand ?"


def test_a_call_taken_is_talking():
    """Until whoever answers has finished; then it is gone."""
    section = shown(HAND, RING, ANSWER, until=65.5)
    (call,) = section["items"]
    assert (call["state"], call["by"], call["at"]) == ("talking", "The director", 65)
    busy = {one["id"]: one["busy_until"] for one in section["can_answer"]}
    assert busy == {"chief": call["until"], "officer": None}
    assert shown(HAND, RING, ANSWER, until=call["until"] + 1)["items"] == []


def test_a_call_back_is_held():
    """The caller waits an hour longer than he would have."""
    (call,) = shown(HAND, RING, HOLD, until=70)["items"]
    assert (call["state"], call["gives_up"], call["until"]) == ("held", 150, 150)


@pytest.mark.parametrize(("minute", "left"), [(95, 1), (149, 1), (151, 0)])
def test_a_lost_call_stays_an_hour(minute, left):
    """Long enough to be seen, not for ever; it stays counted."""
    section = shown(HAND, RING, until=minute)
    assert [call["state"] for call in section["items"]] == ["lost"] * left
    assert section["lost"] == 1


def test_phones_by_hand_are_said():
    """The page shows buttons only where somebody has to press them."""
    assert shown(HAND, until=10)["by_hand"]
    assert not shown(until=10)["by_hand"]


def test_phones_left_to_others_answer_themselves():
    """While the clock jumps nobody has to press anything; afterwards the team takes them again."""
    left = {"do": "leave_calls", "at": 20}
    assert not shown(HAND, left, until=30)["by_hand"]
    assert not shown(HAND, left, until=30)["open"]
    assert shown(HAND, left, {**HAND, "at": 40}, until=50)["by_hand"]


@pytest.mark.parametrize(
    ("given", "hour", "answers"),
    [((), 12, False), ((VOICES,), 3, False), ((VOICES, CELL), 3, True), ((VOICES,), 16, True)],
)
def test_phones_are_open_by_hours(given, hour, answers):
    """Named people answer in office hours, the cell's from 7 to 22; StartEx is at 18:00."""
    assert shown(*given, until=60 * hour)["open"] == answers


def test_named_people_come_first():
    """They are asked first; anybody who may speak can still be chosen."""
    named = {"do": "name_spokespeople", "at": 20, "spokespeople": ["chief"]}
    assert [one["id"] for one in shown(named, until=30)["can_answer"]] == ["chief", "officer"]


def test_a_conference_keeps_its_speakers():
    """They cannot be on the phone at the same time."""
    met = {"do": "hold_conference", "at": 100, "speakers": ["chief"]}
    busy = {one["id"]: one["busy_until"] for one in shown(HAND, met, until=120)["can_answer"]}
    assert busy == {"officer": None, "chief": 280}


def test_the_world_asks_its_own_questions():
    """Calls that nobody ordered have a question from the bank, in the language."""
    items = calls(Seen(at("gemalto-2015", "historical", 180, "fr")))["items"]
    assert len(items) > 4
    assert all("?" in call["question"] for call in items)


@pytest.mark.parametrize(
    ("given", "until", "said"),
    [
        (
            [{"do": "decline_call", "at": 65, "call": CALL}],
            70,
            "The Agency is turned down after waiting 5\u00a0min",
        ),
        ([], 120, "The Agency gives up after waiting 30\u00a0min"),
    ],
)
def test_a_call_declined_is_not_one_that_gave_up(given, until, said):
    """Who was turned down did not lose patience."""
    seen = Seen(sight(HAND, RING, *given, until=until))
    assert [seen.tell(lost) for lost in seen.of(CallLost)] == [said]
