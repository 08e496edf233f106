"""What a review of LinkedIn's and MGP's spring of 2016 holds, played: each judgement counts."""

from collections.abc import Callable
from functools import cache

import pytest

from bench.cases import edited, says
from bench.plans import changed, only, without
from simulator import load, load_decisions
from simulator.scenario import Decision, Scenario
from tests.practice.contrast import Played, belief, criterion, gain, play, trust, untouched

NETWORK, MUTUAL = load("linkedin-2016"), load("mgp-2016")
AS_IT_WAS, AT_BEST = (load_decisions(NETWORK, name) for name in ("historical", "exemplary"))
MUTUAL_WAS, MUTUAL_BEST = (load_decisions(MUTUAL, name) for name in ("historical", "exemplary"))
LETTER = only(AS_IT_WAS, "members-mail")[0]
WARMER = changed(AS_IT_WAS, LETTER.id, elements=(*LETTER.elements, "empathy"))

pytestmark = pytest.mark.slow  # half a minute in all; the Gemalto study is in every run


@cache
def network(decisions: tuple[Decision, ...]) -> list[Played]:
    """Return the runs of a plan of the network."""
    return play(NETWORK, decisions)


@cache
def mutual(decisions: tuple[Decision, ...]) -> list[Played]:
    """Return the runs of a plan of the mutual."""
    return play(MUTUAL, decisions)


def outcome(name: str) -> Callable[[Played], float]:
    """Return a reader of one figure of the outcome."""
    return lambda played: getattr(played.card.outcome, name)


def silent_on(decisions: tuple[Decision, ...], *facts: str) -> tuple[Decision, ...]:
    """Return the plan in which no message tells these facts."""
    return tuple(
        d.model_copy(update={"if_known": tuple(f for f in d.if_known if f not in facts)})
        if says(d)
        else d
        for d in decisions
    )


def felt(scenario: Scenario, sensitive: float) -> Scenario:
    """Return the case in another climate."""
    story = scenario.story.model_copy(update={"sensitive": sensitive})
    return scenario.model_copy(update={"story": story})


def test_one_notice_among_many():
    """An ordinary theft calls fewer journalists and moves the share less than an unheard-of one."""
    listed = NETWORK.organisation.listed.model_copy(update={"share_in_question": 0.9})
    shaken = NETWORK.organisation.model_copy(update={"listed": listed})
    unheard_of = play(felt(NETWORK, 1).model_copy(update={"organisation": shaken}), AS_IT_WAS)
    assert gain(network(AS_IT_WAS), unheard_of, outcome("calls")) < -10
    assert gain(network(AS_IT_WAS), unheard_of, outcome("lowest_return")) > 3


def test_those_told_are_worried_and_call():
    """Somebody must be there to answer them."""
    mute = tuple(d for d in MUTUAL_BEST if not d.do.endswith("_helpline"))
    assert all(one.card.outcome.helpline_calls > 200 for one in mutual(MUTUAL_BEST))
    assert gain(mutual(MUTUAL_BEST), mutual(mute), trust("members")) > 0.0003


def test_the_way_of_telling_counts():
    """The same facts at the same hours, told drily and by nobody: people react otherwise."""
    drily = {"elements": (), "responsibility": "neutral", "signed_by": None, "text": None}
    dry = edited(AT_BEST, says, next_update=None, **drily)
    assert untouched(network(AT_BEST), network(dry), "first_word", "disclosure", "fit")
    assert gain(network(AT_BEST), network(dry), trust("members-concerned")) > 0.02
    assert gain(network(AT_BEST), network(dry), belief("members-concerned")) < -0.002
    assert gain(network(AT_BEST), network(dry), criterion("content")) > 15


def test_a_sensitive_climate():
    """Two weeks after the murders the same days make more noise than in calmer times."""
    calmer = play(felt(MUTUAL, 0.5), MUTUAL_WAS)
    assert gain(mutual(MUTUAL_WAS), calmer, outcome("articles")) > 3
    assert gain(mutual(MUTUAL_WAS), calmer, outcome("calls")) > 15


def test_no_word_that_shrinks_it():
    """What belittles a fear goes further than what is known, and is held against who says it."""
    careful = changed(
        MUTUAL_WAS, "presidents-statement", claims=("victim-of-malice", "needs-the-link")
    )
    assert gain(mutual(careful), mutual(MUTUAL_WAS), criterion("truthfulness")) > 20
    assert gain(mutual(careful), mutual(MUTUAL_WAS), trust("unions")) > 0.02


def test_who_is_in_the_file_and_what_may_come_of_it():
    """112,000 officers hear how many they are, and that their address is there."""
    vague = silent_on(MUTUAL_BEST, "number-112-000", "names-and-addresses", "risk-at-home")
    assert gain(mutual(MUTUAL_BEST), mutual(vague), criterion("disclosure")) > 20
    assert gain(mutual(MUTUAL_BEST), mutual(vague), criterion("fit")) > 10
    assert gain(mutual(MUTUAL_BEST), mutual(vague), trust("members")) > 0.03


def test_how_the_file_left_but_no_name():
    """The cause is told once established; the person is for the inquiry."""
    mute = silent_on(MUTUAL_BEST, "deliberate-copy", "access-too-wide")
    told = only(MUTUAL_BEST, "monday-conference")[0].if_known
    named = changed(MUTUAL_BEST, "monday-conference", if_known=(*told, "name-of-the-person"))
    assert gain(mutual(MUTUAL_BEST), mutual(mute), trust("members")) > 0.01
    assert gain(mutual(MUTUAL_BEST), mutual(named), criterion("discretion")) > 30


def test_a_file_in_somebody_else_s_store():
    """Only the host can delete the copy: it is asked to in the first hour."""
    unasked = without(MUTUAL_BEST, "host-told")
    assert gain(mutual(MUTUAL_BEST), mutual(unasked), criterion("partner")) > 50
    assert gain(mutual(MUTUAL_BEST), mutual(unasked), trust("members")) > 0.002


def test_an_old_theft_that_comes_back():
    """What was not understood in 2012 is owned, not called settled."""
    mute = silent_on(AT_BEST, "understood-in-part")
    settled = changed(AT_BEST, "wednesday-word", claims=("handled-in-2012",))
    assert gain(network(AT_BEST), network(mute), criterion("disclosure")) > 3
    assert gain(network(AT_BEST), network(mute), trust("members-concerned")) > 0.004
    assert gain(network(AT_BEST), network(settled), criterion("truthfulness")) > 15


def test_a_letter_to_every_member():
    """A post on the blog does not reach those it is about."""
    posted = without(AS_IT_WAS, LETTER.id)
    assert gain(network(AS_IT_WAS), network(posted), criterion("fit")) > 3
    assert gain(network(AS_IT_WAS), network(posted), trust("members-concerned")) > 0.02
    assert gain(network(AS_IT_WAS), network(posted), outcome("harmed")) < -10_000


def test_not_eight_days_later():
    """The same letter with the first public word: fewer come to harm, fewer leave."""
    first = only(AS_IT_WAS, "blog-post")[0].at + 30
    soon = tuple(sorted(changed(AS_IT_WAS, LETTER.id, at=first), key=lambda d: d.at))
    assert gain(network(soon), network(AS_IT_WAS), criterion("audiences_told")) > 10
    assert gain(network(soon), network(AS_IT_WAS), outcome("harmed")) < -50_000
    assert gain(network(soon), network(AS_IT_WAS), outcome("customers_left")) < -500_000


def test_readers_who_know_what_to_do():
    """Steps to take reach people before the thief does."""
    mute = silent_on(AT_BEST, "change-reused-passwords", "type-the-address")
    assert gain(network(AT_BEST), network(mute), outcome("harmed")) < -10_000
    assert gain(network(AT_BEST), network(mute), criterion("fit")) > 5


def test_empathy_makes_readers_more_receptive():
    """The very letter of 25 May, with a word for its readers: more accept it, fewer distrust."""
    warm, cold = network(WARMER), network(AS_IT_WAS)
    assert gain(warm, cold, lambda one: one.of("members-concerned")["account"]) > 0.0005
    assert gain(warm, cold, trust("members-concerned")) > 0.0008
    assert gain(warm, cold, criterion("content")) > 0.5


def test_the_smallest_loss_is_worth_sparing():
    """Empathy is not what the score hangs on; yet hundreds of members stay because of it."""
    warm, cold = network(WARMER), network(AS_IT_WAS)
    assert untouched(warm, cold, "disclosure", "fit", "truthfulness", "responsibility")
    assert 0 < gain(warm, cold, lambda one: one.card.overall.score) < 1
    assert gain(warm, cold, outcome("customers_left")) < -100
