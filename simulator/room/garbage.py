"""When Python looks for garbage: not while a thousand teams play."""

import asyncio
import gc
import time
from collections.abc import Callable
from contextlib import suppress

_LOOKS, _SELDOM, _AT_LEAST = 5.0, 60.0, 3600.0  # seconds
_NEVER = 1_000_000


async def collected_in_calm(calm: Callable[[], bool], stopping: asyncio.Event) -> None:
    """Search all objects only while `calm()`, at most every minute, or else once an hour.

    An exercise of a thousand teams holds millions of objects, nearly all of them for good: to look
    through them takes more than a second, in which nobody is answered.
    """
    young, middle, old = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)
    last = time.monotonic()
    try:
        while not stopping.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), _LOOKS)
            since = time.monotonic() - last
            if not stopping.is_set() and since > (_SELDOM if calm() else _AT_LEAST):
                gc.collect()
                last = time.monotonic()
    finally:
        gc.set_threshold(young, middle, old)
