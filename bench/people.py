"""Whether the cost grows with the number of people."""

import statistics
from collections.abc import Callable
from itertools import count

from bench.cost import Cost, in_turn, ratio, seconds
from simulator import load, load_decisions, run
from simulator.scenario import Scenario

RUNS = 7
FEW, MANY = 100_000, 2_000_000_000


def with_users(people: int) -> Scenario:
    """Return the Gemalto case with so many phone users."""
    scenario = load("gemalto-2015")
    audiences = tuple(
        audience.model_copy(update={"people": people}) if audience.kind == "users" else audience
        for audience in scenario.audiences
    )
    return scenario.model_copy(update={"audiences": audiences})


def cost_of_people() -> list[Cost]:
    """Return the time of a run with 2 billion users against one with 100,000, in turn."""
    few, many = (_timing(with_users(people)) for people in (FEW, MANY))
    cheap, dear = in_turn(RUNS, few, many)
    what = "a run with 2e9 users, against 1e5"
    return [Cost(what, statistics.median(dear), "s", ratio(dear, cheap), 2)]


def _timing(scenario: Scenario) -> Callable[[], float]:
    plan, seeds = load_decisions(scenario, "historical"), count()
    return lambda: seconds(lambda: run(scenario, plan, next(seeds)))
