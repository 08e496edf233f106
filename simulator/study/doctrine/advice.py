"""What all advice of doctrine is made of: decisions, words, and the plan with them."""

from typing import Any

from simulator.scenario import Decision, Scenario
from simulator.scenario.decisions import Publish
from simulator.study.changes import Change, added, ordered
from simulator.study.design import Plan
from simulator.text import Text

HOUR, DAY = 60.0, 24 * 60.0
PEOPLE = 3  # spokespeople, and investigators an inquiry gets
_PUBLIC = ("press_release", "social_account")
_DIRECT = ("direct_email", "staff_note", "authority_note", "investor_note")


def plan_with(plan: Plan, name: str, fr: str, en: str, *more: Decision) -> Change:
    """Return the change of that name, in words, that adds some decisions to a plan."""
    return Change(name, Text(fr=fr, en=en), added(ordered(plan), more))


def advised(kind: type[Any], name: str, at: float, **said: Any) -> Decision:
    """Return a decision of a kind at minute `at`; its id says that doctrine gave it."""
    decision: Decision = kind(id=f"doctrine-{name}", at=at, **said)
    return decision


def word(scenario: Scenario, name: str, at: float, **more: Any) -> Decision:
    """Return a message to everybody at minute `at`, with all that is known and may be told."""
    return advised(
        Publish, name, at, do="publish", channels=(*_PUBLIC, *_DIRECT),
        if_known=tellable(scenario), elements=("acknowledgement", "empathy"),
        responsibility="owned", **more,
    )  # fmt: skip


def channels_of(decision: Decision) -> tuple[str, ...]:
    """Return the channels of a decision; none where it has no such thing."""
    return tuple(getattr(decision, "channels", ()))


def tellable(scenario: Scenario) -> tuple[str, ...]:
    """Return the ids of the facts that need not be withheld."""
    return tuple(fact.id for fact in scenario.facts if not fact.withhold)


def spokespeople(scenario: Scenario) -> tuple[str, ...]:
    """Return the ids of the first PEOPLE who may speak."""
    return tuple(person.id for person in scenario.organisation.spokespeople)[:PEOPLE]
