"""Clever plans do not pay: below the exemplary one, with no better outcome."""

from functools import cache

import pytest

from bench.cases import believing, cases, judged, plan
from bench.tricks import tricks
from simulator.score import Scorecard

CASES = cases()
QUICK = ("gemalto-2015",)
SEEDS = (1, 2, 3)
# What these cost is less than what luck moves in three seeds, so they are held over more.
SUBTLE = {"inquiries two days late": tuple(range(1, 31))}
# Differences of luck in a mean of four seeds: points of score, and of belief in per cent.
NOISE, BELIEF_NOISE = 0.05, 0.4
# Where these leave nothing to lose, they cost nothing: a shop nobody calls needs no trio.
HARMLESS = {"one officer, always", "ten times the investigators"}


@cache
def exemplary(name: str, seeds: tuple[int, ...]) -> list[Scorecard]:
    """Return the scorecards of the exemplary plan."""
    return [judged(name, plan(name, "exemplary"), seed) for seed in seeds]


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


def check(name: str, title: str) -> None:
    """Hold one trick against the exemplary plan, under the same luck."""
    seeds = SUBTLE.get(title, SEEDS)
    cards = [judged(name, tricks(name)[title], seed) for seed in seeds]
    score = mean([card.overall.score for card in cards])
    best = mean([card.overall.score for card in exemplary(name, seeds)])
    belief = mean([100 * believing(name, card) for card in cards])
    usual = mean([100 * believing(name, card) for card in exemplary(name, seeds)])
    assert score < best + (NOISE if title in HARMLESS else 0)
    assert belief > usual - BELIEF_NOISE


def every(names: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(name, title) for name in names for title in tricks(name)]


@pytest.mark.parametrize(
    ("name", "title"), [pair for pair in every(QUICK)[::4] if pair[1] not in SUBTLE]
)
def test_trick_does_not_pay(name, title):
    """A few, on the case whose luck is best known."""
    check(name, title)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "title"), every(tuple(CASES)))
def test_trick_does_not_pay_anywhere(name, title):
    """All of them, on every case and variant."""
    check(name, title)


@pytest.mark.parametrize("name", QUICK)
@pytest.mark.parametrize("title", ["one holding word, then nothing", "a lie"])
def test_fast_word_and_then_nothing_does_not_look_good(name, title):
    """Not even to a reader of the reactivity dial alone."""
    assert judged(name, tricks(name)[title], 1).reactivity.score < 77


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("title", ["one holding word, then nothing", "a lie"])
def test_fast_word_and_then_nothing_looks_good_nowhere(name, title):
    """On no case."""
    assert judged(name, tricks(name)[title], 1).reactivity.score < 77
