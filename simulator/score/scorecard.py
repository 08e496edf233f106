"""What a score is: two axes, their criteria with evidence, and the outcome beside them."""

from typing import Any

from pydantic import BaseModel, ConfigDict

from simulator.scenario.kinds import Rating
from simulator.text import Text


class _Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class CriterionScore(_Frozen):
    """One criterion: points 0 to 100, the entries that decided it, why, and what to mend.

    `weight` is its share of the axis after criteria that cannot apply were left out, 0 to 1.
    """

    id: str
    score: float
    weight: float
    rating: Rating
    evidence: tuple[int, ...]
    explanation: Text
    action: Text | None
    owner: Text | None


class AxisScore(_Frozen):
    """One axis: its weighted mean, 0 to 100, and its criteria in the order of the data file."""

    score: float
    criteria: tuple[CriterionScore, ...]


class OverallScore(_Frozen):
    """The mean of both axes and its letter."""

    score: float
    grade: str


class AudienceOutcome(_Frozen):
    """What became of one audience, as shares of its headcount, 0 to 1; `trust` 0 to 1."""

    audience: str
    peak_spreading: float
    peak_belief: float
    belief: float
    account: float
    misled: float
    misinformed: float
    trust: float


class Outcome(_Frozen):
    """What happened, beside the score and never mixed into it.

    `tone` counts articles by tone; `clocks_missed` the legal clocks that ran out before they were
    met, and `sanction_exposure` is the largest fine in euros they expose to; `lowest_return` and
    `last_return` are per cent, None when the organisation is not listed; `cost` is euros spent on
    repair and investigations, None when the scenario has no bill. `harmed` and `customers_*` count
    people, None when no data were taken; `helpline_cost` is euros.
    """

    audiences: tuple[AudienceOutcome, ...]
    articles: int
    tone: dict[str, int]
    with_account: int
    calls: int
    calls_lost: int
    promises_missed: int
    clocks_missed: int
    sanction_exposure: float
    facts_came_out: int
    lowest_return: float | None
    last_return: float | None
    cost: float | None
    harmed: int | None
    customers_left: int | None
    customers_returned: int | None
    helpline_calls: int
    helpline_abandoned: int
    helpline_cost: float


class Scorecard(_Frozen):
    """The whole judgement of one run."""

    scenario: str
    seed: int
    decisions: str
    reactivity: AxisScore
    transparency: AxisScore
    overall: OverallScore
    outcome: Outcome

    def as_json(self) -> dict[str, Any]:
        """Return the scorecard as plain values, every number rounded to four decimals."""
        rounded: dict[str, Any] = _rounded(self.model_dump(mode="json"))
        return rounded


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    return [_rounded(item) for item in value] if isinstance(value, list) else value
