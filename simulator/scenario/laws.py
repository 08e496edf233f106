"""What a law that runs a clock asks for: whom to tell, by when, what, and what failing costs."""

from typing import Annotated

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.scenario.base import Id, Shape, Share
from simulator.scenario.clock import NO_ZONE, zone_of
from simulator.scenario.kinds import Entity, MetBy, Topic
from simulator.scenario.wording import phrase, quoted
from simulator.text import Text


def _zone(name: str) -> str:
    if zone_of(name) is None:
        raise _wrong(phrase(*NO_ZONE, zone=quoted(name)))
    return name


def _wrong(text: Text) -> PydanticCustomError:
    return PydanticCustomError("bad_law", "{en}", {"fr": text.fr, "en": text.en})


Zone = Annotated[str, AfterValidator(_zone)]
Hours = Annotated[float, Field(gt=0, le=8760, allow_inf_nan=False)]
Hour = Annotated[float, Field(ge=0, le=24, allow_inf_nan=False)]


class Length(Shape):
    """How long a clock runs, in exactly one of the units that laws count in."""

    hours: Hours | None = None
    days: Annotated[int, Field(gt=0, le=365)] | None = None
    business_days: Annotated[int, Field(gt=0, le=250)] | None = None
    months: Annotated[int, Field(gt=0, le=12)] | None = None

    @model_validator(mode="after")
    def _in_one_unit(self) -> "Length":
        if len(self.model_dump(exclude_none=True)) != 1:
            raise _wrong(_ONE_UNIT)
        return self


class Cap(Shape):
    """The largest fine: the higher of an amount in euros and a share of the revenue, 0 to 1."""

    euros: Annotated[int, Field(gt=0, le=1_000_000_000_000)]
    revenue: Share = 0.0


class Law(Shape):
    """One clock: whom to tell, by when, what, how, and what the failure may cost.

    `judged` when the law gives no number and the length is ours; `latest_hours` counts from
    awareness, whatever started the clock; `after` is the earlier step whose doing starts it;
    `zone` is the authority's time zone, by which days count where it is not the team's; a business
    day ends at the hour `closes`; a clock that would run out on a weekend runs until the hour
    `weekend_until` of Monday; `cap_important` holds where the law is milder with an important
    entity.
    """

    id: Id
    who: Text
    length: Length
    judged: bool = False
    after: Id | None = None
    latest_hours: Hours | None = None
    zone: Zone | None = None
    closes: Hour = 17.5
    weekend_until: Hour | None = None
    met_by: Annotated[tuple[MetBy, ...], Field(min_length=1)]
    contents: tuple[Topic, ...] = ()
    phased: bool = False
    reasons: bool = False
    cap: Cap | None = None
    cap_important: Cap | None = None
    source: Annotated[str, Field(min_length=1, max_length=1000)]

    def ceiling(self, entity: Entity = "essential") -> Cap | None:
        """Return the largest fine for such an entity, None when the law sets none."""
        return (self.cap_important if entity == "important" else None) or self.cap

    def exposure(self, revenue: float | None, entity: Entity = "essential") -> float:
        """Return the largest fine in euros for a yearly `revenue`; 0 when the law sets none."""
        cap = self.ceiling(entity)
        if cap is None:
            return 0.0
        return max(float(cap.euros), cap.revenue * (revenue or 0.0))


class OwnLaw(Law):
    """A law that a scenario brings along, because the package does not know it."""

    name: Text


_ONE_UNIT = Text(
    fr="une durée a exactement une unité ; garder hours, days, business_days ou months",
    en="a length has exactly one unit; keep hours, days, business_days or months",
)
