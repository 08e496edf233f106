"""Who listens to what, and what they have already been sent."""

import asyncio
import hashlib
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from simulator.room.drill import Drill
from simulator.room.seats import Seat
from simulator.text import Language

MOST_OF_A_SEAT = 60  # streams: an observers' link is shared, a wall stands in several rooms
_WATCHERS = ""
_JUST = 2.0  # seconds


@dataclass(eq=False)
class Listener:
    """One open stream: whose, on which exercise, looking at which team, in which language."""

    seat: Seat
    drill: Drill
    team: str
    language: Language
    news: asyncio.Event = field(default_factory=asyncio.Event)
    sent: dict[str, bytes] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """Return the team whose news concern it; who watches all is told of every team's."""
        return _WATCHERS if self.seat.watches_all else self.team

    def waits(self) -> bool:
        """Return whether its team has just decided something, and looks for it."""
        team = self.drill.teams.get(self.team)
        return team is not None and time.monotonic() - team.decided < _JUST

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
    """Every open stream, by exercise and team."""

    def __init__(self) -> None:
        """Start with nobody."""
        self._of: dict[str, dict[str, set[Listener]]] = {}
        self._seats: Counter[str] = Counter()

    def join(self, listener: Listener) -> None:
        """Add a stream."""
        places = self._of.setdefault(listener.drill.id, {})
        places.setdefault(listener.place, set()).add(listener)
        self._seats[listener.seat.name] += 1
        self._count(listener, 1)

    def leave(self, listener: Listener) -> None:
        """Take a stream away."""
        self._of[listener.drill.id][listener.place].discard(listener)
        self._seats[listener.seat.name] -= 1
        self._count(listener, -1)

    def full(self, seat: Seat) -> bool:
        """Return whether a seat has as many streams as it may."""
        return self._seats[seat.name] >= MOST_OF_A_SEAT

    def tell(self, drill: Drill, team: str | None) -> None:
        """Something changed in a team, or in all of an exercise."""
        places = self._of.get(drill.id, {})
        told = places if team is None else (team, _WATCHERS)
        for place in told:
            for listener in places.get(place, ()):
                listener.news.set()

    def wake(self) -> None:
        """Let every stream look again: time has passed, or the room stops."""
        for listener in self._all():
            listener.news.set()

    def __len__(self) -> int:
        """Return how many streams are open."""
        return sum(1 for _ in self._all())

    def _all(self) -> Iterator[Listener]:
        return (one for places in self._of.values() for some in places.values() for one in some)

    def _count(self, listener: Listener, change: int) -> None:
        """Note who is there; only who watches sees that."""
        team = listener.drill.teams.get(listener.team)
        if team is not None and listener.seat.plays:
            team.present += change
            team.left_at = listener.drill.minute if not team.present else None
            self.tell(listener.drill, _WATCHERS)
