"""How much one visitor may ask: pieces a second, bytes a body, and by which name."""

import time
from collections import OrderedDict

BODY = 64 * 1024
_VISITORS = 50_000


class Bucket:
    """So many requests at once, then so many a second, for each visitor."""

    def __init__(self, burst: float, a_second: float) -> None:
        """Allow `burst` requests, which come back at `a_second`."""
        self._burst, self._rate = burst, a_second
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, visitor: str) -> bool:
        """Count one request of a visitor; return whether it may go on."""
        now = time.monotonic()
        left, since = self._left.pop(visitor, (self._burst, now))
        left = min(self._burst, left + (now - since) * self._rate)
        allowed = left >= 1
        self._left[visitor] = (left - 1 if allowed else left, now)
        if len(self._left) > _VISITORS:
            self._left.popitem(last=False)
        return allowed
