"""One team of a live exercise: the engine, the decisions so far, and who looks."""

import asyncio
import math

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

    `lock` is held from a decision's hour to its being carried out: meanwhile nobody else moves the
    exercise.
    """

    def __init__(
        self, name: tuple[str, str], scenario: Scenario, seed: int, rows: list[DecisionRow]
    ) -> None:
        """Begin at StartEx with the decisions already kept; `name` is the team's id and name."""
        self.id, self.name = name
        self.number = len(rows)
        self.keys = {row.key: f"d{row.number}" for row in rows}
        self.decisions = [read_back(row.body) for row in rows]
        self.exercise = Exercise(scenario, seed, self.decisions)
        self.lock = asyncio.Lock()
        self.present = 0
        self.left_at: float | None = None
        self.changed = 0

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
        return self.decisions[-1].at if self.decisions else 0.0

    def due(self, minute: float) -> bool:
        """Return whether something happens before `minute`."""
        return not self.ended and self.exercise.peek() < minute

    def advance(self, minute: float) -> bool:
        """Play up to `minute`; return whether the journal grew."""
        before = len(self.journal)
        self.exercise.advance(minute)
        grown = len(self.journal) > before
        self.changed += grown
        return grown

    def hour_for(self, minute: float) -> float:
        """Return the whole second at which a decision that arrives at `minute` is taken.

        Never before what has been played, nor before an earlier decision.
        """
        least = max(self.exercise.now, self.last)
        at = whole_second(max(minute, least))
        return at if at >= least else whole_second(math.ceil(least / _SECOND) * _SECOND)

    def take(self, decision: Decision, key: str) -> None:
        """Carry a decision out, once it is kept."""
        self.number += 1
        self.decisions.append(decision)
        self.keys[key] = decision.id
        self.exercise.decide(decision)
        self.advance(whole_second(decision.at))

    def outcome(self, decision: str) -> DecisionTaken | DecisionRefused | None:
        """Return what became of a decision, by its id."""
        became: list[DecisionTaken | DecisionRefused] = [
            *self.journal.of(DecisionTaken),
            *self.journal.of(DecisionRefused),
        ]
        return next((e for e in reversed(became) if e.decision["id"] == decision), None)
