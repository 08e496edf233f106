"""Who is waiting for an answer right now; what can wait lets them pass."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager

_SLICE = 0.005  # seconds of work before others get their turn
_BREATH = 0.002  # seconds
_MOST = 10  # breaths: what can wait must not wait for ever


class Haste:
    """How many requests are being answered."""

    def __init__(self) -> None:
        """Start with none."""
        self._many = 0

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Count a request as long as the block lasts."""
        self._many += 1
        try:
            yield
        finally:
            self._many -= 1

    async def pause(self, began: float) -> float:
        """Give others their turn if the work begun then has lasted a slice; return its beginning.

        Seconds of the monotonic clock; after a pause, work begins anew.
        """
        if time.monotonic() - began <= _SLICE:
            return began
        await asyncio.sleep(_SLICE)
        await self.over()
        return time.monotonic()

    async def over(self) -> None:
        """Wait a little while somebody waits for an answer; not at all when nobody does."""
        for _ in range(_MOST):
            if not self._many:
                return
            await asyncio.sleep(_BREATH)
