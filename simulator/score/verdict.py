"""The verdict: both axes judged, with reasons, from the journal and the scenario alone."""

import json
from collections.abc import Callable
from typing import Any

from simulator.journal.book import Journal
from simulator.journal.entries import DecisionRefused, DecisionTaken, Started
from simulator.scenario.kinds import DIRECTION
from simulator.scenario.shapes import Scenario
from simulator.score.case import Case, Finding
from simulator.score.criteria import Criterion, criteria, grade, rating
from simulator.score.outcome import outcome
from simulator.score.reactivity import REACTIVITY
from simulator.score.rulings import explained, rulings
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
    given = (e for e in journal if isinstance(e, DecisionTaken | DecisionRefused))
    taken = [entry.decision for entry in given if entry.do not in DIRECTION]
    origins = dict.fromkeys(decision.get("origin") or "live" for decision in taken)
    return "+".join(origins) or "silence"


def _axis(case: Case, rules: tuple[Criterion, ...], judges: dict[str, _Judge]) -> AxisScore:
    """Judge one axis; criteria that cannot apply are left out and the weights renormalised."""
    found = [(rule, judges[rule.id](case, rule)) for rule in rules]
    judged = [(rule, finding) for rule, finding in found if finding is not None]
    weights = [rule.weight * finding.factor for rule, finding in judged]
    total = sum(weights)
    by_hand = rulings(case)
    marks = tuple(
        _ruled(_criterion(rule, finding, weight / total), rule, by_hand.get(rule.id))
        for (rule, finding), weight in zip(judged, weights, strict=True)
    )
    mean = sum(mark.score * mark.weight for mark in marks)
    return AxisScore(score=round(min(100.0, mean), _DIGITS), criteria=marks)


def _ruled(mark: CriterionScore, rule: Criterion, ruling: DecisionTaken | None) -> CriterionScore:
    """Return the criterion with the points somebody set by hand, if anybody did."""
    if ruling is None:
        return mark
    said, evidence = explained(ruling, mark.score, mark.explanation), (*mark.evidence, ruling.id)
    points = round(float(ruling.decision["score"]), _DIGITS)
    changes = {"score": points, "evidence": tuple(sorted(evidence)), "explanation": said}
    return mark.model_copy(update=changes | _graded(points, rule))


def _graded(points: float, rule: Criterion) -> dict[str, Any]:
    """Return the rating of points, and what to mend where they are not the best."""
    mark = rating(points)
    mend = mark != "P"
    action, owner = (rule.action, rule.owner) if mend else (None, None)
    return {"rating": mark, "action": action, "owner": owner}


def _criterion(rule: Criterion, finding: Finding, weight: float) -> CriterionScore:
    points = round(finding.points, _DIGITS)
    return CriterionScore(
        id=rule.id,
        score=points,
        weight=weight,
        evidence=finding.evidence,
        explanation=sentence(rule.says[finding.sentence], finding.values),
        **_graded(points, rule),
    )
