"""The criteria of both axes, as their data file holds them; letters and ratings."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from simulator.scenario.kinds import AudienceKind, Rating, Topic
from simulator.scenario.packaged import packaged_json
from simulator.text import Text

# P, S, M, U as in exercise evaluation guides (HSEEP); the limits are a judgement.
RATINGS: tuple[tuple[float, Rating], ...] = ((85, "P"), (65, "S"), (35, "M"))
LETTERS: tuple[tuple[float, str], ...] = (
    (97, "A+"),
    (93, "A"),
    (90, "A-"),
    (87, "B+"),
    (83, "B"),
    (80, "B-"),
    (77, "C+"),
    (73, "C"),
    (70, "C-"),
    (60, "D"),
)


class Criterion(BaseModel):
    """One criterion: what it rewards and how much, by which constants, and what to mend.

    `weight` is out of its axis before criteria that cannot apply are left out. `constants` hold
    hours unless their name says otherwise. `says` holds the sentences that explain a score.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)

    id: str
    weight: Annotated[float, Field(gt=0, le=100)]
    name: Text
    rewards: Text
    source: Annotated[str, Field(min_length=1)]
    constants: dict[str, float] = {}
    audiences: dict[AudienceKind, float] = {}
    needs: dict[AudienceKind, tuple[Topic, ...]] = {}
    action: Text
    owner: Text
    says: dict[str, Text]


class Criteria(BaseModel):
    """The criteria of both axes, in the order reports show them."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)

    reactivity: tuple[Criterion, ...]
    transparency: tuple[Criterion, ...]


@cache
def criteria() -> Criteria:
    """Return the criteria that come with the package."""
    return Criteria.model_validate_json(packaged_json(Path(__file__).with_name("criteria.yaml")))


def rating(points: float) -> Rating:
    """Return P, S, M or U for 0 to 100 points."""
    return next((letter for limit, letter in RATINGS if points >= limit), "U")


def grade(points: float) -> str:
    """Return the letter, A+ to F, for 0 to 100 points."""
    return next((letter for limit, letter in LETTERS if points >= limit), "F")
