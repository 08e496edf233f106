"""What makes a decision set playable with its scenario."""

from collections.abc import Iterator

from simulator.errors import Path
from simulator.scenario.check_helpline import check_helpline
from simulator.scenario.check_live import check_course, check_live
from simulator.scenario.decisions import (
    AgreeWithPartner,
    CorrectClaim,
    Decision,
    DecisionSet,
    FileComplaint,
    HoldConference,
    InformPartner,
    Investigate,
    Message,
    NameSpokespeople,
    NotifyAuthority,
    Publish,
    UseService,
)
from simulator.scenario.live import AnswerCall, SetLine
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
from simulator.scenario.wording import Finding, found, suggested

_LISTS = (
    "facts",
    "if_known",
    "claims",
    "elements",
    "revises",
    "channels",
    "audiences",
    "speakers",
    "spokespeople",
)


def check_shape(plan: DecisionSet) -> Iterator[Finding]:
    """Yield what is wrong in a decision set whatever its scenario."""
    yield from _each_shape(plan)
    yield from check_helpline(plan)


def _each_shape(plan: DecisionSet) -> Iterator[Finding]:
    yield from unique(("decisions",), plan.decisions)
    yield from texts(plan)
    for index, decision in enumerate(plan.decisions):
        path = ("decisions", index)
        for name in _LISTS:
            yield from repeated((*path, name), getattr(decision, name, None) or ())
        if isinstance(decision, Message | NotifyAuthority | AnswerCall | SetLine):
            yield from _facts(path, decision)
        if isinstance(decision, Message):
            yield from _message(path, decision)


def _facts(path: Path, told: Message | NotifyAuthority | AnswerCall | SetLine) -> Iterator[Finding]:
    for index, fact in enumerate(told.if_known):
        if fact in told.facts:
            yield found(
                (*path, "if_known", index),
                "ce fait est déjà dans « facts » ; choisir l'une des deux listes",
                "this fact is already in 'facts'; choose one of the two lists",
            )


def _message(path: Path, message: Message) -> Iterator[Finding]:
    if message.blames is not None and message.responsibility != "shifted":
        yield found((*path, "blames"), *_BLAMES, responsibility=message.responsibility)
    if message.next_update is not None and message.next_update <= message.at:
        yield found(
            (*path, "next_update"),
            "le prochain point est promis avant le message ; donner une heure plus tardive",
            "the next update is promised before the message; give a later time",
        )


def check_decisions(plan: DecisionSet, scenario: Scenario) -> Iterator[Finding]:
    """Yield everything that would keep `plan` from being played in `scenario`."""
    yield from check_each(plan, scenario)
    yield from check_helpline(plan)
    yield from check_course(plan, scenario)


def check_each(plan: DecisionSet, scenario: Scenario) -> Iterator[Finding]:
    """Yield what is wrong with each decision of `plan`, whatever was decided before.

    That is all one can ask of a decision that comes alone: the engine refuses what does not fit
    the course of the exercise.
    """
    yield from _each_shape(plan)
    yield from unknown(_named(plan), scenario)
    for index, decision in enumerate(plan.decisions):
        path: Path = ("decisions", index)
        yield from _before_end((*path, "at"), decision.at, scenario.horizon)
        if isinstance(decision, Message) and decision.next_update is not None:
            update = (*path, "next_update")
            yield from _before_end(update, decision.next_update, scenario.horizon)
        if isinstance(decision, AgreeWithPartner) and scenario.bill is None:
            yield found((*path, "do"), *_NO_BILL)
        if isinstance(decision, UseService):
            yield from _service((*path, "service"), decision, scenario)
    yield from check_live(plan, scenario)


def _service(path: Path, decision: UseService, scenario: Scenario) -> Iterator[Finding]:
    for partner in scenario.partners:
        if partner.id == decision.partner and decision.service not in partner.services:
            hint = suggested(decision.service, partner.services)
            yield found(path, *_NOT_OFFERED, word=decision.service, partner=partner.id, hint=hint)


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
    if isinstance(decision, Publish):
        yield from each((*path, "audiences"), "audience", decision.audiences or ())
    if isinstance(decision, HoldConference):
        yield from each((*path, "speakers"), "spokesperson", decision.speakers)
    if isinstance(decision, CorrectClaim):
        yield from one((*path, "claim"), "claim", decision.claim)
    if isinstance(decision, InformPartner | AgreeWithPartner | UseService):
        yield from one((*path, "partner"), "partner", decision.partner)
    if isinstance(decision, NotifyAuthority | FileComplaint):
        yield from one((*path, "duty"), "duty", decision.duty)
    if isinstance(decision, NotifyAuthority):
        yield from each((*path, "facts"), "fact", decision.facts)
        yield from each((*path, "if_known"), "fact", decision.if_known)


def _named_by_message(path: Path, message: Message) -> Iterator[Reference]:
    yield from each((*path, "facts"), "fact", message.facts)
    yield from each((*path, "if_known"), "fact", message.if_known)
    yield from each((*path, "revises"), "fact", message.revises)
    yield from each((*path, "claims"), "claim", message.claims)
    yield from one((*path, "signed_by"), "spokesperson", message.signed_by)
    yield from one((*path, "blames"), "partner", message.blames)


_BLAMES = (
    "un partenaire est mis en cause alors que « responsibility » est « {responsibility} » ;"
    " écrire « responsibility: shifted », ou enlever « blames »",
    "a partner is blamed while 'responsibility' is '{responsibility}'; write"
    " 'responsibility: shifted', or take 'blames' away",
)
_NO_BILL = (
    "il n'y a pas de facture à partager ; donner « bill » dans le scénario, ou enlever la décision",
    "there is no bill to share; give 'bill' in the scenario, or take the decision away",
)
_NOT_OFFERED = (
    "{partner} n'offre pas « {word} »{hint}",
    "{partner} does not offer '{word}'{hint}",
)
