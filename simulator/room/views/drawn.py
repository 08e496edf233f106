"""The posts drawn so far of each journal, kept while it grows: old measures are drawn once."""

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock
from typing import NamedTuple
from weakref import ReferenceType, ref

from simulator.journal.book import Journal
from simulator.journal.entries import OpinionMeasured
from simulator.room.views.seen import Seen
from simulator.room.views.stances import Draw, Moods, drawn
from simulator.room.voices.posts import Talk, lines_of

_KEPT = 64


class Post(NamedTuple):
    """One post: where its author stands, the line said, in both languages, and a name."""

    draw: Draw
    line: Mapping[str, str]
    source: str


class Drawn:
    """The posts of one journal up to its last measure drawn."""

    def __init__(self, seen: Seen) -> None:
        """Start with nothing drawn."""
        self.journal: ReferenceType[Journal] = ref(seen.journal)
        self.talk = Talk(seen.seed)
        self.posts: list[Post] = []
        self.measures = 0

    def draw(self, seen: Seen, measures: list[OpinionMeasured]) -> None:
        """Draw what the measures since the last time bring."""
        moods = Moods(seen)
        for measure in measures[self.measures :]:
            self.posts += [self._post(seen, draw) for draw in drawn(seen, moods, measure)]
        self.measures = len(measures)

    def _post(self, seen: Seen, draw: Draw) -> Post:
        audience = seen.scenario.audiences[draw.place]
        lines = lines_of(audience, draw.stance, seen.scenario.voices or ())
        line = self.talk.line(audience.kind, draw.stance, lines, draw.fits, draw.hours)
        return Post(draw, line, self.talk.handle(audience.kind, draw.stance))


_DRAWN: OrderedDict[int, Drawn] = OrderedDict()
_LOCK = Lock()


def posts_drawn(seen: Seen) -> list[Post]:
    """Return the posts of the exercise in order, those still to come included.

    What is kept only spares work: a draw follows from what stands before its measure.
    """
    measures = seen.of(OpinionMeasured)
    with _LOCK:
        kept = _DRAWN.get(id(seen.journal))
        if kept is None or kept.journal() is not seen.journal:
            kept = _DRAWN[id(seen.journal)] = Drawn(seen)
        _DRAWN.move_to_end(id(seen.journal))
        if len(_DRAWN) > _KEPT:
            _DRAWN.popitem(last=False)
        if kept.measures < len(measures):
            kept.draw(seen, measures)
        return kept.posts
