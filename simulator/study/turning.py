"""From knobs to a plan: what was turned is turned, what was announced follows."""

from collections.abc import Callable
from typing import Any

from simulator.scenario import Scenario
from simulator.scenario.decisions import (
    Message,
    Publish,
)
from simulator.study.additions import additions
from simulator.study.changes import dropped, ordered, shifted
from simulator.study.design import Plan
from simulator.study.following import announcing, worded
from simulator.study.knobs import Choice, Turned, addressees

_BARE = ("measures", "advice", "contact")


def turned(scenario: Scenario, start: Plan, choices: Turned) -> Plan:
    """Return a plan with what was chosen; a text stays where its message says the same as before.

    A text that would come earlier goes too: it might say what is not known yet.
    """
    plan = start
    for name, choice in choices.items():
        what, _, which = name.partition(":")
        if choice is not None and which and what in _SINGLE:
            plan = _SINGLE[what](scenario, plan, which, choice)
    plan = ordered([*_manner(plan, choices), *additions(scenario, plan, choices)])
    gone = [n.partition(":")[2] for n, c in choices.items() if c == "drop"]
    plan = announcing(scenario, start, dropped(plan, gone), choices)
    before = {decision.id: decision for decision in start}
    return tuple(worded(before.get(decision.id), decision) for decision in plan)


def _edit(plan: Plan, which: str, change: Callable[[Any], dict[str, Any]]) -> Plan:
    return tuple(d.model_copy(update=change(d)) if d.id == which else d for d in plan)


def _shift(scenario: Scenario, plan: Plan, which: str, choice: Choice) -> Plan:
    assert isinstance(choice, int)
    return shifted(scenario, plan, which, choice)


def _channels(_scenario: Scenario, plan: Plan, which: str, choice: Choice) -> Plan:
    sign, channel = str(choice)[0], str(choice)[1:]

    def change(word: Publish) -> dict[str, Any]:
        kept = tuple(c for c in word.channels if c != channel)
        return {"channels": (*kept, channel) if sign == "+" else kept}

    return _edit(plan, which, change)


def _audiences(scenario: Scenario, plan: Plan, which: str, choice: Choice) -> Plan:
    def change(word: Publish) -> dict[str, Any]:
        if choice == "everyone":
            return {"audiences": None}
        left = tuple(a for a in addressees(scenario, word) if a != str(choice)[1:])
        return {"audiences": left or word.audiences}

    return _edit(plan, which, change)


def _facts(scenario: Scenario, plan: Plan, which: str, choice: Choice) -> Plan:
    open_ = [fact for fact in scenario.facts if not fact.withhold]
    told = tuple(fact.id for fact in open_ if choice == "all" or fact.topic in _BARE)
    return _edit(plan, which, lambda d: {"facts": (), "if_known": told})


def _people(scenario: Scenario, plan: Plan, which: str, choice: Choice) -> Plan:
    assert isinstance(choice, int)
    everyone = tuple(person.id for person in scenario.organisation.spokespeople)

    def change(decision: Any) -> dict[str, Any]:
        key = "spokespeople" if decision.do == "name_spokespeople" else "speakers"
        named = tuple(dict.fromkeys((*getattr(decision, key), *everyone)))
        return {key: named[:choice]}

    return _edit(plan, which, change)


def _agents(_scenario: Scenario, plan: Plan, which: str, choice: Choice) -> Plan:
    return _edit(plan, which, lambda d: {"agents": choice})


_SINGLE: dict[str, Callable[[Scenario, Plan, str, Choice], Plan]] = {
    "at": _shift,
    "channels": _channels,
    "audiences": _audiences,
    "facts": _facts,
    "people": _people,
    "agents": _agents,
}


def _manner(plan: Plan, choices: Turned) -> Plan:
    """Return the plan with every message owning, or not, and showing empathy, or not."""
    update: dict[str, Any] = {}
    if choices.get("responsibility") is not None:
        update = {"responsibility": choices["responsibility"], "blames": None}
    felt = choices.get("empathy")
    return tuple(
        d.model_copy(update=update | _felt(d, felt)) if isinstance(d, Message) else d for d in plan
    )


def _felt(message: Message, choice: Choice) -> dict[str, Any]:
    if choice is None:
        return {}
    others = tuple(e for e in message.elements if e != "empathy")
    return {"elements": (*others, "empathy") if choice == "everywhere" else others}
