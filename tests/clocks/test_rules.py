"""The laws as data: complete, in the right tier, and as documented."""

import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic import ValidationError

from simulator.clocks.rules import laws, laws_of
from simulator.journal.names import RULES
from simulator.scenario.kinds import TOLD, Rule
from simulator.scenario.laws import Cap, Law, Length
from tests.builders import a_scenario

MODEL = (Path(__file__).parents[2] / "docs" / "model.md").read_text("utf-8")


def rows() -> dict[str, list[str]]:
    """Return the table of laws of the page, by id."""
    section = re.search(r"^## Legal clocks\n(.*?)^## ", MODEL, re.M | re.S)[1]
    found = re.findall(r"^\| `([\w-]+)` \|(.*)\|$", section, re.M)
    return {rule: [cell.strip() for cell in rest.split("|")] for rule, rest in found}


def length(law: Law) -> str:
    """Return how long a law's clock runs, as the page begins to say it."""
    ((unit, n),) = law.length.model_dump(exclude_none=True).items()
    word = {"hours": "h", "months": "month"}.get(unit, unit.replace("_", " "))
    return f"{n:g} {word}"


def test_every_law_has_its_rule_and_name():
    """A scenario may name any of them."""
    assert set(laws()) == set(get_args(Rule)) == set(RULES)


@pytest.mark.parametrize("rule", get_args(Rule))
def test_law_is_as_documented(rule):
    """Length, how it is met, what is owed, the largest fine."""
    law, (runs, met_by, contents, fine) = laws()[rule], rows()[rule]
    assert runs.startswith(length(law))
    assert ("(J" in runs) == law.judged
    assert (f"after `{law.after}`" in runs) == (law.after is not None)
    assert met_by == " or ".join(law.met_by)
    assert contents == ", ".join(law.contents)
    milder = f"; important {_said(law.cap_important)}" if law.cap_important else ""
    assert fine == _said(law.cap) + milder


def _said(cap: Cap | None) -> str:
    return f"{cap.euros / 1e6:g} M€ or {100 * cap.revenue:g} %" if cap else "none"


def test_failing_to_notify_is_in_the_lower_tier():
    """Art. 33 and 34 cost 10 million or 2 per cent at most, not 20 and 4 (art. 83(4))."""
    for rule in ("gdpr33", "gdpr33-processor", "gdpr34"):
        assert laws()[rule].exposure(None) == 10_000_000
        assert laws()[rule].exposure(400_000_000) == 10_000_000
        assert laws()[rule].exposure(2_000_000_000) == 40_000_000


@pytest.mark.parametrize("step", ["nis2-early", "nis2-notification", "nis2-final"])
def test_nis2_is_milder_with_an_important_entity(step):
    """Art. 34(4) and (5): 10 million or 2 per cent, 7 million or 1.4."""
    law = laws()[step]
    assert (law.exposure(None), law.exposure(1e9)) == (10_000_000, 20_000_000)
    assert law.exposure(None, "important") == 7_000_000
    assert law.exposure(1e9, "important") == 14_000_000


def test_one_tier_is_the_same_for_every_entity():
    """Being important to NIS2 changes nothing to the GDPR."""
    assert laws()["gdpr33"].exposure(1e9, "important") == 20_000_000


def test_a_delay_may_be_explained_where_the_law_asks_for_reasons():
    """GDPR art. 33(1), and for DORA art. 5(3) of Delegated Regulation (EU) 2025/301."""
    asks = {law.id for law in laws().values() if law.reasons}
    dora = {"dora-initial", "dora-intermediate", "dora-final"}
    assert asks == {"gdpr33", "uk-gdpr33"} | dora


def test_no_fine_where_the_law_sets_none():
    """A complaint not filed costs the insurance payment, not a fine."""
    assert laws()["lopmi"].exposure(1e9) == 0


def test_a_step_follows_a_law_that_exists():
    """A chain with a missing link would never start."""
    assert {law.after for law in laws().values() if law.after} <= set(laws())


def test_laws_that_must_tell_somebody_are_known():
    """The check of scenarios cannot read the data of the laws; it has a list of its own."""
    assert {law.id for law in laws().values() if law.met_by == ("telling",)} == TOLD


def test_a_scenario_adds_its_own_laws():
    """Beside those of the package, never in their place."""
    own = {
        "id": "brazil",
        "name": {"fr": "LGPD", "en": "LGPD"},
        "who": {"fr": "ANPD", "en": "ANPD"},
        "length": {"business_days": 3},
        "met_by": ["notice"],
        "cap": {"euros": 8_000_000, "revenue": 0.02},
        "source": "LGPD art. 48; Resolution CD/ANPD 15/2024",
    }
    found = laws_of(a_scenario(laws=[own]))
    assert set(found) == set(laws()) | {"brazil"}
    assert found["brazil"].exposure(1e9) == 20_000_000


def test_a_fine_may_be_an_amount_alone():
    """Not every law counts in shares of the revenue."""
    law = laws()["pci"].model_copy(update={"cap": Cap(euros=250_000)})
    assert law.exposure(1e9) == 250_000


@pytest.mark.parametrize("given", [{}, {"hours": 72, "months": 1}])
def test_length_has_one_unit(given):
    """Seventy-two hours and a month is no length."""
    with pytest.raises(ValidationError, match="exactly one unit"):
        Length(**given)
