"""Changes to a plan: the rest stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator import run
from simulator.errors import DrillError
from simulator.journal.entries import DecisionRefused, OpinionMeasured, StatementIssued
from simulator.study.changes import added, dropped, found, ordered, shifted
from tests.builders import decided
from tests.study.builders import PLAN, SMALL

IDS = [decision.id for decision in PLAN]
shifts = st.integers(-40, 600)


def times(plan):
    return {decision.id: decision.at for decision in plan}


@given(st.sampled_from(IDS), shifts)
def test_shift_moves_one_decision_only(which, minutes):
    """What is compared is one change."""
    moved = shifted(SMALL, PLAN, which, minutes)
    assert times(moved) == times(PLAN) | {which: found(PLAN, which).at + minutes}
    assert [d for d in moved if d.id != which] == [d for d in PLAN if d.id != which]


@given(st.sampled_from(IDS), shifts)
def test_shifted_plan_is_in_order_of_time(which, minutes):
    """A plan is read from first to last."""
    moved = shifted(SMALL, PLAN, which, minutes)
    assert list(moved) == sorted(moved, key=lambda decision: decision.at)


@pytest.mark.parametrize("minutes", [-90, 45.5, 300])
def test_announced_update_moves_with_its_message(minutes):
    """'We are back in thirteen hours' stays thirteen hours."""
    before = found(PLAN, "first-word")
    after = found(shifted(SMALL, PLAN, "first-word", minutes), "first-word")
    assert after.next_update - after.at == pytest.approx(before.next_update - before.at)


def test_shift_keeps_everything_else():
    """The same words, on the same channels, signed by the same person."""
    before = found(PLAN, "first-word")
    after = found(shifted(SMALL, PLAN, "first-word", 60), "first-word")
    kept = {"exclude": {"at", "next_update", "facts", "if_known"}}
    assert after.model_dump(**kept) == before.model_dump(**kept)


def test_shifted_facts_are_told_if_known():
    """An earlier message says less; it is not refused."""
    early = shifted(SMALL, PLAN, "first-word", -150)
    message = found(early, "first-word")
    assert (message.facts, message.if_known) == ((), ("leaked", "change-password", "how-many"))
    journal = run(SMALL, early, 1)
    assert "first-word" not in [e.decision["id"] for e in journal.of(DecisionRefused)]
    word = next(e for e in journal.of(StatementIssued) if e.statement == "first-word")
    assert word.disclosed == ("change-password",)


def test_no_shift_plays_the_same():
    """Moved by nothing, nothing moves."""
    still = run(SMALL, shifted(SMALL, PLAN, "first-word", 0), 1)
    assert still.of(OpinionMeasured) == run(SMALL, PLAN, 1).of(OpinionMeasured)


@pytest.mark.parametrize("minutes", [-181, 2880 - 180])
def test_shift_out_of_the_exercise_is_refused(minutes):
    """Before StartEx nobody is there, and at the last minute nothing follows."""
    with pytest.raises(DrillError, match=f"first-word: moved by {minutes} min") as error:
        shifted(SMALL, PLAN, "first-word", minutes)
    assert "l’exercice, qui va de 0 à 2880\u00a0min" in error.value.say("fr")


def test_shift_to_the_first_and_the_last_second_is_played():
    """The ends of the exercise belong to it."""
    for minutes in (-180, 2880 - 180 - 1 / 60):
        run(SMALL, shifted(SMALL, PLAN, "first-word", minutes), 1)


@pytest.mark.parametrize(
    "change", [lambda: shifted(SMALL, PLAN, "word", 5), lambda: dropped(PLAN, ["cell", "word"])]
)
def test_unknown_decision_names_the_known(change):
    """Who mistypes an id sees it in the list."""
    with pytest.raises(DrillError, match=f"word: no decision of that name.*{', '.join(IDS[:3])}"):
        change()


def test_empty_plan_has_no_decision():
    """Silence cannot be moved, and the message has no empty list."""
    with pytest.raises(DrillError, match="those of the plan: –") as error:
        found((), "cell")
    assert error.value.say("fr").endswith("celles du plan\N{NO-BREAK SPACE}: –")


def test_dropping_leaves_the_others():
    """In their order, as they were."""
    assert dropped(PLAN, ["cell", "conference"]) == tuple(
        decision for decision in PLAN if decision.id not in ("cell", "conference")
    )


def test_added_decision_takes_its_place_in_time():
    """Where it would have been taken."""
    (watch,) = decided(SMALL, {"id": "watch", "at": "T+47", "do": "monitor_media"})
    more = added(PLAN, [watch])
    assert [d.id for d in more][:4] == ["cell", "look", "watch", "name"]
    assert dropped(more, ["watch"]) == PLAN


def test_decision_of_the_same_id_is_replaced():
    """A plan has one cell, whenever it meets."""
    (late,) = decided(SMALL, {"id": "cell", "at": "T+9h", "do": "activate_cell"})
    assert times(added(PLAN, [late])) == times(PLAN) | {"cell": 540.0}


def test_same_minute_keeps_its_order():
    """Who first names the spokesperson and then speaks does so in this order."""
    pair = decided(
        SMALL,
        {"id": "b", "at": 60, "do": "activate_cell"},
        {"id": "a", "at": 60, "do": "monitor_media"},
    )
    assert [d.id for d in ordered(pair)] == ["b", "a"]
    assert [d.id for d in added(pair[:1], pair[1:])] == ["b", "a"]
