"""Promises: the next updates that were announced, kept or missed."""

from dataclasses import dataclass, field

EARLY = 6 * 60.0  # an update so long before it was due keeps the promise
GRACE = 30.0


@dataclass(slots=True)
class Promise:
    """An announced update: its entry's id, when it is due, to whom, and when it came.

    `to` holds the audiences it was made to inside; empty when it was made in public.
    """

    entry: int
    due: float
    to: frozenset[str] = frozenset()
    kept_at: float | None = None
    news: bool = False
    missed: bool = False


@dataclass(slots=True)
class Promises:
    """Every update announced so far."""

    made: list[Promise] = field(default_factory=list)

    def due_by(self, now: float, public: bool, met: frozenset[str]) -> list[Promise]:
        """Return the open promises that a word now answers, in public or to the audiences `met`."""
        mine = (p for p in self.made if (p.to <= met if p.to else public))
        return [p for p in mine if p.kept_at is None and now >= p.due - EARLY]

    def awaited(self, now: float) -> bool:
        """Return whether a public word now comes at a promised hour, even after an early one."""
        return any(p.due - EARLY <= now <= p.due + GRACE for p in self.made if not p.to)

    def pending(self, now: float) -> bool:
        """Return whether people wait for an announced date and still believe in it.

        After two of the last three were kept with nothing new, they do not.
        """
        if not self.made:
            return False
        public = [p for p in self.made if not p.to]
        hollow = sum(p.kept_at is not None and not p.news for p in public[-3:])
        return hollow < 2 and any(p.kept_at is None and now <= p.due + GRACE for p in public)
