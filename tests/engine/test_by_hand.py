"""Phones taken by hand: a call rings until the team takes it, declines it, or is too late."""

import pytest

from simulator.journal.entries import (
    ArticlePublished,
    CallAnswered,
    CallLost,
    CallRang,
    ClaimMade,
    DecisionMissing,
    DecisionTaken,
)
from simulator.text import Text
from tests.engine.live import BY_HAND, SMALL, answer, played, refusals, ring

CELL = {"do": "activate_cell", "at": 2}
NAMED = {"do": "name_spokespeople", "at": 1, "spokespeople": ["officer", "chief"]}


def test_nobody_answers_by_itself():
    """Whoever takes the phones takes them all."""
    journal = played(BY_HAND, NAMED, {"do": "activate_cell", "at": 2}).journal
    assert journal.of(CallRang)
    assert not journal.of(CallAnswered)


def test_an_unanswered_call_says_who_missed_it():
    """The report's chain of causes ends at the telephone."""
    journal = played(BY_HAND, ring(patience=10), until=200).journal
    (lost,) = journal.of(CallLost)
    assert lost.waited == pytest.approx(10)
    assert [e.do for e in journal.of(DecisionMissing) if e.id in lost.causes] == ["answer_call"]


def test_answer_ends_the_call():
    """The caller hears one person, and the wait is the true one."""
    journal = played(BY_HAND, ring(), answer()).journal
    (said,) = (e for e in journal.of(CallAnswered) if e.call == "agency.room.1")
    assert (said.at, said.waited, said.by, said.fit) == (65, 5, "chief", 0.85)


def test_night_does_not_stop_a_team():
    """A team that answers by hand keeps its own hours."""
    journal = played(BY_HAND, ring("T+8h"), answer("T+8h5")).journal
    assert [e.at for e in journal.of(CallAnswered) if "room" in e.call] == [485]


def test_answer_in_the_minute_of_the_ring():
    """The clock may stand still while the phone rings."""
    (said,) = played(BY_HAND, ring(60), answer(60), until=61).journal.of(CallAnswered)
    assert said.waited == 0


def test_facts_told_inform_the_caller():
    """What the journalist is told is worth more than what is only known inside."""
    bare, told = (
        played(BY_HAND, ring(), answer(**more), until=70).journal.of(CallAnswered)[0]
        for more in ({}, {"facts": ["leaked"]})
    )
    assert told.information > bare.information


def test_line_to_take_fills_an_empty_answer():
    """Whoever answers has at least the line."""
    line = {"do": "set_line", "at": 62, "facts": ["leaked"], "if_known": ["how-many"]}
    journal = played(BY_HAND, ring(), line, answer(), until=70).journal
    own = played(BY_HAND, ring(), answer(facts=["leaked"]), until=70).journal
    (said,) = journal.of(CallAnswered)
    assert said.information == own.of(CallAnswered)[0].information
    assert [e.do for e in journal.of(DecisionTaken) if e.id in said.causes] == [
        "ring_team", "set_line", "answer_call",
    ][1:]  # fmt: skip


def test_claims_on_the_phone_count():
    """A lie to one journalist is a lie."""
    (made,) = played(BY_HAND, ring(), answer(claims=["nothing-stolen"]), until=70).journal.of(
        ClaimMade
    )
    assert made.false


def test_article_follows_from_the_answer():
    """A caller who was answered writes with what was said."""
    early = {"do": "give_inject", "at": 30, "inject": "scoop"}
    call = ring("T+14h", outlet="gazette", patience="2h")
    back = answer("T+14h5", call="gazette.room.1", facts=["leaked", "change-password"])
    lost = played(BY_HAND, early, call, seed=1).journal
    told = played(BY_HAND, early, call, back, seed=1).journal
    (said,) = told.of(CallAnswered)
    (article,) = (a for a in told.of(ArticlePublished) if said.id in a.causes)
    assert article.information == pytest.approx(said.information * said.fit, abs=1e-3)
    (gone,) = (e for e in lost.of(CallLost) if e.call == "gazette.room.1")
    (bad,) = (a for a in lost.of(ArticlePublished) if gone.id in a.causes)
    assert bad.unreachable


def test_first_free_spokesperson_answers():
    """Without a name the next one named takes it."""
    second = answer(66, "agency.room.2", by=None)
    given = (BY_HAND, NAMED, ring(), ring(61), answer(by=None), second)
    given = tuple({k: v for k, v in each.items() if v is not None} for each in given)
    journal = played(*given, until=70).journal
    assert [e.by for e in journal.of(CallAnswered)] == ["officer", "chief"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((answer(call="agency.9"),), "no call of that name: 'agency.9'; ringing: agency.room.1"),
        ((answer(65), answer(66)), "was answered at 19:05 already; ringing: none"),
        ((answer(90),), "ended at 19:20, unanswered"),
        ((answer(by="mayor"),), None),
        ((answer(65), ring(66), answer(67, "agency.room.2")), "The director: on the phone or in"),
        ((answer(facts=["how-many"]),), "not established yet: how-many"),
        ((BY_HAND | {"at": 2},), "the team already takes its calls"),
    ],
)
def test_refusals_say_what_to_do(given, words):
    """A player in a hurry reads one line."""
    if words is None:
        with pytest.raises(Exception, match="not among the spokespeople"):
            refusals(BY_HAND, ring(), *given)
        return
    assert words in refusals(BY_HAND, ring(), *given)[0]


def test_busy_says_until_when():
    """The hour is on the wall; it should be in the refusal too."""
    (why,) = refusals(BY_HAND, ring(), ring(61), answer(), answer(66, "agency.room.2"))
    (said,) = played(BY_HAND, ring(), answer(), until=70).journal.of(CallAnswered)
    until = SMALL.clock.local(65 + said.handled)
    assert f"until {until:%H:%M}" in why


def test_nobody_named_is_told_to_name_one():
    """An answer without a name needs somebody named."""
    call = {key: value for key, value in answer().items() if key != "by"}
    assert "nobody is named to answer" in refusals(BY_HAND, ring(), call)[0]


def test_speakers_of_a_conference_are_busy():
    """Nobody is in two places."""
    meeting = {"do": "hold_conference", "at": 50, "speakers": ["chief"]}
    others = ring(61), answer(66, "agency.room.2", by="officer")
    why = refusals(BY_HAND, meeting, ring(), answer(), *others)
    luck = [e.call for e in played(BY_HAND, meeting, ring(), until=70).journal.of(CallAnswered)]
    assert luck or "until 21:50" in why[0]


def test_declined_call_is_over():
    """No is an answer, and not the one wanted."""
    no = {"do": "decline_call", "at": 63, "call": "agency.room.1"}
    journal = played(BY_HAND, ring(), no, until=200).journal
    (lost,) = journal.of(CallLost)
    assert (lost.at, lost.waited) == (63, 3)
    assert not journal.of(DecisionMissing)


def test_promise_to_call_back_holds_an_hour():
    """The caller waits; then is gone."""
    promise = {"do": "promise_call_back", "at": 70, "call": "agency.room.1"}
    (lost,) = played(BY_HAND, ring(), promise, until=200).journal.of(CallLost)
    assert lost.at == 60 + 20 + 60
    answered = played(BY_HAND, ring(), promise, answer(130), until=200).journal
    assert [e.waited for e in answered.of(CallAnswered)] == [70]


def test_call_back_is_promised_once():
    """A second promise would be worth nothing."""
    promise = {"do": "promise_call_back", "at": 70, "call": "agency.room.1"}
    assert "promised already" in refusals(BY_HAND, ring(), promise, promise | {"at": 71})[0]


def test_phones_change_hands_before_the_first_call():
    """A caller who waits for the desk cannot be handed over."""
    why = refusals(ring(), BY_HAND | {"at": 61})
    assert why == ["journalists have called already; decide it before the first call"]


def test_reasons_are_in_both_languages():
    """The room shows the language of the seat."""
    (entry,) = (
        e for e in played(BY_HAND, answer(), until=70).journal if e.kind == "decision_refused"
    )
    assert Text(**entry.reason).fr.startswith("pas d’appel de ce nom")


def test_phones_left_are_answered_by_who_is_named():
    """One call each at a time, in the desk's hours, from the calls that ring already."""
    left = {"do": "leave_calls", "at": 66}
    journal = played(BY_HAND, NAMED, CELL, ring(patience=60), left, until=130).journal
    said = [e for e in journal.of(CallAnswered) if e.call == "agency.room.1"]
    assert [(e.by in ("officer", "chief"), e.at >= 66) for e in said] == [(True, True)]


def test_phones_left_with_nobody_named_ring_out():
    """Leaving the phones to nobody helps nobody."""
    journal = played(BY_HAND, ring(patience=10), {"do": "leave_calls", "at": 61}, until=200).journal
    assert not journal.of(CallAnswered)
    (lost,) = journal.of(CallLost)
    missing = [e.do for e in journal.of(DecisionMissing) if e.id in lost.causes]
    assert missing == ["name_spokespeople"]


def test_phones_taken_again_wait_for_the_team():
    """After the next `take_calls` nobody answers by itself."""
    left, taken = {"do": "leave_calls", "at": 50}, {"do": "take_calls", "at": 55}
    journal = played(BY_HAND, NAMED, left, taken, ring(), until=64).journal
    assert not [e for e in journal.of(CallAnswered) if e.call == "agency.room.1"]


def test_phones_are_left_once():
    """Who has left them already is told."""
    left = {"do": "leave_calls", "at": 50}
    assert len(refusals(BY_HAND, left, left | {"at": 51})) == 1
