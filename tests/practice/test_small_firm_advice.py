"""What a magazine tells heads of small firms: following it helps, ignoring it costs."""

from functools import cache

import pytest

from bench.cases import edited, says
from bench.plans import changed, without
from simulator import load, load_decisions
from simulator.journal.entries import FactKnown, News
from simulator.scenario import Decision
from tests.practice.contrast import Played, belief, criterion, gain, play, trust, untouched

PREPARED, UNPREPARED = load("small-business:prepared"), load("small-business:unprepared")
EXEMPLARY = load_decisions(UNPREPARED, "exemplary")

pytestmark = pytest.mark.slow  # half a minute in all; the Gemalto study is in every run


@cache
def played(decisions: tuple[Decision, ...]) -> list[Played]:
    """Return the runs of a plan in the unprepared firm."""
    return play(UNPREPARED, decisions)


def moved(hours: float) -> tuple[Decision, ...]:
    """Return the whole plan so many hours later, announced dates too."""
    late = []
    for decision in EXEMPLARY:
        due = getattr(decision, "next_update", None)
        update = {"at": decision.at + 60 * hours} | (
            {"next_update": due + 60 * hours} if due else {}
        )
        if update["at"] < UNPREPARED.horizon:
            late.append(decision.model_copy(update=update))
    return tuple(late)


def saying_less(*facts: str) -> tuple[Decision, ...]:
    """Return the plan in which no message tells these facts."""
    return tuple(
        d.model_copy(update={"if_known": tuple(f for f in d.if_known if f not in facts)})
        if says(d)
        else d
        for d in EXEMPLARY
    )


def test_audit_first():
    """Nature, extent and consequences must be known to be told."""
    blind = without(EXEMPLARY, "audit", "origin")
    assert gain(played(EXEMPLARY), played(blind), criterion("set_up")) > 20
    assert gain(played(EXEMPLARY), played(blind), criterion("disclosure")) > 20


def test_not_waiting():
    """It can leak: the same plan two days later answers to the outside's pressure."""
    late = moved(48)
    assert gain(played(EXEMPLARY), played(late), criterion("first_word")) > 20
    assert gain(played(EXEMPLARY), played(late), trust("customers")) > 0


def test_taking_the_initiative():
    """Told by the firm itself, it is a smaller story."""
    first = [
        news.size
        for one in played(EXEMPLARY)
        for news in one.journal.of(News)
        if news.what == "break"
    ]
    later = [
        news.size
        for one in played(moved(48))
        for news in one.journal.of(News)
        if news.what == "break"
    ]
    assert max(first) < min(later)


def test_cutting_false_rumours_short():
    """The quicker the word, the fewer believe the worst."""
    assert gain(played(EXEMPLARY), played(moved(48)), belief("customers")) < 0
    assert gain(played(EXEMPLARY), played(()), belief("town")) < 0


def test_explaining_what_happened_and_how_far():
    """Nature and reach of the incident."""
    vague = saying_less(
        "computers-locked", "accounts-copied", "how-many", "old-passwords", "no-card"
    )
    assert gain(played(EXEMPLARY), played(vague), criterion("disclosure")) > 20
    assert gain(played(EXEMPLARY), played(vague), criterion("fit")) > 10


def test_giving_safety_instructions_and_what_is_being_done():
    """What readers must do, and what the firm does."""
    bare = saying_less("what-to-do", "first-measures", "shop-reopens")
    assert gain(played(EXEMPLARY), played(bare), criterion("fit")) > 5
    assert gain(played(EXEMPLARY), played(bare), criterion("disclosure")) > 5
    assert gain(played(EXEMPLARY), played(bare), criterion("content")) > 2


def test_exposing_the_situation_honestly():
    """Hiding leads to a dead end, sooner or later."""
    hiding = changed(EXEMPLARY, "tuesday-first", claims=("nothing-taken",), if_known=())
    assert gain(played(EXEMPLARY), played(hiding), criterion("truthfulness")) > 20
    assert gain(played(EXEMPLARY), played(hiding), trust("customers")) > 0
    assert untouched(played(EXEMPLARY), played(hiding), "clocks", "set_up", "discretion")


def test_transparency_keeps_trust():
    """Of customers and of partners."""
    for audience in ("customers", "trade-partners"):
        assert gain(played(EXEMPLARY), played(()), trust(audience)) > 0.1


def test_fitting_messages_to_those_they_are_for():
    """Customers, financial partners, institutions: their needs are not the same."""
    same = edited(
        EXEMPLARY,
        lambda d: d.do == "publish",
        channels=("press_release", "social_account"),
        audiences=None,
    )
    assert gain(played(EXEMPLARY), played(same), criterion("audiences_told")) > 20
    assert gain(played(EXEMPLARY), played(same), criterion("fit")) > 5


def test_a_procedure_and_a_named_person_before_the_day():
    """Who is ready knows sooner and can say more, with the very same decisions."""
    ready, not_ready = play(PREPARED, EXEMPLARY), play(UNPREPARED, EXEMPLARY)

    def known(one: Played) -> float:
        return -sum(entry.at for entry in one.journal.of(FactKnown) if entry.fact == "how-many")

    assert gain(ready, not_ready, known) > 300
    assert gain(ready, not_ready, lambda one: float(one.card.outcome.harmed or 0)) <= 0
