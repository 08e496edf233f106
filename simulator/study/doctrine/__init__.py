"""What doctrine would have added to a plan, one change at a time, where the plan lacks it."""

from collections.abc import Iterator

from simulator.journal import Journal
from simulator.scenario import Scenario
from simulator.study.changes import Change
from simulator.study.design import Plan
from simulator.study.doctrine.cell import organising
from simulator.study.doctrine.manner import asserting, feeling
from simulator.study.doctrine.speaking import speaking
from simulator.study.doctrine.stakeholders import telling


def missing(scenario: Scenario, plan: Plan, journal: Journal) -> Iterator[Change]:
    """Yield what doctrine would have changed in a plan; `journal` is a run of it."""
    changes = (
        *speaking(scenario, plan),
        *organising(scenario, plan),
        *telling(scenario, plan, journal),
        *feeling(plan),
        *asserting(plan, journal),
    )
    for change in changes:
        # A story that breaks late leaves no time for some of it.
        if change.plan != plan and all(d.at < scenario.horizon for d in change.plan):
            yield change
