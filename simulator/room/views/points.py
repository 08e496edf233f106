"""Moments worth restarting from."""

from collections.abc import Iterator, Mapping
from typing import Any

from simulator.journal.book import Journal
from simulator.journal.entries import (
    CallLost,
    CallRang,
    ClaimContradicted,
    ClaimDoubted,
    ClockMissed,
    DecisionTaken,
    FactCameOut,
    PromiseMissed,
    StatementIssued,
)
from simulator.room.views.seen import Seen
from simulator.room.views.sight import Sight
from simulator.scenario.shapes import Scenario
from simulator.text import Language

_APART = 5.0
_BEFORE = 60.0  # so long before a promise or a clock ran out, something could still be done
_MOST = 40


def points(
    journals: Mapping[str, Journal],
    scenario: Scenario,
    language: Language,
    names: Mapping[str, str] | None = None,
) -> list[dict[str, Any]]:
    """Return the section `points`, by time: `{at, label}`, at most 40.

    A branch keeps the decisions before `at`: one who restarts from a statement can say another.
    `names` are the teams', told where there are several.
    """
    found: dict[tuple[float, str], set[str]] = {}
    for team, journal in journals.items():
        end = journal[len(journal)].at if len(journal) else 0.0
        for at, label in _moments(Seen(Sight(scenario, journal, end, language))):
            found.setdefault((at, label), set()).add(team)
    everyone = set(journals)
    shown = [
        {"at": at, "label": _labelled(label, teams, everyone, names)}
        for (at, label), teams in sorted(found.items())
    ]
    return _spread(shown)


def _labelled(
    label: str, teams: set[str], everyone: set[str], names: Mapping[str, str] | None
) -> str:
    if teams == everyone or not names:
        return label
    return f"{', '.join(names.get(team, team) for team in sorted(teams))} · {label}"


def _spread(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out what says the same within a few minutes, and the least recent beyond the most."""
    kept: list[dict[str, Any]] = []
    for point in found:
        near = [p for p in kept if point["at"] - p["at"] < _APART and p["label"] == point["label"]]
        if not near:
            kept.append(point)
    return kept[:1] + kept[1:][-(_MOST - 1) :]


def _moments(seen: Seen) -> Iterator[tuple[float, str]]:
    yield 0.0, seen.t("Début de l’exercice", "StartEx")
    if seen.broke:
        yield seen.broke.at, seen.t("L’affaire éclate", "The story breaks")
    yield from _press(seen)
    for word in seen.of(StatementIssued):
        yield word.at, seen.t(f"Avant : {seen.tell(word)}", f"Before: {seen.tell(word)}")
    yield from _lapses(seen)
    for kind in (ClaimDoubted, ClaimContradicted, FactCameOut):
        for entry in seen.of(kind):
            yield entry.at, seen.tell(entry)
    for entry in seen.of(DecisionTaken):
        if entry.do in ("activate_cell", "name_spokespeople", "investigate"):
            yield entry.at, seen.t(f"Avant : {seen.tell(entry)}", f"Before: {seen.tell(entry)}")


def _press(seen: Seen) -> Iterator[tuple[float, str]]:
    """Yield the first call, and the first one lost."""
    rung, lost = seen.of(CallRang)[:1], seen.of(CallLost)[:1]
    for call in rung:
        yield call.at, seen.t("Premier appel de la presse", "First press call")
    for gone in lost:
        yield gone.at, seen.t("Premier appel perdu", "First call lost")


def _lapses(seen: Seen) -> Iterator[tuple[float, str]]:
    """Yield the last hour before a promise or a clock ran out."""
    for missed in seen.of(PromiseMissed):
        label = seen.t("Une heure avant le point manqué", "An hour before the missed update")
        yield max(0.0, missed.due - _BEFORE), label
    for clock in seen.of(ClockMissed):
        law = seen.say(seen.names.of_law(clock.rule))
        label = seen.t(f"Une heure avant l’échéance : {law}", f"An hour before it ran out: {law}")
        yield max(0.0, clock.at - _BEFORE), label
