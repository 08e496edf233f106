"""What is made of a team's journal for its pages: each piece once, for everybody who looks."""

import json
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, NamedTuple

from simulator.room import views
from simulator.room.drill import Drill
from simulator.room.team import LiveTeam
from simulator.room.views.sight import Sight
from simulator.score.scorecard import Scorecard
from simulator.score.verdict import score
from simulator.text import Language

_STALE = 3.0  # seconds before the score of an exercise under way is judged again
_MOST_MADE = 6000  # so much is kept for who looks next: desk, wall, line of each team
Sections = dict[str, bytes]


class _Made(NamedTuple):
    """Sections as they were when the journal had so many entries, in this minute."""

    entries: int
    minute: int
    sections: Any


class Line(NamedTuple):
    """A team's line in the table, and what is to be watched in it."""

    row: dict[str, Any]
    watch: list[dict[str, Any]]


class _Judged(NamedTuple):
    entries: int
    at: float
    card: Scorecard


class Making:
    """Makes faces, lines and scores of teams, and keeps them as long as nothing happens."""

    def __init__(self) -> None:
        """Start with nothing made."""
        self._made: OrderedDict[tuple[str, ...], _Made] = OrderedDict()
        self._judged: dict[tuple[str, str], _Judged] = {}

    def knows(self, name: str, drill: Drill, team: LiveTeam, language: Language) -> bool:
        """Return whether a face is at hand, made for another page."""
        known = self._made.get((name, drill.id, team.id, language))
        return known is not None and known[:2] == _stand(drill, team)

    def face(
        self, name: str, view: Callable[[Sight], dict[str, Any]], drill: Drill, team: LiveTeam,
        language: Language,
    ) -> Sections:  # fmt: skip
        """Return the sections that `view` makes of what a team has lived through."""
        made: Sections = self._cached(
            (name, drill.id, team.id, language), drill, team,
            lambda: packed(view(_sight(drill, team, language))),
        )  # fmt: skip
        return made

    def truth(self, drill: Drill, team: LiveTeam, language: Language) -> Sections:
        """Return what only who watches everybody sees of a team."""
        return self.face(
            "truth", lambda sight: views.truth(sight, self.card(drill, team), team.name),
            drill, team, language,
        )  # fmt: skip

    def line(self, drill: Drill, team: LiveTeam, language: Language) -> Line:
        """Return what the tables hold of one team."""

        def make() -> Line:
            sight = _sight(drill, team, language)
            row = views.row(sight, team.id, team.name, self.card(drill, team))
            return Line(row, views.watch(sight, team.name, team.id))

        line: Line = self._cached(("line", drill.id, team.id, language), drill, team, make)
        return line

    def kept_line(self, drill: Drill, team: LiveTeam, language: Language) -> Line:
        """Return the same as it was last made: a thousand anew would keep everybody waiting."""
        known = self._made.get(("line", drill.id, team.id, language))
        return known.sections if known else self.line(drill, team, language)

    def card(self, drill: Drill, team: LiveTeam) -> Scorecard:
        """Return a team's scorecard so far, at most a few seconds old while time passes."""
        key, now = (drill.id, team.id), time.monotonic()
        known, entries = self._judged.get(key), len(team.journal)
        # While time stands what changes was decided by hand, and must show.
        rest = _STALE if drill.state == "running" else 0.0
        if known is None or (known.entries != entries and now - known.at >= rest):
            known = _Judged(entries, now, score(team.journal, drill.scenario))
            self._judged[key] = known
        return known.card

    def _cached(
        self, key: tuple[str, ...], drill: Drill, team: LiveTeam, make: Callable[[], Any]
    ) -> Any:
        known, stand = self._made.get(key), _stand(drill, team)
        if known is None or known[:2] != stand:
            known = self._made[key] = _Made(*stand, make())
        self._made.move_to_end(key)
        if len(self._made) > _MOST_MADE:
            self._made.popitem(last=False)
        return known.sections


def _stand(drill: Drill, team: LiveTeam) -> tuple[int, int]:
    """Return how far a team is: entries of its journal, minute."""
    return len(team.journal), int(drill.minute)


def _sight(drill: Drill, team: LiveTeam, language: Language) -> Sight:
    # A decision is timed to the nearest second: it may stand just ahead of the clock, and is seen.
    journal = team.journal
    return Sight(drill.scenario, journal, max(drill.minute, journal[len(journal)].at), language)


def packed(sections: dict[str, Any]) -> Sections:
    """Return every section as one line of JSON."""
    return {
        name: json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
        for name, data in sections.items()
    }
