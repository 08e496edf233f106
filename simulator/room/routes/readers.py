"""What is read: the stream, the past, the comparison, the files."""

from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response, StreamingResponse

from simulator.room import papers
from simulator.room.asked import Asked, House
from simulator.room.comparison import comparison
from simulator.room.drill import Drill
from simulator.room.hub import MOST_OF_A_SEAT, Listener
from simulator.room.past import past
from simulator.room.problems import Refusal, malformed
from simulator.room.routes.answer import refused
from simulator.room.stream import events
from simulator.room.team import LiveTeam
from simulator.text import LANGUAGES, Text

# What a report may do in a browser: show itself.
_SHOWS_ITSELF = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:;"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
)
_GONE = Text(fr="ce fichier n’est pas ici", en="this file is not here")


async def stream(asked: Asked) -> Any:
    """Open a stream."""
    drill = asked.drill()
    team = asked.team(drill)
    house = asked.house
    if house.hub.full(asked.seat):
        raise Refusal(
            429,
            f"ce lien est ouvert {MOST_OF_A_SEAT} fois ; fermer une page d’abord",
            f"this link is open {MOST_OF_A_SEAT} times; close a page first",
        )
    listener = Listener(asked.seat, drill, team.id, asked.language)
    return StreamingResponse(
        events(asked.room, house.hub, house.faces, listener),
        media_type="text/event-stream",
        headers={"cache-control": "no-store", "x-accel-buffering": "no"},
    )


def _may_look_back(asked: Asked, team: LiveTeam) -> None:
    """Players see the truth once all is over; who watches sees it at any time."""
    asked.only(asked.seat.watches_all or (asked.seat.plays and team.ended))


async def replay(asked: Asked) -> Any:
    """Give what a team saw, and what was true, at a past minute."""
    drill = asked.drill()
    team = asked.team(drill)
    _may_look_back(asked, team)
    try:
        at = float(asked.request.query_params.get("at", "0"))
    except ValueError:
        at = -1.0
    if not 0 <= at <= drill.scenario.horizon:
        raise malformed("« at » : une minute de l’exercice", "'at': a minute of the exercise")
    return past(drill, team, min(at, drill.minute), asked.language)


async def compared(asked: Asked) -> Any:
    """Compare the teams, once all is over, or at any time for who watches."""
    drill = asked.drill()
    asked.only(asked.seat.watches_all or (asked.seat.plays and drill.state == "ended"))
    return await comparison(asked.house.faces, asked.room, drill, asked.language)


async def one_file(asked: Asked) -> Any:
    """Give a team's journal, decisions or scorecard."""
    drill = asked.drill()
    team = asked.team(drill)
    _may_look_back(asked, team)
    return _text_of(asked.request.path_params["name"], drill, team)


def _text_of(name: str, drill: Drill, team: LiveTeam) -> Response:
    if name == "journal.jsonl":
        return PlainTextResponse(team.journal.lines(), media_type="application/jsonl")
    if name == "decisions.yaml":
        return PlainTextResponse(papers.plan(drill, team), media_type="application/yaml")
    if name == "scorecard.json":
        return PlainTextResponse(papers.scorecard(drill, team), media_type="application/json")
    return refused(404, _GONE)


async def report(asked: Asked) -> Any:
    """Make a team's report, or the room's, or tell how far it is."""
    body, drill = await asked.body(), asked.drill()
    team = _whose(asked, drill, body.get("team"))
    language = body.get("language", asked.language)
    if language not in LANGUAGES:
        raise malformed("« language » : fr ou en", "'language': fr or en")
    return asked.house.papers.state(drill, team, language)


def _whose(asked: Asked, drill: Drill, given: Any) -> LiveTeam | None:
    """Return the team a report is asked of, None for the room's, where that is allowed."""
    if given is None:
        asked.only(asked.seat.watches_all or (asked.seat.plays and drill.state == "ended"))
        return None
    asked.only(asked.seat.watches_all or given == asked.seat.team)
    team = drill.team(str(given))
    _may_look_back(asked, team)
    return team


async def sealed_file(request: Request) -> Response:
    """Give a file to whoever has its sealed link: a browser that opens it sends no token."""
    house: House = request.app.state.house
    part = request.path_params
    place = f"{part['exercise']}/{part['team']}/{part['language']}"
    if part["name"] not in papers.OFFERED or not house.room.keys.sealed(place, part["proof"]):
        return refused(404, _GONE)
    path = house.room.folder / "papers" / place / part["name"]
    if not path.is_file():
        return refused(404, _GONE)
    headers = {"cache-control": "no-store"}
    if path.suffix == ".html":
        headers["content-security-policy"] = _SHOWS_ITSELF
    return FileResponse(path, headers=headers)
