import pytest

from simulator.journal.entries import ClaimMade
from simulator.organisation.claims import Assertion, Claims
from simulator.scenario.shapes import Claim
from simulator.text import Text


def a_claim(name="small", truth="unproven", certainty=0.8, **links):
    words = Text(fr=name, en=name)
    return Claim(id=name, text=words, truth=truth, certainty=certainty, **links)


def asserted(*claims, beyond=0.6):
    made = Claims()
    for number, claim in enumerate(claims, start=1):
        entry = ClaimMade(id=number, at=0.0, causes=(), claim=claim.id, false=False, beyond=beyond)
        made.made[claim.id] = Assertion(claim, entry, beyond)
    return made


def test_no_claims_mislead_nobody():
    """A team that asserts nothing beyond the facts has nothing to take back."""
    claims = Claims()
    assert (claims.over_assured(), claims.misleading(), claims.passing_for_answer()) == (
        0,
        0,
        False,
    )


def test_over_assurance_adds_up():
    """Experts count every 'no impact' that came before its evidence."""
    assert asserted(a_claim("a"), a_claim("b")).over_assured() == pytest.approx(1.2)


def test_lie_is_no_over_assurance():
    """It is worse, and counted elsewhere."""
    claims = asserted(a_claim(truth="false"))
    assert claims.over_assured() == 0
    assert claims.passing_for_answer()


@pytest.mark.parametrize(("truth", "weight"), [("false", 0.8), ("unproven", 0.6), ("true", 0.6)])
def test_weight_is_what_misleads(truth, weight):
    """A lie weighs its certainty, an assurance what it asserts beyond the known."""
    assert asserted(a_claim(truth=truth)).misleading() == weight


def test_fallen_claim_weighs_nothing():
    """Once corrected, those who had held it are no longer misled."""
    claims = asserted(a_claim(truth="false"))
    claims.made["small"].stands = False
    assert claims.misleading() == claims.made["small"].weight == 0
    assert not claims.passing_for_answer()
    assert claims.standing() == []


def test_fact_brings_down_what_denies_it():
    """Saying 'a file was copied' takes 'nothing was stolen' back."""
    claims = asserted(a_claim("none", denies=("leaked",)), a_claim("few"))
    assert [found.claim.id for found in claims.denied_by("leaked")] == ["none"]


@pytest.mark.parametrize(
    ("first", "second"), [({"against": ("b",)}, {}), ({}, {"against": ("a",)})]
)
def test_opposed_claims_clash_either_way(first, second):
    """It does not matter which of the two names the other."""
    claims = asserted(a_claim("a", **first), a_claim("c"))
    assert [other.claim.id for other in claims.against(a_claim("b", **second))] == ["a"]
