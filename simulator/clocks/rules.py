"""The laws behind legal clocks: those of the package's data file, and those of a scenario."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from simulator.scenario import Scenario
from simulator.scenario.laws import Law
from simulator.scenario.packaged import packaged_json


@cache
def laws() -> Mapping[str, Law]:
    """Return the laws that come with the package, by id."""
    data = packaged_json(Path(__file__).with_name("rules.yaml"))
    found = TypeAdapter(tuple[Law, ...]).validate_json(data)
    return {law.id: law for law in found}


def laws_of(scenario: Scenario) -> Mapping[str, Law]:
    """Return the laws that a scenario may name, its own among them, by id."""
    return {**laws(), **{law.id: law for law in scenario.laws}}
