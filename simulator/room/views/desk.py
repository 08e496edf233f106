"""A team's desk: everything its players see, by section."""

from typing import Any

from simulator.room.views.calls import calls
from simulator.room.views.due import due
from simulator.room.views.feed import feed
from simulator.room.views.inbox import inbox
from simulator.room.views.known import known
from simulator.room.views.log import log
from simulator.room.views.options import options
from simulator.room.views.seen import Seen
from simulator.room.views.sight import Sight
from simulator.room.views.staff import staff_of
from simulator.score.scorecard import Scorecard
from simulator.score.verdict import score as judge


def desk(sight: Sight, card: Scorecard | None = None) -> dict[str, Any]:
    """Return the desk's sections by name, as docs/room.md says; `score` once it has ended.

    `card` spares judging the journal again where it was just judged.
    """
    seen = Seen(sight)
    found = {
        "calls": calls(seen),
        "inbox": inbox(seen),
        "feed": feed(seen),
        "known": known(seen),
        "due": due(seen),
        "log": log(seen),
        "options": options(seen),
        "staff": staff_of(seen),
    }
    if seen.ended:
        found["score"] = _marks(card or judge(sight.journal, sight.scenario))
    return found


def _marks(card: Scorecard) -> dict[str, Any]:
    return {
        "reactivity": round(card.reactivity.score, 1),
        "transparency": round(card.transparency.score, 1),
        "overall": round(card.overall.score, 1),
        "grade": card.overall.grade,
    }
