"""Who listens to what, and what they have already been sent."""

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.room.drill import Drill
from simulator.room.seats import Seat
from simulator.text import Language


@dataclass(eq=False)
class Listener:
    """One open stream: whose, on which exercise, looking at which team, in which language."""

    seat: Seat
    drill: Drill
    team: str
    language: Language
    news: asyncio.Event = field(default_factory=asyncio.Event)
    sent: dict[str, bytes] = field(default_factory=dict)

    def fresh(self, sections: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the sections that changed since they were last sent, and remember them as sent."""
        new = {}
        for name, data in sections.items():
            mark = hashlib.blake2b(data, digest_size=8).digest()
            if self.sent.get(name) != mark:
                self.sent[name] = mark
                new[name] = data
        return new


class Hub:
    """Every open stream."""

    def __init__(self) -> None:
        """Start with nobody."""
        self._of: dict[str, set[Listener]] = {}

    def join(self, listener: Listener) -> None:
        """Add a stream."""
        self._of.setdefault(listener.drill.id, set()).add(listener)
        self._count(listener, 1)

    def leave(self, listener: Listener) -> None:
        """Take a stream away."""
        self._of.get(listener.drill.id, set()).discard(listener)
        self._count(listener, -1)

    def tell(self, drill: Drill, team: str | None) -> None:
        """Something changed in a team, or in all of an exercise."""
        for listener in self._of.get(drill.id, ()):
            if team is None or listener.seat.watches_all or listener.team == team:
                listener.news.set()

    def wake(self) -> None:
        """Let every stream look again: time has passed, or the room stops."""
        for listeners in self._of.values():
            for listener in listeners:
                listener.news.set()

    def __len__(self) -> int:
        """Return how many streams are open."""
        return sum(map(len, self._of.values()))

    def _count(self, listener: Listener, change: int) -> None:
        team = listener.drill.teams.get(listener.team)
        if team is not None and listener.seat.plays:
            team.present += change
            team.left_at = listener.drill.minute if not team.present else None
            listener.drill.told(None)
