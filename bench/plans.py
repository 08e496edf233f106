"""Plans made from the shipped ones by changing one thing."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from simulator import load, load_decisions
from simulator.scenario import Decision, Scenario
from simulator.scenario.decisions import Publish

CASE = "gemalto-2015"
SETTING_UP = ("cell", "monitoring", "inquiry", "operator-list-check", "trio-named")
FACTS = ("sunday-staff", "sunday-word", "monday-inside-and-operators", "monday-conference")
FIRST_WORD = "thursday-release"


@cache
def scenario() -> Scenario:
    """Return the Gemalto case."""
    return load(CASE)


@cache
def plan(name: str) -> tuple[Decision, ...]:
    """Return one of its decision sets."""
    return load_decisions(scenario(), name)


def only(decisions: Iterable[Decision], *ids: str) -> tuple[Decision, ...]:
    """Return the decisions with these ids."""
    return tuple(decision for decision in decisions if decision.id in ids)


def without(decisions: Iterable[Decision], *ids: str) -> tuple[Decision, ...]:
    """Return the decisions but those with these ids."""
    return tuple(decision for decision in decisions if decision.id not in ids)


def changed(decisions: Iterable[Decision], which: str, **update: Any) -> tuple[Decision, ...]:
    """Return the decisions with some keys of the one called `which` changed."""
    return tuple(d.model_copy(update=update) if d.id == which else d for d in decisions)


def later(decisions: Iterable[Decision], hours: float) -> tuple[Decision, ...]:
    """Return the same decisions so many hours later, announced updates too."""
    return tuple(
        _moved(decision, 60 * hours) for decision in decisions if _fits(decision, 60 * hours)
    )


def _moved(decision: Decision, minutes: float) -> Decision:
    update = {"at": decision.at + minutes}
    due = getattr(decision, "next_update", None)
    return decision.model_copy(
        update=update if due is None else update | {"next_update": due + minutes}
    )


def _fits(decision: Decision, minutes: float) -> bool:
    return decision.at + minutes < scenario().horizon


def holding_after(hours: float | None) -> tuple[Decision, ...]:
    """Return the exemplary plan with its holding word so long after the story; facts as planned."""
    exemplary = plan("exemplary")
    word = only(exemplary, FIRST_WORD)[0]
    base = only(exemplary, *SETTING_UP, *FACTS)
    if hours is None:
        return base
    at = scenario().breaks + 60 * hours
    due = min(d.at for d in only(exemplary, *FACTS) if d.at > at and isinstance(d, Publish))
    channels = (*word.channels, "staff_note") if isinstance(word, Publish) else ()
    moved = word.model_copy(update={"at": at, "next_update": due, "channels": channels})
    return tuple(sorted([*base, moved], key=lambda decision: decision.at))


def lie() -> tuple[Decision, ...]:
    """Return set-up, then a flat denial an hour after the story, then nothing."""
    exemplary = plan("exemplary")
    denial = {"claims": ("no-intrusion",), "holding": False, "next_update": None}
    return changed(only(exemplary, *SETTING_UP, "thursday-staff", FIRST_WORD), FIRST_WORD, **denial)


def over_assured() -> tuple[Decision, ...]:
    """Return the exemplary plan with an assurance in its first word."""
    return changed(plan("exemplary"), FIRST_WORD, claims=("products-secure", "no-massive-theft"))
