"""Partners told in time, and what the case cost."""

import pytest

from simulator.journal.entries import (
    BecameAware,
    DecisionMissing,
    FactKnown,
    IntrusionClimbed,
    PartnerAnswered,
    PartnerInformed,
)
from tests.score.builders import BROKE, END, HOUR, Play, a_scenario, found, ids, two

PARTNERS = [
    {"id": "chain", "name": two("Chain"), "role": "franchisor", "shared_systems": True},
    {"id": "insurer", "name": two("Insurer"), "role": "insurer"},
]


def a_play(aware: float | None = BROKE, **changes: object) -> Play:
    play = Play(a_scenario(partners=PARTNERS, bill={"repair": 10_000}, **changes))
    if aware is not None:
        play.record(BecameAware, aware)
    return play


def sign(play: Play, share: float, who: str = "together", agreed: bool = True) -> None:
    said = {"who_acts": who, "our_share": share, "cost": 0.0}
    play.record(PartnerAnswered, 9 * HOUR, partner="chain", agreed=agreed, **said)


@pytest.mark.parametrize(
    ("chain", "insurer", "points"),
    [
        (0, 0, 100),
        (2, 2, 100),
        (10, 2, (2 * 50 + 100) / 3),
        (2, 10, (2 * 100 + 50) / 3),
        (2, None, 200 / 3),
        (None, None, 0),
    ],
)
def test_partners_are_told_in_time(chain, insurer, points):
    """Two hours are free; the insurer weighs half."""
    play = a_play()
    told = {"chain": chain, "insurer": insurer}
    for who, hours in sorted(told.items(), key=lambda each: each[1] or 0):
        if hours is not None:
            play.record(PartnerInformed, BROKE + hours * HOUR, partner=who)
    assert play.points("partner") == pytest.approx(points, abs=1e-3)


def test_partner_told_before_awareness_is_in_time():
    """A suspicion shared is worth all."""
    play = a_play(aware=None)
    for who in ("chain", "insurer"):
        play.record(PartnerInformed, BROKE + 1, partner=who)
    play.record(BecameAware, BROKE + 30)
    assert "Chain: before, Insurer: before" in found(play.score(), "partner").explanation.en


def test_untold_partner_points_at_the_missing_call():
    """A zero must be traceable too."""
    play = a_play()
    missing = play.record(DecisionMissing, 300, do="inform_partner", about="chain")
    judged = found(play.score(), "partner")
    assert missing.id in judged.evidence
    assert judged.explanation.fr == "Aucun partenaire n’a été prévenu : Chain, Insurer."


def test_no_partner_is_left_out():
    """Nobody is scored on what could not happen."""
    assert "partner" not in ids(Play().score())
    assert "partner" not in ids(a_play(aware=None).score())


def test_no_bill_no_cost():
    """A case without figures shows none."""
    assert Play().score().outcome.cost is None


def test_unsigned_bill_is_ours():
    """Refused offers change nothing; a signed one does; the wrong people cost half again."""
    refused, signed, unsound, climbed = (a_play() for _ in range(4))
    sign(refused, 0.6, agreed=False)
    sign(signed, 0.6)
    sign(unsound, 0.6, who="us")
    sign(climbed, 0.6)
    climbed.record(IntrusionClimbed, 20 * HOUR, partner="chain")
    costs = [play.score().outcome.cost for play in (refused, signed, unsound, climbed)]
    assert costs == pytest.approx([10_000, 6000, 9000, 9000])


def test_investigators_are_paid_until_the_last_fact():
    """Three people for twenty hours; what is never found is looked for until the end."""
    done, never = a_play(), a_play()
    for play in (done, never):
        play.decide("investigate", BROKE, investigation="logs", people=3)
        play.record(FactKnown, BROKE + 10 * HOUR, fact="how-many")
    done.record(FactKnown, BROKE + 20 * HOUR, fact="harm")
    assert done.score().outcome.cost == pytest.approx(10_000 + 3 * 20 * 90)
    assert never.score().outcome.cost == pytest.approx(10_000 + 3 * (END - BROKE) / 60 * 90)
