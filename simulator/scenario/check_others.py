"""What makes the others playable: whose data were taken, partners, legal clocks."""

from collections.abc import Iterator
from typing import get_args

from simulator.errors import Path
from simulator.scenario.kinds import TOLD, Rule
from simulator.scenario.laws import OwnLaw
from simulator.scenario.others import Duty
from simulator.scenario.rules import Reference, each, one, repeated, unique, unknown
from simulator.scenario.shapes import Scenario
from simulator.scenario.wording import Finding, found, quoted


def check_others(scenario: Scenario) -> Iterator[Finding]:
    """Yield what the data taken, the partners, the laws and the duties say and cannot mean."""
    yield from unique(("data_taken",), scenario.data_taken)
    yield from unique(("partners",), scenario.partners)
    yield from unique(("laws",), scenario.laws)
    yield from unique(("duties",), scenario.duties)
    yield from unknown(_named(scenario), scenario)
    yield from _partners(scenario)
    yield from _laws(scenario)
    yield from _duties(scenario)


def _named(scenario: Scenario) -> Iterator[Reference]:
    for index, taken in enumerate(scenario.data_taken):
        path: Path = ("data_taken", index)
        yield from one((*path, "audience"), "audience", taken.audience)
        yield from one((*path, "fact"), "fact", taken.fact)
    for index, partner in enumerate(scenario.partners):
        yield from each(("partners", index, "helps"), "investigation", partner.helps)
    for index, law in enumerate(scenario.laws):
        yield from one(("laws", index, "after"), "law", law.after)
    for index, duty in enumerate(scenario.duties):
        path = ("duties", index)
        yield from one((*path, "rule"), "law", duty.rule)
        yield from one((*path, "starts_with"), "fact", duty.starts_with)
        yield from one((*path, "audience"), "audience", duty.audience)


def _partners(scenario: Scenario) -> Iterator[Finding]:
    for index, partner in enumerate(scenario.partners):
        yield from repeated(("partners", index, "helps"), partner.helps)
        yield from repeated(("partners", index, "services"), partner.services)
        if partner.services and partner.role != "insurer":
            yield found(("partners", index, "services"), *_NO_INSURER, role=partner.role)


def _laws(scenario: Scenario) -> Iterator[Finding]:
    for index, law in enumerate(scenario.laws):
        path: Path = ("laws", index)
        yield from repeated((*path, "met_by"), law.met_by)
        yield from repeated((*path, "contents"), law.contents)
        if law.id in get_args(Rule):
            yield found((*path, "id"), *_SHIPPED, law=quoted(law.id))
        # A ring of steps would never start.
        if law.after in {later.id for later in scenario.laws[index:]}:
            yield found((*path, "after"), *_NOT_ABOVE, law=quoted(law.after))


def _duties(scenario: Scenario) -> Iterator[Finding]:
    own = {law.id: law for law in scenario.laws}
    for index, duty in enumerate(scenario.duties):
        path, law = ("duties", index), own.get(duty.rule)
        if duty.rule == "gdpr34" and duty.audience is None:
            yield found(path, *_TELL_WHOM)
        elif _tells(duty, law) and duty.audience is None and not scenario.data_taken:
            yield found(path, *_TELL_SOMEBODY)
        if duty.entity == "important" and not _two_tiers(duty, law):
            yield found((*path, "entity"), *_ONE_TIER, law=quoted(duty.rule))


def _tells(duty: Duty, law: OwnLaw | None) -> bool:
    """Return whether the clock is met only by telling people."""
    return law.met_by == ("telling",) if law else duty.rule in TOLD


def _two_tiers(duty: Duty, law: OwnLaw | None) -> bool:
    return law.cap_important is not None if law else duty.rule.startswith("nis2-")


_NO_INSURER = (
    "seul un assureur offre des services, et celui-ci est « {role} » ; les enlever, ou écrire"
    " « role: insurer »",
    "only an insurer offers services, and this one is '{role}'; take them away, or write"
    " 'role: insurer'",
)
_TELL_WHOM = (
    "l'article 34 demande d'informer des personnes ; dire lesquelles avec « audience »",
    "article 34 asks for people to be told; say which with 'audience'",
)
_TELL_SOMEBODY = (
    "cette loi demande d'informer des personnes ; dire lesquelles avec « audience », ou donner"
    " « data_taken »",
    "this law asks for people to be told; say which with 'audience', or give 'data_taken'",
)
_ONE_TIER = (
    "{law} ne distingue pas les entités essentielles et importantes ; enlever « entity »",
    "{law} does not tell essential and important entities apart; take 'entity' away",
)
_SHIPPED = (
    "{law} est une loi fournie, qui ne se change pas ; donner un autre nom à celle-ci",
    "{law} is a law that comes with the package and stays as it is; give this one another id",
)
_NOT_ABOVE = (
    "{law} doit être donnée plus haut dans la liste ; la déplacer, ou choisir une autre étape",
    "{law} must be given above in the list; move it, or choose another step",
)
