"""The verdict: both axes judged, with reasons, from the journal and the scenario alone."""

import json
from collections.abc import Callable

from simulator.journal.book import Journal
from simulator.journal.entries import DecisionRefused, DecisionTaken, Started
from simulator.scenario.shapes import Scenario
from simulator.score.case import Case, Finding
from simulator.score.criteria import Criterion, criteria, grade, rating
from simulator.score.outcome import outcome
from simulator.score.reactivity import REACTIVITY
from simulator.score.scorecard import AxisScore, CriterionScore, OverallScore, Scorecard
from simulator.score.transparency import TRANSPARENCY
from simulator.score.words import sentence

_Judge = Callable[[Case, Criterion], Finding | None]
_DIGITS = 4


def score(journal: Journal, scenario: Scenario) -> Scorecard:
    """Return the scorecard of a run, finished or not, from its journal alone.

    Raises:
        ValueError: when the journal does not begin with its Started entry.
    """
    case = Case(journal, scenario)
    reactivity = _axis(case, criteria().reactivity, REACTIVITY)
    transparency = _axis(case, criteria().transparency, TRANSPARENCY)
    mean = round((reactivity.score + transparency.score) / 2, _DIGITS)
    return Scorecard(
        scenario=scenario.id,
        seed=case.started.seed,
        decisions=decisions_of(journal),
        reactivity=reactivity,
        transparency=transparency,
        overall=OverallScore(score=mean, grade=grade(mean)),
        outcome=outcome(case),
    )


def scenario_of(journal: Journal) -> Scenario:
    """Return the scenario that a journal carries in its first entry.

    Raises:
        ValueError: when the journal does not begin with its Started entry, or that holds none.
    """
    first = next(iter(journal), None)
    if not isinstance(first, Started):
        raise ValueError("a journal without its Started entry carries no scenario")
    return Scenario.model_validate_json(json.dumps(first.scenario))


def decisions_of(journal: Journal) -> str:
    """Return where the decisions came from: names of sets, 'live', or 'silence' without any."""
    taken = [e.decision for e in journal if isinstance(e, DecisionTaken | DecisionRefused)]
    origins = dict.fromkeys(decision.get("origin") or "live" for decision in taken)
    return "+".join(origins) or "silence"


def _axis(case: Case, rules: tuple[Criterion, ...], judges: dict[str, _Judge]) -> AxisScore:
    """Judge one axis; criteria that cannot apply are left out and the weights renormalised."""
    found = [(rule, judges[rule.id](case, rule)) for rule in rules]
    judged = [(rule, finding) for rule, finding in found if finding is not None]
    weights = [rule.weight * finding.factor for rule, finding in judged]
    total = sum(weights)
    marks = tuple(
        _criterion(rule, finding, weight / total)
        for (rule, finding), weight in zip(judged, weights, strict=True)
    )
    mean = sum(mark.score * mark.weight for mark in marks)
    return AxisScore(score=round(min(100.0, mean), _DIGITS), criteria=marks)


def _criterion(rule: Criterion, finding: Finding, weight: float) -> CriterionScore:
    points = round(finding.points, _DIGITS)
    mark = rating(points)
    return CriterionScore(
        id=rule.id,
        score=points,
        weight=weight,
        rating=mark,
        evidence=finding.evidence,
        explanation=sentence(rule.says[finding.sentence], finding.values),
        action=None if mark == "P" else rule.action,
        owner=None if mark == "P" else rule.owner,
    )
