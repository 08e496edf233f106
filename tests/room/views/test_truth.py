import pytest

from simulator.room.views import notes, row, truth
from simulator.room.views.truth import thinned
from simulator.score.verdict import score
from tests.room.views.moments import SMALL, VOICES, WORD, at, sight

NOTE = {"do": "take_note", "at": 40, "text": "Bien mené", "author": "Ana", "rating": "P"}
RULE = {"do": "overrule", "at": 200, "criterion": "set_up", "score": 12, "reason": "Late"}


def test_every_audience_has_its_curve():
    """Belief and own account, from StartEx to now, and trust."""
    found = truth(sight(VOICES, WORD, until=610))["truth"]
    assert [a["id"] for a in found["audiences"]] == [a.id for a in SMALL.audiences]
    town = found["audiences"][0]
    assert town["points"][0] == [0, 0, 0]
    assert town["points"][-1] == [600, town["belief"], town["account"]]
    assert 0 < town["trust"] < 1
    assert found["statements"] == [180]


@pytest.mark.parametrize(("number", "most"), [(1, 1), (119, 119), (121, 62), (481, 122)])
def test_curves_are_thinned(number, most):
    """A hundred points draw a curve; the last one is now."""
    kept = thinned(list(range(number)), 120)
    assert len(kept) <= most
    assert kept[-1] == number - 1


def test_the_score_is_that_of_the_verdict():
    """One judgement, on all screens and in the report."""
    look = sight(VOICES, WORD, until=600)
    card, found = score(look.journal, SMALL), truth(look)["score"]
    assert found["grade"] == card.overall.grade
    for axis in ("reactivity", "transparency"):
        assert found[axis]["score"] == round(getattr(card, axis).score, 1)
        assert sum(c["weight"] for c in found[axis]["criteria"]) == pytest.approx(1, abs=0.001)


def test_who_waits_for_the_story_has_no_grade_yet():
    """Nothing is out and nothing was said: an F would mislead; at the break it comes."""
    early, later = sight(VOICES, until=SMALL.breaks - 1), sight(VOICES, until=SMALL.breaks + 1)
    found = truth(early)["score"]
    assert found["grade"] is found["overall"] is found["reactivity"]["score"] is None
    assert {c["score"] for c in found["transparency"]["criteria"]} == {None}
    assert row(early, "r", "Rhône")["grade"] is None
    assert truth(later)["score"]["grade"] == score(later.journal, SMALL).overall.grade


def test_who_speaks_before_the_story_has_a_grade():
    """Whoever goes ahead of the news is judged from then on."""
    word = {**WORD, "at": SMALL.breaks - 5}
    assert truth(sight(VOICES, word, until=SMALL.breaks - 1))["score"]["grade"]


def test_an_overruled_criterion_is_marked():
    """With the facilitator's points."""
    found = truth(sight(VOICES, RULE, until=600))["score"]["reactivity"]["criteria"]
    assert {c["id"]: c["score"] for c in found if c["overruled"]} == {"set_up": 12}


def test_a_card_is_not_judged_again():
    """The server judges once for all faces."""
    look = sight(VOICES, until=300)
    card = score(look.journal, SMALL)
    ready = card.model_copy(update={"overall": card.overall.model_copy(update={"grade": "Z"})})
    assert truth(look, ready)["score"]["grade"] == "Z"
    assert row(look, "r", "Rhône", ready)["grade"] == "Z"


def test_notes_are_as_typed():
    """An observer's words, and what they are about."""
    (note,) = notes(sight(NOTE, until=60, language="fr"), "Rhône")
    assert (note["text"], note["author"], note["rating"]) == ("Bien mené", "Ana", "P")
    assert (note["team"], note["at"], note["about"]) == ("Rhône", 40, None)


def test_a_row_sums_a_team_up():
    """One line: the curve, the phones, what is next, the marks."""
    found = row(at("gemalto-2015", "exemplary", 1200, "fr"), "r", "Rhône")
    assert (found["id"], found["name"]) == ("r", "Rhône")
    assert found["belief_name"] == "Opérateurs clients"
    assert found["belief"] == found["curve"][-1][1]
    assert found["next"]["label"] == "Point promis"
    assert found["grade"]


def test_a_row_looks_at_those_concerned():
    """Whose data were taken, the most numerous."""
    found = row(at("linkedin-2016", "historical", 1500), "r", "R")
    assert found["belief_name"] == "Members concerned"
