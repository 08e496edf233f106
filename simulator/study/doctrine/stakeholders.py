"""Who should be told and helped: partners, authorities, the people concerned."""

from collections.abc import Iterator

from simulator.clocks.rules import laws_of
from simulator.journal import Journal
from simulator.journal.entries import ClockMissed, ClockStarted
from simulator.scenario import Scenario
from simulator.scenario.decisions import InformPartner, NotifyAuthority, OpenHelpline
from simulator.study.changes import Change
from simulator.study.design import Plan
from simulator.study.doctrine.advice import DAY, HOUR, advised, plan_with, tellable

_AGENTS = 20


def telling(scenario: Scenario, plan: Plan, journal: Journal) -> Iterator[Change]:
    """Yield word to partners, notices in time and a helpline, where a plan lacks them."""
    yield from _partners(scenario, plan)
    if due := _times_to_notify(scenario, journal):
        yield _notices(scenario, plan, due)
    if scenario.data_taken and not any(d.do == "open_helpline" for d in plan):
        line = advised(
            OpenHelpline, "helpline", scenario.breaks + HOUR, do="open_helpline", agents=_AGENTS
        )
        yield plan_with(plan, "helpline", "une ligne d’assistance", "a helpline", line)


def _partners(scenario: Scenario, plan: Plan) -> Iterator[Change]:
    told = {d.partner for d in plan if d.do == "inform_partner"}
    left = [partner.id for partner in scenario.partners if partner.id not in told]
    calls = (
        advised(InformPartner, f"tell-{who}", scenario.breaks, do="inform_partner", partner=who)
        for who in left
    )
    if left:
        yield plan_with(
            plan, "partners", "les partenaires prévenus aussitôt", "partners told at once", *calls
        )


def _notices(scenario: Scenario, plan: Plan, due: dict[str, float]) -> Change:
    """Return the plan with each missed notice given when it is due, in the place of a late one."""
    late = (d for d in plan if d.do == "notify_authority" and d.phase == "initial")
    gone = {d.id for d in late if d.duty in due}
    notices = (
        advised(NotifyAuthority, f"notify-{duty}", at, do="notify_authority", duty=duty,
                if_known=tellable(scenario))
        for duty, at in due.items()
    )  # fmt: skip
    return plan_with(
        tuple(d for d in plan if d.id not in gone), "authority",
        "l’autorité notifiée à temps", "the authority notified in time", *notices,
    )  # fmt: skip


def _times_to_notify(scenario: Scenario, journal: Journal) -> dict[str, float]:
    """Return when each missed notice was still in time: a day before, or half of a short clock."""
    started = {clock.duty: clock.at for clock in journal.of(ClockStarted)}
    return {
        missed.duty: missed.at - min(DAY, (missed.at - started[missed.duty]) / 2)
        for missed in journal.of(ClockMissed)
        if _met_by_notice(scenario, missed.duty)
    }


def _met_by_notice(scenario: Scenario, duty: str) -> bool:
    rule = next((d.rule for d in scenario.duties if d.id == duty), None)
    return rule is not None and "notice" in laws_of(scenario)[rule].met_by
