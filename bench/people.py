"""Whether the cost grows with the number of people."""

import statistics
import time

from bench.process import Cost
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


def cost_of_people() -> Cost:
    """Return the time of a run with 2 billion users against one with 100,000, in turn."""
    scenarios = [with_users(people) for people in (FEW, MANY)]
    plan = load_decisions(scenarios[0], "historical")
    rows = [tuple(_seconds(scenario, plan, seed) for scenario in scenarios) for seed in range(RUNS)]
    ratio = statistics.median(many / few for few, many in rows)
    return Cost(
        "a run with 2e9 users, against 1e5", statistics.median(m for _, m in rows), "s", ratio, 2
    )


def _seconds(scenario: Scenario, plan: tuple, seed: int) -> float:  # type: ignore[type-arg]
    start = time.process_time()
    run(scenario, plan, seed)
    return time.process_time() - start
