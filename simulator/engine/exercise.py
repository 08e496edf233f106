"""One playing of a scenario: it advances, and takes decisions as they come."""

import math
from collections.abc import Iterable, Mapping

from simulator.engine import acts
from simulator.engine.model import Model
from simulator.engine.world import World
from simulator.errors import wrong
from simulator.journal.book import Journal
from simulator.journal.entries import Ended
from simulator.scenario.decisions import Decision
from simulator.scenario.shapes import Scenario
from simulator.streams import Source
from simulator.times import whole_second


class Exercise:
    """A scenario being played: the same three (scenario, seed, decisions) give the same journal.

    Whether decisions are given at the start or as they come, and however the clock is advanced,
    makes no difference: looking never changes the run.
    """

    def __init__(
        self,
        scenario: Scenario,
        seed: int,
        decisions: Iterable[Decision] = (),
        luck: Mapping[Source, int] | None = None,
    ) -> None:
        """Stand at StartEx; `seed` is 0 or more; `luck` gives some sources of chance another one.

        Raises:
            DrillError: when a decision lies outside the exercise.
        """
        self.scenario, self.seed = scenario, seed
        self._model = Model(scenario, seed, luck)
        self._pending: list[Decision] = []
        self._ended = False
        self._world = World(self._model)
        for decision in decisions:
            self.decide(decision)

    @property
    def journal(self) -> Journal:
        """Return what has happened so far."""
        return self._model.journal

    @property
    def now(self) -> float:
        """Return minutes since StartEx."""
        return self._model.now

    @property
    def ended(self) -> bool:
        """Return whether EndEx has come, at the horizon or before."""
        return self._ended

    def peek(self) -> float:
        """Return the minute of the next thing to happen, infinity after the end."""
        if self._ended:
            return math.inf
        # SimPy leaves the event that stopped the clock in its queue, before all others: `env.peek`
        # would say now for ever.
        due = [at for at, priority, *_ in self._model.env._queue if priority >= 0]
        given = [whole_second(decision.at) for decision in self._pending[:1]]
        return float(min([*due, *given, self.scenario.horizon]))

    def decide(self, decision: Decision) -> None:
        """Take a decision at its time, now or later.

        Raises:
            DrillError: when its time has passed, or lies at or beyond the horizon.
        """
        at = whole_second(decision.at)
        if self._ended:
            raise wrong(
                f"{decision.id} : l’exercice a pris fin à T+{self.now:g} min ; en rejouer un autre",
                f"{decision.id}: the exercise ended at T+{self.now:g} min; play another one",
            )
        if not self.now <= at < self.scenario.horizon:
            raise wrong(
                f"{decision.id} : T+{at:g} min est passé ou hors de l’exercice, qui va de"
                f" {self.now:g} à {self.scenario.horizon:g} min ; choisir une heure entre les deux",
                f"{decision.id}: T+{at:g} min has passed or lies outside the exercise, which goes"
                f" from {self.now:g} to {self.scenario.horizon:g} min; choose a time between",
            )
        place = sum(whole_second(earlier.at) <= at for earlier in self._pending)
        self._pending.insert(place, decision)

    def advance(self, until: float) -> None:
        """Play up to minute `until`, or to the end; going back does nothing."""
        target = min(until, self.scenario.horizon)
        while not self._ended and self._pending and whole_second(self._pending[0].at) <= target:
            decision = self._pending.pop(0)
            self._model.env.play(whole_second(decision.at))
            acts.carry_out(self._model, self._world, decision)
            if self._model.ended_by is not None:
                self._end()
        if self._ended:
            return
        self._model.env.play(target)
        if target >= self.scenario.horizon:
            self._end()

    def _end(self) -> None:
        self._ended = True
        self._world.live_on()
        self._world.measure()
        self._model.record(Ended, self._model.ended_by)


def run(scenario: Scenario, decisions: Iterable[Decision], seed: int) -> Journal:
    """Return the journal of the whole exercise."""
    exercise = Exercise(scenario, seed, decisions)
    exercise.advance(scenario.horizon)
    return exercise.journal
