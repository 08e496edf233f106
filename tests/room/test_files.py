"""What a room exports, read by the command line."""

import json

import pytest

from simulator.cli.start import status_of
from tests.room.served import a_room

FILES = ("journal.jsonl", "decisions.yaml", "scorecard.json")


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """The files of a team that decided this and that, and was ended early."""
    folder = tmp_path_factory.mktemp("room")
    with a_room(folder / "data") as room:
        exercise = room.exercise()
        head = room.seat(exercise, "head")
        room.clock(exercise, "start")
        head.decide("activate_cell")
        head.decide("name_spokespeople", spokespeople=["communication-officer"])
        head.decide("publish", channels=["press_release"], facts=["number-of-keys"])
        room.clock(exercise, "jump", to=200)
        head.decide("publish", channels=["press_release"], facts=["where-to-ask"], text=WORDS)
        direct = f"/api/exercises/{exercise}/direct"
        room.facilitator.post(direct, decision={"do": "ring_team", **CALL})
        note = {"do": "take_note", "text": "Calm.", "rating": "P"}
        room.facilitator.post(f"/api/exercises/{exercise}/notes", team="team-1", decision=note)
        rule = {"do": "overrule", "criterion": "first_word", "score": 80, "reason": "Seen live"}
        room.facilitator.post(direct, decision=rule)
        room.clock(exercise, "jump", to=1000)
        room.clock(exercise, "end")
        place = f"/api/exercises/{exercise}/teams/team-1"
        for name in FILES:
            (folder / name).write_bytes(head.http.get(f"{place}/{name}").content)
    return folder


WORDS = {
    "fr": "Nous vérifions. Écrivez à presse@exemple.fr.",
    "en": "We are checking. Write to us.",
}
CALL = {"outlet": "telecoms-hebdo", "question": "True?", "patience": 30}


def test_the_journal_is_replayed_to_the_byte(exported, tmp_path):
    """Scenario, seed and decisions are all that a live exercise was."""
    assert (
        status_of(["replay", str(exported / FILES[0]), "--no-report", "--out", str(tmp_path)]) == 0
    )
    assert (tmp_path / FILES[0]).read_bytes() == (exported / FILES[0]).read_bytes()


def test_the_replay_has_the_same_score(exported, tmp_path):
    """Grades set by hand are in it."""
    status_of(["replay", str(exported / FILES[0]), "--no-report", "--out", str(tmp_path)])
    again = json.loads((tmp_path / FILES[2]).read_text())
    assert again == json.loads((exported / FILES[2]).read_text())
    first = again["reactivity"]["criteria"][0]
    assert (first["id"], first["score"]) == ("first_word", 80)


def test_the_score_is_read_from_the_journal(exported, capsys):
    """`cellule score` says what the room said."""
    assert status_of(["score", str(exported / FILES[0]), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads((exported / FILES[2]).read_text())


def test_the_decisions_are_a_set_that_can_be_played(exported, tmp_path):
    """Another seed can try the same plan."""
    given = ["replay", "gemalto-2015", "--decisions", str(exported / FILES[1]), "--seed", "9"]
    assert status_of([*given, "--no-report", "--out", str(tmp_path)]) == 0


@pytest.mark.slow
def test_the_report_is_made_from_the_journal(exported, tmp_path):
    """The observer's note is in it."""
    given = ["report", str(exported / FILES[0]), "--out", str(tmp_path), "--lang", "en"]
    assert status_of(given) == 0
    assert "Calm." in (tmp_path / "report.html").read_text()
