import json
import math
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.journal.book import Journal
from simulator.journal.entries import (
    ArticlePublished,
    CallAnswered,
    CallLost,
    CallRang,
    ClaimContradicted,
    ClaimCorrected,
    ClaimDoubted,
    Contradiction,
    DecisionRefused,
    FactCameOut,
    FactKnown,
    HeardFromPress,
    PromiseKept,
    PromiseMade,
    PromiseMissed,
    RevisedDownward,
    Started,
)
from simulator.journal.read import read_journal
from simulator.score import (
    Scorecard,
    criteria,
    decisions_of,
    grade,
    rating,
    scenario_of,
    score,
    verdict,
)
from tests.score.builders import BROKE, CASE, DAY, END, HOUR, Play, a_scenario, found


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
    assert [rule.weight for rule in criteria().reactivity] == [20, 15, 20, 15, 15, 10]
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


FACTS = ("what", "how-many", "harm", "call-us")
WHO = ("operators", "staff", "investors", "regulator", "people")
STANCES = ("owned", "neutral", "shifted")
MOMENTS = st.floats(0, END - 1, allow_nan=False)


def busy(seed: int) -> Play:
    """Return a play in which a little of everything happens, in an order that `seed` fixes."""
    moments = [(seed * 7919 * (n + 1)) % int(END) for n in range(len(ACTS) * 3)]
    return played([(float(at), n % len(ACTS)) for n, at in enumerate(moments)])


def _word(play: Play, at: float, n: int) -> None:
    some = FACTS[: n % 5]
    play.say(
        at, *some,
        signed=n % 3 > 0, conference=n % 4 == 0, responsibility=STANCES[n % 3],
        told={WHO[n % 5]: 0.1}, answered={WHO[n % 4]: some}, given_away=("culprit",) * (n % 7 == 0),
    )  # fmt: skip


def _call(play: Play, at: float, n: int) -> None:
    call = play.record(
        CallRang, at, call=f"c{len(play.journal)}", outlet="o", topic="scope", gives_up=at + 60
    )
    said: dict[str, Any] = {"call": call.call, "outlet": "o", "waited": 1.0}
    if n % 2:
        play.record(CallAnswered, at, call, handled=9.0, by="ann", fit=0.7, information=0.1, **said)
    elif n % 3:
        play.record(CallLost, at, call, **said)


def _promise(play: Play, at: float, n: int) -> None:
    made = play.record(PromiseMade, at, due=at + 100)
    said = {"promise": made.id, "due": made.due}
    if n % 2:
        play.record(PromiseKept, at, made, late=float(n % 90), news=n % 3 > 0, **said)
    elif n % 3:
        play.record(PromiseMissed, at, made, **said)


def _claim(play: Play, at: float, n: int) -> None:
    name = ("denial", "all-safe")[n % 2]
    play.claim(at, name, false=name == "denial", beyond=0.8 * (n % 2))
    kind = (ClaimCorrected, ClaimDoubted, ClaimContradicted)[n % 3]
    more = ({}, {"beyond": 0.8}, {"certainty": 1.0})[n % 3]
    play.record(kind, at, claim=name, **more)


ACTS = (
    _word,
    _call,
    _promise,
    _claim,
    lambda play, at, n: play.say_nothing(at),
    lambda play, at, n: play.note(at, staff=0.3),
    lambda play, at, n: play.measure(at, questions=(n % 10) / 10),
    lambda play, at, n: play.news(at, "word", 0.1),
    lambda play, at, n: play.decide(
        ("activate_cell", "investigate", "name_spokespeople")[n % 3], at
    ),
    lambda play, at, n: play.record(FactKnown, at, fact=FACTS[n % 4]),
    lambda play, at, n: play.record(FactCameOut, at, fact=FACTS[n % 4], withheld=n % 2 > 0),
    lambda play, at, n: play.record(RevisedDownward, at, facts=("how-many",)),
    lambda play, at, n: play.record(Contradiction, at, claims=("denial", "all-safe")),
    lambda play, at, n: play.record(HeardFromPress, at, audience=WHO[n % 5]),
)


def played(acts: list[tuple[float, int]], broke: float | None = BROKE) -> Play:
    play = Play(broke=None)
    told = False
    for n, (at, act) in enumerate(sorted(acts)):
        if broke is not None and not told and at >= broke:
            play.news(broke)
            told = True
        ACTS[act](play, at, n)
    return play


def sound(card: Scorecard, journal: Journal) -> None:
    """Check what must hold of every scorecard."""
    for each in (*card.reactivity.criteria, *card.transparency.criteria):
        assert 0 <= each.score <= 100
        assert 0 <= each.weight <= 1
        assert each.evidence
        assert all(1 <= number <= len(journal) for number in each.evidence)
        assert list(each.evidence) == sorted(set(each.evidence))
        for said in (each.explanation.fr, each.explanation.en):
            assert said.endswith(".")
            assert not set(said) & set("{}")
            assert "nan" not in said.split()
    for number in (card.reactivity.score, card.transparency.score, card.overall.score):
        assert 0 <= number <= 100
        assert math.isfinite(number)


@given(
    st.lists(st.tuples(MOMENTS, st.integers(0, len(ACTS) - 1)), max_size=60),
    st.sampled_from([None, 0.0, BROKE, DAY]),
    st.booleans(),
)
def test_every_run_can_be_judged(acts, broke, finished):
    """Whatever happened: points in range, evidence that exists, words in both languages."""
    play = played(acts, broke)
    if finished:
        play.end()
    card = score(play.journal, CASE)
    sound(card, play.journal)
    assert score(play.journal, CASE) == card
    assert json.dumps(card.as_json(), allow_nan=False)


def test_every_sentence_is_used(monkeypatch):
    """A sentence nobody reads is a sentence nobody checks."""
    used: set[tuple[str, str]] = set()
    real = verdict._criterion

    def noting(rule, finding, weight):
        used.add((rule.id, finding.sentence))
        return real(rule, finding, weight)

    monkeypatch.setattr(verdict, "_criterion", noting)
    for play in some_plays():
        score(play.end().journal, play.scenario)
    score(Play(broke=None).journal, CASE)
    parts = {("content", part) for part in ("unsigned", "empty", "no_document")}
    parts |= {("disclosure", part) for part in ("at_once", "lagging")}
    parts |= {("promises", part) for part in ("on_time", "hollow", "late", "missed")}
    whole = {
        (rule.id, key)
        for rule in (*criteria().reactivity, *criteria().transparency)
        for key in rule.says
        if key.partition("_")[0] not in ("one", "many")
    }
    whole -= parts
    assert whole == used


def some_plays() -> list[Play]:
    plays = [Play() for _ in range(12)]
    _quiet, early, late, night, empty, full, held, noisy, both, owned, shifted, lie = plays
    for play in plays:
        for hour in range(1, 72):
            play.measure(hour * HOUR)
    early.journal = Journal()
    early.record(Started, 0, version="0", seed=7, scenario=early.scenario.model_dump(mode="json"))
    early.say(10, "what")
    early.news(BROKE)
    late.say(BROKE + 3 * HOUR, "what")
    night.say(BROKE + 20 * HOUR, "what")
    empty.say_nothing(BROKE)
    full.say_all(BROKE, answered={"staff": ("what",)}, given_away=("culprit",))
    full.record(PromiseMade, BROKE, due=BROKE + 48 * HOUR)
    full.record(PromiseMade, BROKE + 24 * HOUR, due=BROKE + 48 * HOUR)
    full.say(BROKE + 47 * HOUR, "what")
    held.note(BROKE, operators=0.3)
    for _ in range(3):
        noisy.say(BROKE, "what")
        noisy.say_nothing(BROKE)
    both.say(BROKE, "what", responsibility="shifted")
    both.say(BROKE, "what", responsibility="owned")
    owned.say_all(BROKE, responsibility="owned", signed=False)
    shifted.say(BROKE, "what", responsibility="shifted")
    lie.say_all(BROKE)
    lie.claim(BROKE, "denial", false=True)
    lie.record(Contradiction, BROKE, claims=("denial", "all-safe"))
    facts = [
        fact.model_dump(mode="json", exclude_none=True) for fact in CASE.facts if not fact.takes
    ]
    return [*plays, Play(a_scenario(investigations=[], facts=facts)), busy(3)]


def test_scoring_is_quick():
    """Studies score thousands of runs; the room scores while people wait."""
    play = busy(1)
    for n in range(480):
        play.measure(BROKE + 8 * n, questions=0.5)
    while len(play.journal) < 5000:
        _call(play, END - 100, len(play.journal))
    play.end()
    best = math.inf
    for _ in range(3):
        began = time.perf_counter()
        score(play.journal, CASE)
        best = min(best, time.perf_counter() - began)
    assert best < 0.2  # 20 ms on a laptop; ten times that on a busy machine
