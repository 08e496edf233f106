"""What makes the MSEL playable: the inject that breaks the story, times and conditions."""

from collections.abc import Iterator

from simulator.errors import Path
from simulator.scenario.rules import Reference, each, one
from simulator.scenario.shapes import Condition, Fact, Inject, Scenario
from simulator.scenario.wording import Finding, found


def check_injects(scenario: Scenario) -> Iterator[Finding]:
    """Yield the injects that could not be given, or whose conditions could never hold."""
    yield from _story(scenario)
    yield from _timing(scenario)
    yield from _conditions(scenario)


def revealed(scenario: Scenario) -> frozenset[str]:
    """Return the facts that some inject tells the team."""
    return frozenset(fact for inject in scenario.injects for fact in inject.reveals)


def named_by_inject(path: Path, inject: Inject) -> Iterator[Reference]:
    """Yield what an inject refers to."""
    yield from one((*path, "outlet"), "outlet", inject.outlet)
    yield from one((*path, "objective"), "objective", inject.objective)
    yield from each((*path, "reveals"), "fact", inject.reveals)
    for key, condition in (("when", inject.when), ("unless", inject.unless)):
        if condition is not None:
            yield from _named_by_condition((*path, key), condition)


def _named_by_condition(path: Path, condition: Condition) -> Iterator[Reference]:
    yield from one((*path, "told"), "audience", condition.told)
    yield from one((*path, "claimed"), "claim", condition.claimed)
    for key, fact in (
        ("disclosed", condition.disclosed),
        ("known", condition.known),
        ("came_out", condition.came_out),
    ):
        yield from one((*path, key), "fact", fact)
    for audience in condition.belief_above or {}:
        yield (*path, "belief_above", audience), "audience", audience


def _story(scenario: Scenario) -> Iterator[Finding]:
    for index, inject in enumerate(scenario.injects):
        if inject.id != scenario.story.breaks_with:
            continue
        path = ("injects", index)
        if inject.at is None:
            yield found(path, *_BREAKS_UNDATED)
        if inject.outlet is None:
            yield found(path, *_BREAKS_NOWHERE)
        if inject.unless is not None:
            yield found((*path, "unless"), *_BREAKS_PERHAPS)


_BREAKS_UNDATED = (
    "l'histoire éclate avec cet inject ; lui donner une heure « at »",
    "the story breaks with this inject; give it an 'at'",
)
_BREAKS_NOWHERE = (
    "l'histoire éclate avec cet inject ; dire dans quel média avec « outlet »",
    "the story breaks with this inject; say where with 'outlet'",
)
_BREAKS_PERHAPS = (
    "l'histoire éclate avec cet inject, quoi qu'on fasse ; enlever « unless »",
    "the story breaks with this inject, whatever is done; take 'unless' away",
)


def _timing(scenario: Scenario) -> Iterator[Finding]:
    for index, inject in enumerate(scenario.injects):
        if (inject.at is None) == (inject.when is None):
            yield found(
                ("injects", index),
                "il faut « at » (une heure) ou « when » (une condition), l'un des deux",
                "give 'at' (a time) or 'when' (a condition), one of the two",
            )


def _conditions(scenario: Scenario) -> Iterator[Finding]:
    stays_in = frozenset(fact.id for fact in scenario.facts if not fact.discoverable)
    never_known = frozenset(fact.id for fact in scenario.facts if not _has_a_way(fact))
    never_known -= revealed(scenario)
    for index, inject in enumerate(scenario.injects):
        for key, condition in (("when", inject.when), ("unless", inject.unless)):
            if condition is not None:
                path = ("injects", index, key)
                yield from check_condition(path, condition)
                yield from _vain(path, condition, stays_in, never_known)


def _has_a_way(fact: Fact) -> bool:
    return fact.known_at is not None or fact.investigation is not None


def _vain(
    path: Path, condition: Condition, stays_in: frozenset[str], never_known: frozenset[str]
) -> Iterator[Finding]:
    """Yield what could never hold."""
    if condition.came_out in stays_in:
        yield found((*path, "came_out"), *_STAYS_IN)
    if condition.known in never_known:
        yield found((*path, "known"), *_NEVER_KNOWN)
    if condition.disclosed in never_known:
        yield found((*path, "disclosed"), *_NEVER_KNOWN)


def check_condition(path: Path, condition: Condition) -> Iterator[Finding]:
    """Yield that a condition has no key."""
    if all(value is None for _, value in condition):
        yield found(
            path,
            "la condition est vide ; donner au moins une clé, comme « said_anything: false »",
            "the condition is empty; give at least one key, such as 'said_anything: false'",
        )


_STAYS_IN = (
    "ce fait ne sort jamais de lui-même (« comes_out », ou son thème) ; la condition serait vaine",
    "this fact never comes out by itself ('comes_out', or its topic); it would never hold",
)
_NEVER_KNOWN = (
    "rien ne permet d'apprendre ce fait ; lui donner « known_at », une enquête ou un inject",
    "nothing lets the team learn this fact; give it 'known_at', an investigation or an inject",
)
