import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.opinion import Opinion

HOUR = 60.0
shares = st.floats(0, 1)


def an_opinion(vacuum=0.0, trust=(0.5, 0.8)):
    opinion = Opinion(trust, [0.1] * len(trust))
    opinion.vacuum = vacuum
    return opinion


def test_vacuum_tends_to_the_open_questions():
    """Eight hours of silence bring it 63 % of the way: a night is enough for rumours."""
    opinion = an_opinion()
    opinion.pass_time(8 * HOUR, 0.5, pending=False, attention=0)
    assert opinion.vacuum == pytest.approx(0.5 * (1 - math.exp(-1)))


def test_vacuum_does_not_depend_on_steps():
    """Whoever looks at the clock more often must not change the run."""
    whole, steps = an_opinion(0.9), an_opinion(0.9)
    whole.pass_time(100, 0.4, pending=False, attention=0)
    for _ in range(10):
        steps.pass_time(10, 0.4, pending=False, attention=0)
    assert steps.vacuum == pytest.approx(whole.vacuum)


def test_pending_promise_halves_the_vacuum():
    """People who know when they will hear more fill the gap less."""
    opinion = an_opinion()
    opinion.pass_time(1000 * HOUR, 0.6, pending=True, attention=0)
    assert opinion.vacuum == pytest.approx(0.3)


@pytest.mark.parametrize(("substance", "left"), [(0.0, 0.8), (0.125, 0.4), (0.25, 0), (0.9, 0)])
def test_substance_fills_the_vacuum(substance, left):
    """Information fills it, talking does not."""
    opinion = an_opinion(0.8)
    opinion.fill(substance)
    assert opinion.vacuum == pytest.approx(left)


@pytest.mark.parametrize(("before", "after"), [(0.2, 0.5), (0.9, 1.0)])
def test_missed_promise_leaves_a_hole(before, after):
    """An announced hour that passes in silence is worse than none announced."""
    opinion = an_opinion(before)
    opinion.promise_missed()
    assert opinion.vacuum == pytest.approx(after)


def test_contradiction_empties_every_word():
    """Once a lie is out nothing said before counts."""
    opinion = an_opinion(0.1)
    opinion.contradicted()
    assert opinion.vacuum == 1.0


def test_silence_erodes_trust():
    """In a full vacuum, with all eyes on it, trust loses 0.6 % an hour."""
    opinion = an_opinion(1.0)
    opinion.pass_time(HOUR, 1.0, pending=False, attention=3.0)
    assert opinion.trust == pytest.approx([0.5 * 0.994, 0.8 * 0.994])


def test_erosion_stops_when_the_story_dies():
    """Nobody resents a silence about what they have forgotten."""
    opinion = an_opinion(1.0)
    opinion.pass_time(100 * HOUR, 1.0, pending=False, attention=0)
    assert opinion.trust.tolist() == [0.5, 0.8]


def test_gain_and_loss_return_the_change():
    """The journal says what moved, so that the report can add it up."""
    opinion = an_opinion()
    change = opinion.gain(np.array([0.1, 0.0])) + opinion.lose(np.array([0.0, 0.5]))
    assert opinion.trust == pytest.approx(np.array([0.5, 0.8]) + change)


@given(shares, st.lists(st.tuples(st.booleans(), shares), max_size=20))
def test_trust_stays_a_share(start, moves):
    """Nobody trusts more than fully or less than not at all."""
    opinion = an_opinion(trust=[start])
    for up, share in moves:
        (opinion.gain if up else opinion.lose)(share)
    assert 0 <= opinion.trust[0] <= 1


@given(shares, shares, st.floats(0, 1e5), st.booleans())
def test_vacuum_stays_a_share(before, questions, minutes, pending):
    """It multiplies rates elsewhere."""
    opinion = an_opinion(before)
    opinion.pass_time(minutes, questions, pending, attention=0.5)
    assert 0 <= opinion.vacuum <= 1
