"""One measured thing, and how to measure it beside another."""

import importlib.util
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

INSTALL = 'pip install -c constraints.txt -e ".[bench]"'


@dataclass(frozen=True, slots=True)
class Cost:
    """One measured thing: its median, the median ratio to what it is held against, the goal.

    A goal is for the ratio, or for the median where there is no ratio. `note` says what the numbers
    do not.
    """

    what: str
    median: float | None
    unit: str
    ratio: float | None = None
    goal: float | None = None
    at_least: bool = False
    note: str = ""


def absent(what: str, *modules: str) -> list[Cost]:
    """Return the row that says how to install what `what` needs; nothing when all is there."""
    missing = [module for module in modules if importlib.util.find_spec(module) is None]
    note = f"needs {', '.join(missing)}: {INSTALL}"
    return [Cost(what, None, "", note=note)] if missing else []


def in_turn(rounds: int, *timed: Callable[[], float]) -> list[list[float]]:
    """Return what each gave, a list each, in turn: a machine that slows down slows all alike."""
    rows = [[each() for each in timed] for _ in range(rounds)]
    return [list(column) for column in zip(*rows, strict=True)]


def ratio(costs: Sequence[float], base: Sequence[float]) -> float:
    """Return the median ratio of costs measured in turn."""
    return statistics.median(cost / each for cost, each in zip(costs, base, strict=True))


def seconds(work: Callable[[], object]) -> float:
    """Return the processor seconds of some work in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start
