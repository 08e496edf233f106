"""The press desk against Ciw on Erlang A: two lines, three calls a handling, patience of two."""

import math
import statistics
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import simpy
from numpy.typing import NDArray
from simpy.events import ProcessGenerator

from bench.cost import Cost, absent, in_turn, ratio, seconds
from simulator.journal import Journal
from simulator.journal.entries import CallLost, DecisionTaken
from simulator.press.desk import HANDLING_NAMED, Answer, Call, PressDesk, Voice, rang
from simulator.times import Clock

ROUNDS, CALLS = 7, 10_000
LINES, RATE, PATIENCE = 2, 3.0, 2.0  # times in mean handling times
# P(abandon), P(wait), mean wait (Garnett, Mandelbaum & Reiman 2002; Little's law).
LAW = (0.38455906, 0.87705825, 2.30735438 / RATE)
_STRETCHES = 50  # neighbouring calls wait together

Floats = NDArray[np.float64]


class OpenDesk(PressDesk):
    """Phones that never close, as the laws of queues have them."""

    def is_open(self, _at: float) -> bool:
        """Return that they are open."""
        return True


@dataclass(slots=True)
class Seen:
    """Calls of many runs: whether each was lost, and its wait in mean handling times."""

    lost: list[bool] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)

    def furthest(self) -> float:
        """Return how far from the law the worst of its three numbers is, in standard errors."""
        waited = np.array(self.waited)
        columns = np.array(self.lost, dtype=float), (waited > 0).astype(float), waited
        return max(_errors(column, law) for column, law in zip(columns, LAW, strict=True))


def _errors(seen: Floats, law: float) -> float:
    means = np.array([part.mean() for part in np.array_split(seen, _STRETCHES)])
    return abs(float(seen.mean()) - law) / (float(means.std(ddof=1)) / math.sqrt(_STRETCHES))


def cost_of_desk() -> list[Cost]:
    """Return the seconds of 10,000 calls, the ratio both ways, and whether the law is met."""
    if rows := absent("press desk against Ciw", "ciw"):
        return rows
    ours, theirs = Seen(), Seen()
    seeds = iter(range(1, 2 * ROUNDS + 1))
    mine, ciw = in_turn(
        ROUNDS,
        lambda: seconds(lambda: by_desk(ours, next(seeds))),
        lambda: seconds(lambda: by_ciw(theirs, next(seeds))),
    )
    medians = statistics.median(mine), statistics.median(ciw)
    return [
        Cost("press desk, 10,000 calls: ours over Ciw", medians[0], "s", ratio(mine, ciw), 2),
        Cost("press desk, 10,000 calls: Ciw over ours", medians[1], "s", ratio(ciw, mine)),
        Cost("press desk: furthest from Erlang A", ours.furthest(), "se", None, 4),
        Cost("Ciw: the same", theirs.furthest(), "se"),
    ]


def by_desk(seen: Seen, seed: int) -> None:
    """Let 10,000 calls ring at our desk, with its journal as in an exercise."""
    env, journal = simpy.Environment(), Journal()
    desk = OpenDesk(env, journal, Clock.starting("2015-02-19 00:00", ZoneInfo("Europe/Paris")))
    taken = journal.record(DecisionTaken, 0.0, do="name", decision={})
    desk.name(Voice(("s1", "s2"), LINES, 0.7, taken))
    desk.answer = lambda: Answer("officer", 0.7, 0.5, taken)
    calls: list[Call] = []
    env.process(_ring(env, desk, calls, np.random.default_rng(seed)))
    env.run(until=2 * CALLS * HANDLING_NAMED / RATE)
    for call in calls:
        assert call.end is not None
        seen.lost.append(isinstance(call.end, CallLost))
        seen.waited.append(call.end.waited / HANDLING_NAMED)


def _ring(
    env: simpy.Environment, desk: PressDesk, calls: list[Call], rng: np.random.Generator
) -> ProcessGenerator:
    for number in range(CALLS):
        yield env.timeout(rng.exponential(HANDLING_NAMED / RATE))
        patience = rng.exponential(PATIENCE * HANDLING_NAMED)
        call = Call(f"c{number}", "gazette", "scope", False, patience, rng.exponential(), 1.0)
        calls.append(call)
        rang(desk.journal, call, env.now)
        env.process(desk.take(call))


def by_ciw(seen: Seen, seed: int) -> None:
    """Let 10,000 calls ring at Ciw's queue."""
    import ciw

    ciw.seed(seed)
    simulation = ciw.Simulation(_network(ciw))
    simulation.simulate_until_max_customers(CALLS, method="Arrive")
    for record in sorted(simulation.get_all_records(), key=lambda record: record.arrival_date):
        seen.lost.append(record.record_type == "renege")
        seen.waited.append(record.waiting_time)


def _network(ciw: Any) -> Any:
    return ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(RATE)],
        service_distributions=[ciw.dists.Exponential(1.0)],
        reneging_time_distributions=[ciw.dists.Exponential(1 / PATIENCE)],
        number_of_servers=[LINES],
    )
