"""From files to scenarios and decisions: read, shaped, checked, all problems at once."""

import json
from collections.abc import Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ValidationError

from simulator.errors import DrillError, Problem, wrong
from simulator.scenario.check import check
from simulator.scenario.check_decisions import check_decisions, check_shape
from simulator.scenario.clock import STAND_IN, clock_of
from simulator.scenario.decisions import Decision, DecisionSet
from simulator.scenario.explain import explained
from simulator.scenario.files import (
    DECISIONS,
    SCENARIO,
    content,
    decision_file,
    folder_of,
    is_folder,
    parted,
    scenario_file,
    sets_in,
)
from simulator.scenario.marks import Data, Marked, read
from simulator.scenario.placed import merged, placed
from simulator.scenario.shapes import Scenario
from simulator.scenario.variants import (
    Resolved,
    names_in,
    names_mentioned,
    resolved,
    wrong_switches,
    wrong_variants,
)
from simulator.scenario.wording import Finding, phrase, plain, quoted, suggested
from simulator.times import Clock

_Shape = TypeVar("_Shape", bound=BaseModel)
_Case = tuple[str | None, Scenario | None, Sequence[Problem]]


def load(given: str | Path) -> Scenario:
    """Return the scenario of a shipped id, a folder or a file: its first variant, or `id:variant`.

    Raises:
        DrillError: with everything that is wrong in it.
    """
    place, variant = parted(given)
    file = scenario_file(place)
    marked = _read_scenario(file)
    names = names_in(marked.data)
    scenario, problems = _scenario(file, marked, variant if variant in names else _first(names))
    if scenario is None:
        raise DrillError(*problems)
    if variant is not None and variant not in names:
        raise _no_variant(str(place), variant, names)
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
    return sets_in(scenario_file(parted(scenario)[0]).parent)


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

    Every variant is checked. A decision set is checked against the scenario beside or above it;
    alone, only its shape is.
    """
    path = Path(given)
    try:
        if is_folder(path):
            return _check_folder(path)
        if kind_of(path) == "scenario":
            return merged({name: problems for name, _, problems in _variants(path)})
        return _check_plan(path)
    except DrillError as error:
        return error.problems


def _check_folder(folder: Path) -> Sequence[Problem]:
    cases = list(_variants(folder / SCENARIO))
    problems = merged({name: problems for name, _, problems in cases})
    plans = [folder / DECISIONS / f"{name}.yaml" for name in sets_in(folder)]
    return [*problems, *(problem for plan in plans for problem in _played_in(cases, plan))]


def _check_plan(file: Path) -> Sequence[Problem]:
    near = (file.absolute().parent / SCENARIO, file.absolute().parent.parent / SCENARIO)
    beside = next((path for path in near if path.is_file()), None)
    if beside is None:
        return _alone(file)
    cases = list(_variants(beside))
    problems = merged({name: problems for name, _, problems in cases})
    return problems or _played_in(cases, file)


def _variants(file: Path) -> Iterator[_Case]:
    """Yield each variant of a scenario's file, or what it holds when it has none."""
    marked = _read_scenario(file)
    for name in names_in(marked.data) or (None,):
        yield name, *_scenario(file, marked, name)


def _played_in(cases: Sequence[_Case], file: Path) -> Sequence[Problem]:
    """Return what is wrong in a decision set for every variant of its scenario."""
    playable = [(name, scenario) for name, scenario, _ in cases if scenario is not None]
    if not playable:
        return _alone(file)
    return merged({name: _plan(file, scenario)[1] for name, scenario in playable})


def _alone(file: Path) -> Sequence[Problem]:
    """Return what is wrong in a decision set whose scenario is not known."""
    names = names_mentioned(_read(file).data)
    return merged({name: _shape_of(file, names, name)[1] for name in names or (None,)})


def _read(file: Path) -> Marked:
    return read(content(file), plain(str(file)))


def _read_scenario(file: Path) -> Marked:
    marked = _read(file)
    marked.findings += wrong_variants(marked)
    marked.findings += wrong_switches(marked, names_in(marked.data))
    return marked


def _clear(marked: Marked, names: Sequence[str]) -> bool:
    """Return whether every item is known to be in or out: else half of what is checked is noise."""
    return next(wrong_switches(marked, names), None) is None


def _first(names: Sequence[str]) -> str | None:
    return names[0] if names else None


def _no_variant(place: str, word: str, names: Sequence[str]) -> DrillError:
    sentence = phrase(*_NO_VARIANT, place=plain(place), word=quoted(word))
    hint = suggested(word, names)
    return wrong(sentence.fr + hint.fr, sentence.en + hint.en)


def _scenario(
    file: Path, marked: Marked, variant: str | None
) -> tuple[Scenario | None, Sequence[Problem]]:
    names = names_in(marked.data)
    document = resolved(marked.data, names, variant)
    clock, findings = clock_of(document.data)
    scenario, wrong_shape = _shaped(document, Scenario, clock)
    findings = [*findings, *wrong_shape]
    if scenario is not None and not findings and _clear(marked, names):
        scenario = scenario.model_copy(update={"variant": variant})
        # The same place a cached property uses; a frozen shape forbids any other.
        scenario.__dict__["folder"] = str(file.absolute().parent)
        findings = list(check(scenario))
    problems = placed(findings, marked, document, plain(str(file)))
    return (None if problems else scenario), problems


def _plan(file: Path, scenario: Scenario) -> tuple[DecisionSet | None, Sequence[Problem]]:
    """Return the decision set of a file for a scenario's variant, or what is wrong in it."""
    names = tuple(variant.id for variant in scenario.variants)
    return _shape_of(file, names, scenario.variant, scenario)


def _shape_of(
    file: Path, names: Sequence[str], variant: str | None, scenario: Scenario | None = None
) -> tuple[DecisionSet | None, Sequence[Problem]]:
    marked = _read(file)
    marked.findings += wrong_switches(marked, names)
    document = resolved(marked.data, names, variant)
    plan, findings = _shaped(document, DecisionSet, scenario.clock if scenario else STAND_IN)
    if plan is not None and _clear(marked, names):
        findings = list(check_decisions(plan, scenario) if scenario else check_shape(plan))
    problems = placed(findings, marked, document, plain(str(file)))
    return (None if problems else plan), problems


def _shaped(
    document: Resolved, shape: type[_Shape], clock: Clock
) -> tuple[_Shape | None, list[Finding]]:
    """Return a document as a shape, as strict as JSON is, or what keeps it from being one."""
    try:
        text = json.dumps(document.data)
        return shape.model_validate_json(text, context={"clock": clock}), []
    except ValidationError as error:
        return None, list(explained(error, document.data, shape))


_NO_VARIANT = (
    "{place} n'a pas de variante {word}",
    "{place} has no variant {word}",
)
