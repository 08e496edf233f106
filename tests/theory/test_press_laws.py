"""The press desk obeys the laws of queues: Erlang A, B and C, and callers that come as Poisson.

Tolerances are four standard errors; those of a queue by the means of 25 stretches of one long run,
because neighbouring calls wait together.
"""

import numpy as np
import pytest
from scipy.stats import kstest

from simulator.journal.entries import CallAnswered, CallLost
from simulator.press.calls import CALLS_PER_DESK_HOUR, Caller
from simulator.press.desk import HANDLING_NAMED
from simulator.scenario.shapes import Outlet
from simulator.streams import Streams
from tests.press.builders import HOUR, THURSDAY, OpenDayAndNight, Phones

FOUR_ERRORS = 6e-5
STRETCHES = 25
FOREVER = 1e9


def arrive(phones, calls, rate, patience, rng):
    """Let so many calls ring at random, with exponential patience and handling."""
    for _ in range(calls):
        yield phones.env.timeout(rng.exponential(HANDLING_NAMED / rate))
        holds = rng.exponential(patience) if 0 < patience < FOREVER else patience
        phones.take(holds, effort=rng.exponential())


def queue(lines, rate, patience, calls=10_000, seed=1):
    """Return whether each call was lost, and its wait in mean handling times, in order of ringing.

    `rate` of calls and mean `patience` are in mean handling times.
    """
    phones = Phones(kind=OpenDayAndNight)
    phones.name(lines)
    rng = np.random.default_rng(seed)
    phones.env.process(arrive(phones, calls, rate, patience * HANDLING_NAMED, rng))
    phones.until(2 * calls * HANDLING_NAMED / rate)
    ends = [call.end for call in phones.calls]
    assert len(phones.journal.of(CallAnswered, CallLost)) == len(ends) == calls
    return (
        np.array([isinstance(end, CallLost) for end in ends], dtype=float),
        np.array([end.waited for end in ends]) / HANDLING_NAMED,
    )


def agrees(seen, expected):
    """Return whether the mean of a run is within four standard errors of what is expected."""
    means = seen.reshape(STRETCHES, -1).mean(axis=1)
    return abs(means.mean() - expected) < 4 * means.std(ddof=1) / np.sqrt(STRETCHES)


# Lines, calls and patience in mean handling times; P(abandon), P(wait), L_q (Erlang A; Garnett,
# Mandelbaum & Reiman 2002). The rate of giving up is one over the mean patience.
ERLANG_A = pytest.mark.parametrize(
    ("lines", "rate", "patience", "abandon", "wait", "length"),
    [
        (1, 1, 1.0, 0.36787944, 0.63212056, 0.36787944),
        (2, 3, 2.0, 0.38455906, 0.87705825, 2.30735438),
    ],
)


@ERLANG_A
def test_callers_abandon_as_erlang_a_says(lines, rate, patience, abandon, wait, length):
    """How many calls are lost is the desk's headline; 10,000 calls."""
    lost, waited = queue(lines, rate, patience)
    assert agrees(lost, abandon)
    assert agrees(waited > 0, wait)
    assert agrees(waited, length / rate)  # Little's law


@pytest.mark.slow
@ERLANG_A
def test_callers_abandon_as_erlang_a_says_at_length(lines, rate, patience, abandon, wait, length):
    """The same over 100,000 calls, where a bias of half a per cent would show."""
    lost, waited = queue(lines, rate, patience, calls=100_000, seed=2)
    assert agrees(lost, abandon)
    assert agrees(waited > 0, wait)
    assert agrees(waited, length / rate)


def test_impatient_callers_are_lost_as_erlang_b_says():
    """Without patience the desk is a telephone exchange of three lines: B(3, 2) = 4/19."""
    lost, _ = queue(lines=3, rate=2, patience=0.0)
    assert agrees(lost, 0.2105263158)


def test_patient_callers_wait_as_erlang_c_says():
    """With callers who hold for ever: C(3, 2) = 4/9 wait, and by 4/9 of a handling on average."""
    lost, waited = queue(lines=3, rate=2, patience=FOREVER)
    assert not lost.any()
    assert agrees(waited > 0, 4 / 9)
    assert agrees(waited, 4 / 9)


def calls_of(outlet, days, heat=1.0):
    """Return the minutes at which a newsroom of eight desks calls at constant heat."""
    env, minutes = Phones().env, []
    never = env.event()
    caller = Caller(env, Outlet(id=outlet, name=outlet, kind="online"), Streams(1), THURSDAY)
    env.process(
        caller.ring(
            heat=lambda _at: heat,
            asking=lambda: 1.0,
            warmed=lambda: never,
            topic=lambda _lot: "scope",
            on_call=lambda _call: minutes.append(env.now),
        )
    )
    env.run(until=days * 24 * HOUR)
    return np.array(minutes)


def test_calls_come_at_the_stated_rate():
    """Three weeks of a story that never cools: .55 calls an hour and desk, less at night.

    A day has 14.75 busy hours, a weekend day four tenths of it.
    """
    expected = CALLS_PER_DESK_HOUR * 8 * 3 * 14.75 * (5 + 2 * 0.4)
    assert abs(len(calls_of("gazette", 21)) - expected) < 4 * np.sqrt(expected)


def test_calls_of_a_day_are_poisson():
    """Calls in chorus would swamp the desk in a way no press desk is: mean and variance agree."""
    numbers = np.array([len(calls_of(f"o{n}", 1, heat=0.5)) for n in range(150)])
    expected = CALLS_PER_DESK_HOUR * 8 * 0.5 * 14.75
    assert abs(numbers.mean() - expected) < 4 * np.sqrt(expected / 150)
    assert abs(numbers.var(ddof=1) / expected - 1) < 4 * np.sqrt(2 / 149)


def test_calls_of_a_morning_come_at_any_minute():
    """Thinning must leave no beat of its own: uniform from seven to eight at night."""
    minutes = calls_of("gazette", 9) % (24 * HOUR)
    daytime = minutes[(minutes >= 7 * HOUR) & (minutes < 20 * HOUR)]
    assert kstest((daytime - 7 * HOUR) / (13 * HOUR), "uniform").pvalue > FOUR_ERRORS
