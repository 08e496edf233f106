"""One exercise live as its clock moves it: teams under the same luck, played up to now."""

import json
import logging
import sqlite3
import time
from collections.abc import Callable
from typing import Any, Literal

from simulator.room.haste import Haste
from simulator.room.pace import Pace
from simulator.room.problems import absent, untimely
from simulator.room.store import DecisionRow, ExerciseRow, Store, set_clock
from simulator.room.team import LiveTeam
from simulator.scenario.shapes import Scenario
from simulator.text import Text

# A team's id and name, and its decisions so far.
Kept = tuple[tuple[str, str], list[DecisionRow]]
State = Literal["ready", "running", "paused", "ended"]
BEAT = 1.0  # seconds between two notes of where the clock stands
_log = logging.getLogger("cellule.room")
SUSPENDED = Text(fr="Suspendu par l’animateur.", en="Suspended by the facilitator.")
_RESTARTED = Text(
    fr="La salle a redémarré. Rien n’est perdu ; l’animateur va reprendre.",
    en="The room was restarted. Nothing is lost; the facilitator will resume.",
)
FAILED = Text(
    fr="La simulation a failli ici ; les autres exercices continuent. Toutes les décisions sont"
    " gardées. L’animateur peut reprendre, ou repartir d’un moment passé.",
    en="The simulation failed here; other exercises go on. All decisions are kept. The facilitator"
    " can resume, or restart from a past moment.",
)


class Course:
    """A live exercise, as its row in the store and its decisions make it."""

    def __init__(self, row: ExerciseRow, teams: list[Kept], store: Store) -> None:
        """Stand where it stood; a clock that ran when the room stopped stands still."""
        self.row, self.store, self.id = row, store, row.id
        self.scenario = Scenario.model_validate_json(row.scenario)
        self.settings: dict[str, Any] = json.loads(row.settings)
        self.teams = {
            name[0]: LiveTeam(name, self.scenario, row.seed, rows) for name, rows in teams
        }
        minute = max([row.minute, *(team.last for team in self.teams.values())])
        self.pace = Pace(minute, row.rate)
        self.state: State = "paused" if row.state == "running" else row.state  # type: ignore[assignment]
        self.why: Text | None = _RESTARTED if row.state == "running" else None
        self.told: Callable[[str | None], None] = lambda _team: None
        self.haste = Haste()
        self._beaten = 0.0
        # Teams are played up to now soon, even while time stands.
        self._behind = True
        for team in self.teams.values():
            team.played = minute

    @property
    def minute(self) -> float:
        """Return the minute of the exercise now."""
        return min(self.pace.minute(time.monotonic()), self.scenario.horizon)

    @property
    def lives(self) -> bool:
        """Return whether time has something to do here."""
        return self.state == "running" or (self.state == "paused" and self._behind)

    @property
    def takes(self) -> bool:
        """Return whether players may decide now; turn by turn, also while time stands still."""
        turns = self.state == "paused" and bool(self.settings.get("turns"))
        return self.state == "running" or turns

    def team(self, name: str) -> LiveTeam:
        """Return a team by its id.

        Raises:
            Refusal: 404, when there is none of that id.
        """
        if name not in self.teams:
            raise absent(f"aucune équipe « {name} » ici", f"no team '{name}' here")
        return self.teams[name]

    # Time passes

    async def tick(self) -> None:
        """Play every team up to now, and note where the clock stands; survive what fails."""
        try:
            if self.state == "running":
                await self._live_on()
            elif self.state == "paused" and self._behind:
                await self.play(self.minute)
        except Exception:
            self._fail()

    async def _live_on(self) -> None:
        await self.play(self.minute)
        if all(team.ended for team in self.teams.values()):
            await self._end()
        elif time.monotonic() - self._beaten > BEAT:
            await self._keep_clock()

    def _fail(self) -> None:
        """Let this exercise stand: something failed that only we can mend."""
        _log.exception("exercise %s failed at minute %.2f", self.id, self.minute)
        self.pace.stop(time.monotonic())
        self.state, self.why, self._behind = "paused", FAILED, False
        self.told(None)

    async def play(self, minute: float) -> None:
        """Play every team up to `minute`, leaving turns to others."""
        began, self._behind = time.monotonic(), False
        for team in self.teams.values():
            if team.lock.locked():
                self._behind = True
            elif (team.due(minute) or self._over(team, minute)) and team.advance(minute):
                self.told(team.id)
            began = await self.haste.pause(began)

    def _over(self, team: LiveTeam, minute: float) -> bool:
        return not team.ended and minute >= self.scenario.horizon

    async def _keep_clock(self) -> None:
        """Note where the clock stands; on a full disk it goes on, and is noted when it can be."""
        self._beaten = time.monotonic()
        try:
            await self.store.write(set_clock(self.id, self.state, self.minute, self.pace.rate))
        except sqlite3.Error as error:
            _log.error("clock of %s not kept: %s", self.id, error)

    async def _end(self) -> None:
        self.pace.stop(time.monotonic())
        self.state, self.why = "ended", None
        await self._clock_changed()

    async def _clock_changed(self) -> None:
        self.told(None)
        await self._keep_clock()

    def _begun(self) -> None:
        if self.state == "ready":
            self.state, self.why = "paused", SUSPENDED

    def _not_over(self) -> None:
        if self.state == "ended":
            raise untimely("l’exercice est terminé", "the exercise is over")
