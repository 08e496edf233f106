"""The laws behind legal clocks, as their data file holds them."""

import json
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from simulator.scenario.kinds import Entity, Rule, Topic
from simulator.scenario.marks import read
from simulator.text import Text

MetBy = Literal["notice", "complaint", "telling", "market"]


class _Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Length(_Frozen):
    """How long a clock runs, in exactly one of the units that laws count in."""

    hours: Annotated[float, Field(gt=0)] | None = None
    days: Annotated[int, Field(gt=0)] | None = None
    business_days: Annotated[int, Field(gt=0)] | None = None
    months: Annotated[int, Field(gt=0)] | None = None

    @model_validator(mode="after")
    def _in_one_unit(self) -> "Length":
        if len(self.model_dump(exclude_none=True)) != 1:
            raise ValueError(f"a length has exactly one unit, not {self}")
        return self


class Cap(_Frozen):
    """The largest fine: the higher of an amount in euros and a share of the revenue, 0 to 1."""

    euros: Annotated[int, Field(gt=0)]
    revenue: Annotated[float, Field(gt=0, le=1)]


class Law(_Frozen):
    """One clock: whom to tell, by when, what, how, and what the failure may cost.

    `judged` when the law gives no number and the length is ours; `latest_hours` counts from
    awareness, whatever started the clock; `after` is the earlier step whose doing starts it;
    `zone` is the authority's time zone, by which days count where it is not the team's; a clock
    that would run out on a weekend runs until the hour `weekend_until` of Monday;
    `cap_important` holds where the law is milder with an important entity.
    """

    id: Rule
    who: Text
    length: Length
    judged: bool = False
    after: Rule | None = None
    latest_hours: Annotated[float, Field(gt=0)] | None = None
    zone: str | None = None
    weekend_until: Annotated[float, Field(ge=0, le=24)] | None = None
    met_by: Annotated[tuple[MetBy, ...], Field(min_length=1)]
    contents: tuple[Topic, ...]
    phased: bool = False
    reasons: bool = False
    cap: Cap | None = None
    cap_important: Cap | None = None
    source: Annotated[str, Field(min_length=1)]

    def ceiling(self, entity: Entity = "essential") -> Cap | None:
        """Return the largest fine for such an entity, None when the law sets none."""
        return (self.cap_important if entity == "important" else None) or self.cap

    def exposure(self, revenue: float | None, entity: Entity = "essential") -> float:
        """Return the largest fine in euros for a yearly `revenue`; 0 when the law sets none."""
        cap = self.ceiling(entity)
        if cap is None:
            return 0.0
        return max(float(cap.euros), cap.revenue * (revenue or 0.0))


@cache
def laws() -> dict[str, Law]:
    """Return the laws that come with the package, by id."""
    data = read(files("simulator.clocks").joinpath("rules.yaml").read_bytes()).data
    found = TypeAdapter(tuple[Law, ...]).validate_json(json.dumps(data))
    return {law.id: law for law in found}
