"""The scorecard as the console shows it, with what a facilitator overruled."""

from typing import Any

from simulator.room.views.seen import Seen
from simulator.score.criteria import Criterion, criteria
from simulator.score.scorecard import AxisScore, CriterionScore, Scorecard


def marks(seen: Seen, card: Scorecard) -> dict[str, Any]:
    """Return the section `score`; scores are 0 to 100, weights 0 to 1 within an axis.

    While there is nothing to answer yet, scores and grade are None: an F for who waits for the
    story to break would mislead. What a facilitator set by hand stands.
    """
    overruled = {str(entry.decision["criterion"]) for entry in seen.did("overrule")}
    return {
        "reactivity": _axis(seen, card.reactivity, criteria().reactivity, overruled),
        "transparency": _axis(seen, card.transparency, criteria().transparency, overruled),
        "overall": round(card.overall.score, 1) if _tells(seen) else None,
        "grade": card.overall.grade if _tells(seen) else None,
    }


def _tells(seen: Seen) -> bool:
    """Return whether a grade says something: the story is out, the team has spoken, all is over."""
    return bool(seen.broke or seen.public or seen.ended)


def _axis(
    seen: Seen, axis: AxisScore, rules: tuple[Criterion, ...], overruled: set[str]
) -> dict[str, Any]:
    names = {rule.id: seen.say(rule.name) for rule in rules}
    found = [_criterion(seen, mark, names[mark.id], overruled) for mark in axis.criteria]
    return {"score": round(axis.score, 1) if _tells(seen) else None, "criteria": found}


def _criterion(seen: Seen, mark: CriterionScore, name: str, overruled: set[str]) -> dict[str, Any]:
    told = _tells(seen) or mark.id in overruled
    return {
        "id": mark.id,
        "name": name,
        "score": round(mark.score, 1) if told else None,
        "weight": round(mark.weight, 4),
        "rating": mark.rating if told else None,
        "explanation": seen.say(mark.explanation),
        "overruled": mark.id in overruled,
    }
