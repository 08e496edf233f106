"""What a facilitator should look at now in one team, and what brought it about."""

from typing import Any

from simulator.journal.causes import main_line
from simulator.journal.entries import Entry
from simulator.room.views.alerts_done import done_alerts
from simulator.room.views.alerts_said import said_alerts
from simulator.room.views.seen import Seen
from simulator.room.views.sight import Sight

_MOST, _LINKS = 8, 4


def watch(sight: Sight, name: str, team_id: str) -> list[dict[str, Any]]:
    """Return the section `watch` of one team, the most pressing first, at most eight.

    `why` is the chain of causes that led to the entry, oldest first, each with its hour.
    """
    seen = Seen(sight)
    if seen.ended:
        return []
    found = [*done_alerts(seen), *said_alerts(seen)]
    found.sort(key=lambda alert: (-alert.weight, -alert.entry.id))
    return [
        {
            "team": name,
            "team_id": team_id,
            "text": alert.text,
            "entry": alert.entry.id,
            "why": _why(seen, alert.entry),
        }
        for alert in found[:_MOST]
    ]


def _why(seen: Seen, entry: Entry) -> list[str]:
    line = main_line(seen.journal, entry.id)
    line = line if len(line) <= _LINKS else [line[0], *line[1 - _LINKS :]]
    return [f"{seen.scenario.clock.local(e.at):%H:%M} {seen.tell(e)}" for e in line]
