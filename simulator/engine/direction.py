"""What those who run a live exercise do beside its script: ring the team, note, grade, end."""

from collections.abc import Callable
from typing import Any

from simulator.engine.coverage import Coverage
from simulator.engine.model import Model
from simulator.engine.refusals import RefusedError
from simulator.journal.entries import DecisionTaken
from simulator.press.calls import urgent
from simulator.press.desk import Call, rang
from simulator.scenario.live import EndExercise, RingTeam, TakeNote, WriteLog
from simulator.scenario.rules import texts


class Direction:
    """The acts of the facilitator and the observers; most of them move nothing in the world."""

    def __init__(self, model: Model, coverage: Coverage) -> None:
        """Wait for them."""
        self.model, self.coverage = model, coverage
        self._rung = 0
        self.acts: dict[str, Callable[[Any, DecisionTaken], None]] = {
            "ring_team": self._ring,
            "end_exercise": self._end,
            **dict.fromkeys(("write_log", "take_note", "overrule"), self._keep),
        }
        self.checks: dict[str, Callable[[Any], None]] = {
            **dict.fromkeys(("ring_team", "write_log", "overrule"), _check_texts),
            "take_note": self._check_note,
        }

    def _ring(self, decision: RingTeam, taken: DecisionTaken) -> None:
        """Have a journalist call with a question of the facilitator's own.

        The luck of the call is its own: no other call changes.
        """
        model, self._rung = self.model, self._rung + 1
        outlet = next(o for o in model.scenario.outlets if o.id == decision.outlet)
        name = f"{outlet.id}.room.{self._rung}"
        rng = model.streams(f"call.{name}")
        effort, meets = float(rng.exponential()), float(rng.random())
        call = Call(name, outlet.id, "", urgent(outlet), decision.patience, effort, meets)
        rang(model.journal, call, model.now, taken)
        self.coverage.keep(call)
        model.desk.ring(call)

    def _end(self, _decision: EndExercise, taken: DecisionTaken) -> None:
        self.model.ended_by = taken

    def _keep(self, _decision: WriteLog, _taken: DecisionTaken) -> None:
        """What is written down is in the journal; it moves nothing in the world."""

    def _check_note(self, note: TakeNote) -> None:
        _check_texts(note)
        last = len(self.model.journal)
        if note.about is not None and note.about > last:
            raise RefusedError(
                f"le journal n’a pas encore d’entrée {note.about} ; elles vont de 1 à {last}",
                f"the journal has no entry {note.about} yet; they go from 1 to {last}",
            )


def _check_texts(decision: Any) -> None:
    for finding in texts(decision):
        raise RefusedError.found(finding)
