"""What players ask: to decide, to keep a draft, to have a text read, to answer the hot wash."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from simulator.room.asked import Asked
from simulator.room.decided import OTHERS_DO
from simulator.room.hotwash import accepted
from simulator.room.problems import malformed, untimely
from simulator.room.seats import FACILITATOR, PAGES
from simulator.room.store import keep_answers, keep_draft

_LONGEST_DRAFT = 32_000
_LONGEST_TEXT = 12_000
_READER = ThreadPoolExecutor(1, "reading")  # stemmers serve one at a time


async def me(asked: Asked) -> Any:
    """Tell a page who it is for."""
    seat = asked.seat
    drill = asked.room.drills.get(seat.exercise)
    team = drill.teams.get(seat.team) if drill else None
    return {
        "role": seat.role,
        "page": PAGES[seat.role],
        "exercise": drill.id if drill else None,
        "title": drill.row.title if drill else None,
        "team": team.id if team else None,
        "team_name": team.name if team else None,
        "language": drill.row.language if drill else asked.language,
    }


async def decide(asked: Asked) -> Any:
    """Take a decision now."""
    asked.only(asked.seat.plays)
    body = await asked.body()
    drill = asked.drill()
    given = body.get("decision")
    asked.only(not isinstance(given, dict) or str(given.get("do")) not in OTHERS_DO)
    with asked.room.haste.answering():
        return await drill.decide(asked.team(drill), asked.seat, asked.key(body), given)


async def draft(asked: Asked) -> Any:
    """Keep what a seat is writing."""
    asked.only(asked.seat.plays)
    given = (await asked.body()).get("draft")
    if given is not None and len(json.dumps(given)) > _LONGEST_DRAFT:
        raise malformed("brouillon trop long", "this draft is too long")
    name = asked.seat.name
    await asked.room.store.write(keep_draft(name, given))
    asked.room.drafts[name] = given
    return {"kept": True}


async def reading(asked: Asked) -> Any:
    """Read a text as the rubric does, where the facilitator allows it."""
    drill = asked.drill()
    coached = asked.seat.plays and bool(drill.settings.get("coaching"))
    asked.only(asked.seat == FACILITATOR or coached)
    body = await asked.body()
    text = body.get("text")
    if not isinstance(text, str) or len(text) > _LONGEST_TEXT:
        raise malformed("« text » : un texte de 12 000 caractères au plus",
                        "'text': a text of at most 12,000 characters")  # fmt: skip
    # The rubric's lexicons take a while to read: only rooms that coach need them.
    from simulator.rubric import grade

    # A long text takes a while: meanwhile the room goes on.
    loop = asyncio.get_running_loop()
    return (await loop.run_in_executor(_READER, grade, text)).as_json(asked.language)


async def hot_wash(asked: Asked) -> Any:
    """Keep what a player answers once the exercise is over."""
    asked.only(asked.seat.plays)
    drill = asked.drill()
    if not asked.team(drill).ended:
        raise untimely("le RETEX à chaud s’ouvre à la fin", "the hot wash opens at the end")
    given = accepted((await asked.body()).get("answers"))
    if given is None:
        raise malformed("« answers » : des réponses", "'answers': answers")
    name = asked.seat.name
    await asked.room.store.write(keep_answers(name, drill.id, given))
    asked.room.answers[name] = given
    drill.told(asked.seat.team)
    return {"kept": sorted(given)}
