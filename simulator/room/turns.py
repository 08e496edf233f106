"""Whose page is made next: one at a time, those first who wait for their own decision."""

import asyncio
import heapq
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count


class Turns:
    """One turn after the other; between two, everybody else of the room gets on."""

    def __init__(self) -> None:
        """Start with nobody waiting."""
        self._waiting: list[tuple[bool, int, asyncio.Future[None]]] = []
        self._numbers, self._taken = count(), False

    @asynccontextmanager
    async def turn(self, urgent: bool) -> AsyncIterator[None]:
        """Wait for a turn, the urgent ones first, and hold it as long as the block lasts."""
        if self._taken:
            mine = asyncio.get_running_loop().create_future()
            heapq.heappush(self._waiting, (not urgent, next(self._numbers), mine))
            try:
                await mine
            except asyncio.CancelledError:
                if mine.done() and not mine.cancelled():
                    self._pass_on()
                raise
        self._taken = True
        try:
            yield
        finally:
            # Whoever is next begins when all that is ready now has had its moment.
            self._pass_on()

    def _pass_on(self) -> None:
        while self._waiting:
            _, _, following = heapq.heappop(self._waiting)
            if not following.done():
                following.set_result(None)
                return
        self._taken = False
