"""The laws behind legal clocks: those of the package's data file, and those of a scenario."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import TypeAdapter

from simulator.scenario import Scenario
from simulator.scenario.laws import Law
from simulator.scenario.marks import read


@cache
def laws() -> Mapping[str, Law]:
    """Return the laws that come with the package, by id."""
    data = read(files("simulator.clocks").joinpath("rules.yaml").read_bytes()).data
    found = TypeAdapter(tuple[Law, ...]).validate_json(json.dumps(data))
    return {law.id: law for law in found}


def laws_of(scenario: Scenario) -> Mapping[str, Law]:
    """Return the laws that a scenario may name, its own among them, by id."""
    return {**laws(), **{law.id: law for law in scenario.laws}}
