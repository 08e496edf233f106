"""What makes a well-formed scenario playable: each rule yields what breaks it."""

from collections.abc import Callable, Iterator

from simulator.errors import Path
from simulator.scenario.check_injects import check_injects, named_by_inject, revealed
from simulator.scenario.check_others import check_others
from simulator.scenario.check_voices import check_voices
from simulator.scenario.rules import (
    Given,
    Reference,
    each,
    one,
    outside,
    repeated,
    texts,
    unique,
    unknown,
)
from simulator.scenario.shapes import Claim, Fact, Scenario
from simulator.scenario.wording import Finding, found

DAY = 1440
MOST_DAYS = 60


def check(scenario: Scenario) -> Iterator[Finding]:
    """Yield everything that would keep `scenario` from being played."""
    for rule in _RULES:
        yield from rule(scenario)


def _ids(scenario: Scenario) -> Iterator[Finding]:
    yield from unique(("organisation", "spokespeople"), scenario.organisation.spokespeople)
    yield from unique(("objectives",), scenario.objectives)
    yield from unique(("audiences",), scenario.audiences)
    yield from unique(("outlets",), scenario.outlets)
    yield from unique(("investigations",), scenario.investigations)
    yield from unique(("facts",), scenario.facts)
    yield from unique(("claims",), scenario.claims)
    yield from unique(("injects",), scenario.injects)


def _references(scenario: Scenario) -> Iterator[Finding]:
    yield from unknown(_named(scenario), scenario)


def _named(scenario: Scenario) -> Iterator[Reference]:
    yield from one(("story", "breaks_with"), "inject", scenario.story.breaks_with)
    for index, fact in enumerate(scenario.facts):
        yield from one(("facts", index, "investigation"), "investigation", fact.investigation)
    for index, claim in enumerate(scenario.claims):
        yield from _named_by_claim(("claims", index), claim)
    for index, inject in enumerate(scenario.injects):
        yield from named_by_inject(("injects", index), inject)


def _named_by_claim(path: Path, claim: Claim) -> Iterator[Reference]:
    yield from each((*path, "rests_on"), "fact", claim.rests_on)
    yield from each((*path, "denies"), "fact", claim.denies)
    yield from each((*path, "against"), "claim", claim.against)


def _lists(scenario: Scenario) -> Iterator[Finding]:
    for index, claim in enumerate(scenario.claims):
        yield from repeated(("claims", index, "rests_on"), claim.rests_on)
        yield from repeated(("claims", index, "denies"), claim.denies)
        yield from repeated(("claims", index, "against"), claim.against)
    for index, inject in enumerate(scenario.injects):
        yield from repeated(("injects", index, "reveals"), inject.reveals)
    for index, objective in enumerate(scenario.objectives):
        yield from repeated(("objectives", index, "criteria"), objective.criteria)


def _horizon(scenario: Scenario) -> Iterator[Finding]:
    if not 0 < scenario.horizon <= MOST_DAYS * DAY:
        yield found(
            ("horizon",),
            "{horizon} min ; il faut plus de 0 et au plus {days} jours (« 3 d »)",
            "{horizon} min; it must be more than 0 and at most {days} days ('3 d')",
            horizon=f"{scenario.horizon:.10g}",
            days=MOST_DAYS,
        )
        return
    yield from outside(_times(scenario), scenario.horizon)


def _times(scenario: Scenario) -> Iterator[Given]:
    for index, fact in enumerate(scenario.facts):
        yield ("facts", index, "known_at"), fact.known_at
    for index, claim in enumerate(scenario.claims):
        yield ("claims", index, "comes_out_at"), claim.comes_out_at
    for index, inject in enumerate(scenario.injects):
        yield ("injects", index, "at"), inject.at


def _audiences(scenario: Scenario) -> Iterator[Finding]:
    for index, audience in enumerate(scenario.audiences):
        if (audience.people is None) == (audience.firms is None):
            yield found(
                ("audiences", index),
                "il faut « people » (des personnes) ou « firms » (des entreprises), l'un des deux",
                "give 'people' or 'firms', one of the two",
            )


def _listing(scenario: Scenario) -> Iterator[Finding]:
    listed = scenario.organisation.listed
    if listed and listed.opens >= listed.closes:
        yield found(
            ("organisation", "listed", "opens"),
            "la bourse ouvre à {opens} h et ferme à {closes} h ; ouvrir avant de fermer",
            "the market opens at {opens} h and closes at {closes} h; open before closing",
            opens=listed.opens,
            closes=listed.closes,
        )


def _facts(scenario: Scenario) -> Iterator[Finding]:
    told = revealed(scenario)
    for index, fact in enumerate(scenario.facts):
        yield from _fact(("facts", index), fact, fact.id in told)
    if not scenario.weights:
        yield found(
            ("facts",),
            "tous les faits sont à taire ; le public en attend au moins un sans « withhold »",
            "every fact must be withheld; the public waits for at least one without 'withhold'",
        )


def _fact(path: Path, fact: Fact, revealed: bool) -> Iterator[Finding]:
    if (fact.investigation is None) != (fact.takes is None):
        yield found(
            path,
            "« investigation » et « takes » vont ensemble ; donner les deux ou aucun",
            "'investigation' and 'takes' go together; give both or neither",
        )
    if (fact.known_at is not None) + (fact.investigation is not None) + revealed > 1:
        yield found(
            path,
            "le fait s'apprend de plusieurs façons ; n'en garder qu'une :"
            " « known_at », « investigation » avec « takes », ou « reveals » d'un inject",
            "the fact is learnt in several ways; keep one: 'known_at', 'investigation' with"
            " 'takes', or 'reveals' in an inject",
        )


def _claims(scenario: Scenario) -> Iterator[Finding]:
    for index, claim in enumerate(scenario.claims):
        yield from _claim(("claims", index), claim)


def _claim(path: Path, claim: Claim) -> Iterator[Finding]:
    if claim.denies and claim.truth != "false":
        yield found(
            (*path, "truth"),
            'elle nie un fait, donc « truth » doit être "false" ; ou enlever « denies »',
            "it denies a fact, so 'truth' must be \"false\"; or take 'denies' away",
        )
    if claim.truth == "true" and claim.comes_out_at is not None:
        yield found(
            (*path, "comes_out_at"),
            "une affirmation vraie ne sera pas démentie ; enlever « comes_out_at »",
            "a true claim is never contradicted; take 'comes_out_at' away",
        )
    if claim.id in claim.against:
        yield found(
            (*path, "against", claim.against.index(claim.id)),
            "une affirmation ne se contredit pas elle-même ; l'enlever de la liste",
            "a claim does not stand against itself; take it off the list",
        )
    for index, fact in enumerate(claim.denies):
        if fact in claim.rests_on:
            yield found(
                (*path, "denies", index),
                "elle s'appuie sur ce fait et le nie ; choisir",
                "it rests on this fact and denies it; choose one",
            )


_RULES: tuple[Callable[[Scenario], Iterator[Finding]], ...] = (
    _ids,
    _references,
    _lists,
    _horizon,
    _audiences,
    _listing,
    _facts,
    _claims,
    check_injects,
    check_others,
    check_voices,
    texts,
)
