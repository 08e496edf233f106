"""One exercise live, with the facilitator's hand on its clock."""

import asyncio
import time
from collections.abc import Iterable

from simulator.room.course import SUSPENDED
from simulator.room.deciding import TOGETHER, Deciding, raise_any
from simulator.room.pace import FASTEST, SLOWEST
from simulator.room.problems import malformed, untimely
from simulator.room.team import LiveTeam
from simulator.room.visible import VISIBLE


class Drill(Deciding):
    """A live exercise that is started, suspended, hurried and moved ahead."""

    async def start(self) -> None:
        """Let the exercise begin, or go on.

        Raises:
            Refusal: 409, when it is over.
        """
        self._not_over()
        await self.take_phones_again()
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
        self.state, self.why = "paused", SUSPENDED
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
        """Give the phones back to teams whose past ends while they were left to others.

        So it is where a branch begins in a jump, or where the room went down in one.
        """
        await self._to_all("take_calls", [team for team in self.teams.values() if team.left])

    async def _to_all(self, do: str, teams: Iterable[LiveTeam] | None = None) -> None:
        """Have the room itself decide something for these teams, or every one that plays."""
        all_teams, minute = list(self.teams.values() if teams is None else teams), self.minute
        for first in range(0, len(all_teams), TOGETHER):
            some = all_teams[first : first + TOGETHER]
            # Whether a team has ended is known once it is recomputed: not for a thousand at once.
            done = [self._of_the_room(team, do, minute) for team in some if not team.ended]
            raise_any(await asyncio.gather(*done, return_exceptions=True))

    async def _of_the_room(self, team: LiveTeam, do: str, minute: float) -> None:
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
        await self.play(self.minute)  # recomputed in turns, should the room have just opened
        minute, lengths = self.minute, self._lengths()
        while not self._seen(lengths) and minute < self.scenario.horizon:
            lengths = self._lengths()
            ahead = min(team.exercise.peek() for team in self.teams.values())
            minute = min(max(ahead, minute) + 1 / 60, self.scenario.horizon)
            await self.play(minute)
        self.pace.jump(time.monotonic(), minute)
        await self._clock_changed()

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
