import json
from pathlib import Path

import pytest

from simulator.journal.book import Journal
from simulator.journal.entries import (
    ArticlePublished,
    DecisionRefused,
    FactCameOut,
)
from simulator.journal.read import read_journal
from simulator.score import (
    criteria,
    decisions_of,
    grade,
    rating,
    scenario_of,
    score,
    verdict,
)
from tests.score.builders import BROKE, CASE, HOUR, Play, a_scenario, found
from tests.score.plays import busy


def test_silence_scores_nothing():
    """Saying nothing for ever is the worst course, on both axes."""
    play = Play()
    for hour in range(1, 72):
        play.measure(hour * HOUR)
    card = play.score()
    assert (card.reactivity.score, card.transparency.score) == (0, 0)
    assert (card.overall.grade, card.decisions) == ("F", "silence")


def test_doing_everything_scores_all():
    """A perfect run is possible, and needs no corrective action."""
    play = Play()
    for do in ("activate_cell", "investigate", "name_spokespeople"):
        play.decide(do, BROKE)
    who = ("operators", "staff", "investors", "regulator")
    answered = dict.fromkeys(who, ("what", "how-many", "harm", "call-us"))
    told = dict.fromkeys(who, 0.2)
    play.say_all(BROKE, told=told, answered=answered, quality=1.0, responsibility="owned")
    card = play.score()
    assert card.overall.score == 100
    assert {each.action for each in card.reactivity.criteria} == {None}


LIMITS = {
    "A+": 97, "A": 93, "A-": 90, "B+": 87, "B": 83, "B-": 80, "C+": 77, "C": 73, "C-": 70, "D": 60,
}  # fmt: skip


@pytest.mark.parametrize(("letter", "limit"), LIMITS.items())
def test_letters_begin_at_their_limit(letter, limit):
    """The letter is what people remember."""
    assert grade(limit) == letter
    assert grade(limit - 0.01) != letter


def test_the_last_letter_is_f():
    """Below sixty there is nothing finer to say."""
    assert {grade(points) for points in (0, 35, 59.99)} == {"F"}


@pytest.mark.parametrize(
    ("points", "letter"),
    [(100, "P"), (85, "P"), (84.99, "S"), (65, "S"), (64, "M"), (35, "M"), (34, "U")],
)
def test_ratings_begin_at_their_limit(points, letter):
    """Performed, with some challenges, with major ones, unable."""
    assert rating(points) == letter


def test_below_performed_someone_mends_it():
    """The improvement plan needs an action and a role for every weakness, and only there."""
    play = Play()
    play.say_all(BROKE + 4 * HOUR)
    card = play.score()
    for each in (*card.reactivity.criteria, *card.transparency.criteria):
        assert (each.action is None) == (each.owner is None) == (each.rating == "P")


def test_weights_add_up_to_one():
    """Criteria that cannot apply give their weight to the others."""
    card = Play().score()
    for axis in (card.reactivity, card.transparency):
        assert sum(each.weight for each in axis.criteria) == pytest.approx(1)
    assert "promises" not in {each.id for each in card.reactivity.criteria}


def test_every_criterion_has_a_judge():
    """The data file and the code name the same criteria."""
    assert [rule.id for rule in criteria().reactivity] == list(verdict.REACTIVITY)
    assert [rule.id for rule in criteria().transparency] == list(verdict.TRANSPARENCY)


def test_weights_are_those_of_the_model():
    """A change of weight is a change of what the score means."""
    assert [rule.weight for rule in criteria().reactivity] == [20, 15, 20, 15, 15, 15, 10, 10]
    assert [rule.weight for rule in criteria().transparency] == [30, 25, 20, 10, 10, 5, 5]


@pytest.mark.parametrize(
    ("origins", "name"),
    [
        ([], "silence"),
        (["plan", "plan"], "plan"),
        ([None], "live"),
        (["plan", None, "extra", "plan"], "plan+live+extra"),
    ],
)
def test_decisions_are_named_by_origin(origins, name):
    """A reader must know which plan was played."""
    play = Play()
    for minute, origin in enumerate(origins):
        play.decide("monitor_media", minute, origin)
    assert decisions_of(play.journal) == name


def test_refused_decisions_are_decisions():
    """A team whose every decision was refused has not been silent."""
    play = Play()
    decision = {"id": "a", "do": "publish", "at": 1.0, "origin": "plan"}
    play.record(DecisionRefused, 1, do="publish", decision=decision, reason={"fr": "", "en": ""})
    assert play.score().decisions == "plan"


def test_a_journal_carries_its_scenario():
    """An old journal can be scored without the scenario file."""
    assert scenario_of(Play().journal) == CASE


def test_a_journal_without_start_is_refused():
    """Half a journal is our mistake, not a zero."""
    with pytest.raises(ValueError, match="without its Started entry"):
        score(Journal(), CASE)
    with pytest.raises(ValueError, match="carries no scenario"):
        scenario_of(Journal())


def test_an_unfinished_run_can_be_scored():
    """The live room shows the score so far; nothing due later is held against the team."""
    play = Play(broke=None)
    card = score(play.journal, CASE)
    assert 0 <= card.overall.score <= 100
    assert (
        found(card, "first_word").explanation.en
        == "Nothing is public yet, and nothing has been said yet."
    )


def test_the_json_is_the_contract():
    """Other tools read these keys."""
    plain = Play().score().as_json()
    assert list(plain) == [
        "scenario", "seed", "decisions", "reactivity", "transparency", "overall", "outcome",
    ]  # fmt: skip
    keys = {"id", "score", "weight", "rating", "evidence", "explanation", "action", "owner"}
    assert set(plain["reactivity"]["criteria"][0]) == keys
    assert json.loads(json.dumps(plain)) == plain
    assert plain["overall"]["grade"] == grade(plain["overall"]["score"])


def test_a_journal_read_back_scores_the_same(tmp_path: Path):
    """Reports made later say what was said on the day."""
    play = busy(1).end()
    play.journal.write(tmp_path / "journal.jsonl")
    again = read_journal(tmp_path / "journal.jsonl")
    assert score(again, scenario_of(again)) == score(play.journal, CASE)


def test_outcome_counts_people_and_articles():
    """Beside the score: what happened to opinion, coverage and calls."""
    play = Play()
    play.measure(BROKE, spreaders=(30, 0, 0, 0, 0), stiflers=(20, 0, 0, 0, 0))
    last = {"spreaders": (10, 0, 0, 0, 0), "stiflers": (30, 0, 0, 0, 0), "misled": (5, 0, 0, 0, 0)}
    play.measure(2 * BROKE, informed=(100, 0, 0, 0, 0), **last)
    article = {"outlet": "paper", "account": True, "unreachable": False, "copied": False}
    play.record(ArticlePublished, 90, tone="fair", information=0.5, **article)
    play.record(FactCameOut, 95, fact="harm", withheld=False)
    outcome = play.score().outcome
    operators = outcome.audiences[0]
    assert (operators.peak_spreading, operators.peak_belief, operators.belief) == (0.03, 0.05, 0.04)
    assert (operators.account, operators.misled, operators.misinformed) == (0.1, 0.005, 0.025)
    assert (outcome.articles, outcome.tone["fair"], outcome.with_account) == (1, 1, 1)
    assert (outcome.facts_came_out, outcome.lowest_return) == (1, None)


def test_a_listed_firm_has_a_price():
    """The lowest point and the last one."""
    organisation = CASE.organisation.model_dump(mode="json", exclude_none=True)
    play = Play(a_scenario(organisation=organisation | {"listed": {"share_in_question": 0.5}}))
    for minute, change in ((70, -2.0), (80, -5.0), (90, -3.0)):
        play.measure(minute, abnormal_return=change)
    outcome = play.score().outcome
    assert (outcome.lowest_return, outcome.last_return) == (-5, -3)


def test_names_with_braces_stay_text():
    """A sentence is later shown through Text.say, which fills braces."""
    audiences = [{"id": "a", "name": {"fr": "{x}", "en": "{y}"}, "kind": "clients", "people": 5}]
    told = found(Play(a_scenario(audiences=audiences)).score(), "audiences_told")
    assert told.explanation.say("fr", n=1).endswith("(x).")
