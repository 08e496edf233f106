"""What elements and faults weigh in the two verdicts, and their names."""

from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from simulator.rubric.shapes import Verdict
from simulator.scenario.packaged import packaged_json
from simulator.text import Text

_Points = Annotated[float, Field(ge=0, le=100)]
_Strict = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class ElementWeight(BaseModel):
    """What an element adds to each verdict; an extra one fills what the others leave to 100."""

    model_config = _Strict

    id: str
    name: Text
    communication: _Points
    extra: bool = False
    legal: _Points
    source: Annotated[str, Field(min_length=1)]


class FaultWeight(BaseModel):
    """What a fault takes off the communication verdict."""

    model_config = _Strict

    id: str
    name: Text
    communication: _Points
    source: Annotated[str, Field(min_length=1)]


class Weights(BaseModel):
    """Every element and fault in the order they are shown, and the points each letter asks."""

    model_config = _Strict

    elements: tuple[ElementWeight, ...]
    faults: tuple[FaultWeight, ...]
    letters: dict[str, _Points]


@cache
def weights() -> Weights:
    """Return the weights that come with the package."""
    return Weights.model_validate_json(packaged_json(Path(__file__).with_name("weights.yaml")))


def element_names() -> dict[str, Text]:
    """Return the name of every element by its id, in the order they are shown."""
    return {element.id: element.name for element in weights().elements}


def fault_names() -> dict[str, Text]:
    """Return the name of every fault by its id, in the order they are shown."""
    return {fault.id: fault.name for fault in weights().faults}


def communication(found: Collection[str], faults: Collection[str]) -> Verdict:
    """Return the verdict of practitioners on elements found and faults committed."""
    core = [each for each in weights().elements if not each.extra]
    extra = [each for each in weights().elements if each.extra]
    share = _weight(extra, found) / _weight(extra)
    left = 100 - _weight(core)
    earned = _weight(core, found) + left * (1 - (1 - share) ** 2)
    return _verdict(earned - points_lost(faults))


def points_lost(faults: Collection[str]) -> float:
    """Return what faults take off the communication verdict."""
    return sum(each.communication for each in weights().faults if each.id in faults)


def _weight(elements: Sequence[ElementWeight], found: Collection[str] | None = None) -> float:
    """Return what elements weigh for communication, all of them or those found."""
    return sum(each.communication for each in elements if found is None or each.id in found)


def legal(found: Collection[str]) -> Verdict:
    """Return the verdict of GDPR art. 34 on the elements found."""
    return _verdict(sum(each.legal for each in weights().elements if each.id in found))


def _verdict(points: float) -> Verdict:
    score = round(min(100.0, max(0.0, points)), 1)
    return Verdict(letter(score), score)


def letter(score: float) -> str:
    """Return the letter, A+ to F, for 0 to 100 points."""
    return next((each for each, least in weights().letters.items() if score >= least), "F")
