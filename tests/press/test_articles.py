import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.journal.entries import CallAnswered, CallLost
from simulator.press.articles import (
    BELIEVED,
    PASSES_ON,
    Lots,
    Material,
    information,
    print_chance,
    write,
)
from simulator.press.desk import Call

GRID = (np.arange(60) + 0.5) / 60
NEUTRAL = {
    "information": 0.4,
    "answered": False,
    "unanswered": False,
    "spoken": True,
    "trust": 0.5,
    "grievances": 0.0,
    "over_assured": 0.0,
    "wire": None,
}


def material(**changes):
    return Material(**{**NEUTRAL, **changes})


def shares(**changes):
    """Return the chance of each tone, over a grid of lots."""
    found = dict.fromkeys(BELIEVED, 0.0)
    for speculative, critical in itertools.product(GRID, GRID):
        piece = write(material(**changes), Lots(speculative, critical, 0.5, 0.99))
        found[piece.tone] += 1 / GRID.size**2
    return found


def critical_share(**changes):
    """Return the chance that an article which does not speculate is critical."""
    found = shares(**changes)
    return found["critical"] / (found["critical"] + found["fair"])


def a_call(end=None):
    call = Call("c", "gazette", "scope", False, 60.0, 1.0, 1.0)
    call.end = end
    return call


def an_answer(information=0.6, fit=0.7):
    return CallAnswered(
        id=1, at=0, causes=(), call="c", outlet="gazette", waited=0, handled=0, by="", fit=fit,
        information=information,
    )  # fmt: skip


@pytest.mark.parametrize(("known", "chance"), [(0.0, 0.75), (0.5, 0.265), (0.9, 0.024), (1, 0)])
def test_ignorance_makes_journalists_speculate(known, chance):
    """Who has nothing to print prints what might be."""
    assert shares(information=known)["speculative"] == pytest.approx(chance, abs=0.01)


def test_information_makes_articles_fairer():
    """Order of tones: the more a journalist knows, the fairer the piece."""
    fair = [shares(information=known)["fair"] for known in (0, 0.25, 0.5, 0.75, 1)]
    assert fair == sorted(fair)
    assert fair[-1] > 0.8 > 0.2 > fair[0]


@pytest.mark.parametrize(
    "worse",
    [
        {"unanswered": True},
        {"trust": 0.3},
        {"grievances": 0.4},
        {"over_assured": 0.5},
        {"information": 0.2},
    ],
)
def test_tone_turns_critical(worse):
    """Unreachable, distrusted, resented, over-assuring or silent: each makes it harsher."""
    assert critical_share(**worse) > critical_share() + 0.05


def test_over_assurance_weighs_up_to_a_limit():
    """Ten bold claims are not ten times as bad as one."""
    assert critical_share(over_assured=1.5) == critical_share(over_assured=10.0)


def test_neutral_article_has_its_logistic_chance():
    """The sizes are judgements, but they are these."""
    assert critical_share() == pytest.approx(1 / (1 + np.exp(-(0.4 - 2.2 * 0.4))), abs=0.02)


@pytest.mark.parametrize("tone", list(BELIEVED))
def test_unanswered_newsroom_copies_the_wire(tone):
    """Half of those who reached nobody print the agency's piece, tone and all."""
    known = material(wire=tone, information=1.0)
    copied = [write(known, Lots(0.9, 0.9, 0.5, lot)) for lot in (0.49, 0.51)]
    assert [piece.copied for piece in copied] == [True, False]
    assert copied[0].tone == tone


def test_answered_newsroom_writes_its_own():
    """An answer is worth more than the agency's piece: that is what a desk is for."""
    piece = write(material(wire="speculative", answered=True), Lots(0.9, 0.9, 0.5, 0.0))
    assert not piece.copied


@pytest.mark.parametrize(
    ("answered", "spoken", "chance"),
    [(True, True, 0.95), (True, False, 0.95), (False, True, 0.7), (False, False, 0.0)],
)
def test_account_is_carried_by_its_chance(answered, spoken, chance):
    """Nineteen answered journalists in twenty carry our side, seven in ten from a release."""
    carried = [
        write(material(answered=answered, spoken=spoken), Lots(0.9, 0.9, lot, 0.9)).account
        for lot in np.linspace(0.0005, 0.9995, 1000)
    ]
    assert np.mean(carried) == pytest.approx(chance)


@given(st.floats(0, 1), st.floats(0, 1))
def test_one_lot_decides_one_thing(first, second):
    """The lot for the account never touches the tone: luck stays the same between plans."""
    one, other = (write(material(), Lots(0.5, 0.5, lot, 0.9)) for lot in (first, second))
    assert one.tone == other.tone


def test_tones_do_harm_in_their_order():
    """Speculation convinces most of the worst version; a fair piece carries the account best."""
    assert BELIEVED["speculative"] > BELIEVED["critical"] > BELIEVED["fair"]
    assert PASSES_ON["fair"] > PASSES_ON["critical"] >= PASSES_ON["speculative"]


def test_nothing_said_is_nothing_known():
    """A lost call and a call on hold tell a journalist nothing."""
    lost = CallLost(id=1, at=0, causes=(), call="c", outlet="gazette", waited=5)
    assert information(0.0, [a_call(lost), a_call()], 0.0) == 0


@pytest.mark.parametrize(
    ("published", "answers", "conference", "known"),
    [
        (0.8, [], 0.0, 0.6),
        (0.8, [(0.6, 0.7)], 0.0, 0.6),
        (0.4, [(0.6, 0.7), (0.9, 0.5)], 0.0, 0.45),
        (0.4, [(0.6, 0.7)], 0.9, 0.9),
    ],
)
def test_best_source_counts(published, answers, conference, known):
    """A release is worth three quarters of itself, an answer as much as who gives it."""
    calls = [a_call(an_answer(*answer)) for answer in answers]
    assert information(published, calls, conference) == pytest.approx(known)


def test_cold_story_is_not_printed():
    """Without heat or calls no slot is filled."""
    assert print_chance(1.0, 0.0, 0) == 0


def test_own_calls_bring_a_story_to_print():
    """Two calls made are half a story, ten are no more than two."""
    chances = [print_chance(1.0, 0.2, calls) for calls in (0, 1, 2, 10)]
    assert chances[0] < chances[1] < chances[2] == chances[3]
    assert chances[2] == pytest.approx(1 - np.exp(-(0.32 + 0.5)))
