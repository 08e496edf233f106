"""Scores set by hand, and who counts among the team's decisions."""

from typing import get_args

import pytest

from simulator import run
from simulator.scenario.kinds import CriterionId
from simulator.score import Scorecard, criteria, decisions_of, score
from simulator.score.scorecard import CriterionScore
from tests.builders import decided
from tests.engine.live import SMALL

RULING = {"do": "overrule", "at": "T+40h", "criterion": "first_word", "score": 90.0}
END = {"do": "end_exercise", "at": "T+47h"}


def judged(*given: dict[str, object]) -> Scorecard:
    """Return the scorecard of the small exercise in which nobody speaks."""
    return score(run(SMALL, decided(SMALL, *given), 7), SMALL)


def first_word(card: Scorecard) -> CriterionScore:
    """Return the criterion that the ruling is about."""
    return next(mark for mark in card.reactivity.criteria if mark.id == "first_word")


def test_ruling_replaces_the_points():
    """The evaluator has the last word, and the axis follows."""
    usual, ruled = judged(END), judged(RULING | {"reason": "Vu."}, END)
    before, after = first_word(usual), first_word(ruled)
    assert (after.score, after.rating, after.weight) == (90, "P", before.weight)
    assert after.action is None
    change = (90 - before.score) * before.weight
    assert ruled.reactivity.score == pytest.approx(usual.reactivity.score + change, abs=1e-3)
    assert len(after.evidence) == len(before.evidence) + 1


def test_ruling_says_who_and_why():
    """Nobody takes a number set by hand for a computed one."""
    said = first_word(judged(RULING | {"reason": "Radio failed", "author": "Ann"})).explanation
    assert said.en.startswith("Score set by hand (Ann): Radio failed. The computation gave ")
    assert said.fr.startswith("Note fixée à la main (Ann) : Radio failed. Le calcul donnait ")


def test_last_ruling_counts():
    """An evaluator may change their mind."""
    again = RULING | {"at": "T+41h", "score": 10.0, "reason": "Non"}
    assert first_word(judged(RULING | {"reason": "Oui"}, again)).score == 10


def test_criteria_that_can_be_overruled_are_all():
    """The scenario's word list cannot read the score's data file."""
    both = (*criteria().reactivity, *criteria().transparency)
    assert get_args(CriterionId) == tuple(rule.id for rule in both)


def test_directions_are_not_the_teams_plan():
    """A silent team stays silent, whatever is noted about it."""
    note = {"do": "write_log", "at": 5, "text": "Rien"}
    assert decisions_of(run(SMALL, decided(SMALL, note), 7)) == "silence"


@pytest.mark.parametrize("hours", [0, 1, 2.5, 2.6, 5, 11.3, 24, 33, 47])
def test_an_early_end_is_judged(hours):
    """Wherever an exercise is stopped, its score is one."""
    plan = decided(SMALL)
    kept = tuple(decision for decision in plan if decision.at <= hours * 60)
    card = score(run(SMALL, (*kept, *decided(SMALL, END | {"at": hours * 60})), 7), SMALL)
    assert 0 <= card.overall.score <= 100
