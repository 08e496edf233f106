"""One exercise: the same three give the same journal, however it is watched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator import Exercise, run
from simulator.errors import DrillError
from simulator.journal.entries import (
    DecisionRefused,
    DecisionTaken,
    Ended,
    FactKnown,
    OpinionMeasured,
)
from simulator.scenario import Decision, Scenario
from tests.builders import a_scenario, decided

SMALL = a_scenario()
PLAN = decided(SMALL)
MOMENTS = st.lists(st.floats(0, SMALL.horizon), max_size=25).map(sorted)


def stepped(scenario: Scenario, decisions: tuple[Decision, ...], moments: list[float]) -> Exercise:
    """Return an exercise advanced to each moment in turn, then to its end."""
    exercise = Exercise(scenario, 7, decisions)
    for moment in moments:
        exercise.advance(moment)
    exercise.advance(scenario.horizon)
    return exercise


@settings(max_examples=15)
@given(MOMENTS)
def test_looking_changes_nothing(moments):
    """The room may stop the clock wherever it likes."""
    assert stepped(SMALL, PLAN, moments).journal == run(SMALL, PLAN, 7)


def test_ten_thousand_steps_change_nothing():
    """A room that ticks five times a minute plays the same exercise."""
    moments = [SMALL.horizon * step / 10_000 for step in range(1, 10_001)]
    assert stepped(SMALL, PLAN, moments).journal.lines() == run(SMALL, PLAN, 7).lines()


@settings(max_examples=15)
@given(MOMENTS)
def test_deciding_live_changes_nothing(moments):
    """A recorded drill is the same run as the one it was recorded from."""
    exercise = Exercise(SMALL, 7)
    for moment, decision in sorted(
        [*((moment, None) for moment in moments), *((d.at, d) for d in PLAN)],
        key=lambda pair: pair[0],
    ):
        exercise.advance(moment)
        if decision is not None:
            exercise.decide(decision)
    exercise.advance(SMALL.horizon)
    assert exercise.journal == run(SMALL, PLAN, 7)


def test_order_of_given_decisions_is_by_time():
    """A file may list decisions as its author thought of them."""
    assert run(SMALL, tuple(reversed(PLAN)), 7) == run(SMALL, PLAN, 7)


def test_seeds_differ_in_luck():
    """Another seed is another roll of the dice."""
    assert run(SMALL, PLAN, 1).lines() != run(SMALL, PLAN, 2).lines()


def test_time_never_goes_back(journal):
    """Every reader after the run counts on it."""
    times = [entry.at for entry in journal]
    assert times == sorted(times)


def test_causes_come_before_effects(journal):
    """A chain of causes ends; it never turns in a circle."""
    assert all(cause < entry.id for entry in journal for cause in entry.causes)


def test_people_are_conserved(journal):
    """Nobody is born or lost in ten days of rumour."""
    attentive = [20_000, 1_000, 560, 42]
    for poll in journal.of(OpinionMeasured):
        held = zip(poll.spreaders, poll.stiflers, poll.informed, attentive, strict=True)
        assert all(y + z + i <= people for y, z, i, people in held)


def test_exercise_ends_once(journal):
    """The report waits for EndEx."""
    assert [type(entry) for entry in journal].count(Ended) == 1


def test_nothing_happens_after_the_end():
    """A clock that runs on adds nothing."""
    exercise = Exercise(SMALL, 7)
    exercise.advance(SMALL.horizon)
    before = len(exercise.journal)
    exercise.advance(SMALL.horizon + 500)
    assert len(exercise.journal) == before


def test_going_back_does_nothing():
    """A client with a slow clock must not undo anything."""
    exercise = Exercise(SMALL, 7)
    exercise.advance(300)
    exercise.advance(200)
    assert exercise.now == 300


def test_late_decision_is_an_error():
    """A decision for a moment that has passed cannot be slipped in."""
    exercise = Exercise(SMALL, 7)
    exercise.advance(300)
    with pytest.raises(DrillError, match="has passed"):
        exercise.decide(PLAN[0])


def test_decision_beyond_the_horizon_is_an_error():
    """It would be silently forgotten."""
    with pytest.raises(DrillError, match="lies outside"):
        Exercise(SMALL, 7, [PLAN[0].model_copy(update={"at": SMALL.horizon})])


def test_decision_time_is_a_whole_second():
    """Two clients that round differently still agree."""
    early = PLAN[0].model_copy(update={"at": PLAN[0].at + 0.004})
    assert run(SMALL, [early], 7).of(DecisionTaken)[0].at == PLAN[0].at


def test_dated_fact_is_known_at_its_minute():
    """What becomes known at six may be said at six."""
    at_six = decided(
        SMALL, {"do": "publish", "at": "T+1h", "channels": ["press_release"], "facts": ["leaked"]}
    )
    journal = run(SMALL, at_six, 7)
    assert not journal.of(DecisionRefused)
    assert journal.of(FactKnown)[1].at == 60


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (
            {"do": "publish", "channels": ["press_release"], "facts": ["how-many"]},
            "not established yet: how-many",
        ),
        (
            {"do": "correct_claim", "claim": "few-concerned", "channels": ["press_release"]},
            "nothing to correct",
        ),
    ],
)
def test_impossible_decision_is_refused_with_its_reason(given, reason):
    """Nobody says what nobody knows."""
    refused = run(SMALL, decided(SMALL, {"at": "T+3h", **given}), 7).of(DecisionRefused)
    assert reason in refused[0].reason["en"]


@pytest.mark.parametrize(
    "given",
    [
        {"do": "activate_cell"},
        {"do": "investigate", "investigation": "logs", "people": 2},
        {"do": "hold_conference", "speakers": ["chief"]},
    ],
)
def test_doing_it_twice_is_refused(given):
    """The second order changes nothing and says so."""
    twice = decided(SMALL, {"at": "T+3h", **given}, {"at": "T+3h10", **given})
    assert len(run(SMALL, twice, 7).of(DecisionRefused)) == 1


def test_refused_decision_changes_nothing():
    """Beyond its own line in the journal, the world goes on as if it had not been tried."""
    refused = decided(
        SMALL,
        {"do": "publish", "at": "T+3h", "channels": ["press_release"], "facts": ["informant"]},
    )
    with_it = [type(e) for e in run(SMALL, refused, 7) if not isinstance(e, DecisionRefused)]
    assert with_it == [type(entry) for entry in run(SMALL, (), 7)]


def test_unknown_name_in_a_live_decision_is_refused():
    """A live client can send anything; load-time checks do not see it."""
    name = PLAN[2].model_copy(update={"spokespeople": ("nobody",)})
    assert (
        "unknown spokesperson: 'nobody'"
        in run(SMALL, [name], 7).of(DecisionRefused)[0].reason["en"]
    )


def test_blaming_nobody_we_know_is_refused():
    """The partner blamed must be one of the scenario's, live as well."""
    blaming = PLAN[3].model_copy(update={"responsibility": "shifted", "blames": "nobody"})
    reason = run(SMALL, [blaming], 7).of(DecisionRefused)[0].reason["en"]
    assert "unknown partner: 'nobody'" in reason
