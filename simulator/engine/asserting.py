"""Claims in a message: made, clashing with others, tested by the world, taken back."""

from simulator.engine.aftermath import Aftermath
from simulator.engine.model import Floats, Model
from simulator.engine.word import Word, beyond
from simulator.journal.entries import (
    ClaimCorrected,
    ClaimMade,
    Contradiction,
    Entry,
    StatementIssued,
)
from simulator.organisation.claims import Assertion
from simulator.scenario.decisions import CorrectClaim
from simulator.scenario.shapes import Claim

# Trust, judgements; losses outweigh gains (Slovic 1993).
_LOSS_INCONSISTENT, _LOSS_CORRECTED, _LOSS_LIE_CORRECTED = 0.04, 0.05, 0.15
_RESENT_INCONSISTENT, _RESENT_CORRECTED, _CORRECTION_NEWS = 0.3, 0.35, 0.3
# Half of what being found out costs: the same four articles, milder.
_BETRAYAL_CORRECTED, _BETRAYING_ARTICLES = 0.25, 4


def claim_all(
    model: Model, aftermath: Aftermath, claims: tuple[Claim, ...], noticed: Floats, entry: Entry
) -> None:
    """Record each claim made by `entry`, and let the world find out what it is worth.

    `noticed` has the shape (audiences,): the share of each that hears of it.
    """
    for claim in claims:
        for other in model.claims.against(claim):
            _contradict_oneself(model, noticed, claim, other, entry)
        standing = model.claims.made.get(claim.id)
        if standing and standing.stands:
            continue
        over = beyond(model, claim)
        made = model.record(
            ClaimMade, entry, claim=claim.id, false=claim.truth == "false", beyond=over
        )
        model.noted.note("claimed", claim.id, made)
        assertion = Assertion(claim, made, over)
        model.claims.made[claim.id] = assertion
        aftermath.test(assertion)


def _contradict_oneself(
    model: Model, noticed: Floats, claim: Claim, other: Assertion, entry: Entry
) -> None:
    clash = model.record(Contradiction, entry, other.entry, claims=(other.claim.id, claim.id))
    model.resent(_RESENT_INCONSISTENT, clash)
    model.trust("inconsistent", model.opinion.lose(_LOSS_INCONSISTENT * noticed), clash)


def correct(model: Model, word: Word, entry: StatementIssued) -> None:
    """Take back what the message corrects, in so many words or by saying the fact it denied."""
    wrong = [a for fact in word.facts if word.open for a in model.claims.denied_by(fact)]
    if isinstance(word.message, CorrectClaim):
        wrong.append(model.claims.made[word.message.claim])
    for assertion in wrong:
        if assertion.stands:
            assertion.stands = False
            taken_back = model.record(
                ClaimCorrected, entry, assertion.entry, claim=assertion.claim.id
            )
            loss = model.opinion.lose(_price(assertion) * word.noticed)
            model.trust("corrected", loss, taken_back)
            if assertion.false and word.open:
                _disappoint(model, assertion.claim.certainty, taken_back)


def _price(assertion: Assertion) -> float:
    """Return what taking a claim back costs those who notice: a falsehood, half of being caught."""
    if not assertion.false:
        return _LOSS_CORRECTED
    return max(_LOSS_CORRECTED, _LOSS_LIE_CORRECTED * assertion.claim.certainty)


def _disappoint(model: Model, certainty: float, taken_back: Entry) -> None:
    """Taking a falsehood back is still news, and some who had believed it turn."""
    model.resent(_RESENT_CORRECTED * certainty, taken_back)
    if model.broke.triggered:
        model.betrayals.extend([_BETRAYAL_CORRECTED * certainty] * _BETRAYING_ARTICLES)
        model.add_news("revision", _CORRECTION_NEWS * certainty, taken_back, bad=True)
