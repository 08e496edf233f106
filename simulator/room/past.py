"""A past moment: what a team saw then, and what was true."""

from bisect import bisect_right
from typing import Any

from simulator.journal.book import Journal
from simulator.room import views
from simulator.room.drill import Drill
from simulator.room.team import LiveTeam
from simulator.room.views.sight import Sight
from simulator.score.verdict import score
from simulator.text import Language


def journal_until(journal: Journal, minute: float) -> Journal:
    """Return the entries up to `minute`, that included."""
    times = [entry.at for entry in journal]
    earlier = Journal()
    for entry in list(journal)[: bisect_right(times, minute)]:
        earlier.append(entry)
    return earlier


def past(drill: Drill, team: LiveTeam, minute: float, language: Language) -> dict[str, Any]:
    """Return the desk's and the truth's sections as they were at `minute`."""
    journal = journal_until(team.journal, minute)
    sight = Sight(drill.scenario, journal, minute, language)
    card = score(journal, drill.scenario)
    # The draft of a moment is nowhere; the score of the end is told by the truth's own section.
    return {**views.desk(sight), **views.truth(sight, card)}
