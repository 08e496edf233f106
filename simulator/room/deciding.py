"""What is decided in a live exercise: kept first, then carried out, then answered."""

import asyncio
import time
from collections.abc import Iterable
from typing import Any

from simulator.room.course import FAILED, Course, State
from simulator.room.decided import kept, shaped
from simulator.room.problems import Refusal, untimely
from simulator.room.seats import Seat
from simulator.room.store import DecisionRow, add_decision, keep_settings
from simulator.room.team import LiveTeam
from simulator.room.views.log import ALLOWED
from simulator.scenario import Decision

TOGETHER = 20  # teams that are directed at once: one commit, and others get their turn after
MOST_DECISIONS = 2000  # of a team: what a decision set holds
_RESERVED = 100  # of them for the facilitator


class Deciding(Course):
    """A live exercise in which teams, facilitator and observers decide."""

    async def decide(self, team: LiveTeam, seat: Seat, key: str, given: Any) -> dict[str, Any]:
        """Take a player's decision now and return what became of it.

        Raises:
            Refusal: when it makes no sense, or nobody may decide now.
        """
        async with team.lock:
            if key not in team.keys:
                if not self.takes:
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
        for first in range(0, len(chosen), TOGETHER):
            some = chosen[first : first + TOGETHER]
            answers += await asyncio.gather(
                *(self._direct(team, seat, who, key, given, minute) for team in some),
                return_exceptions=True,
            )
            raise_any(answers)
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
            raise Refusal(503, FAILED.fr, FAILED.en) from None
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


def raise_any(answers: list[Any]) -> None:
    """Raise the first refusal among the answers of several teams."""
    for answer in answers:
        if isinstance(answer, BaseException):
            raise answer
