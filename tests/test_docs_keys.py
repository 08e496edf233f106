import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from simulator.scenario import DecisionSet, Message, Scenario
from simulator.scenario.anatomy import members, shapes_under
from simulator.scenario.kinds import DIRECTION, DecisionKind

README = (Path(__file__).parent.parent / "scenarios" / "README.md").read_text("utf-8")
SHAPES = list(dict.fromkeys([*shapes_under(Scenario), *shapes_under(DecisionSet)]))
DECISIONS = members(DecisionSet.model_fields["decisions"].annotation)[0]
KINDS = set(shapes_under(DECISIONS)) & {kind for kind in SHAPES if "do" in kind.model_fields}


def section(title: str) -> str:
    """Return what stands under a title of the README."""
    match = re.search(rf"^### {title}\n(.*?)(?=^##|\Z)", README, re.MULTILINE | re.DOTALL)
    return match[1] if match else ""


def documented(shape: type[BaseModel]) -> set[str]:
    """Return the keys documented for a shape, those shared by decisions or messages included."""
    text = section(shape.__name__)
    if shape in KINDS:
        text += section("Decisions")
    if shape in get_args(Message):
        text += section("Messages")
    return set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_key_is_documented(shape):
    """An author finds every key in scenarios/README.md, and none that does not exist."""
    assert section(shape.__name__), f"no section '### {shape.__name__}'"
    assert documented(shape) == set(shape.model_fields)


def test_every_shape_is_found():
    """The walk would pass in silence if it found nothing."""
    names = {shape.__name__ for shape in SHAPES}
    assert {"Scenario", "Condition", "Listing", "Text", "DecisionSet", "Publish"} <= names
    assert {"Variant", "DataTaken", "Partner", "Duty", "Bill", "NotifyAuthority"} <= names
    assert len(KINDS) == len(get_args(DecisionKind)) + len(DIRECTION)


@pytest.mark.parametrize("kind", [*get_args(DecisionKind), *sorted(DIRECTION)])
def test_every_decision_is_documented(kind):
    """The word to write after `do`."""
    assert f"`do: {kind}`" in README
