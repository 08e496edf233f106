"""One team's line in the facilitator's table."""

from typing import Any

from simulator.journal.entries import OpinionMeasured
from simulator.room.views.calls import calls
from simulator.room.views.due import due
from simulator.room.views.marks import marks
from simulator.room.views.seen import Seen, belief
from simulator.room.views.sight import Sight
from simulator.room.views.truth import thinned
from simulator.score.scorecard import Scorecard
from simulator.score.verdict import score as judge

_POINTS = 60
_OPEN = ("late", "soon", "running")


def row(sight: Sight, team_id: str, name: str, card: Scorecard | None = None) -> dict[str, Any]:
    """Return one line of the section `teams`, without `seats` and `away`.

    `belief` is that of the largest audience concerned, whose name is `belief_name`; `card` spares
    judging the journal again.
    """
    seen = Seen(sight)
    place, phones = seen.fixed.closest, calls(seen)
    people = seen.fixed.headcounts[place]
    found = marks(seen, card or judge(sight.journal, sight.scenario))
    curve = thinned(seen.of(OpinionMeasured), _POINTS)
    return {
        "id": team_id,
        "name": name,
        "curve": [[m.at, belief(m, place, people)] for m in curve],
        "belief": belief(seen.measure, place, people) if seen.measure else 0.0,
        "belief_name": seen.say(seen.scenario.audiences[place].name),
        "ringing": sum(item["state"] in ("ringing", "held") for item in phones["items"]),
        "lost": phones["lost"],
        "next": _next(seen),
        "reactivity": found["reactivity"]["score"],
        "transparency": found["transparency"]["score"],
        "grade": found["grade"],
    }


def _next(seen: Seen) -> dict[str, Any] | None:
    """Return what is due next."""
    item = next((one for one in due(seen) if one["state"] in _OPEN), None)
    return {key: item[key] for key in ("label", "at", "state")} if item else None
