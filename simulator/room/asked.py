"""A request as the routes see it: who asks, for which exercise and team, with what body."""

import json
from dataclasses import dataclass
from typing import Any

from starlette.requests import ClientDisconnect, Request

from simulator.room.drill import Drill
from simulator.room.faces import Faces
from simulator.room.hub import Hub
from simulator.room.limits import BODY, Bucket
from simulator.room.papers import Papers
from simulator.room.problems import Refusal, absent, forbidden, malformed, stranger
from simulator.room.room import Room
from simulator.room.seats import FACILITATOR, Seat
from simulator.room.team import LiveTeam
from simulator.text import LANGUAGES, Language

_LONGEST_KEY = 80


@dataclass
class House:
    """What every route works with."""

    room: Room
    hub: Hub
    faces: Faces
    papers: Papers
    address: str
    seats: Bucket
    readers: Bucket
    strangers: Bucket


class Asked:
    """One request."""

    def __init__(self, request: Request) -> None:
        """Find out who asks.

        Raises:
            Refusal: 401 without a token that opens something, 429 when there are too many.
        """
        self.request = request
        self.house: House = request.app.state.house
        self.room: Room = self.house.room
        self.seat = self._seat()

    def _seat(self) -> Seat:
        scheme, _, token = self.request.headers.get("authorization", "").partition(" ")
        seat = self.room.seat(token) if scheme.lower() == "bearer" else None
        if seat is None:
            self._count(
                self.house.strangers, self.request.client.host if self.request.client else ""
            )
            raise stranger()
        reads = self.request.method in ("GET", "HEAD")
        self._count(self.house.readers if reads else self.house.seats, seat.name)
        return seat

    @staticmethod
    def _count(bucket: Bucket, visitor: str) -> None:
        if not bucket.allows(visitor):
            raise Refusal(
                429,
                "trop de demandes ; attendre quelques secondes",
                "too many requests; wait a few seconds",
            )

    @property
    def language(self) -> Language:
        """Return the language asked for, else the exercise's."""
        given = self.request.query_params.get("lang")
        if given in LANGUAGES:
            return "fr" if given == "fr" else "en"
        drill = self.room.drills.get(self.seat.exercise)
        return "en" if drill and drill.row.language == "en" else "fr"

    def only(self, allowed: bool) -> None:
        """Go on only if that is allowed.

        Raises:
            Refusal: 403 otherwise.
        """
        if not allowed:
            raise forbidden()

    def only_facilitator(self) -> None:
        """Go on only for the facilitator."""
        self.only(self.seat == FACILITATOR)

    def drill(self) -> Drill:
        """Return the exercise: of the path, of the query, or of the seat; each seat sees its own.

        Raises:
            Refusal: 403 or 404.
        """
        given = self.request.path_params.get("exercise") or self.request.query_params.get(
            "exercise"
        )
        if self.seat != FACILITATOR:
            self.only(given in (None, self.seat.exercise))
            given = self.seat.exercise
        if not given:
            raise absent("quel exercice ?", "which exercise?")
        return self.room.drill(given)

    def team(self, drill: Drill) -> LiveTeam:
        """Return the team: of the path, of the query, or of the seat; each team sees its own.

        Raises:
            Refusal: 403 or 404.
        """
        given = self.request.path_params.get("team") or self.request.query_params.get("team")
        if self.seat.watches_all:
            return drill.team(given or next(iter(drill.teams)))
        self.only(given in (None, self.seat.team))
        return drill.team(self.seat.team)

    async def body(self) -> dict[str, Any]:
        """Return the JSON object that was sent.

        Raises:
            Refusal: 400 when it is none, 413 when it is too long.
        """
        data = bytearray()
        try:
            async for piece in self.request.stream():
                data += piece
                if len(data) > BODY:
                    raise Refusal(
                        413,
                        f"envoi trop long : {BODY // 1024} Kio au plus",
                        f"too long: at most {BODY // 1024} KiB",
                    )
        except ClientDisconnect:
            raise malformed("envoi interrompu", "the request was cut off") from None
        found = _read(bytes(data))
        if not isinstance(found, dict):
            raise malformed("un objet JSON est attendu", "a JSON object is expected")
        return found

    @staticmethod
    def key(body: dict[str, Any]) -> str:
        """Return the key a page gave what it asks, so that asking twice does it once.

        Raises:
            Refusal: 400 without one.
        """
        key = body.get("key")
        if not isinstance(key, str) or not 8 <= len(key) <= _LONGEST_KEY:
            raise malformed("« key » : 8 à 80 caractères", "'key': 8 to 80 characters")
        return key


def _read(data: bytes) -> Any:
    """Return what JSON text says, None when it is none that could be written down again.

    Python reads NaN, 1e999 and halves of characters, which no other program would.
    """
    try:
        found = json.loads(data)
        json.dumps(found, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        return None
    return found
