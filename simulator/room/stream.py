"""Server-sent events: every section at first, then those that change."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import suppress

from simulator.room.faces import Faces
from simulator.room.hub import Hub, Listener
from simulator.room.room import Room

CALM = 5.0  # seconds after which a page is looked after even if nothing happened
_PLAYERS_REST, _CONSOLE_REST = 0.1, 0.7  # seconds between two sendings
_LAZY = 5  # and at least so many times what making took: a thousand teams take a while
_log = logging.getLogger("cellule.room")


async def events(room: Room, hub: Hub, faces: Faces, listener: Listener) -> AsyncIterator[bytes]:
    """Yield what a page is sent, until it goes or the room stops."""
    rest = _CONSOLE_REST if listener.seat.watches_all else _PLAYERS_REST
    number = 0
    hub.join(listener)
    try:
        yield b"retry: 1000\n\n"
        while not room.stopping.is_set():
            listener.news.clear()
            changed, spent = await _changed(room, faces, listener)
            for name, data in changed.items():
                number += 1
                yield b"id: %d\nevent: %s\ndata: %s\n\n" % (number, name.encode(), data)
            await _rest(room, max(rest, _LAZY * spent))
            with suppress(TimeoutError):
                await asyncio.wait_for(listener.news.wait(), CALM)
            yield b":\n\n"  # a page that hears nothing at all takes the stream for lost
        yield b"event: bye\ndata: {}\n\n"
    finally:
        hub.leave(listener)


async def _changed(room: Room, faces: Faces, listener: Listener) -> tuple[dict[str, bytes], float]:
    """Return what is new, and the seconds it took to make, those of waiting left out.

    A face that fails is ours to mend, and the stream goes on.
    """
    try:
        spent = await faces.ready(listener)
        async with faces.turns.turn(listener.waits):
            if not (listener.waits() or faces.made(listener)):
                await room.haste.over()
            began = time.monotonic()
            found = listener.fresh(faces.of(listener))
            return found, spent + time.monotonic() - began
    except Exception:
        _log.exception("the page of a %s could not be made", listener.seat.role)
        return {}, 0.0


async def _rest(room: Room, seconds: float) -> None:
    """Let some news gather, unless the room stops."""
    with suppress(TimeoutError):
        await asyncio.wait_for(room.stopping.wait(), seconds)
