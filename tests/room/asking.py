"""The room asked without a network: requests as they come, odd ones too."""

import asyncio
import json
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from simulator.room.app import build
from simulator.room.limits import Bucket
from simulator.room.room import Room
from simulator.room.seats import FACILITATOR, Seat
from simulator.scenario import load

GEMALTO = load("gemalto-2015")
HOST = "127.0.0.1:8765"
ADDRESS = f"http://{HOST}"
ROOT = Path(__file__).parent.parent.parent


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class House:
    """An open room and what one may ask it; nothing limits how often."""

    def __init__(self, folder: Path) -> None:
        self.room = Room(folder)
        self.app = build(self.room, ADDRESS, [HOST], ROOT / "reports" / "fonts")
        self.house = self.app.state.house
        for name in ("seats", "readers", "strangers"):
            setattr(self.house, name, Bucket(1e9, 1e9))

    def token(self, seat: Seat) -> str:
        return self.room.keys.token(seat)

    async def exercise(self, *, running: bool = True, **more: Any) -> Any:
        """Make an exercise of two teams; its clock stands at minute 100, or runs from there."""
        given = {"seed": 3, "language": "en", "title": "T", "rate": 1 / 60, "settings": {}} | more
        drill = await self.room.create(GEMALTO, teams=["Rhône", "Seine"], **given)
        await drill.jump(100.0)
        if running:
            await drill.start()
        return drill

    async def get(self, path: str, seat: Seat | None = FACILITATOR, **more: Any) -> Answer:
        return await self.ask("GET", path, seat, **more)

    async def post(self, path: str, body: Any, seat: Seat | None = FACILITATOR, **more: Any) -> Any:
        return await self.ask("POST", path, seat, body, **more)

    async def ask(
        self, method: str, path: str, seat: Seat | None = FACILITATOR, body: Any = None,
        token: str | None = None, headers: dict[str, str] | None = None,
    ) -> Answer:  # fmt: skip
        """Ask one thing; `body` is bytes, pieces of bytes, or what becomes JSON."""
        given = {"host": HOST, **(headers or {})}
        token = token if seat is None else self.token(seat)
        if token is not None:
            given.setdefault("authorization", f"Bearer {token}")
        return await asked(self.app, method, path, given, _pieces(body))


def _pieces(body: Any) -> list[bytes]:
    if isinstance(body, list) and all(isinstance(piece, bytes) for piece in body) and body:
        return body
    return [body if isinstance(body, bytes) else json.dumps(body).encode()]


async def asked(
    app: Any, method: str, path: str, headers: dict[str, str], pieces: list[bytes]
) -> Answer:
    """Ask an application; a stream is left as soon as it has begun."""
    place, _, query = path.partition("?")
    scope = {
        "type": "http", "asgi": {"version": "3.0", "spec_version": "2.3"}, "http_version": "1.1",
        "method": method, "path": place, "raw_path": place.encode(), "root_path": "",
        "query_string": query.encode(), "scheme": "http", "server": ("127.0.0.1", 8765),
        "client": ("127.0.0.1", 5000),
        "headers": [(k.lower().encode(), v.encode("latin-1")) for k, v in headers.items()],
    }  # fmt: skip
    sent, begun = list(pieces), asyncio.Event()
    status, found, body = 0, {}, b""

    async def receive() -> dict[str, Any]:
        if sent:
            piece = sent.pop(0)
            return {"type": "http.request", "body": piece, "more_body": bool(sent)}
        await begun.wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        nonlocal status, found, body
        if message["type"] == "http.response.start":
            status = message["status"]
            found = {k.decode(): v.decode() for k, v in message["headers"]}
        else:
            body += message.get("body", b"")
            if b"event:" in body or body.endswith(b"\n:\n\n"):
                begun.set()

    with suppress(asyncio.CancelledError):
        await app(scope, receive, send)
    return Answer(status, found, body)


def in_a_house(folder: Path, story: Any) -> Any:
    """Play `story` in an open room and return what it returns."""

    async def life() -> Any:
        house = House(folder)
        try:
            return await story(house)
        finally:
            house.house.papers.close()
            house.room.store.close()

    return asyncio.run(life())
