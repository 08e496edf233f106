"""Server-sent events: every section at first, then those that change."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

from simulator.room.faces import Faces
from simulator.room.hub import Hub, Listener
from simulator.room.room import Room

CALM = 5.0  # seconds after which a page is looked after even if nothing happened
_PLAYERS_REST, _CONSOLE_REST = 0.1, 0.7  # seconds between two sendings


async def events(room: Room, hub: Hub, faces: Faces, listener: Listener) -> AsyncIterator[bytes]:
    """Yield what a page is sent, until it goes or the room stops."""
    rest = _CONSOLE_REST if listener.seat.watches_all else _PLAYERS_REST
    number = 0
    hub.join(listener)
    try:
        yield b"retry: 1000\n\n"
        while not room.stopping.is_set():
            listener.news.clear()
            for name, data in listener.fresh(faces.of(listener)).items():
                number += 1
                yield b"id: %d\nevent: %s\ndata: %s\n\n" % (number, name.encode(), data)
            await _rest(room, rest)
            with suppress(TimeoutError):
                await asyncio.wait_for(listener.news.wait(), CALM)
        yield b"event: bye\ndata: {}\n\n"
    finally:
        hub.leave(listener)


async def _rest(room: Room, seconds: float) -> None:
    """Let some news gather, unless the room stops."""
    with suppress(TimeoutError):
        await asyncio.wait_for(room.stopping.wait(), seconds)
