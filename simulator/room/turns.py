"""Whose page is made next: one at a time, those first who wait for their own decision."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import NamedTuple


class _Waiting(NamedTuple):
    urgent: Callable[[], bool]
    mine: asyncio.Future[None]


class Turns:
    """One turn after the other; between two, everybody else of the room gets on."""

    def __init__(self) -> None:
        """Start with nobody waiting."""
        self._waiting: list[_Waiting] = []
        self._taken = False

    @asynccontextmanager
    async def turn(self, urgent: Callable[[], bool]) -> AsyncIterator[None]:
        """Wait for a turn and hold it as long as the block lasts.

        Who is `urgent()` when a turn is free comes first, even if it became so while it waited.
        """
        if self._taken:
            await self._wait(_Waiting(urgent, asyncio.get_running_loop().create_future()))
        self._taken = True
        try:
            yield
        finally:
            self._pass_on()

    async def _wait(self, waiting: _Waiting) -> None:
        self._waiting.append(waiting)
        try:
            await waiting.mine
        except asyncio.CancelledError:
            if waiting.mine.done() and not waiting.mine.cancelled():
                self._pass_on()
            raise

    def _pass_on(self) -> None:
        """Give the turn to the next; it begins when all that is ready now has had its moment."""
        self._waiting = [one for one in self._waiting if not one.mine.done()]
        if not self._waiting:
            self._taken = False
            return
        following = next((one for one in self._waiting if one.urgent()), self._waiting[0])
        self._waiting.remove(following)
        following.mine.set_result(None)
