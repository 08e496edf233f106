"""docs/rubric.md says what the data files say."""

import re
from pathlib import Path

from simulator.rubric.weights import weights

PAGE = (Path(__file__).parents[2] / "docs" / "rubric.md").read_text(encoding="utf-8")


def test_element_weights_are_documented():
    """A team that contests a grade looks them up."""
    told = re.findall(r"^\| (\w+) \| (extra )?([\d.]+) \| ([\d.]+) \|", PAGE, re.MULTILINE)
    assert told == [
        (each.id, "extra " if each.extra else "", f"{each.communication:g}", f"{each.legal:g}")
        for each in weights().elements
    ]


def test_fault_costs_are_documented():
    """So does a team that lost points."""
    told = re.findall(r"^\| (\w+) \| ([\d.]+) \| [^|\d]", PAGE, re.MULTILINE)
    assert told == [(each.id, f"{each.communication:g}") for each in weights().faults]
