"""From what a route returns, or refuses, to an answer."""

import logging
import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.errors import DrillError
from simulator.room.asked import Asked
from simulator.room.problems import Refusal, malformed
from simulator.text import Text

Route = Callable[[Asked], Awaitable[Any]]
_FULL = Text(
    fr="rien n’a été enregistré : le disque de la salle est plein ou illisible ; prévenir"
    " l’animateur, votre brouillon reste ici",
    en="nothing was recorded: the room's disk is full or unreadable; tell the facilitator, your"
    " draft stays here",
)
_log = logging.getLogger("cellule.room")


def answering(route: Route) -> Callable[[Request], Awaitable[Response]]:
    """Return a route of Starlette's: JSON out, refusals with their status."""

    async def answer(request: Request) -> Response:
        try:
            found = await route(Asked(request))
        except Refusal as refusal:
            return refused(refusal.status, refusal.text)
        except DrillError as error:
            wrong = malformed(error.say("fr"), error.say("en"))
            return refused(wrong.status, wrong.text)
        except (sqlite3.Error, OSError) as error:
            _log.error("could not write: %s", type(error).__name__)
            return refused(503, _FULL)
        return found if isinstance(found, Response) else JSONResponse(found)

    return answer


def refused(status: int, text: Text) -> Response:
    """Return a refusal in both languages."""
    said = {"fr": text.say("fr"), "en": text.say("en")}
    return JSONResponse({"error": said}, status_code=status)
