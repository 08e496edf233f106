"""The whole room: its exercises, who holds which seat, what time does."""

import asyncio
import json
import secrets
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from simulator.room.decided import kept, shaped
from simulator.room.drill import Drill, decisions_before
from simulator.room.problems import absent, malformed
from simulator.room.seats import FACILITATOR, Keys, Seat
from simulator.room.store import DecisionRow, ExerciseRow, Store, add_decision, add_exercise
from simulator.scenario import Scenario
from simulator.text import Language

TICK = 0.2  # seconds


class Room:
    """Everything that lives in one data folder."""

    def __init__(self, folder: Path) -> None:
        """Open the folder and recompute every exercise in it."""
        self.folder = folder
        self.keys = Keys.of(folder)
        self.store = Store(folder / "room.sqlite")
        self.drills = {row.id: self._found(row) for row in self.store.exercises()}
        self.drafts, self.answers = self.store.drafts(), self.store.answers()
        self.acts = self.store.acts()
        self.stopping = asyncio.Event()
        self.told: Callable[[Drill, str | None], None] = lambda _drill, _team: None
        for drill in self.drills.values():
            self._listen(drill)

    def _found(self, row: ExerciseRow) -> Drill:
        store = self.store
        teams = [(name, store.decisions(row.id, name[0])) for name in store.teams(row.id)]
        return Drill(row, teams, store)

    def _listen(self, drill: Drill) -> None:
        drill.told = lambda team: self.told(drill, team)

    def drill(self, name: str) -> Drill:
        """Return an exercise by its id.

        Raises:
            Refusal: 404, when there is none of that id.
        """
        if name not in self.drills:
            raise absent(f"aucun exercice « {name} » ici", f"no exercise '{name}' here")
        return self.drills[name]

    def seat(self, token: str) -> Seat | None:
        """Return whose token this is, None when it opens nothing any more."""
        seat = self.keys.seat(token)
        if seat is None or seat == FACILITATOR:
            return seat
        drill = self.drills.get(seat.exercise)
        if drill is None or (seat.team and seat.team not in drill.teams):
            return None
        return seat

    async def live(self) -> None:
        """Let time pass in every exercise until the room stops."""
        while not self.stopping.is_set():
            for drill in list(self.drills.values()):
                try:
                    await drill.tick()
                except sqlite3.Error:
                    # A full disk keeps the clock from being noted; who decides is told.
                    continue
            with suppress(TimeoutError):
                await asyncio.wait_for(self.stopping.wait(), TICK)

    async def create(
        self,
        scenario: Scenario,
        seed: int,
        language: Language,
        title: str,
        teams: list[str],
        rate: float,
        settings: dict[str, Any],
    ) -> Drill:
        """Make an exercise; its teams take their own calls from StartEx on."""
        named = named_teams(teams)
        row = self._row(scenario, seed, language, title, rate, settings)
        first = shaped(scenario, {"do": "take_calls"}, 0.0, 1, "room")
        rows = [
            DecisionRow(row.id, team, 1, "take-calls", "room", kept(first)) for team, _ in named
        ]
        return await self._open(row, named, rows)

    async def branch(self, drill: Drill, minute: float, title: str) -> Drill:
        """Make a new exercise that has the past of another up to `minute`.

        Raises:
            Refusal: 400, when that minute was not lived through.
        """
        if not 0 <= minute <= drill.minute:
            raise malformed(
                "reprendre d’un moment déjà vécu", "restart from a moment already lived through"
            )
        row = drill.row._replace(
            id=_new_id(), made=_now(), title=title, settings=json.dumps(drill.settings),
            parent=drill.id, branched_at=minute, state="paused" if minute else "ready",
            minute=minute, rate=drill.pace.rate,
        )  # fmt: skip
        named = [(team.id, team.name) for team in drill.teams.values()]
        rows = [
            DecisionRow(row.id, team.id, place, f"before-{place}", "branch", kept(decision))
            for team in drill.teams.values()
            for place, decision in enumerate(decisions_before(team, minute), start=1)
        ]
        made = await self._open(row, named, rows)
        if minute:
            await made.take_phones_again()
        return made

    def _row(
        self, scenario: Scenario, seed: int, language: Language, title: str, rate: float,
        settings: dict[str, Any],
    ) -> ExerciseRow:  # fmt: skip
        text = scenario.model_dump_json(exclude_none=True)
        return ExerciseRow(
            _new_id(), _now(), title, text, seed, language, json.dumps(settings),
            None, None, "ready", 0.0, rate,
        )  # fmt: skip

    async def _open(
        self, row: ExerciseRow, teams: list[tuple[str, str]], rows: list[DecisionRow]
    ) -> Drill:
        def work(base: Any) -> None:
            add_exercise(row, teams)(base)
            for decision in rows:
                add_decision(decision)(base)

        await self.store.write(work)
        kept_rows = [(name, [r for r in rows if r.team == name[0]]) for name in teams]
        drill = Drill(row, kept_rows, self.store)
        self.drills[row.id] = drill
        self._listen(drill)
        self.told(drill, None)
        return drill


def named_teams(names: list[str]) -> list[tuple[str, str]]:
    """Return an id for each team's name: what can stand in a link."""
    return [(f"team-{place}", name) for place, name in enumerate(names, start=1)]


def _new_id() -> str:
    return secrets.token_hex(5)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
