"""Ensembles: two processes against one, and the memory of the process that asks."""

import statistics
import sys
import time

from bench.cost import Cost, in_turn, ratio
from bench.floor import gemalto
from bench.process import spent
from simulator.study.replication import Job
from simulator.study.workers import Alone, Processes, Workers

ROUNDS, RUNS = 3, 32
SIZES = (50, 200, 800)


def cost_of_ensembles() -> list[Cost]:
    """Return what a second process gains, and the peak memory by number of replications."""
    return [two_processes(), *memory()]


def two_processes() -> Cost:
    """Return how many times faster two worker processes are, by the wall clock."""
    alone, two = in_turn(ROUNDS, lambda: elapsed(Alone()), lambda: elapsed(Processes(2)))
    each = 1000 * statistics.median(two) / RUNS
    what = f"ensemble of {RUNS}, one process over two workers"
    return Cost(what, each, "ms", ratio(alone, two), 1.8, True, "wall time: noisy beside others")


def elapsed(workers: Workers) -> float:
    """Return the seconds by the wall clock that an ensemble takes."""
    design, start = gemalto(), time.perf_counter()
    for _run in workers.play(design, [Job("historical", seed) for seed in range(RUNS)]):
        pass
    return time.perf_counter() - start


def memory() -> list[Cost]:
    """Return the peak memory of ensembles, and what each further replication adds."""
    command = (sys.executable, "-m", "bench.held")
    peaks = [spent((*command, str(number)))[1] for number in SIZES]
    each = 1024 * (peaks[-1] - peaks[0]) / (SIZES[-1] - SIZES[0])
    return [
        *(
            Cost(f"peak memory of an ensemble of {number}", peak, "MiB", peak / peaks[0])
            for number, peak in zip(SIZES, peaks, strict=True)
        ),
        Cost("the same, each further replication", each, "KiB"),
    ]
