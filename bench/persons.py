"""The kernel against the rumour as one would write it in SimPy: a process for every person."""

import random
from collections.abc import Generator, Sequence

import numpy as np
import simpy

from bench.cost import Cost, seconds
from bench.rumours import EVENTS, LEAPS, ends

PEOPLE = 100_000


def cost_of_persons() -> list[Cost]:
    """Return our time of an outbreak and how many times as long SimPy takes, measured once."""
    theirs, rng = seconds(lambda: outbreak(PEOPLE, 1)), np.random.default_rng(1)
    leaps = seconds(lambda: ends(PEOPLE, LEAPS, 2000, rng)) / 2000
    events = seconds(lambda: ends(PEOPLE, EVENTS, 100, rng)) / 100
    note = f"SimPy: {theirs:.1f} s, once"
    what = "rumour 10^5, {}: SimPy process per person over ours"
    return [
        Cost(what.format("leaps"), 1000 * leaps, "ms", theirs / leaps, 10_000, True, note),
        Cost(what.format("events"), 1000 * events, "ms", theirs / events, note=note),
    ]


def outbreak(people: int, seed: int) -> int:
    """Return how many were never told when everybody is a process."""
    env, rng = simpy.Environment(), random.Random(seed)
    told = [env.event() for _ in range(people)]
    for me in range(people):
        env.process(person(env, rng, told, me))
    told[0].succeed()
    env.run()
    return sum(not each.triggered for each in told)


def person(
    env: simpy.Environment, rng: random.Random, told: Sequence[simpy.Event], me: int
) -> Generator[simpy.Event, None, None]:
    """Wait to be told, then tell others, until one knows already."""
    yield told[me]
    while True:
        yield env.timeout(rng.expovariate(1.0))
        other = rng.randrange(len(told) - 1)
        other += other >= me
        if told[other].triggered:
            return
        told[other].succeed()
