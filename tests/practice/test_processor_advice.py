"""What an insurer tells a firm whose host was breached: following it helps, ignoring it costs."""

from functools import cache

import pytest

from bench.plans import changed, without
from simulator import load, load_decisions
from simulator.journal.entries import ClockMet, PartnerBlamed, ServiceStarted
from simulator.scenario import Decision
from tests.practice.contrast import Played, belief, criterion, gain, play, trust, untouched

CASE = load("hosting-breach")
EXEMPLARY = load_decisions(CASE, "exemplary")
TYPICAL = load_decisions(CASE, "typical")
SERVICES = ("insurer-cell", "insurer-alignment", "insurer-lawyers", "insurer-call-centre")
HELPLINE = (
    "helpline",
    "helpline-thursday",
    "helpline-friday",
    "helpline-saturday",
    "helpline-sunday",
    "helpline-tuesday",
)

pytestmark = pytest.mark.slow  # half a minute in all; the Gemalto study is in every run


@cache
def played(decisions: tuple[Decision, ...]) -> list[Played]:
    """Return the runs of a plan of the hosting breach."""
    return play(CASE, decisions)


def test_one_stays_responsible_for_data_one_has_hosted():
    """Turning against the host is in vain, and costs."""
    blaming = changed(EXEMPLARY, "tuesday-public", responsibility="shifted", blames="altair")
    assert all(one.journal.of(PartnerBlamed) for one in played(blaming))
    assert gain(played(EXEMPLARY), played(blaming), criterion("responsibility")) > 20
    assert gain(played(EXEMPLARY), played(blaming), trust("brands")) > 0.02
    assert untouched(played(EXEMPLARY), played(blaming), "clocks", "disclosure", "discretion")


def test_silence_is_the_worst():
    """Worse than a hesitant plan, in score, trust and belief."""
    assert gain(played(TYPICAL), played(()), lambda one: one.card.overall.score) > 30
    assert gain(played(EXEMPLARY), played(()), trust("recipients")) > 0.15
    assert gain(played(EXEMPLARY), played(()), belief("recipients")) < -0.05


def test_communicating_fast():
    """The same week, a day later."""
    late = tuple(
        d.model_copy(
            update={"at": d.at + 1440.0}
            | ({"next_update": d.next_update + 1440.0} if getattr(d, "next_update", None) else {})
        )
        for d in EXEMPLARY
        if d.at + 1440 < CASE.horizon
    )
    assert gain(played(EXEMPLARY), played(late), criterion("first_word")) > 20
    assert gain(played(EXEMPLARY), played(late), belief("recipients")) < 0


def test_a_cell_with_named_spokespeople():
    """Clearly named voices answer journalists in time."""
    unnamed = without(EXEMPLARY, "trio", "cell", "insurer-cell")
    assert gain(played(EXEMPLARY), played(unnamed), criterion("set_up")) > 30
    assert gain(played(EXEMPLARY), played(unnamed), criterion("press_calls")) > 20


def test_messages_aligned_inside_and_outside():
    """Two accounts at once cost consistency; the insurer's alignment keeps to one."""
    two = changed(EXEMPLARY, "tuesday-staff-2", claims=("few-concerned",))
    assert gain(played(EXEMPLARY), played(two), criterion("truthfulness")) > 10
    aligned = [
        service.service for one in played(EXEMPLARY) for service in one.journal.of(ServiceStarted)
    ]
    assert "alignment" in aligned
    alone = without(EXEMPLARY, "insurer-alignment")
    assert gain(played(EXEMPLARY), played(alone), criterion("content")) >= 0


def test_a_call_centre_for_the_people_concerned():
    """Enough people on the phones: few give up, and trust holds."""
    none = without(EXEMPLARY, "insurer-call-centre", *HELPLINE)
    assert gain(played(EXEMPLARY), played(none), trust("recipients")) > 0


def test_lawyers_who_speak_the_authority_s_language():
    """With them the notice holds all that is owed."""
    thin = changed(
        without(EXEMPLARY, "insurer-lawyers"), "cnil-first", if_known=("intrusion-at-host",)
    )
    thin = changed(thin, "cnil-second", if_known=("intrusion-at-host",))
    thin = changed(thin, "cnil-final", if_known=("intrusion-at-host",))
    helped = changed(
        changed(
            changed(EXEMPLARY, "cnil-first", if_known=("intrusion-at-host",)),
            "cnil-second",
            if_known=("intrusion-at-host",),
        ),
        "cnil-final",
        if_known=("intrusion-at-host",),
    )
    lacking = [
        len(met.lacking)
        for plan in (helped, thin)
        for met in played(plan)[0].journal.of(ClockMet)
        if met.rule == "gdpr33"
    ]
    assert lacking
    assert gain(played(helped), played(thin), criterion("clocks")) > 0


def test_notifying_the_authority_in_time():
    """Forgetting it costs the clocks and exposes to a fine; nothing unrelated moves."""
    mute = without(EXEMPLARY, "cnil-first", "cnil-second", "cnil-final")
    assert gain(played(EXEMPLARY), played(mute), criterion("clocks")) > 20
    assert gain(played(EXEMPLARY), played(mute), lambda one: one.card.outcome.sanction_exposure) < 0
    assert untouched(
        played(EXEMPLARY),
        played(mute),
        "press_calls",
        "truthfulness",
        "responsibility",
        "discretion",
        "promises",
    )
