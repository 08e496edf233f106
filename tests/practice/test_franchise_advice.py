"""What franchise advisers tell a shop that was hacked: following it helps, ignoring it costs."""

from functools import cache

import pytest

from bench.plans import changed, only, without
from simulator import load, load_decisions
from simulator.journal.entries import FactKnown, IntrusionClimbed, PartnerAnswered, PartnerJoined
from simulator.scenario import Decision
from tests.practice.contrast import Played, criterion, gain, play, trust, untouched

SHOP = load("franchisee-theft")
NETWORKED = load("franchisee-theft:networked")
EXEMPLARY = load_decisions(SHOP, "exemplary")
TOGETHER = load_decisions(NETWORKED, "exemplary")
TELLING_FRANCHISOR = ("call-franchisor", "agree-with-franchisor")
TO_CUSTOMERS = (
    "those-at-risk",
    "all-customers",
    "wednesday-evening",
    "thursday-evening",
    "monday-evening",
)

pytestmark = pytest.mark.slow  # half a minute in all; the Gemalto study is in every run


@cache
def shop(decisions: tuple[Decision, ...]) -> list[Played]:
    """Return the runs of a plan in the independent shop."""
    return play(SHOP, decisions)


@cache
def network(decisions: tuple[Decision, ...]) -> list[Played]:
    """Return the runs of a plan in the networked shop."""
    return play(NETWORKED, decisions)


def harmed(one: Played) -> float:
    """Return the people harmed."""
    return one.card.outcome.harmed


def left(one: Played) -> float:
    """Return the customers who left."""
    return one.card.outcome.customers_left


def cost(one: Played) -> float:
    """Return the cost in euros."""
    return one.card.outcome.cost or 0.0


def established(one: Played, fact: str) -> float:
    """Return the minute at which a fact was established."""
    return next((e.at for e in one.journal.of(FactKnown) if e.fact == fact), SHOP.horizon)


def later(decisions: tuple[Decision, ...], which: str, hours: float) -> tuple[Decision, ...]:
    """Return the plan with one decision so many hours later."""
    moved = changed(decisions, which, at=only(decisions, which)[0].at + 60 * hours)
    return tuple(sorted(moved, key=lambda decision: decision.at))


def test_odd_mails_are_worth_a_look_at_once():
    """Signs that are looked into the same morning give facts the same day."""
    slow = later(later(EXEMPLARY, "diagnosis", 24), "bank-data-check", 24)
    assert (
        gain(shop(EXEMPLARY), shop(slow), lambda one: -established(one, "six-thousand-addresses"))
        > 600
    )
    assert gain(shop(EXEMPLARY), shop(slow), harmed) <= 0


def test_bank_data_are_graver_than_addresses():
    """Those whose bank details are gone are harmed first: warn them fast."""
    slow = without(EXEMPLARY, "those-at-risk")
    assert gain(shop(EXEMPLARY), shop(slow), harmed) <= 0
    assert gain(shop(EXEMPLARY), shop(slow), criterion("audiences_told")) > 0


def test_first_reflex_is_the_franchisor():
    """Warned, it keeps the intrusion out; not warned, it learns by being hit."""
    mute = without(TOGETHER, *TELLING_FRANCHISOR)
    climbed = [bool(one.journal.of(IntrusionClimbed)) for one in network(mute)]
    assert any(climbed)
    assert not any(one.journal.of(IntrusionClimbed) for one in network(TOGETHER))
    assert gain(network(TOGETHER), network(mute), criterion("partner")) > 20
    assert untouched(network(TOGETHER), network(mute), "clocks", "responsibility", "discretion")


def test_diagnosing_together_is_faster():
    """Who knows the system finds what left it sooner."""
    alone = without(EXEMPLARY, *TELLING_FRANCHISOR, "call-provider")
    assert all(one.journal.of(PartnerJoined) for one in shop(EXEMPLARY))
    assert (
        gain(shop(EXEMPLARY), shop(alone), lambda one: -established(one, "six-thousand-addresses"))
        > 60
    )


@pytest.mark.parametrize(("who", "sound"), [("us", False), ("together", True)])
def test_who_acts_depends_on_whose_system_it_is(who, sound):
    """In a networked shop the franchisor takes a major part; alone it costs more."""
    plan = changed(TOGETHER, "agree-with-franchisor", who_acts=who)
    usual = changed(TOGETHER, "agree-with-franchisor", who_acts="together")
    extra = gain(network(plan), network(usual), cost)
    assert (extra == 0) if sound else (extra > 0)


def test_the_bill_is_talked_over():
    """The franchisor pays a part when it was told in time and is asked."""
    silent = without(EXEMPLARY, "agree-with-franchisor")
    answers = [a for one in shop(EXEMPLARY) for a in one.journal.of(PartnerAnswered)]
    assert any(answer.agreed for answer in answers)
    assert gain(shop(EXEMPLARY), shop(silent), cost) < 0


def test_customers_are_told_the_truth_with_the_kinds_of_data():
    """Leaving out what was taken costs disclosure, and their trust."""
    kinds = {"six-thousand-addresses", "bank-details", "marketing-files"}
    vague = tuple(
        d.model_copy(update={"if_known": tuple(f for f in d.if_known if f not in kinds)})
        if d.id in TO_CUSTOMERS and hasattr(d, "if_known")
        else d
        for d in EXEMPLARY
    )
    assert gain(shop(EXEMPLARY), shop(vague), criterion("disclosure")) > 10
    assert gain(shop(EXEMPLARY), shop(vague), trust("other-customers")) > 0


def test_a_general_mail_says_it_is_in_hand_and_what_comes_next():
    """Customers who were written to learn it from us, not from the paper."""
    unwritten = tuple(
        d.model_copy(
            update={
                "channels": tuple(c for c in d.channels if c != "direct_email")
                or ("press_release",)
            }
        )
        if d.id in TO_CUSTOMERS
        else d
        for d in EXEMPLARY
    )
    assert gain(shop(EXEMPLARY), shop(unwritten), criterion("audiences_told")) > 20
    assert gain(shop(EXEMPLARY), shop(unwritten), trust("other-customers")) > 0


def test_unwanted_mail_is_announced():
    """Addresses may be resold: whoever was told so knows what to do."""
    mute = tuple(
        d.model_copy(
            update={
                "if_known": tuple(f for f in d.if_known if f not in ("what-to-do", "unwanted-mail"))
            }
        )
        if hasattr(d, "if_known") and d.do == "publish"
        else d
        for d in EXEMPLARY
    )
    assert gain(shop(EXEMPLARY), shop(mute), criterion("fit")) > 3
    assert gain(shop(EXEMPLARY), shop(mute), criterion("content")) > 1


def test_reassured_customers_stay():
    """Well informed, they go on trusting; left in the dark, some leave."""
    assert gain(shop(EXEMPLARY), shop(()), left) < 0
    assert gain(shop(EXEMPLARY), shop(()), trust("other-customers")) > 0.1
