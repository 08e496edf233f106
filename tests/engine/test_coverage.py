"""What the press does with a story, and why."""

import pytest

from simulator import run
from simulator.journal.causes import ROOTS, chain
from simulator.journal.entries import (
    ArticlePublished,
    CallAnswered,
    CallLost,
    CallRang,
    ClaimDoubted,
    DecisionMissing,
    FactCameOut,
    InjectGiven,
    OutletDecided,
)
from simulator.scenario import load, load_decisions
from tests.builders import a_scenario, decided

GEMALTO = load("gemalto-2015")
SILENT = run(GEMALTO, (), 1)
HISTORICAL = run(GEMALTO, load_decisions(GEMALTO, "historical"), 1)


@pytest.mark.parametrize("journal", [SILENT, HISTORICAL], ids=["silence", "historical"])
def test_every_article_walks_back_to_a_root(journal):
    """'Why did they print that?' always has an answer."""
    for article in journal.of(ArticlePublished):
        ends = [link.entry for link in chain(journal, article.id) if not link.entry.causes]
        assert ends
        assert any(isinstance(link.entry, ROOTS) for link in chain(journal, article.id))


def test_breaking_outlet_prints_first():
    """The story is public because somebody printed it."""
    first = SILENT.of(ArticlePublished)[0]
    assert (first.outlet, first.at, first.tone) == ("the-intercept", GEMALTO.breaks, "speculative")


def test_nobody_named_loses_every_call():
    """Phones that nobody answers are lost calls, with the missing decision as a cause."""
    missing = {entry.id for entry in SILENT.of(DecisionMissing) if entry.do == "name_spokespeople"}
    assert not SILENT.of(CallAnswered)
    assert all(missing & set(lost.causes) for lost in SILENT.of(CallLost))


def test_silence_prints_without_the_account():
    """An organisation that said nothing has no account to carry."""
    assert not any(article.account for article in SILENT.of(ArticlePublished))


def test_unanswered_calls_are_printed_as_such():
    """'Could not be reached' is in the paper."""
    assert any(article.unreachable for article in SILENT.of(ArticlePublished))


def test_every_call_ends_once():
    """No call is answered twice or lost after an answer."""
    ends = [entry.call for entry in (*HISTORICAL.of(CallAnswered), *HISTORICAL.of(CallLost))]
    assert len(ends) == len(set(ends))
    assert set(ends) <= {call.call for call in HISTORICAL.of(CallRang)}


def test_big_story_is_followed_and_small_one_ignored():
    """A shop's leak does not make the international press."""
    followed = {entry.outlet for entry in SILENT.of(OutletDecided) if entry.takes_up}
    small = run(a_scenario(), (), 7)
    ignored = {entry.outlet for entry in small.of(OutletDecided) if not entry.takes_up}
    assert len(followed) == 9
    assert ignored == {"agency"}


def test_assurance_is_doubted_by_the_trade_press():
    """Experts ask what it rests on, in print."""
    doubts = HISTORICAL.of(ClaimDoubted)
    printed = [a for a in HISTORICAL.of(ArticlePublished) if {d.id for d in doubts} & set(a.causes)]
    assert {claim.claim for claim in doubts} >= {"products-secure"}
    assert {article.outlet for article in printed} >= {"telecoms-hebdo"}


def test_facts_come_out_whether_or_not_anyone_looked():
    """Not investigating hides nothing."""
    out = SILENT.of(FactCameOut)
    assert out
    assert not any(entry.withheld for entry in out)


def test_long_known_fact_that_comes_out_was_withheld():
    """The full cost is for those who knew."""
    look = {"do": "investigate", "at": "T+3h", "investigation": "logs", "people": 2}
    long = a_scenario(horizon="20 d")
    knowing = [run(long, decided(long, look), seed) for seed in range(30)]
    known = [
        entry
        for journal in knowing
        for entry in journal.of(FactCameOut)
        if entry.fact == "how-many"
    ]
    assert known
    assert all(entry.withheld for entry in known)


def test_contingency_inject_is_spared_when_the_team_acted():
    """A team that told its staff is not punished with the leaked mail."""
    given = {entry.inject for entry in SILENT.of(InjectGiven)}
    acted = {entry.inject for entry in HISTORICAL.of(InjectGiven)}
    assert "internal-mail-leaks" in given - acted


def test_outlet_added_leaves_other_streams_alone():
    """Same luck: one more newsroom changes no other newsroom's choice to follow."""
    fewer = GEMALTO.model_copy(
        update={"outlets": tuple(o for o in GEMALTO.outlets if o.kind != "radio")}
    )
    before = {e.outlet: (e.takes_up, e.chance) for e in run(fewer, (), 3).of(OutletDecided)}
    after = {e.outlet: (e.takes_up, e.chance) for e in run(GEMALTO, (), 3).of(OutletDecided)}
    assert before.items() <= after.items()
