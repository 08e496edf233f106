"""One exercise live: its teams under the same luck, its clock, what is decided."""

import asyncio
import json
import time
from collections.abc import Callable, Iterable
from typing import Any, Literal

from simulator.room.decided import kept, shaped
from simulator.room.pace import FASTEST, SLOWEST, Pace
from simulator.room.problems import Refusal, absent, malformed, untimely
from simulator.room.seats import Seat
from simulator.room.store import (
    DecisionRow,
    ExerciseRow,
    Store,
    add_decision,
    keep_settings,
    set_clock,
)
from simulator.room.team import LiveTeam
from simulator.room.visible import VISIBLE
from simulator.scenario import Decision
from simulator.scenario.shapes import Scenario
from simulator.text import Text

# A team's id and name, and its decisions so far.
Kept = tuple[tuple[str, str], list[DecisionRow]]
State = Literal["ready", "running", "paused", "ended"]
BEAT = 1.0  # seconds between two notes of where the clock stands
_SLICE = 0.02  # seconds of work before others get their turn
_SUSPENDED = Text(
    fr="Suspendu par l’animateur. Les délais sont arrêtés.",
    en="Suspended by the facilitator. Deadlines stand still.",
)
_RESTARTED = Text(
    fr="La salle a redémarré. Rien n’est perdu ; l’animateur va reprendre.",
    en="The room was restarted. Nothing is lost; the facilitator will resume.",
)


class Drill:
    """A live exercise, as its row in the store and its decisions make it."""

    def __init__(self, row: ExerciseRow, teams: list[Kept], store: Store) -> None:
        """Recompute where it stood; a clock that ran when the room stopped stands still."""
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
        self.clock_changes = 0
        self._beaten = 0.0
        for team in self.teams.values():
            team.advance(minute)

    @property
    def minute(self) -> float:
        """Return the minute of the exercise now."""
        return min(self.pace.minute(time.monotonic()), self.scenario.horizon)

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
        """Play every team up to now, and note where the clock stands."""
        if self.state != "running":
            return
        minute = self.minute
        await self.play(minute)
        if all(team.ended for team in self.teams.values()):
            await self._end()
        elif time.monotonic() - self._beaten > BEAT:
            await self._keep_clock()

    async def play(self, minute: float) -> None:
        """Play every team up to `minute`, leaving turns to others."""
        began = time.monotonic()
        for team in self.teams.values():
            if team.lock.locked() or not (team.due(minute) or self._over(team, minute)):
                continue
            if team.advance(minute):
                self.told(team.id)
            if time.monotonic() - began > _SLICE:
                await asyncio.sleep(0)
                began = time.monotonic()

    def _over(self, team: LiveTeam, minute: float) -> bool:
        return not team.ended and minute >= self.scenario.horizon

    async def _keep_clock(self) -> None:
        self._beaten = time.monotonic()
        await self.store.write(set_clock(self.id, self.state, self.minute, self.pace.rate))

    async def _end(self) -> None:
        self.pace.stop(time.monotonic())
        self.state, self.why = "ended", None
        await self._clock_changed()

    async def _clock_changed(self) -> None:
        self.clock_changes += 1
        await self._keep_clock()
        self.told(None)

    # The facilitator's hand on the clock

    async def start(self) -> None:
        """Let the exercise begin, or go on.

        Raises:
            Refusal: 409, when it is over.
        """
        self._not_over()
        self.pace.start(time.monotonic())
        self.state, self.why = "running", None
        await self._clock_changed()

    async def suspend(self) -> None:
        """Let everything stand still.

        Raises:
            Refusal: 409, when it does not run.
        """
        if self.state != "running":
            raise untimely("l’exercice ne court pas", "the exercise is not running")
        await self.play(self.minute)
        self.pace.stop(time.monotonic())
        self.state, self.why = "paused", _SUSPENDED
        await self._clock_changed()

    async def hurry(self, rate: float) -> None:
        """Change the pace, in minutes of the exercise a real second.

        Raises:
            Refusal: 400, when it is outside what is possible.
        """
        self._not_over()
        if not SLOWEST * 0.999 <= rate <= FASTEST:
            raise malformed(
                f"allure {rate:g} hors de {SLOWEST:.3f} à {FASTEST:g} minutes par seconde",
                f"pace {rate:g} outside {SLOWEST:.3f} to {FASTEST:g} minutes a second",
            )
        self.pace.hurry(time.monotonic(), rate)
        await self._clock_changed()

    async def jump(self, to: float | None) -> None:
        """Go to minute `to`, or just past the next inject that has an hour.

        Meanwhile no team can answer its phones: whoever it has named does.

        Raises:
            Refusal: 400 or 409, when that is not ahead.
        """
        self._not_over()
        minute = self._next_inject() if to is None else to
        if not self.minute < minute <= self.scenario.horizon:
            raise malformed(
                "aller à une heure à venir, dans l’exercice",
                "go to an hour ahead, within the exercise",
            )
        self._begun()
        await self._to_all("leave_calls")
        await self.play(minute)
        self.pace.jump(time.monotonic(), minute)
        if minute < self.scenario.horizon:
            await self._to_all("take_calls")
        await self._clock_changed()

    async def take_phones_again(self) -> None:
        """Give the phones back to teams whose past ends while they were left to others."""
        for team in self.teams.values():
            phones = [d.do for d in team.decisions if d.do in ("take_calls", "leave_calls")]
            if phones[-1:] == ["leave_calls"]:
                async with team.lock:
                    await self._take(team, "room", "room", "phones-again", {"do": "take_calls"})

    async def _to_all(self, do: str) -> None:
        """Have the room itself decide something for every team that plays."""
        minute = self.minute
        for team in [team for team in self.teams.values() if not team.ended]:
            async with team.lock:
                key = f"{do}-{team.number + 1}"
                await self._take(team, "room", "room", key, {"do": do}, minute)

    async def step(self) -> None:
        """Go just past the next thing that some team sees happen.

        Raises:
            Refusal: 409, when it is over.
        """
        self._not_over()
        self._begun()
        minute, before = self.minute, self._seen()
        while self._seen() == before and minute < self.scenario.horizon:
            ahead = min(team.exercise.peek() for team in self.teams.values())
            minute = min(max(ahead, minute) + 1 / 60, self.scenario.horizon)
            await self.play(minute)
        self.pace.jump(time.monotonic(), minute)
        await self._clock_changed()

    def _begun(self) -> None:
        if self.state == "ready":
            self.state, self.why = "paused", _SUSPENDED

    def _seen(self) -> int:
        return sum(len(team.journal.of(*VISIBLE)) for team in self.teams.values())

    def _next_inject(self) -> float:
        now = self.minute
        ahead = [i.at for i in self.scenario.injects if i.at is not None and i.at + 1 / 60 > now]
        return (
            min(ahead, default=self.scenario.horizon) + 1 / 60 if ahead else self.scenario.horizon
        )

    def _not_over(self) -> None:
        if self.state == "ended":
            raise untimely("l’exercice est terminé", "the exercise is over")

    # Decisions

    async def decide(self, team: LiveTeam, seat: Seat, key: str, given: Any) -> dict[str, Any]:
        """Take a player's decision now and return what became of it.

        Raises:
            Refusal: when it makes no sense, or the exercise does not run.
        """
        async with team.lock:
            if key not in team.keys:
                if self.state != "running":
                    raise _standing(self.state)
                await self._take(team, seat.name, seat.role, key, given)
            return self._answer(team, team.keys[key])

    async def direct(
        self, teams: Iterable[LiveTeam], seat: Seat, who: str, key: str, given: Any
    ) -> list[dict[str, Any]]:
        """Do to teams what a facilitator or an observer decided; return what became of it in each.

        Raises:
            Refusal: when it makes no sense, or the exercise is over.
        """
        answers, minute = [], self.minute
        for team in teams:
            async with team.lock:
                if key not in team.keys:
                    if team.ended:
                        raise _standing("ended")
                    await self._take(team, seat.name, who, key, given, minute)
                answers.append({"team": team.id, **self._answer(team, team.keys[key])})
        return answers

    async def end(self, seat: Seat, key: str) -> None:
        """Call EndEx now."""
        self._not_over()
        self.pace.stop(time.monotonic())
        self._begun()
        await self.direct(
            [team for team in self.teams.values() if not team.ended],
            seat, seat.role, key, {"do": "end_exercise"},
        )  # fmt: skip
        await self._end()

    async def _take(
        self, team: LiveTeam, seat: str, who: str, key: str, given: Any, minute: float | None = None
    ) -> None:
        """Keep a decision, then carry it out; all teams get the facilitator's at one `minute`."""
        at = team.hour_for(self.minute if minute is None else minute)
        if at >= self.scenario.horizon or team.ended:
            raise _standing("ended")
        decision = shaped(self.scenario, given, at, team.number + 1, who)
        row = DecisionRow(self.id, team.id, team.number + 1, key, seat, kept(decision))
        await self.store.write(add_decision(row))
        team.take(decision, key)
        self.told(team.id)

    def _answer(self, team: LiveTeam, decision: str) -> dict[str, Any]:
        entry = team.outcome(decision)
        reason = getattr(entry, "reason", None)
        at = entry.at if entry else None
        return {"id": decision, "at": at, "taken": reason is None, "refused": reason}

    async def change(self, settings: dict[str, Any]) -> None:
        """Change what the facilitator allows."""
        self.settings |= settings
        await self.store.write(keep_settings(self.id, self.settings))
        self.clock_changes += 1
        self.told(None)


def decisions_before(team: LiveTeam, minute: float) -> list[Decision]:
    """Return what a team had decided before `minute`, for a branch."""
    return [d for d in team.decisions if d.at < minute and d.do != "end_exercise"]


def _standing(state: State) -> Refusal:
    if state == "ended":
        return untimely("l’exercice est terminé", "the exercise is over")
    if state == "ready":
        return untimely("l’exercice n’a pas commencé", "the exercise has not begun")
    return untimely(
        "l’exercice est suspendu ; votre brouillon est gardé",
        "the exercise is suspended; your draft is kept",
    )
