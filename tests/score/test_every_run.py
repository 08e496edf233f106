import json
import math
import time

from hypothesis import given
from hypothesis import strategies as st

from simulator.journal.book import Journal
from simulator.score import (
    Scorecard,
    criteria,
    score,
    verdict,
)
from tests.score.builders import BROKE, CASE, DAY, END, Play
from tests.score.plays import ACTS, MOMENTS, busy, call, played, some_plays


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
    parts = {("content", part) for part in ("unsigned", "empty", "no_document", "met")}
    parts |= {("content", part) for part in ("with_document", "without_document")}
    parts |= {("rhythm", "weekend"), ("fit", "helpline"), ("first_word", "alone")}
    parts |= {("disclosure", part) for part in ("at_once", "lagging")}
    parts |= {("set_up", part) for part in ("ordered", "none_ordered")}
    parts |= {("promises", part) for part in ("on_time", "hollow", "late", "missed")}
    parts |= {("clocks", part) for part in ("in_time", "late", "never", "incomplete")}
    whole = {
        (rule.id, key)
        for rule in (*criteria().reactivity, *criteria().transparency)
        for key in rule.says
        if key.partition("_")[0] not in ("one", "many")
    }
    whole -= parts
    assert whole == used


def test_scoring_is_quick():
    """Studies score thousands of runs; the room scores while people wait."""
    play = busy(1)
    for n in range(480):
        play.measure(BROKE + 8 * n, questions=0.5)
    while len(play.journal) < 5000:
        call(play, END - 100, len(play.journal))
    play.end()
    best = math.inf
    for _ in range(3):
        began = time.perf_counter()
        score(play.journal, CASE)
        best = min(best, time.perf_counter() - began)
    assert best < 0.2  # 20 ms on a laptop; ten times that on a busy machine
