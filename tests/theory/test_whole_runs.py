"""Whole runs are alike whether large audiences leap or are played person by person.

Gemalto's ten days among fewer people: no audience has more than 10,000 who listen, so that both
ways can be played: 150 seeds each way. Calls and waits are compared too; they come out alike,
because in this case none of them depends on how the rumour goes.
"""

from functools import cache

import numpy as np
import pytest
from scipy.stats import ks_2samp, sem

from bench import plans
from simulator.engine import Exercise
from simulator.journal.entries import CallAnswered, CallLost, CallRang, OpinionMeasured
from simulator.rumour import crowd
from simulator.rumour.crowd import EXACT_BELOW, Crowd

REPLICATIONS, ALIKE = 150, 0.01
EXACT, LEAPING = EXACT_BELOW, 1000
# Headcounts whose attentive share is 10,000 people or a little less.
FEWER = {"phone-users": 200_000, "public": 50_000, "investors": 14_000, "experts": 14_000}


@cache
def small_gemalto():
    """Return the case with smaller audiences."""
    scenario = plans.scenario()
    audiences = tuple(
        a.model_copy(update={"people": FEWER[a.id]} if a.id in FEWER else {})
        for a in scenario.audiences
    )
    return scenario.model_copy(update={"audiences": audiences})


@cache
def outcomes(exact_below, which, first, rumour=0):
    """Return what runs came to, by name, a value a run, with a `rumour` of as many seeds further.

    Beliefs are shares of headcounts at the end; `wait` is the mean of callers of a run, minutes.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crowd, "EXACT_BELOW", exact_below)
        runs = [played(which, seed, seed + rumour) for seed in range(first, first + REPLICATIONS)]
    return {name: np.array([each[name] for each in runs]) for name in runs[0]}


def played(which, seed, rumour):
    """Return what the run of a seed came to, its rumour of another."""
    exercise = Exercise(small_gemalto(), seed, plans.plan(which), {"rumour": rumour})
    exercise.advance(exercise.scenario.horizon)
    return outcome(exercise.journal)


def outcome(journal):
    """Return what one run came to."""
    last = journal.of(OpinionMeasured)[-1]
    people = [audience.headcount for audience in small_gemalto().audiences]
    believing = np.add(last.spreaders, last.stiflers) / people
    ids = (f"belief of {audience.id}" for audience in small_gemalto().audiences)
    waits = [call.waited for call in (*journal.of(CallAnswered), *journal.of(CallLost))]
    return {
        **dict(zip(ids, believing, strict=True)),
        "calls": len(journal.of(CallRang)),
        "wait": np.mean(waits),
        "longest wait": max(waits),
        "lost": len(journal.of(CallLost)),
    }


def p_values(one, other):
    """Return the p-value of Kolmogorov-Smirnov for each outcome of two samples."""
    return {name: ks_2samp(one[name], other[name]).pvalue for name in one}


def test_everybody_can_be_played_one_by_one():
    """Else the exact runs would leap too, and the test compare nothing."""
    people = Crowd(small_gemalto().audiences, np.random.default_rng(1)).counts.sum(axis=1)
    assert people.max() == EXACT
    assert sum(people > LEAPING) == 6


@pytest.mark.slow
@pytest.mark.parametrize("which", ["historical", "silence"])
def test_leaping_runs_end_as_exact_ones(which):
    """Belief of each audience, calls and waits, no seed twice: nobody can tell who leapt."""
    exact, leaping = outcomes(EXACT, which, 1), outcomes(LEAPING, which, 1001)
    found = p_values(exact, leaping)
    assert min(found.values()) > ALIKE, found


@pytest.mark.slow
@pytest.mark.parametrize("which", ["historical", "silence"])
def test_leaping_runs_believe_as_much(which):
    """Under the same press, other rumour: mean beliefs lie within four errors, a per cent or so."""
    exact, leaping = outcomes(EXACT, which, 1), outcomes(LEAPING, which, 1, rumour=5000)
    assert (exact["calls"] == leaping["calls"]).all()
    for name in (name for name in exact if name.startswith("belief")):
        difference = leaping[name] - exact[name]
        assert abs(difference.mean()) < 4 * sem(difference), name


@pytest.mark.slow
def test_louder_rumour_is_told_apart(monkeypatch):
    """A tenth more talk is seen: the tests above could fail."""
    exact, activity = outcomes(EXACT, "silence", 1), crowd.activity
    monkeypatch.setattr(crowd, "activity", lambda hour: 1.1 * activity(hour))
    louder = outcomes(LEAPING, "silence", 2001)
    assert min(p_values(exact, louder).values()) < ALIKE
