"""The whole room: its exercises, who holds which seat, what time does."""

import asyncio
import json
import logging
import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from simulator.room.decided import kept, shaped
from simulator.room.deciding import decisions_before
from simulator.room.drill import Drill
from simulator.room.haste import Haste
from simulator.room.problems import absent, malformed
from simulator.room.seats import FACILITATOR, Keys, Seat
from simulator.room.store import (
    DecisionRow,
    ExerciseRow,
    Store,
    add_decision,
    add_exercise,
    keep_act,
)
from simulator.scenario import Scenario
from simulator.text import Language

TICK = 0.2  # seconds
_log = logging.getLogger("cellule.room")


class Room:
    """Everything that lives in one data folder."""

    def __init__(self, folder: Path) -> None:
        """Open the folder and recompute every exercise in it."""
        self.folder = folder
        self.keys = Keys.of(folder)
        self.store = Store(folder / "room.sqlite")
        found = [self._found(row) for row in self.store.exercises()]
        self.drills = {drill.id: drill for drill in found if drill is not None}
        self.drafts, self.answers = self.store.drafts(), self.store.answers()
        self.acts = self.store.acts()
        self.haste = Haste()
        self._doing: dict[str, asyncio.Future[Any]] = {}
        self.stopping = asyncio.Event()
        self.told: Callable[[Drill, str | None], None] = lambda _drill, _team: None
        for drill in self.drills.values():
            self._listen(drill)

    def _found(self, row: ExerciseRow) -> Drill | None:
        """Return an exercise from the store, None when this version cannot read it."""
        store = self.store
        teams = [(name, store.decisions(row.id, name[0])) for name in store.teams(row.id)]
        try:
            return Drill(row, teams, store)
        except ValueError:
            _log.exception("exercise %s cannot be read by this version: left out", row.id)
            return None

    def _listen(self, drill: Drill) -> None:
        drill.told = lambda team: self.told(drill, team)
        drill.haste = self.haste

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

    def calm(self) -> bool:
        """Return whether no exercise runs."""
        return not any(drill.lives for drill in self.drills.values())

    async def live(self) -> None:
        """Let time pass in every exercise until the room stops; none waits for another."""
        turns: dict[str, asyncio.Task[None]] = {}
        while not self.stopping.is_set():
            for drill in list(self.drills.values()):
                if drill.lives and (drill.id not in turns or turns[drill.id].done()):
                    turns[drill.id] = asyncio.create_task(drill.tick())
            with suppress(TimeoutError):
                await asyncio.wait_for(self.stopping.wait(), TICK)
        for turn in turns.values():
            turn.cancel()
        await asyncio.gather(*turns.values(), return_exceptions=True)

    async def once(self, key: str, make: Callable[[], Awaitable[Any]]) -> Any:
        """Return what `make` answers, done once however often and however soon it is asked."""
        while key in self._doing:
            await asyncio.wait([self._doing[key]])
        if key not in self.acts:
            doing = self._doing[key] = asyncio.ensure_future(make())
            try:
                self.acts[key] = await doing
            finally:
                del self._doing[key]
        return self.acts[key]

    async def create(
        self,
        scenario: Scenario,
        seed: int,
        language: Language,
        title: str,
        teams: list[str],
        rate: float,
        settings: dict[str, Any],
        key: str = "",
    ) -> Drill:
        """Make an exercise; its teams take their own calls from StartEx on.

        The answer to `key` is kept with it, in one piece.
        """
        named = named_teams(teams)
        row = self._row(scenario, seed, language, title, rate, settings)
        first = shaped(scenario, {"do": "take_calls"}, 0.0, 1, "room")
        rows = [
            DecisionRow(row.id, team, 1, "take-calls", "room", kept(first)) for team, _ in named
        ]
        return await self._open(row, named, rows, key)

    async def branch(self, drill: Drill, minute: float, title: str, key: str = "") -> Drill:
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
        made = await self._open(row, named, rows, key)
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
        self, row: ExerciseRow, teams: list[tuple[str, str]], rows: list[DecisionRow], key: str
    ) -> Drill:
        def work(base: Any) -> None:
            add_exercise(row, teams)(base)
            for decision in rows:
                add_decision(decision)(base)
            if key:
                keep_act(key, {"id": row.id})(base)

        await self.store.write(work)
        kept_rows: dict[str, list[DecisionRow]] = {name: [] for name, _ in teams}
        for decision in rows:
            kept_rows[decision.team].append(decision)
        drill = Drill(row, [(team, kept_rows[team[0]]) for team in teams], self.store)
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
