"""Changes to a plan: one decision earlier, later, absent, replaced, or some added."""

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.errors import wrong
from simulator.scenario import Decision, Scenario
from simulator.scenario.decisions import Message, NotifyAuthority
from simulator.study.design import Plan
from simulator.text import Text
from simulator.times import whole_second


@dataclass(frozen=True, slots=True)
class Change:
    """A plan with something changed: its name, what was changed in words, and the plan."""

    name: str
    what: Text
    plan: Plan


def shifted(scenario: Scenario, plan: Plan, which: str, minutes: float) -> Plan:
    """Return the plan with one decision moved; what it announces moves with it.

    A fact that is not yet established at the new hour is left out rather than refused.

    Raises:
        DrillError: when there is no such decision, or it would lie outside the exercise.
    """
    decision = found(plan, which)
    at = whole_second(decision.at + minutes)
    if not 0 <= at < scenario.horizon:
        raise wrong(
            f"{which} : déplacée de {minutes:g} min, cette décision sort de l’exercice, qui va de"
            f" 0 à {scenario.horizon:g} min ; choisir un autre décalage",
            f"{which}: moved by {minutes:g} min, this decision leaves the exercise, which goes"
            f" from 0 to {scenario.horizon:g} min; choose another shift",
        )
    return ordered(_moved(each, at) if each.id == which else each for each in plan)


def _moved(decision: Decision, at: float) -> Decision:
    update: dict[str, object] = {"at": at}
    due = getattr(decision, "next_update", None)
    if due is not None:
        update["next_update"] = due + at - decision.at
    if isinstance(decision, Message | NotifyAuthority):
        update |= {"facts": (), "if_known": (*decision.facts, *decision.if_known)}
    return decision.model_copy(update=update)


def dropped(plan: Plan, which: Iterable[str]) -> Plan:
    """Return the plan without some decisions.

    Raises:
        DrillError: when one is not there.
    """
    gone = {found(plan, each).id for each in which}
    return tuple(decision for decision in plan if decision.id not in gone)


def added(plan: Plan, more: Iterable[Decision]) -> Plan:
    """Return the plan with some decisions more; one of the same id is replaced."""
    new = {decision.id: decision for decision in more}
    return ordered([*(d for d in plan if d.id not in new), *new.values()])


def ordered(decisions: Iterable[Decision]) -> Plan:
    """Return decisions by time; those of the same minute stay in order."""
    return tuple(sorted(decisions, key=lambda decision: decision.at))


def found(plan: Plan, which: str) -> Decision:
    """Return the decision of that id.

    Raises:
        DrillError: when there is none.
    """
    for decision in plan:
        if decision.id == which:
            return decision
    ids = ", ".join(decision.id for decision in plan) or "–"
    raise wrong(
        f"{which} : pas de décision de ce nom ; celles du plan : {ids}",
        f"{which}: no decision of that name; those of the plan: {ids}",
    )
