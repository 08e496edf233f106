"""One thing that a facilitator should look at."""

from collections.abc import Iterator
from typing import NamedTuple

from simulator.journal.entries import Entry
from simulator.room.views.seen import Seen

_RECENT = 720.0


class Alert(NamedTuple):
    """One thing to look at; the heavier, the higher it stands."""

    weight: float
    entry: Entry
    text: str


def recent(seen: Seen, kind: type[Entry], weight: float) -> Iterator[Alert]:
    """Yield each entry of a kind of the last twelve hours, as its own sentence."""
    for entry in seen.of(kind):
        if seen.now - entry.at < _RECENT:
            yield Alert(weight, entry, seen.tell(entry))
