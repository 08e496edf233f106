"""The teams of an exercise side by side."""

import uuid

import pytest

from simulator.room.seats import Seat
from simulator.score import score
from tests.room.asking import GEMALTO, in_a_house

RHONE, SEINE = "team-1", "team-2"
EMPTY = {"do": "publish", "channels": ["press_release"]}
TELLS = {**EMPTY, "facts": ["where-to-ask"], "next_update": 900.0}


async def compared(house):
    """One team says something, then one says nothing in many words; both are looked at."""
    drill = await house.exercise(running=False)
    await drill.jump(200.0)
    await drill.start()
    for team, decision in ((RHONE, TELLS), (SEINE, EMPTY)):
        body = {"key": str(uuid.uuid4()), "decision": decision}
        seat = Seat(drill.id, team, "head")
        assert (await house.post("/api/decisions", body, seat)).json["taken"]
    await drill.jump(1000.0)
    await drill.suspend()
    answer = await house.get(f"/api/exercises/{drill.id}/comparison?lang=fr")
    cards = {team.id: score(team.journal, GEMALTO) for team in drill.teams.values()}
    return answer.json, cards


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """What the page is given, and the scorecards."""
    return in_a_house(tmp_path_factory.mktemp("room"), compared)


def teams(data):
    return {team["id"]: team for team in data["teams"]}


def test_the_first_word_is_the_one_that_tells_something(found):
    """As the score counts it: many words with nothing in them are none."""
    data, _ = found
    rhone, seine = teams(data)[RHONE], teams(data)[SEINE]
    assert rhone["first_word"] == pytest.approx(200 - GEMALTO.breaks, abs=0.1)
    assert seine["first_word"] is None
    assert len(rhone["statements"]) == len(seine["statements"]) == 1


def test_marks_are_those_of_the_scorecards(found):
    """One judgement on every page."""
    data, cards = found
    for name, team in teams(data).items():
        assert team["reactivity"] == round(cards[name].reactivity.score, 1)
        assert team["transparency"] == round(cards[name].transparency.score, 1)
        assert team["grade"] == cards[name].overall.grade
    rows = {row["id"]: row["scores"] for row in data["criteria"]}
    for name, card in cards.items():
        marks = [*card.reactivity.criteria, *card.transparency.criteria]
        assert {mark.id: mark.score for mark in marks} == {
            row: scores[name] for row, scores in rows.items() if name in scores
        }


def test_nobody_has_a_grade_before_the_story(tmp_path):
    """As in the console: an F for who waits would mislead."""

    async def story(house):
        drill = await house.exercise(running=False)
        return (await house.get(f"/api/exercises/{drill.id}/comparison")).json["teams"]

    for team in in_a_house(tmp_path, story):
        assert team["grade"] is team["reactivity"] is team["transparency"] is None


def test_beliefs_are_where_the_curves_end(found):
    """The table and the curves cannot disagree."""
    data, _ = found
    for team in data["teams"]:
        assert team["curves"].keys() == {audience.id for audience in GEMALTO.audiences}
        assert team["beliefs"] == {name: curve[-1][1] for name, curve in team["curves"].items()}
        assert all(0 <= share <= 1 for curve in team["curves"].values() for _, share in curve)
