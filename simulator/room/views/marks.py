"""The scorecard as the console shows it, with what a facilitator overruled."""

from typing import Any

from simulator.room.views.seen import Seen
from simulator.score.criteria import Criterion, criteria, grade, rating
from simulator.score.scorecard import AxisScore, CriterionScore, Scorecard


def marks(seen: Seen, card: Scorecard) -> dict[str, Any]:
    """Return the section `score`; scores are 0 to 100, weights 0 to 1 within an axis."""
    overruled = _overruled(seen)
    reactivity = _axis(seen, card.reactivity, criteria().reactivity, overruled)
    transparency = _axis(seen, card.transparency, criteria().transparency, overruled)
    overall = (reactivity["score"] + transparency["score"]) / 2
    return {
        "reactivity": reactivity,
        "transparency": transparency,
        "overall": round(overall, 1),
        "grade": grade(overall),
    }


def _overruled(seen: Seen) -> dict[str, float]:
    """Return the scores that a facilitator gave instead, by criterion; the last one counts."""
    given = (entry.decision for entry in seen.did("overrule"))
    return {str(one.get("criterion")): float(one.get("score", 0.0)) for one in given}


def _axis(
    seen: Seen, axis: AxisScore, rules: tuple[Criterion, ...], overruled: dict[str, float]
) -> dict[str, Any]:
    names = {rule.id: rule.name for rule in rules}
    found = [_criterion(seen, mark, seen.say(names[mark.id]), overruled) for mark in axis.criteria]
    if not any(mark.id in overruled for mark in axis.criteria):
        return {"score": round(axis.score, 1), "criteria": found}
    mean = sum(item["score"] * item["weight"] for item in found)
    return {"score": round(min(100.0, mean), 1), "criteria": found}


def _criterion(
    seen: Seen, mark: CriterionScore, name: str, overruled: dict[str, float]
) -> dict[str, Any]:
    points = overruled.get(mark.id, mark.score)
    return {
        "id": mark.id,
        "name": name,
        "score": round(points, 1),
        "weight": round(mark.weight, 4),
        "rating": rating(points),
        "explanation": seen.say(mark.explanation),
        "overruled": mark.id in overruled,
    }
