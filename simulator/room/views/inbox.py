"""The inbox: the mails, notes and calls that the MSEL brought to the team."""

from typing import Any

from simulator.journal.entries import InjectGiven
from simulator.room.views.fixed import Line
from simulator.room.views.seen import Seen

_IN_THE_FEED = frozenset({"post", "article", "broadcast"})


def inbox(seen: Seen) -> list[dict[str, Any]]:
    """Return the section `inbox`, newest first."""
    given = [(entry, line) for entry, line in received(seen) if line.medium not in _IN_THE_FEED]
    return [_item(seen, entry, line) for entry, line in reversed(given)]


def received(seen: Seen) -> list[tuple[InjectGiven, Line]]:
    """Return the injects given so far, each with its line of the MSEL."""
    lines = seen.lines
    return [(e, lines[e.inject]) for e in seen.of(InjectGiven) if e.inject in lines]


def words(seen: Seen, line: Line, what: str) -> str:
    """Return the sender, title or text of a line; what a facilitator typed stays as typed."""
    text = getattr(line, what)
    return seen.typed(text) if line.added else seen.say(text)


def _item(seen: Seen, entry: InjectGiven, line: Line) -> dict[str, Any]:
    return {
        "id": entry.id,
        "at": entry.at,
        "medium": line.medium,
        "sender": words(seen, line, "sender"),
        "title": words(seen, line, "title"),
        "text": words(seen, line, "text"),
    }
