"""Who is waiting for an answer right now; what can wait lets them pass."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

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

    async def over(self) -> None:
        """Wait a little while somebody waits for an answer; not at all when nobody does."""
        for _ in range(_MOST):
            if not self._many:
                return
            await asyncio.sleep(_BREATH)
