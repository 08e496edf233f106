"""The script: every line of the MSEL, what became of it in each team, and which comes next."""

from collections.abc import Collection, Mapping
from math import inf
from typing import Any

from simulator.journal.book import Journal
from simulator.journal.entries import InjectGiven, InjectSpared
from simulator.room.views.conditions import condition
from simulator.room.views.fixed import Line
from simulator.room.views.inbox import words
from simulator.room.views.seen import Seen
from simulator.room.views.sight import Sight
from simulator.scenario.shapes import Scenario
from simulator.text import Language

# When teams differ, the line is where the first of these says it is.
_ORDER = ("played", "to_come", "conditional", "spared", "skipped")


def script(
    scenario: Scenario, journals: Mapping[str, Journal], now: float, language: Language
) -> list[dict[str, Any]]:
    """Return the section `script`: lines in the order of time, conditional ones last.

    `next` is true for the one line that comes next by the clock; `at_played` is the first team's.
    """
    teams = {team: Seen(Sight(scenario, j, now, language)) for team, j in journals.items()}
    lines = _lines(scenario, teams, now, language)
    given = {team: _fates(seen) for team, seen in teams.items()}
    coming = next_of(lines, given)
    known = {line.id: seen for seen in _seen(scenario, teams, now, language) for line in lines
             if line.id in seen.lines}  # fmt: skip
    return [_item(known[line.id], line, given, line.id == coming) for line in lines]


def _seen(
    scenario: Scenario, teams: Mapping[str, Seen], now: float, language: Language
) -> Collection[Seen]:
    """Return the teams' moments, an empty one where there are no teams."""
    return list(teams.values()) or [Seen(Sight(scenario, Journal(), now, language))]


def next_line(scenario: Scenario, journals: Mapping[str, Journal], now: float) -> str | None:
    """Return the id of the next dated line that is still to come to some team."""
    found = script(scenario, journals, now, "fr")
    return next((str(item["id"]) for item in found if item["next"]), None)


def next_of(lines: list[Line], given: Mapping[str, Mapping[str, tuple[str, float]]]) -> str | None:
    """Return the next dated line that at least one team has neither had nor been spared."""
    for line in lines:
        if line.at is not None and any(line.id not in fates for fates in given.values()):
            return line.id
    return None


def _lines(
    scenario: Scenario, teams: Mapping[str, Seen], now: float, language: Language
) -> list[Line]:
    """Return the lines of all teams, by time; those without one stay in the file's order."""
    found: dict[str, Line] = {}
    for seen in _seen(scenario, teams, now, language):
        found |= seen.lines
    return sorted(found.values(), key=lambda line: inf if line.at is None else line.at)


def _fates(seen: Seen) -> dict[str, tuple[str, float]]:
    """Return what became of each line in one team, and when: played, skipped or spared."""
    found = {str(e.decision.get("inject")): ("skipped", e.at) for e in seen.did("skip_inject")}
    for entry in seen.did("add_inject"):
        if entry.decision.get("replaces"):
            found[str(entry.decision["replaces"])] = ("skipped", entry.at)
    found |= {e.inject: ("spared", e.at) for e in seen.of(InjectSpared) if e.inject not in found}
    return found | {e.inject: ("played", e.at) for e in seen.of(InjectGiven)}


def _item(
    seen: Seen, line: Line, given: Mapping[str, Mapping[str, tuple[str, float]]], coming: bool
) -> dict[str, Any]:
    waiting = "to_come" if line.at is not None else "conditional"
    states = {team: fates.get(line.id, (waiting, 0.0)) for team, fates in given.items()}
    found = {state for state, _at in states.values()} or {waiting}
    played = [at for state, at in states.values() if state == "played"]
    return {
        "id": line.id,
        "at": line.at,
        "when": _when(seen, line),
        "title": words(seen, line, "title"),
        "medium": line.medium,
        "sender": words(seen, line, "sender"),
        "text": words(seen, line, "text"),
        "expects": words(seen, line, "expects") or None,
        "objective": line.objective,
        "state": min(found, key=_ORDER.index),
        "at_played": min(played, default=None),
        "teams": {team: state for team, (state, _at) in states.items()},
        "added": line.added,
        "next": coming,
    }


def _when(seen: Seen, line: Line) -> str | None:
    """Return what the line waits for, and what would spare the team."""
    inject = seen.injects.get(line.id)
    if inject is None or not (inject.when or inject.unless):
        return None
    parts = []
    if inject.when:
        waits = condition(inject.when, seen.names, seen.language)
        parts.append(seen.t("si ", "if ") + waits)
    if inject.unless:
        spares = condition(inject.unless, seen.names, seen.language)
        parts.append(seen.t("sauf si ", "unless ") + spares)
    return seen.t(" ; ", "; ").join(parts)
