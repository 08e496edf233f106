"""What observers noted."""

from typing import Any

from simulator.room.views.seen import Seen
from simulator.room.views.sight import Sight


def notes(sight: Sight, name: str | None = None) -> list[dict[str, Any]]:
    """Return the section `notes` of one team, newest first; `name` is the team's."""
    seen = Seen(sight)
    return [
        {
            "id": entry.id,
            "at": entry.at,
            "team": name,
            "author": entry.decision.get("author"),
            "objective": entry.decision.get("objective"),
            "rating": entry.decision.get("rating"),
            "text": seen.typed(entry.decision.get("text")),
            "about": entry.decision.get("about"),
        }
        for entry in reversed(seen.did("take_note"))
    ]
