"""The posts drawn so far of each journal, kept while it grows: old measures are drawn once."""

from collections import OrderedDict
from threading import Lock
from weakref import ReferenceType, ref

from simulator.journal.book import Journal
from simulator.journal.entries import OpinionMeasured
from simulator.room.views.seen import Seen
from simulator.room.views.stances import Draw, Moods, drawn
from simulator.room.voices.posts import voice_of

_KEPT = 64


class Drawn:
    """The posts of one journal up to its last measure drawn.

    `posts` are pairs of a post and its turn: how many of the same voice and stance came before.
    """

    def __init__(self, journal: Journal) -> None:
        """Start with nothing drawn."""
        self.journal: ReferenceType[Journal] = ref(journal)
        self.posts: list[tuple[Draw, int]] = []
        self.measures = 0
        self.turns: dict[tuple[str, str], int] = {}

    def draw(self, seen: Seen, measures: list[OpinionMeasured]) -> None:
        """Draw what the measures since the last time bring."""
        moods, audiences = Moods(seen), seen.scenario.audiences
        for measure in measures[self.measures :]:
            for post in drawn(seen, moods, measure):
                who = voice_of(audiences[post.place].kind), post.stance
                turn = self.turns[who] = self.turns.get(who, -1) + 1
                self.posts.append((post, turn))
        self.measures = len(measures)


_DRAWN: OrderedDict[int, Drawn] = OrderedDict()
_LOCK = Lock()


def posts_drawn(seen: Seen) -> list[tuple[Draw, int]]:
    """Return the posts of the exercise with their turns, in order, those still to come included.

    What is kept only spares work: a draw follows from what stands before its measure.
    """
    measures = seen.of(OpinionMeasured)
    with _LOCK:
        kept = _DRAWN.get(id(seen.journal))
        if kept is None or kept.journal() is not seen.journal:
            kept = _DRAWN[id(seen.journal)] = Drawn(seen.journal)
        _DRAWN.move_to_end(id(seen.journal))
        if len(_DRAWN) > _KEPT:
            _DRAWN.popitem(last=False)
        if kept.measures < len(measures):
            kept.draw(seen, measures)
        return kept.posts
