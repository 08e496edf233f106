"""What directs and watches an exercise: calls on demand, notes, the end."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator import Exercise, run
from simulator.errors import DrillError
from simulator.journal import Journal
from simulator.journal.entries import (
    CallAnswered,
    CallLost,
    CallRang,
    CustomersCounted,
    DecisionTaken,
    Ended,
    HelplineCounted,
    InjectSpared,
    OpinionMeasured,
    PromiseMissed,
)
from simulator.study.recorded import plan_of
from tests.builders import decided
from tests.engine.builders import SHOP, line, mail
from tests.engine.live import BY_HAND, SMALL, an_inject, answer, plain, played, refusals, ring

END = {"do": "end_exercise", "at": "T+10h"}
LATE = END | {"at": "T+22h"}
POOL = (
    ring(60), ring(150, outlet="gazette"), answer(70), answer(160, "gazette.room.2"),
    {"do": "promise_call_back", "at": 155, "call": "gazette.room.2"},
    {"do": "decline_call", "at": 158, "call": "gazette.room.2"},
    {"do": "set_line", "at": 62, "facts": ["leaked"], "claims": ["few-concerned"]},
    {"do": "give_inject", "at": 90, "inject": "scoop"},
    {"do": "skip_inject", "at": 95, "inject": "nudge"},
    {"do": "add_inject", "at": 96, "inject": an_inject(at="T+3h"), "replaces": "call"},
    {"do": "add_inject", "at": 97, "inject": an_inject("more", when={"silent_for": "2h"})},
    {"do": "take_note", "at": 98, "text": "Bien", "author": "Ann", "rating": "S", "about": 2},
    {"do": "overrule", "at": 99, "criterion": "press_calls", "score": 70.0, "reason": "Vu"},
    {"do": "write_log", "at": 100, "text": "Le préfet a rappelé."},
    {"do": "publish", "at": 170, "channels": ["press_release"], "facts": ["leaked"]},
    {"do": "name_spokespeople", "at": 50, "spokespeople": ["chief"]},
    {"do": "leave_calls", "at": "T+15h"},
    {"do": "take_calls", "at": "T+18h"},
)  # fmt: skip
CHOSEN = st.lists(st.sampled_from(range(len(POOL))), unique=True).map(sorted)
MOMENTS = st.lists(st.integers(0, int(SMALL.horizon)), max_size=15).map(sorted)


def live(scenario, decisions, moments) -> Journal:
    """Return the journal of decisions taken as they come, the clock stopped at moments too."""
    exercise = Exercise(scenario, 7)
    steps = [*((moment, None) for moment in moments), *((d.at, d) for d in decisions)]
    for moment, decision in sorted(steps, key=lambda step: step[0]):
        exercise.advance(moment)
        if decision is not None and not exercise.ended:
            exercise.decide(decision)
            exercise.advance(exercise.now)
    exercise.advance(scenario.horizon)
    return exercise.journal


@settings(max_examples=40)
@given(CHOSEN, MOMENTS, st.booleans())
def test_a_room_is_replayed_to_the_byte(chosen, moments, by_hand):
    """Scenario, seed and decisions are the whole exercise, however it was run."""
    decisions = decided(SMALL, *([BY_HAND] if by_hand else []), *(POOL[n] for n in chosen), LATE)
    journal = live(SMALL, decisions, moments)
    assert journal.lines() == run(SMALL, decisions, 7).lines()
    assert run(SMALL, plan_of(journal), 7).lines() == journal.lines()


def test_a_call_on_demand_has_luck_of_its_own():
    """The other calls ring as they would have."""
    usual = played().journal.of(CallRang)
    rung = played(ring("T+20h")).journal.of(CallRang)
    assert plain([e for e in rung if "room" not in e.call])[:5] == plain(usual)[:5]


def test_a_desk_answers_a_call_on_demand():
    """Without `take_calls` it is a call like any other."""
    named = {"do": "name_spokespeople", "at": "T+15h", "spokespeople": ["chief"]}
    journal = played(named, ring("T+16h", patience="3h")).journal
    (call,) = (e for e in journal.of(CallRang) if "room" in e.call)
    assert isinstance(journal[call.causes[0]], DecisionTaken)
    assert "agency.room.1" in [e.call for e in journal.of(CallAnswered)]


def test_a_call_on_demand_is_lost_like_others():
    """Conditions on lost calls see it."""
    inject = an_inject(when={"calls_lost": 1})
    journal = played(ring(60), {"do": "add_inject", "at": 1, "inject": inject}).journal
    assert journal.of(CallLost)[0].at == 80
    assert next(e.at for e in journal if getattr(e, "inject", "") == "extra") == 90


def test_end_comes_when_decided():
    """EndEx is measured and recorded at its minute, once."""
    exercise = played(END)
    assert exercise.ended
    (ended,) = exercise.journal.of(Ended)
    assert ended.at == exercise.now == exercise.journal[len(exercise.journal)].at == 600
    assert exercise.journal.of(OpinionMeasured)[-1].at == 600
    assert [exercise.journal[cause].kind for cause in ended.causes] == ["decision_taken"]


def test_nothing_is_decided_after_the_end():
    """The room is told that it is over."""
    exercise = played(END)
    with pytest.raises(DrillError, match="the exercise ended at"):
        exercise.decide(decided(SMALL, {"do": "monitor_media", "at": "T+11h"})[0])


def test_a_file_decides_nothing_after_the_end():
    """What would never be played is said at load."""
    with pytest.raises(DrillError, match="after the end of the exercise"):
        decided(SMALL, END, {"do": "monitor_media", "at": "T+11h"})


def test_promises_after_the_end_are_not_missed():
    """Nobody was there to keep them."""
    word = {"do": "publish", "at": "T+9h", "channels": ["press_release"], "facts": ["leaked"],
            "next_update": "T+11h"}  # fmt: skip
    assert not played(word, END).journal.of(PromiseMissed)


def test_the_last_day_is_counted():
    """What is counted by the hour or the day is counted at the end."""
    given = decided(SHOP, mail(), line(2), {"do": "end_exercise", "at": "T+20h10"})
    journal = run(SHOP, given, 7)
    assert journal.of(HelplineCounted)[-1].at == 20 * 60 + 10
    assert journal.of(CustomersCounted)[-1].at == 20 * 60 + 10


def test_peek_is_the_next_thing():
    """A room may sleep until then."""
    exercise = played({"do": "monitor_media", "at": 3}, until=1)
    assert exercise.peek() == 3
    exercise.advance(4)
    before = len(exercise.journal)
    exercise.advance(exercise.peek() - 0.01)
    assert len(exercise.journal) == before
    assert played(END).peek() == math.inf


def test_directions_are_not_decided_by_the_team():
    """A condition asks what the team did."""
    inject = an_inject(at="T+2h", unless={"decided": "publish"})
    note = {"do": "write_log", "at": 5, "text": "Rien"}
    journal = played({"do": "add_inject", "at": 1, "inject": inject}, note, until=200).journal
    assert not journal.of(InjectSpared)


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        ({"do": "take_note", "at": 5, "text": "x", "about": 500}, "no entry 500 yet"),
        ({"do": "write_log", "at": 5, "text": " "}, "text is empty"),
    ],
)
def test_refusals_say_what_to_do(decision, words):
    """Notes are checked like the rest."""
    if decision["do"] == "write_log":
        with pytest.raises(DrillError, match=words):
            decided(SMALL, decision)
    else:
        assert words in refusals(decision)[0]
