"""From files to scenarios and decisions: read, shaped, checked, all problems at once."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import Path
from typing import Literal, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ValidationError

from simulator.errors import DrillError, Problem
from simulator.errors import Path as Place
from simulator.scenario.check import check
from simulator.scenario.check_decisions import check_decisions, check_shape
from simulator.scenario.decisions import Decision, DecisionSet
from simulator.scenario.explain import explained
from simulator.scenario.files import (
    DECISIONS,
    SCENARIO,
    content,
    decision_file,
    folder_of,
    is_folder,
    scenario_file,
    sets_in,
)
from simulator.scenario.marks import Data, Marked, read
from simulator.scenario.shapes import Scenario
from simulator.scenario.wording import Finding, found, phrase, plain, quoted
from simulator.times import Clock, TimeError

MOST_SHOWN = 100
_ZONE = re.compile(r"[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*")
_YEARS = range(1970, 2101)
_STAND_IN = Clock(datetime(2000, 1, 1, tzinfo=UTC), ZoneInfo("UTC"))
_Shape = TypeVar("_Shape", bound=BaseModel)


def load(given: str | Path) -> Scenario:
    """Return the scenario of a shipped id, a folder or a file.

    Raises:
        DrillError: with everything that is wrong in it.
    """
    file = scenario_file(given)
    scenario, problems = _scenario(file)
    if scenario is None:
        raise DrillError(*problems)
    return scenario


def load_decisions(scenario: Scenario, given: str | Path) -> tuple[Decision, ...]:
    """Return the decisions of a set of `scenario`, or of a file, by time; each knows its set.

    Raises:
        DrillError: with everything that is wrong in it.
    """
    file = decision_file(folder_of(scenario), given)
    plan, problems = _plan(file, scenario)
    if plan is None:
        raise DrillError(*problems)
    name = {"origin": plain(file.stem)}
    named = (d if d.origin else d.model_copy(update=name) for d in plan.decisions)
    return tuple(sorted(named, key=attrgetter("at")))


def decision_sets(scenario: Scenario | str | Path) -> tuple[str, ...]:
    """Return the names of the decision sets beside a scenario, in alphabetical order."""
    if isinstance(scenario, Scenario):
        folder = folder_of(scenario)
        return sets_in(folder) if folder else ()
    return sets_in(scenario_file(scenario).parent)


def kind_of(file: str | Path) -> Literal["scenario", "decisions"]:
    """Return what a file is meant to be, by its keys.

    Raises:
        DrillError: when it cannot be read at all.
    """
    return _kind(read(content(Path(file)), plain(str(file))).data)


def _kind(data: Data) -> Literal["scenario", "decisions"]:
    is_plan = isinstance(data, dict) and "decisions" in data and "facts" not in data
    return "decisions" if is_plan else "scenario"


def check_file(given: str | Path) -> Sequence[Problem]:
    """Return all that is wrong in a file, or in a scenario's folder with its decision sets.

    A decision set is checked against the scenario beside or above it; alone, only its shape is.
    """
    path = Path(given)
    try:
        if is_folder(path):
            return _check_folder(path)
        if kind_of(path) == "scenario":
            return _scenario(path)[1]
        return _check_plan(path)
    except DrillError as error:
        return error.problems


def _check_folder(folder: Path) -> Sequence[Problem]:
    scenario, problems = _scenario(folder / SCENARIO)
    plans = [folder / DECISIONS / f"{name}.yaml" for name in sets_in(folder)]
    return [*problems, *(problem for plan in plans for problem in _plan(plan, scenario)[1])]


def _check_plan(file: Path) -> Sequence[Problem]:
    near = (file.absolute().parent / SCENARIO, file.absolute().parent.parent / SCENARIO)
    beside = next((path for path in near if path.is_file()), None)
    return _plan(file, load(beside) if beside else None)[1]


def _scenario(file: Path) -> tuple[Scenario | None, Sequence[Problem]]:
    marked, name = read(content(file), plain(str(file))), plain(str(file))
    clock, findings = _clock(marked.data)
    scenario, wrong_shape = _shaped(marked, Scenario, clock)
    findings = [*findings, *wrong_shape]
    if scenario is not None and not findings:
        # The same place a cached property uses; a frozen shape forbids any other.
        scenario.__dict__["folder"] = str(file.absolute().parent)
        findings = list(check(scenario))
    problems = _placed([*marked.findings, *findings], marked, name)
    return (None if problems else scenario), problems


def _plan(file: Path, scenario: Scenario | None) -> tuple[DecisionSet | None, Sequence[Problem]]:
    marked, name = read(content(file), plain(str(file))), plain(str(file))
    plan, findings = _shaped(marked, DecisionSet, scenario.clock if scenario else _STAND_IN)
    if plan is not None:
        findings = list(check_decisions(plan, scenario) if scenario else check_shape(plan))
    problems = _placed([*marked.findings, *findings], marked, name)
    return (None if problems else plan), problems


def _shaped(
    marked: Marked, shape: type[_Shape], clock: Clock
) -> tuple[_Shape | None, list[Finding]]:
    """Return a document as a shape, as strict as JSON is, or what keeps it from being one."""
    try:
        text = json.dumps(marked.data)
        return shape.model_validate_json(text, context={"clock": clock}), []
    except ValidationError as error:
        return None, list(explained(error, marked.data, shape))


def _clock(data: Data) -> tuple[Clock, list[Finding]]:
    """Return the clock a document asks for; a stand-in, and what is wrong, when it cannot be."""
    zone, start = (data.get("timezone"), data.get("start")) if isinstance(data, dict) else (0, 0)
    if not isinstance(zone, str) or not isinstance(start, str):
        return _STAND_IN, []
    place = _zone(zone)
    if place is None:
        return _STAND_IN, [found(("timezone",), *_NO_ZONE, zone=quoted(zone))]
    try:
        clock = Clock.starting(start, place)
    except TimeError as error:
        return _STAND_IN, [_bad_start(start, error)]
    if clock.local(0).year not in _YEARS:
        return _STAND_IN, [found(("start",), *_BAD_YEAR, start=quoted(start))]
    return clock, []


def _zone(name: str) -> ZoneInfo | None:
    # Only names of the IANA list: "localtime" differs by machine, a path could be any file.
    if len(name) > 60 or not _ZONE.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _bad_start(start: str, error: TimeError) -> Finding:
    if not start[:4].isdigit():
        return found(("start",), *_NO_START, start=quoted(start))
    return found(("start",), "{fr}", "{en}", fr=error.fr, en=error.en)


_NO_ZONE = (
    "{zone} n'est pas un fuseau horaire ; écrire un nom tel que « Europe/Paris »",
    "{zone} is not a time zone; write a name such as 'Europe/Paris'",
)
_NO_START = (
    "{start} n'est pas une date ; écrire « 2015-02-20 14:00 », heure locale",
    "{start} is not a date; write '2015-02-20 14:00', local time",
)
_BAD_YEAR = (
    "{start} est hors du calendrier ; une année de 1970 à 2100",
    "{start} is out of the calendar; a year from 1970 to 2100",
)


def _placed(findings: Iterable[Finding], marked: Marked, file: str) -> Sequence[Problem]:
    """Return findings as problems, in the order of the file, the first hundred."""
    placed = sorted(_once(findings, marked), key=lambda pair: pair[0])
    problems = [_problem(finding, place, file) for place, finding in placed[:MOST_SHOWN]]
    if len(placed) > MOST_SHOWN:
        line, column = placed[MOST_SHOWN][0]
        rest = len(placed) - MOST_SHOWN
        more = phrase("… et {n} autres problèmes", "… and {n} more problems", n=rest)
        problems.append(Problem(more, (), file, line, column))
    return problems


def _once(findings: Iterable[Finding], marked: Marked) -> Iterator[tuple[tuple[int, int], Finding]]:
    """Yield findings with their places; where the YAML was wrong, nothing else is said."""
    unreadable = {finding.path for finding in marked.findings}
    for finding in findings:
        if finding.place is not None:
            yield finding.place, finding
        elif finding.path not in unreadable:
            yield marked.place(finding.path), finding


def _problem(finding: Finding, place: tuple[int, int], file: str) -> Problem:
    path: Place = tuple(plain(step) if isinstance(step, str) else step for step in finding.path)
    return Problem(finding.sentence(), path, file, *place)
