"""One team of a live exercise: the engine, the decisions so far, and who looks."""

import asyncio
import json
import math
import time
from functools import cached_property

from simulator.engine import Exercise
from simulator.journal.book import Journal
from simulator.journal.entries import DecisionRefused, DecisionTaken
from simulator.room.decided import read_back
from simulator.room.store import DecisionRow
from simulator.scenario import Decision, Scenario
from simulator.times import whole_second

_SECOND = 1 / 60


class LiveTeam:
    """A team's exercise, played as far as its clock; recomputed from its decisions at any time.

    It is recomputed when somebody first looks: a room of many exercises opens at once. When the
    engine fails, what it had in hand is thrown away and recomputed up to the last sound minute.

    `lock` is held from a decision's hour to its being carried out: meanwhile nobody else moves the
    exercise.
    """

    def __init__(
        self, name: tuple[str, str], scenario: Scenario, seed: int, rows: list[DecisionRow]
    ) -> None:
        """Begin at StartEx with the decisions already kept; `name` is the team's id and name."""
        self.id, self.name = name
        self._scenario, self._seed, self._rows = scenario, seed, rows
        self.number = len(rows)
        self.keys = {row.key: f"d{row.number}" for row in rows}
        self._exercise: Exercise | None = None
        self.played = 0.0
        self.lock = asyncio.Lock()
        self.present = 0
        self.decided = -math.inf  # second of the monotonic clock of the last decision
        self.left_at: float | None = None

    @cached_property
    def decisions(self) -> list[Decision]:
        """Return what was decided so far."""
        return [read_back(row.body) for row in self._rows]

    @property
    def exercise(self) -> Exercise:
        """Return the exercise, recomputed if need be."""
        if self._exercise is None:
            found = Exercise(self._scenario, self._seed, self.decisions)
            found.advance(self.played)
            self._exercise = found
        return self._exercise

    @property
    def journal(self) -> Journal:
        """Return what has happened so far."""
        return self.exercise.journal

    @property
    def ended(self) -> bool:
        """Return whether the exercise is over for this team."""
        return self.exercise.ended

    @property
    def last(self) -> float:
        """Return the minute of the last decision, 0 before the first."""
        if "decisions" in self.__dict__:
            return self.decisions[-1].at if self.decisions else 0.0
        return float(json.loads(self._rows[-1].body)["at"]) if self._rows else 0.0

    @property
    def left(self) -> bool:
        """Return whether its phones are left to whoever is named."""
        phones = [d.do for d in self.decisions if d.do in ("take_calls", "leave_calls")]
        return phones[-1:] == ["leave_calls"]

    def due(self, minute: float) -> bool:
        """Return whether something happens before `minute`."""
        return not self.ended and self.exercise.peek() < minute

    def advance(self, minute: float) -> bool:
        """Play up to `minute`; return whether the journal grew."""
        before = len(self.journal)
        try:
            self.exercise.advance(minute)
        except Exception:
            self._exercise = None
            raise
        self.played = max(self.played, minute)
        return len(self.journal) > before

    def hour_for(self, minute: float) -> float:
        """Return the whole second at which a decision that arrives at `minute` is taken.

        Never before what has been played, nor before an earlier decision.
        """
        least = max(self.exercise.now, self.last)
        at = whole_second(max(minute, least))
        return at if at >= least else whole_second(math.ceil(least / _SECOND) * _SECOND)

    def take(self, decision: Decision, key: str) -> None:
        """Carry a decision out, once it is kept."""
        exercise = self.exercise  # recomputed, if need be, before the decision is among the others
        self.number, self.decided = self.number + 1, time.monotonic()
        self.decisions.append(decision)
        self.keys[key] = decision.id
        at = whole_second(decision.at)
        try:
            exercise.decide(decision)
            exercise.advance(at)
        except Exception:
            self._exercise, self.played = None, min(self.played, at - _SECOND)
            raise
        self.played = max(self.played, at)

    def outcome(self, decision: str) -> DecisionTaken | DecisionRefused | None:
        """Return what became of a decision, by its id."""
        became: list[DecisionTaken | DecisionRefused] = [
            *self.journal.of(DecisionTaken),
            *self.journal.of(DecisionRefused),
        ]
        return next((e for e in reversed(became) if e.decision["id"] == decision), None)
