"""What makes the others playable: whose data were taken, partners, legal clocks."""

from collections.abc import Iterator

from simulator.errors import Path
from simulator.scenario.rules import Reference, each, one, repeated, unique, unknown
from simulator.scenario.shapes import Scenario
from simulator.scenario.wording import Finding, found


def check_others(scenario: Scenario) -> Iterator[Finding]:
    """Yield what the data taken, the partners and the duties say and cannot mean."""
    yield from unique(("data_taken",), scenario.data_taken)
    yield from unique(("partners",), scenario.partners)
    yield from unique(("duties",), scenario.duties)
    yield from unknown(_named(scenario), scenario)
    yield from _partners(scenario)
    yield from _duties(scenario)


def _named(scenario: Scenario) -> Iterator[Reference]:
    for index, taken in enumerate(scenario.data_taken):
        path: Path = ("data_taken", index)
        yield from one((*path, "audience"), "audience", taken.audience)
        yield from one((*path, "fact"), "fact", taken.fact)
    for index, partner in enumerate(scenario.partners):
        yield from each(("partners", index, "helps"), "investigation", partner.helps)
    for index, duty in enumerate(scenario.duties):
        path = ("duties", index)
        yield from one((*path, "starts_with"), "fact", duty.starts_with)
        yield from one((*path, "audience"), "audience", duty.audience)


def _partners(scenario: Scenario) -> Iterator[Finding]:
    for index, partner in enumerate(scenario.partners):
        yield from repeated(("partners", index, "helps"), partner.helps)
        yield from repeated(("partners", index, "services"), partner.services)
        if partner.services and partner.role != "insurer":
            yield found(("partners", index, "services"), *_NO_INSURER, role=partner.role)


def _duties(scenario: Scenario) -> Iterator[Finding]:
    for index, duty in enumerate(scenario.duties):
        if duty.rule == "gdpr34" and duty.audience is None:
            yield found(("duties", index), *_TELL_WHOM)
        if duty.entity == "important" and not duty.rule.startswith("nis2-"):
            yield found(("duties", index, "entity"), *_ONE_TIER, rule=duty.rule)


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
_ONE_TIER = (
    "seule NIS2 distingue les entités essentielles et importantes, et cette loi est « {rule} » ;"
    " enlever « entity »",
    "only NIS2 tells essential and important entities apart, and this law is '{rule}'; take"
    " 'entity' away",
)
