"""The links that open the room's pages, and their QR codes."""

import io
from typing import Any

import segno

from simulator.room.drill import Drill
from simulator.room.room import Room
from simulator.room.seats import FACILITATOR, PAGES, Seat, seats_of
from simulator.text import Language


def facilitators_link(room: Room, address: str, language: Language) -> str:
    """Return the link that opens the whole room."""
    return f"{address}/?lang={language}#{room.keys.token(FACILITATOR)}"


def link(room: Room, seat: Seat, address: str, language: str) -> str:
    """Return the link of a seat; the token stands where browsers send it to nobody."""
    return f"{address}{PAGES[seat.role]}?lang={language}#{room.keys.token(seat)}"


def links(room: Room, drill: Drill, address: str) -> list[dict[str, Any]]:
    """Return every link of an exercise, by team and role; pages open in its language."""
    found = []
    for seat in seats_of(drill.id, drill.teams):
        url = link(room, seat, address, drill.row.language)
        name = drill.teams[seat.team].name if seat.team else None
        found.append(
            {"team": seat.team or None, "team_name": name, "role": seat.role, "url": url,
             "qr": svg(url)}
        )  # fmt: skip
    return found


def svg(text: str) -> str:
    """Return a QR code as SVG without styles of its own."""
    picture = io.BytesIO()
    segno.make(text, error="m").save(
        picture, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=2
    )
    return picture.getvalue().decode().strip()


def in_terminal(text: str) -> str:
    """Return a QR code as a terminal shows it."""
    picture = io.StringIO()
    segno.make(text, error="l").terminal(picture, compact=True)
    return picture.getvalue()
