"""The helpline obeys Erlang A, small and large, and its limits Erlang B, Erlang C and the fluid.

Tolerances of sampled means are four standard errors.
"""

import heapq
import math

import numpy as np
import pytest

from simulator.helpline import CALL, CALL_SCALE, HANDLING, PATIENCE, Helpline, Wishes, erlang_a

FOUR_ERRORS = 4.0
HOUR = 60.0


@pytest.mark.parametrize(
    ("agents", "rate", "patience", "abandon", "wait", "length"),
    [
        (1, 1, 1.0, 0.36787944, 0.63212056, 0.36787944),
        (2, 3, 2.0, 0.38455906, 0.87705825, 2.30735438),
    ],
)
def test_published_values_are_met(agents, rate, patience, abandon, wait, length):
    """Garnett, Mandelbaum & Reiman (2002); times in mean handling times."""
    queue = erlang_a(60 * rate, agents, 1.0, patience)
    assert (queue.abandon, queue.waits, queue.length) == pytest.approx((abandon, wait, length))


@pytest.mark.parametrize("patience", [0.5, 5.0])
@pytest.mark.parametrize(("agents", "per_hour"), [(30, 200), (30, 400), (400, 3100), (400, 6000)])
def test_the_window_leaves_nothing_out(agents, per_hour, patience):
    """Summing every state, one after the other, gives the same."""
    arrive, chances, total = per_hour / 60, [1.0], 1.0
    for there in range(1, 6000):
        leave = min(there, agents) / HANDLING + max(0, there - agents) / patience
        chances.append(chances[-1] * arrive / leave)
        total += chances[-1]
        if chances[-1] > 1e200:
            chances, total = [chance / 1e200 for chance in chances], total / 1e200
    length = sum((n - agents) * p for n, p in enumerate(chances) if n > agents) / total
    queue = erlang_a(per_hour, agents, HANDLING, patience)
    assert queue.length == pytest.approx(length, rel=1e-9, abs=1e-12)
    assert queue.abandon == pytest.approx(length / patience / arrive, rel=1e-9, abs=1e-12)


def test_patient_callers_wait_as_erlang_c_says():
    """Three lines, a load of two: C(3, 2) = 4/9 wait, and by 4/9 of a handling on average."""
    queue = erlang_a(2 * 60, 3, 1.0, 1e6)
    assert queue.waits == pytest.approx(4 / 9, rel=1e-4)
    assert queue.wait == pytest.approx(4 / 9, rel=1e-4)


def test_impatient_callers_are_lost_as_erlang_b_says():
    """Without patience the helpline is a telephone exchange: B(3, 2) = 4/19."""
    assert erlang_a(2 * 60, 3, 1.0, 1e-6).abandon == pytest.approx(4 / 19, rel=1e-4)


@pytest.mark.parametrize("agents", [10, 100, 5000])
def test_a_flood_flows_like_a_fluid(agents):
    """Ten times too many: nine in ten give up; those served waited patience · log 10."""
    queue = erlang_a(10 * agents * 60 / HANDLING, agents, HANDLING, PATIENCE)
    assert queue.abandon == pytest.approx(0.9, rel=1e-6)
    assert queue.wait == pytest.approx(PATIENCE * math.log(10), rel=0.6 / agents)


def test_waits_are_continuous_where_the_sum_becomes_an_integral():
    """Some two thousand ahead: the shortcut agrees with the sum it replaces."""
    queue = erlang_a(30_000, 30, HANDLING, PATIENCE)
    ahead, serve = round(queue.length), 30 / HANDLING
    waited = sum(1 / (serve + n / PATIENCE) for n in range(1, ahead + 2))
    assert ahead > 2000
    assert queue.wait == pytest.approx(waited, rel=1e-3)


def waits(calls: int, agents: int, rate: float, rng: np.random.Generator) -> list[float]:
    """Return the waits of those who get through first come, first served, one caller at a time."""
    free, now, waited = [0.0] * agents, 0.0, []
    for _ in range(calls):
        now += rng.exponential(1 / rate)
        wait = max(0.0, free[0] - now)
        if rng.exponential(PATIENCE) < wait:
            continue
        heapq.heapreplace(free, now + wait + rng.exponential(HANDLING))
        waited.append(wait)
    return waited


def test_mean_wait_is_that_of_real_callers():
    """40,000 calls, one at a time; standard error from 40 stretches, for neighbours wait alike."""
    seen = waits(40_000, 4, 0.7, np.random.default_rng(1))
    means = np.array([np.mean(part) for part in np.array_split(seen, 40)])
    error = means.std(ddof=1) / math.sqrt(len(means))
    expected = erlang_a(60 * 0.7, 4, HANDLING, PATIENCE).wait
    assert abs(np.mean(seen) - expected) < FOUR_ERRORS * error


def test_hours_at_the_phones_have_the_law_of_the_queue():
    """2,000 hours of steady calls: Poisson arrivals, and as many give up as Erlang A says."""
    helpline, hours = Helpline(1, np.random.default_rng(2), np.random.default_rng(3)), []
    first_hour = 1 - 1 / (1 + HOUR / CALL_SCALE)
    for number in range(2000):
        helpline.wishes = Wishes(1)
        helpline.wishes.read(number * HOUR, np.array([40 / CALL / first_hour]))
        helpline.live(number * HOUR, (number + 1) * HOUR, own=4, lent=0, exists=True)
        hours.append(helpline.count())
    calls = np.array([hour.calls[0] for hour in hours])
    lost = np.array([hour.abandoned[0] for hour in hours])
    assert abs(calls.mean() - 40) < FOUR_ERRORS * math.sqrt(40 / len(calls))
    assert calls.var() == pytest.approx(40, rel=0.13)
    expected = 40 * erlang_a(40, 4, HANDLING, PATIENCE).abandon
    assert abs(lost.mean() - expected) < FOUR_ERRORS * lost.std() / math.sqrt(len(lost))
