from simulator.room.views.log import log
from simulator.room.views.seen import Seen
from tests.room.views.moments import CELL, EYES, WORD, at, sight
from tests.room.views.test_calls import ANSWER, CALL, HAND, RING

TEXT = {"fr": "Un fichier a été copié.\nLa suite.", "en": "A file was copied.\nMore follows."}
NOTE = {"do": "write_log", "at": 40, "text": "Le maire a appelé"}
DIRECTION = [
    {"do": "take_note", "at": 41, "text": "Well led"},
    {"do": "skip_inject", "at": 42, "inject": "nudge"},
    {"do": "overrule", "at": 43, "criterion": "set_up", "score": 90, "reason": "They did"},
]


def lines(*given, until=600, language="en"):
    """Return the kinds and texts of the log, newest first."""
    found = log(Seen(sight(*given, until=until, language=language)))
    return [(line["kind"], line["text"]) for line in found]


def test_a_decision_is_logged():
    """In words, newest first."""
    found = lines(EYES, CELL, until=20)
    assert found[:2] == [("taken", "Crisis cell activated"), ("taken", "Media monitoring set up")]


def test_a_refusal_says_why_and_what_to_do():
    """The team reads in its log what it read at the button."""
    found = lines(CELL, {**CELL, "at": 30}, until=40)
    assert found[0] == ("refused", "Crisis cell activated: the crisis cell is already active")


def test_a_statement_is_told_once():
    """By the statement, with its first words; not by the decision too."""
    found = [text for kind, text in lines({**WORD, "text": TEXT}, until=200) if "release" in text]
    assert found == ["Press release: “A file was copied.”"]
    found = lines({**WORD, "text": TEXT}, until=200, language="fr")
    assert ("word", "Communiqué\u00a0: «\u00a0Un fichier a été copié.\u00a0»") in found


def test_the_teams_own_line_is_as_typed():
    """Nobody touches what people wrote."""
    assert ("note", "Le maire a appelé") in lines(NOTE, until=60, language="fr")


def test_the_facilitator_is_not_in_it():
    """Players would read there what is coming, and what is thought of them."""
    assert lines(*DIRECTION, until=60) == lines(until=60)


def test_a_call_taken_is_told_once():
    """By who took it."""
    found = [text for _kind, text in lines(HAND, RING, ANSWER, until=70) if "Agency" in text]
    assert found == ["Call taken: The Agency, by The director"]
    declined = {"do": "decline_call", "at": 65, "call": CALL}
    found = [text for _kind, text in lines(HAND, RING, declined, until=70) if "Agency" in text]
    assert found == ["Call declined: The Agency"]


def test_what_the_team_learnt_is_in_it():
    """Facts and calls that nobody took."""
    texts = [text for _kind, text in lines(HAND, RING, until=120)]
    assert "Established: “A file was copied”" in texts
    assert "The Agency gives up after waiting 30\u00a0min" in texts


def test_the_log_is_not_endless():
    """A screen holds the last hundred and twenty lines."""
    found = log(Seen(at("gemalto-2015", "historical", 14000)))
    assert len(found) == 120
    assert found == sorted(found, key=lambda line: -line["id"])
