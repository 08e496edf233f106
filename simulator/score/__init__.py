"""From a journal to a scorecard; never from the engine."""

from simulator.score.criteria import Criteria, Criterion, criteria, grade, rating
from simulator.score.scorecard import Scorecard
from simulator.score.verdict import decisions_of, scenario_of, score
from simulator.score.waking import effective_hours, hl

__all__ = [
    "Criteria",
    "Criterion",
    "Scorecard",
    "criteria",
    "decisions_of",
    "effective_hours",
    "grade",
    "hl",
    "rating",
    "scenario_of",
    "score",
]
