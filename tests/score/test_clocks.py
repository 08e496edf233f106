"""The criterion of legal clocks, and the exposure beside the score."""

import pytest

from simulator.journal.entries import ClockMet, ClockMissed, ClockStarted
from tests.score.builders import BROKE, CASE, DAY, END, HOUR, Play, a_scenario, found, ids

DUTIES = [{"id": "cnil", "rule": "gdpr33"}, {"id": "warn", "rule": "gdpr34"}]


def play() -> Play:
    """Return a play of the small case with two duties."""
    return Play(a_scenario(duties=DUTIES))


def start(it: Play, duty: str = "cnil", due: float = DAY) -> ClockStarted:
    return it.record(ClockStarted, BROKE, duty=duty, rule="gdpr33", due=due)


def meet(it: Play, late: float = 0.0, duty: str = "cnil", **more: object) -> ClockMet:
    plain = {"lacking": (), "reasons": False, "complete": True} | more
    return it.record(ClockMet, DAY + late, duty=duty, rule="gdpr33", late=late, **plain)


def miss(it: Play, duty: str = "cnil", exposure: float = 1e7) -> ClockMissed:
    return it.record(ClockMissed, DAY, duty=duty, rule="gdpr33", exposure=exposure)


def test_clock_met_in_time_is_worth_all():
    """And the sentence names the law."""
    it = play()
    entries = (start(it), meet(it))
    mark = found(it.score(), "clocks")
    assert (mark.score, mark.rating, mark.action) == (100, "P", None)
    assert mark.evidence == tuple(entry.id for entry in entries)
    assert mark.explanation.en == "Legal clocks met: 1 of 1 — GDPR art. 33, authority: in time."


@pytest.mark.parametrize(
    ("late", "reasons", "points"),
    [(DAY, False, 35), (DAY, True, 45), (2 * DAY, False, 17.5), (1.0, True, 70)],
)
def test_late_fades_and_reasons_help(late, reasons, points):
    """Half as much a day later; an explained delay is worth a little more, never more than 70."""
    it = play()
    start(it)
    miss(it)
    meet(it, late, reasons=reasons)
    assert it.points("clocks") == pytest.approx(points, abs=0.05)


def test_missed_is_worth_nothing():
    """Nobody was told, and the fine is the largest the law allows."""
    it = play()
    start(it)
    miss(it)
    card = it.score()
    mark = found(card, "clocks")
    assert (mark.score, mark.rating) == (0, "U")
    assert mark.explanation.fr.endswith("RGPD art. 33, autorité : jamais.")
    assert (card.outcome.clocks_missed, card.outcome.sanction_exposure) == (1, 1e7)


def test_gaps_left_open_cost_a_fifth():
    """A first notice buys time; it does not end the matter."""
    it = play()
    start(it)
    meet(it, lacking=("scope",), complete=False)
    mark = found(it.score(), "clocks")
    assert mark.score == 80
    assert mark.explanation.en.endswith("in time, incomplete.")


def test_gaps_filled_later_cost_nothing():
    """The last word on a clock counts."""
    it = play()
    start(it)
    meet(it, lacking=("scope",), complete=False)
    meet(it)
    assert it.points("clocks") == 100


def test_what_nobody_could_know_is_no_gap():
    """A topic without a fact that could be established is not held against the team."""
    it = play()
    start(it)
    meet(it, lacking=("measures",), complete=False)
    assert it.points("clocks") == 100


def test_mean_over_clocks():
    """One told, one forgotten: half."""
    it = play()
    for duty in ("cnil", "warn"):
        start(it, duty)
    miss(it, "warn")
    meet(it)
    mark = found(it.score(), "clocks")
    assert mark.score == 50
    assert mark.explanation.en.startswith("Legal clocks met: only 1 of 2 — ")


def test_running_clocks_are_left_out():
    """What still runs at the end can neither be praised nor blamed."""
    it = play()
    start(it, due=2 * END)
    assert "clocks" not in ids(it.score())


def test_no_clock_no_criterion():
    """Its weight goes to the others."""
    card = Play(CASE).score()
    assert "clocks" not in ids(card)
    assert (card.outcome.clocks_missed, card.outcome.sanction_exposure) == (0, 0)


def test_linked_fines_do_not_add_up():
    """The largest one counts (GDPR art. 83(3))."""
    it = play()
    for duty, exposure in (("cnil", 2e7), ("warn", 1e7)):
        start(it, duty)
        miss(it, duty, exposure)
    assert it.score(DAY + HOUR).outcome.sanction_exposure == 2e7
