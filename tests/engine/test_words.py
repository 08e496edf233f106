"""What a word does to questions, trust, promises and claims."""

import pytest

from simulator import run
from simulator.journal import Journal
from simulator.journal.entries import (
    ClaimContradicted,
    ClaimCorrected,
    ClaimMade,
    Contradiction,
    EmptyWord,
    HeardFromPress,
    News,
    OpinionMeasured,
    PromiseKept,
    PromiseMissed,
    RevisedDownward,
    StatementIssued,
    TrustMoved,
)
from tests.builders import a_scenario, decided

SMALL = a_scenario()
STAFF, SHOPS = 3, 2


def played(*given: dict[str, object], seed: int = 7) -> Journal:
    """Return the run of these decisions, written as in a file."""
    return run(SMALL, decided(SMALL, *given) if given else (), seed)


def word(at: str = "T+4h", **more: object) -> dict[str, object]:
    """Return a press release."""
    return {"do": "publish", "at": at, "channels": ["press_release"], **more}


def trust(journal: Journal, at: float) -> tuple[float, ...]:
    """Return trust of every audience at the last measure before a minute."""
    return [poll for poll in journal.of(OpinionMeasured) if poll.at <= at][-1].trust


def why(journal: Journal) -> list[str]:
    """Return why trust moved, in order."""
    return [entry.why for entry in journal.of(TrustMoved)]


def test_facts_make_substance():
    """Only what answers a question counts as saying something."""
    said = played(word(facts=["leaked"])).of(StatementIssued)[0]
    assert said.substance == pytest.approx(3 / 9)


def test_the_same_facts_again_are_empty():
    """Repetition tires."""
    again = played(word(facts=["leaked"]), word("T+6h", facts=["leaked"]))
    assert [s.substance > 0.02 for s in again.of(StatementIssued)] == [True, False]
    assert len(again.of(EmptyWord)) == 1


def test_slices_add_up_to_the_whole():
    """Ten messages with a tenth each gain nothing over one."""
    whole = played(word(facts=["leaked", "change-password"])).of(StatementIssued)[0].substance
    slices = played(word(facts=["leaked"]), word("T+5h", facts=["change-password"]))
    assert sum(s.substance for s in slices.of(StatementIssued)) == pytest.approx(whole, abs=1e-5)


def test_holding_word_counts_once():
    """'We are looking' is worth something the first time."""
    held = played(word(holding=True), word("T+6h", holding=True)).of(StatementIssued)
    assert [s.substance for s in held] == [pytest.approx(0.25), 0]


def test_fourth_empty_word_is_not_heard():
    """After three in a day nobody listens."""
    empty = played(*(word(f"T+{hour}h") for hour in range(4, 9))).of(EmptyWord)
    assert [entry.heard for entry in empty] == [True, True, True, False, False]


def test_telling_staff_does_not_answer_the_public():
    """Disclosure is per side."""
    inside = played({"do": "brief_employees", "at": "T+4h", "facts": ["leaked"]})
    assert inside.of(OpinionMeasured)[-1].questions_open == 1
    assert inside.of(StatementIssued)[0].told == {"staff": pytest.approx(3 / 9)}


def test_release_does_not_count_as_telling_staff():
    """Who reads it in the press was not told."""
    assert "staff" not in played(word(facts=["leaked"])).of(StatementIssued)[0].told


def test_direct_mail_after_the_release_still_tells():
    """A client who can read the release is told only when we write to them."""
    both = played(
        word(facts=["leaked"]), word("T+4h10", channels=["direct_email"], facts=["leaked"])
    )
    assert "shops" in both.of(StatementIssued)[1].told


def test_staff_untold_hear_it_from_the_press():
    """Two hours after the local paper, it is late by definition."""
    heard = {entry.audience for entry in played().of(HeardFromPress)}
    assert "staff" in heard


def test_staff_told_in_time_do_not_hear_it_from_the_press():
    """Inside before outside."""
    first = played({"do": "brief_employees", "at": "T+2h", "holding": True})
    assert "staff" not in {entry.audience for entry in first.of(HeardFromPress)}


def test_early_update_keeps_the_promise():
    """Coming back before the announced hour is keeping one's word."""
    kept = played(word(holding=True, next_update="T+20h"), word("T+16h", facts=["leaked"]))
    assert [(p.late, p.news) for p in kept.of(PromiseKept)] == [(0, True)]


def test_missed_promise_costs():
    """A date announced and not kept is worse than none."""
    missed = played(word(holding=True, next_update="T+20h"))
    assert len(missed.of(PromiseMissed)) == 1
    assert "promise_missed" in why(missed)
    assert "missed_promise" in [news.what for news in missed.of(News)]


def test_late_update_still_counts_as_late():
    """The record says how late."""
    late = played(word(holding=True, next_update="T+20h"), word("T+23h", facts=["leaked"]))
    assert [p.late for p in late.of(PromiseKept)] == [180]


def test_false_claim_comes_out():
    """The scenario dates it; the world does the rest."""
    lie = played(word(claims=["nothing-stolen"]))
    contradicted = lie.of(ClaimContradicted)
    assert [entry.at for entry in contradicted] == [30 * 60]
    assert lie.of(OpinionMeasured)[-1].vacuum > 0.5


def test_lie_passes_for_an_answer_until_then():
    """That is why people lie: it helps at first."""
    lie = played(word(claims=["nothing-stolen"]))
    assert lie.of(StatementIssued)[0].substance == pytest.approx(0.3)


def test_correcting_first_spares_the_contradiction():
    """Owning an error costs a little; being found out costs a lot."""
    own = played(
        word(claims=["nothing-stolen"]),
        {
            "do": "correct_claim",
            "at": "T+8h",
            "claim": "nothing-stolen",
            "channels": ["press_release"],
        },
    )
    assert len(own.of(ClaimCorrected)) == 1
    assert not own.of(ClaimContradicted)


def test_saying_the_denied_fact_corrects_the_claim():
    """Telling the truth takes the lie back, in so many words or not."""
    own = played(word(claims=["nothing-stolen"]), word("T+8h", facts=["leaked"]))
    assert len(own.of(ClaimCorrected)) == 1


def test_lie_ends_worse_than_silence():
    """Trust does not come back."""
    lie, silence = played(word(claims=["nothing-stolen"])), played()
    assert trust(lie, SMALL.horizon)[SHOPS] < trust(silence, SMALL.horizon)[SHOPS]


def test_claim_before_its_facts_is_beyond_them():
    """An assurance is worth what it rests on."""
    made = played(word(claims=["few-concerned"])).of(ClaimMade)[0]
    assert made.beyond == pytest.approx(0.7)


def test_claim_on_established_facts_is_founded():
    """The same sentence after the inquiry is simply true."""
    founded = played(
        {"do": "investigate", "at": "T+1h", "investigation": "logs", "people": 2},
        word("T+14h", claims=["few-concerned"]),
    )
    assert founded.of(ClaimMade)[0].beyond == 0


def test_two_claims_that_disagree_are_noticed():
    """Inside and outside, Friday and Monday: one account."""
    clash = played(word(claims=["nothing-stolen"]), word("T+6h", claims=["few-concerned"]))
    assert clash.of(Contradiction)[0].claims == ("nothing-stolen", "few-concerned")


def test_worse_numbers_later_are_noticed():
    """Drip-feeding renews the story each time."""
    drip = played(word(facts=["leaked"]), word("T+8h", revises=["leaked"]))
    assert len(drip.of(RevisedDownward)) == 1
    assert "revised" in why(drip)


def test_shifting_blame_costs_trust():
    """The owner of the data stays responsible."""
    shifted = played(word(facts=["leaked"], responsibility="shifted"))
    neutral = played(word(facts=["leaked"]))
    assert trust(shifted, 300)[SHOPS] < trust(neutral, 300)[SHOPS]


def test_owning_up_gains_trust_once():
    """Sorry twice is not sorrier."""
    twice = played(
        word(facts=["leaked"], responsibility="owned"), word("T+6h", responsibility="owned")
    )
    assert why(twice).count("owned") == 1


def test_first_conference_is_no_empty_word():
    """Meeting the press in person is worth it even when all is said."""
    met = played(
        word(facts=["leaked"]),
        {"do": "hold_conference", "at": "T+8h", "speakers": ["chief"], "facts": ["leaked"]},
    )
    assert not met.of(EmptyWord)


def test_withheld_fact_said_is_recorded():
    """The police asked for silence."""
    scenario = a_scenario()
    facts = [
        f.model_copy(update={"known_at": 0.0}) if f.id == "informant" else f for f in scenario.facts
    ]
    told = scenario.model_copy(update={"facts": tuple(facts)})
    journal = run(told, decided(scenario, word(facts=["informant"])), 7)
    assert journal.of(StatementIssued)[0].given_away == ("informant",)


def test_speaking_before_the_story_makes_it_smaller():
    """Stealing thunder is real but moderate."""
    sizes = []
    for fact in ("leaked", "change-password"):
        first = played(word("T+90", facts=[fact]))
        sizes += [news.size for news in first.of(News) if news.what == "break"]
    assert sizes == [0.75, 1.0], "advice alone tells nobody what happened"
