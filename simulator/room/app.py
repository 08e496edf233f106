"""The room as a web application."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from simulator.room.asked import House
from simulator.room.faces import Faces
from simulator.room.garbage import collected_in_calm
from simulator.room.guard import Guard
from simulator.room.hub import Hub
from simulator.room.limits import Bucket
from simulator.room.pages import pages
from simulator.room.papers import Papers
from simulator.room.room import Room
from simulator.room.routes import director, players, readers
from simulator.room.routes.answer import answering, refused
from simulator.text import Text

STATIC = Path(__file__).parent / "static"
_EXERCISE = "/api/exercises/{exercise}"
_READ = {
    "/api/me": players.me,
    "/api/scenarios": director.scenarios,
    "/api/exercises": director.exercises,
    f"{_EXERCISE}/links": director.join_links,
    f"{_EXERCISE}/comparison": readers.compared,
    f"{_EXERCISE}/teams/{{team}}/{{name}}": readers.one_file,
    "/api/stream": readers.stream,
    "/api/replay": readers.replay,
}
_DONE = {
    "/api/exercises": director.create,
    "/api/decisions": players.decide,
    "/api/reading": players.reading,
    "/api/hotwash": players.hot_wash,
    f"{_EXERCISE}/clock": director.clock,
    f"{_EXERCISE}/direct": director.direct,
    f"{_EXERCISE}/notes": director.note,
    f"{_EXERCISE}/branch": director.branch,
    f"{_EXERCISE}/settings": director.settings,
    f"{_EXERCISE}/report": readers.report,
}
_NOWHERE = Text(fr="cette adresse n’est pas ici", en="this address is not here")


def build(room: Room, address: str, hosts: Iterable[str], fonts: Path) -> Starlette:
    """Return the application.

    `address` is what links begin with, `hosts` its names with port, `fonts` a folder of them.
    """
    hub = Hub()
    house = House(
        room,
        hub,
        Faces(room),
        Papers(room),
        address,
        Bucket(40, 15),
        Bucket(200, 40),
        Bucket(20, 0.5),
    )
    room.told = hub.tell
    app = Starlette(
        routes=[*pages(), *_api(), *_files(fonts)],
        middleware=[Middleware(Guard, hosts=tuple(hosts))],
        exception_handlers={404: _nowhere, 405: _nowhere},
        lifespan=_lifespan,
    )
    app.router.redirect_slashes = False
    app.state.house = house
    return app


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    """Let time pass while the room is open, and close its file after."""
    house: House = app.state.house
    room = house.room
    life = asyncio.gather(room.live(), collected_in_calm(room.calm, room.stopping))
    try:
        yield
    finally:
        house.room.stopping.set()
        house.hub.wake()
        house.papers.close()
        await life
        house.room.store.close()


class _Files(StaticFiles):
    """What pages are made of; browsers ask each time whether it changed."""

    def file_response(self, *given: Any, **more: Any) -> Response:
        """Return a file, or that it did not change."""
        answer = super().file_response(*given, **more)
        answer.headers["cache-control"] = "no-cache"
        return answer


def _files(fonts: Path) -> list[Mount]:
    return [
        Mount("/static/fonts", _Files(directory=fonts)),
        Mount("/static", _Files(directory=STATIC)),
    ]


def _api() -> list[Route]:
    return [
        *(Route(path, answering(route), methods=["GET"]) for path, route in _READ.items()),
        *(Route(path, answering(route), methods=["POST"]) for path, route in _DONE.items()),
        Route("/api/draft", answering(players.draft), methods=["PUT"]),
        Route("/files/{exercise}/{team}/{language}/{proof}/{name}", readers.sealed_file),
    ]


async def _nowhere(_request: Request, error: Exception) -> Response:
    return refused(getattr(error, "status_code", 404), _NOWHERE)
