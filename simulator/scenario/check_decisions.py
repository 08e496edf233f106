"""What makes a decision set playable with its scenario."""

from collections.abc import Iterator

from simulator.errors import Path
from simulator.scenario.decisions import (
    CorrectClaim,
    Decision,
    DecisionSet,
    HoldConference,
    Investigate,
    Message,
    NameSpokespeople,
)
from simulator.scenario.rules import (
    Reference,
    each,
    one,
    outside,
    repeated,
    texts,
    unique,
    unknown,
)
from simulator.scenario.shapes import Scenario
from simulator.scenario.wording import Finding, found

_LISTS = (
    "facts",
    "if_known",
    "claims",
    "elements",
    "revises",
    "channels",
    "speakers",
    "spokespeople",
)


def check_shape(plan: DecisionSet) -> Iterator[Finding]:
    """Yield what is wrong in a decision set whatever its scenario."""
    yield from unique(("decisions",), plan.decisions)
    yield from texts(plan)
    for index, decision in enumerate(plan.decisions):
        path = ("decisions", index)
        for name in _LISTS:
            yield from repeated((*path, name), getattr(decision, name, ()))
        if isinstance(decision, Message):
            yield from _message(path, decision)


def _message(path: Path, message: Message) -> Iterator[Finding]:
    for index, fact in enumerate(message.if_known):
        if fact in message.facts:
            yield found(
                (*path, "if_known", index),
                "ce fait est déjà dans « facts » ; choisir l'une des deux listes",
                "this fact is already in 'facts'; choose one of the two lists",
            )
    if message.next_update is not None and message.next_update <= message.at:
        yield found(
            (*path, "next_update"),
            "le prochain point est promis avant le message ; donner une heure plus tardive",
            "the next update is promised before the message; give a later time",
        )


def check_decisions(plan: DecisionSet, scenario: Scenario) -> Iterator[Finding]:
    """Yield everything that would keep `plan` from being played in `scenario`."""
    yield from check_shape(plan)
    yield from unknown(_named(plan), scenario)
    for index, decision in enumerate(plan.decisions):
        path: Path = ("decisions", index)
        yield from _before_end((*path, "at"), decision.at, scenario.horizon)
        if isinstance(decision, Message) and decision.next_update is not None:
            update = (*path, "next_update")
            yield from _before_end(update, decision.next_update, scenario.horizon)


def _before_end(path: Path, at: float, horizon: float) -> Iterator[Finding]:
    yield from outside(((path, at),), horizon)
    if at == horizon:
        yield found(
            path,
            "{at} min, c'est la fin de l'exercice ; avancer d'au moins une seconde",
            "{at} min is the end of the exercise; move it earlier by a second at least",
            at=f"{at:.10g}",
        )


def _named(plan: DecisionSet) -> Iterator[Reference]:
    for index, decision in enumerate(plan.decisions):
        path: Path = ("decisions", index)
        yield from _named_by_act(path, decision)
        if isinstance(decision, Message):
            yield from _named_by_message(path, decision)


def _named_by_act(path: Path, decision: Decision) -> Iterator[Reference]:
    if isinstance(decision, Investigate):
        yield from one((*path, "investigation"), "investigation", decision.investigation)
    if isinstance(decision, NameSpokespeople):
        yield from each((*path, "spokespeople"), "spokesperson", decision.spokespeople)
    if isinstance(decision, HoldConference):
        yield from each((*path, "speakers"), "spokesperson", decision.speakers)
    if isinstance(decision, CorrectClaim):
        yield from one((*path, "claim"), "claim", decision.claim)


def _named_by_message(path: Path, message: Message) -> Iterator[Reference]:
    yield from each((*path, "facts"), "fact", message.facts)
    yield from each((*path, "if_known"), "fact", message.if_known)
    yield from each((*path, "revises"), "fact", message.revises)
    yield from each((*path, "claims"), "claim", message.claims)
    yield from one((*path, "signed_by"), "spokesperson", message.signed_by)
