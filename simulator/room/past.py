"""A past moment: what a team saw then, and what was true."""

from typing import Any

from simulator.room import views
from simulator.room.drill import Drill
from simulator.room.team import LiveTeam
from simulator.room.views.sight import Sight, until
from simulator.score.verdict import score
from simulator.text import Language


def past(drill: Drill, team: LiveTeam, minute: float, language: Language) -> dict[str, Any]:
    """Return the desk's and the truth's sections as they were at `minute`."""
    journal = until(team.journal, minute)
    sight = Sight(drill.scenario, journal, minute, language)
    card = score(journal, drill.scenario)
    # The draft of a moment is nowhere; the score of the end is told by the truth's own section.
    return {**views.desk(sight), **views.truth(sight, card)}
