"""What the case cost in euros: our share of the repair, and the people put to investigate."""

from simulator.journal.entries import DecisionTaken, IntrusionClimbed, PartnerAnswered
from simulator.organisation.knowledge import COST_PER_HOUR
from simulator.partners import is_sound, repair_cost
from simulator.score.case import Case


def cost(case: Case) -> float | None:
    """Return the euros spent by the end, None when the scenario has no bill.

    Without a signed agreement the whole repair is ours.
    """
    bill = case.scenario.bill
    if bill is None:
        return None
    signed = [answer for answer in case.of(PartnerAnswered) if answer.agreed]
    linked = {partner.id: partner.shared_systems for partner in case.scenario.partners}
    repair = repair_cost(
        bill.repair,
        [answer.our_share for answer in signed],
        all(is_sound(linked[answer.partner], answer.who_acts) for answer in signed),
        bool(case.of(IntrusionClimbed)),
    )
    return repair + sum(_looking(case, taken) for taken in _ordered(case))


def _ordered(case: Case) -> list[DecisionTaken]:
    return [taken for taken in case.of(DecisionTaken) if taken.do == "investigate"]


def _looking(case: Case, taken: DecisionTaken) -> float:
    """Return what the people of one investigation cost until its last fact was established."""
    which, people = str(taken.decision["investigation"]), int(taken.decision["people"])
    sought = [fact.id for fact in case.scenario.facts if fact.investigation == which]
    ends = [case.known[fact].at if fact in case.known else case.end for fact in sought]
    minutes = max(0.0, max(ends, default=taken.at) - taken.at)
    return people * minutes / 60 * COST_PER_HOUR
