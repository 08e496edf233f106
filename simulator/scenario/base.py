"""What every shape stands on: ids, shares, times, and the promise to be strict."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from simulator.text import Text
from simulator.times import Clock, TimeError, span


def _minute(value: float | str, info: ValidationInfo) -> float:
    clock = (info.context or {}).get("clock")
    try:
        return clock.minute(value) if isinstance(clock, Clock) else span(value)
    except TimeError as error:
        raise PydanticCustomError("bad_time", "{en}", {"fr": error.fr, "en": error.en}) from None


def _span(value: float | str) -> float:
    try:
        return span(value)
    except TimeError as error:
        raise PydanticCustomError("bad_time", "{en}", {"fr": error.fr, "en": error.en}) from None


def _both(value: object) -> object:
    """Return a text given once as the same in both languages: a title has often only one."""
    return Text(fr=value, en=value) if isinstance(value, str) and value else value


Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=64)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Minute = Annotated[float, BeforeValidator(_minute), Field(allow_inf_nan=False)]
Span = Annotated[float, BeforeValidator(_span), Field(ge=0, allow_inf_nan=False)]
Line = Annotated[str, Field(min_length=1, max_length=200)]
Citation = Annotated[Text, BeforeValidator(_both)]
# What somebody types as it comes, in one language.
Typed = Annotated[str, Field(min_length=1, max_length=4000)]
Headcount = Annotated[int, Field(ge=1, le=8_300_000_000)]


class Shape(BaseModel):
    """What all shapes share: no unknown key, no conversion, no change."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class Decided(Shape):
    """What all decisions share: a name, a time, why, whose plan it is from, who took it."""

    id: Id
    at: Minute
    note: Text | None = None
    origin: Annotated[str, Field(max_length=200)] | None = None
    author: Annotated[str, Field(max_length=80)] | None = None
