"""The script as it was in the end: the scenario's injects, and those added on the fly."""

import json
from collections.abc import Iterator

from simulator.journal.book import Journal
from simulator.journal.entries import DecisionTaken
from simulator.scenario.shapes import Inject, Scenario


def injects_of(scenario: Scenario, journal: Journal | None) -> tuple[Inject, ...]:
    """Return the injects of a scenario, then those that an exercise added, in order."""
    return (*scenario.injects, *(_added(journal) if journal is not None else ()))


def _added(journal: Journal) -> Iterator[Inject]:
    for taken in journal.of(DecisionTaken):
        if taken.do == "add_inject":
            yield Inject.model_validate_json(json.dumps(taken.decision["inject"]))
