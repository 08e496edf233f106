"""The people concerned, in a whole run: they are harmed until warned, and leave or stay."""

import pytest

from simulator.journal import Journal
from simulator.journal.entries import (
    CustomersCounted,
    DecisionMissing,
    HarmCounted,
    HelplineCounted,
    TrustMoved,
)
from tests.engine.builders import GIANT, MILLIONS, a_case, line, mail, played


def harmed(journal: Journal) -> int:
    return sum(journal.of(HarmCounted)[-1].harmed.values())


def left(journal: Journal) -> int:
    return sum(journal.of(CustomersCounted)[-1].left.values())


def test_warning_early_cuts_harm():
    """Bank data: a day and a half sooner, under the same luck."""
    assert harmed(played(GIANT, mail("T+2h"))) < 0.9 * harmed(played(GIANT, mail("T+40h")))


def test_any_advice_warns():
    """'Change your password' protects who does not know why."""
    advised = played(GIANT, mail("T+2h", facts=["change-password"]))
    assert harmed(advised) < 0.8 * harmed(played(GIANT))


def test_saying_something_else_warns_nobody():
    """An apology is no protection."""
    said = played(GIANT, mail("T+2h", facts=[], holding=True, elements=["apology"]))
    assert harmed(said) == pytest.approx(harmed(played(GIANT)), rel=0.01)


def test_a_release_warns_few():
    """Through the press, a little."""
    release = {**mail("T+2h"), "channels": ["press_release"]}
    assert harmed(played(GIANT, mail("T+2h"))) < harmed(played(GIANT, release))
    assert harmed(played(GIANT, release)) < harmed(played(GIANT))


def test_unwarned_harm_points_at_what_was_not_said():
    """The team knew after an hour; half a day later it had to tell."""
    journal = played(GIANT)
    missing = [e for e in journal.of(DecisionMissing) if (e.do, e.about) == ("publish", "leaked")]
    assert len(missing) == 1
    assert missing[0].id in journal.of(HarmCounted)[-1].causes


def test_harm_only_grows():
    """What has happened to people is not undone by a letter."""
    counts = [entry.harmed["customers"] for entry in played(GIANT, mail()).of(HarmCounted)]
    assert counts == sorted(counts)
    assert len(counts) == 6


def test_well_informed_customers_stay():
    """Silence costs custom."""
    assert left(played(GIANT, mail("T+2h"), line(500))) < 0.75 * left(played(GIANT))


def test_without_data_taken_nobody_counts():
    """Old scenarios keep their journals."""
    journal = played(a_case(MILLIONS, taken=False), mail())
    assert not journal.of(HarmCounted, CustomersCounted, HelplineCounted)
    assert "no_helpline" not in [entry.why for entry in journal.of(TrustMoved)]


def test_the_last_part_of_an_hour_and_a_day_counts():
    """EndEx at an odd minute: the phones and the harm up to then are in the journal."""
    journal = played(a_case(MILLIONS, horizon="40h25"), mail(), line(300))
    assert journal.of(HelplineCounted)[-1].at == journal.of(HarmCounted)[-1].at == 40 * 60 + 25
