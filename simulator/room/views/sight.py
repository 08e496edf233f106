"""What a view looks at: a scenario, the journal so far, the minute now, a language."""

from typing import NamedTuple

from simulator.journal.book import Journal
from simulator.scenario.shapes import Scenario
from simulator.text import Language


class Sight(NamedTuple):
    """One team's exercise as it is looked at; `now` is minutes since StartEx."""

    scenario: Scenario
    journal: Journal
    now: float
    language: Language


def until(journal: Journal, minute: float) -> Journal:
    """Return the journal as it was at `minute`, what happened in that minute included."""
    found = Journal()
    for entry in journal:
        if entry.at > minute:
            break
        found.append(entry)
    return found
