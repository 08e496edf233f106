"""One exercise live: its teams under the same luck, its clock, what is decided."""

import asyncio
import json
import logging
import sqlite3
import time
from collections.abc import Callable, Iterable
from typing import Any, Literal

from simulator.room.decided import kept, shaped
from simulator.room.haste import Haste
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
from simulator.room.views.log import ALLOWED
from simulator.room.visible import VISIBLE
from simulator.scenario import Decision
from simulator.scenario.shapes import Scenario
from simulator.text import Text

# A team's id and name, and its decisions so far.
Kept = tuple[tuple[str, str], list[DecisionRow]]
State = Literal["ready", "running", "paused", "ended"]
BEAT = 1.0  # seconds between two notes of where the clock stands
_SLICE = 0.005  # seconds of work before others get their turn
_TOGETHER = 20  # teams that are directed at once: one commit, and others get their turn after
MOST_DECISIONS = 2000  # of a team: what a decision set holds
_RESERVED = 100  # of them for the facilitator
_log = logging.getLogger("cellule.room")
_SUSPENDED = Text(
    fr="Suspendu par l’animateur. Les délais sont arrêtés.",
    en="Suspended by the facilitator. Deadlines stand still.",
)
_RESTARTED = Text(
    fr="La salle a redémarré. Rien n’est perdu ; l’animateur va reprendre.",
    en="The room was restarted. Nothing is lost; the facilitator will resume.",
)
_FAILED = Text(
    fr="La simulation a failli ici ; les autres exercices continuent. Toutes les décisions sont"
    " gardées. L’animateur peut reprendre, ou repartir d’un moment passé.",
    en="The simulation failed here; other exercises go on. All decisions are kept. The facilitator"
    " can resume, or restart from a past moment.",
)


class Drill:
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
        self.state, self.why, self._behind = "paused", _FAILED, False
        self.told(None)

    async def play(self, minute: float) -> None:
        """Play every team up to `minute`, leaving turns to others."""
        began, self._behind = time.monotonic(), False
        for team in self.teams.values():
            if team.lock.locked():
                self._behind = True
            elif (team.due(minute) or self._over(team, minute)) and team.advance(minute):
                self.told(team.id)
            if time.monotonic() - began > _SLICE:
                await asyncio.sleep(_SLICE)
                await self.haste.over()
                began = time.monotonic()

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
        minute, lengths = self.minute, self._lengths()
        while not self._seen(lengths) and minute < self.scenario.horizon:
            lengths = self._lengths()
            ahead = min(team.exercise.peek() for team in self.teams.values())
            minute = min(max(ahead, minute) + 1 / 60, self.scenario.horizon)
            await self.play(minute)
        self.pace.jump(time.monotonic(), minute)
        await self._clock_changed()

    def _begun(self) -> None:
        if self.state == "ready":
            self.state, self.why = "paused", _SUSPENDED

    def _lengths(self) -> dict[str, int]:
        return {team.id: len(team.journal) for team in self.teams.values()}

    def _seen(self, lengths: dict[str, int]) -> bool:
        """Return whether some team saw something happen since its journal was so long."""
        return any(
            isinstance(team.journal[place], VISIBLE)
            for team in self.teams.values()
            for place in range(lengths[team.id] + 1, len(team.journal) + 1)
        )

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
                if team.number >= MOST_DECISIONS - _RESERVED:
                    raise _too_many()
                await self._take(team, seat.name, seat.role, key, given)
            return self._answer(team, team.keys[key])

    async def direct(
        self, teams: Iterable[LiveTeam], seat: Seat, who: str, key: str, given: Any
    ) -> list[dict[str, Any]]:
        """Do to teams what a facilitator or an observer decided; return what became of it in each.

        Raises:
            Refusal: when it makes no sense, or the exercise is over.
        """
        chosen, answers, minute = list(teams), [], self.minute
        for first in range(0, len(chosen), _TOGETHER):
            some = chosen[first : first + _TOGETHER]
            answers += await asyncio.gather(
                *(self._direct(team, seat, who, key, given, minute) for team in some),
                return_exceptions=True,
            )
            _raise_any(answers)
        return answers  # type: ignore[return-value]

    async def _direct(
        self, team: LiveTeam, seat: Seat, who: str, key: str, given: Any, minute: float
    ) -> dict[str, Any]:
        async with team.lock:
            if key not in team.keys:
                if team.ended:
                    raise _standing("ended")
                if team.number >= MOST_DECISIONS:
                    raise _too_many()
                await self._take(team, seat.name, who, key, given, minute)
            return {"team": team.id, **self._answer(team, team.keys[key])}

    async def end(self, seat: Seat, key: str) -> None:
        """Call EndEx now."""
        self._not_over()
        self.pace.stop(time.monotonic())  # so that it is the same minute for every team
        self._begun()
        going = [team for team in self.teams.values() if not team.ended]
        try:
            await self.direct(going, seat, seat.role, key, {"do": "end_exercise"})
        finally:
            if self.state == "running":
                self.pace.start(time.monotonic())
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
        try:
            team.take(decision, key)
        except Exception:
            self._fail()
            raise Refusal(503, _FAILED.fr, _FAILED.en) from None
        self.told(team.id)

    def _answer(self, team: LiveTeam, decision: str) -> dict[str, Any]:
        entry = team.outcome(decision)
        refused = getattr(entry, "reason", None)
        # Names allowed are not told: facts that nobody has established have names too.
        reason = refused and {lang: ALLOWED.split(said)[0] for lang, said in refused.items()}
        at = entry.at if entry else None
        return {"id": decision, "at": at, "taken": reason is None, "refused": reason}

    async def change(self, settings: dict[str, Any]) -> None:
        """Change what the facilitator allows."""
        await self.store.write(keep_settings(self.id, self.settings | settings))
        self.settings |= settings
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


def _too_many() -> Refusal:
    return untimely(
        f"cette équipe a pris {MOST_DECISIONS - _RESERVED} décisions : le journal n’en prend plus",
        f"this team has taken {MOST_DECISIONS - _RESERVED} decisions: the journal takes no more",
    )


def _raise_any(answers: list[Any]) -> None:
    """Raise the first refusal among the answers of several teams."""
    for answer in answers:
        if isinstance(answer, BaseException):
            raise answer
