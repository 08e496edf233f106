"""A whole replication against the SimPy floor: an empty model with as many events."""

import statistics
from collections.abc import Generator
from unittest import mock

import simpy

from bench.cost import Cost, in_turn, ratio, seconds
from bench.shares import shares
from simulator import load, load_decisions
from simulator.study.design import Design
from simulator.study.replication import Job

ROUNDS, SAMPLED, SHOWN = 9, 12, 10
JOB = Job("historical", 1)


def gemalto() -> Design:
    """Return the Gemalto case with what the company did."""
    scenario = load("gemalto-2015")
    return Design(scenario, {"historical": load_decisions(scenario, "historical")})


def cost_of_replication() -> list[Cost]:
    """Return the time of a replication, its events, and where the time goes."""
    design = gemalto()
    events = count_events(design)
    ours, floor = in_turn(
        ROUNDS, lambda: seconds(lambda: design.play(JOB)), lambda: seconds(lambda: empty(events))
    )
    medians = 1000 * statistics.median(ours), 1000 * statistics.median(floor)
    note = f"{events} events"
    return [
        Cost("SimPy floor: as many empty events", medians[1], "ms", note=note),
        Cost(
            "replication of gemalto-2015, over the floor", medians[0], "ms", ratio(ours, floor), 2
        ),
        Cost("the same, for each event", 1000 * medians[0] / events, "µs"),
        *profile(design),
    ]


def count_events(design: Design) -> int:
    """Return how many events SimPy processes in a replication."""
    step, counted = simpy.Environment.step, []

    def counting(env: simpy.Environment) -> None:
        counted.append(1)
        step(env)

    with mock.patch.object(simpy.Environment, "step", counting):
        design.play(JOB)
    return len(counted)


def empty(events: int) -> None:
    """Let so many events pass in which nothing happens."""
    env = simpy.Environment()
    env.process(_wait(env, events))
    env.run()


def _wait(env: simpy.Environment, times: int) -> Generator[simpy.Event, None, None]:
    for _ in range(times):
        yield env.timeout(1)


def profile(design: Design) -> list[Cost]:
    """Return the modules in which most of the time goes, libraries they call included."""
    jobs = [Job("historical", seed) for seed in range(SAMPLED)]
    found = shares(lambda: [design.play(job) for job in jobs])
    return [Cost(f"of it in {module}", 100 * share, "%") for module, share in found[:SHOWN]]
