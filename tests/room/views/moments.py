"""Moments of small exercises, as views look at them."""

from collections.abc import Mapping
from functools import cache

from simulator.engine import Exercise
from simulator.journal.book import Journal
from simulator.room.views import Sight, until
from simulator.scenario import Scenario, load, load_decisions
from simulator.text import Language
from tests.builders import a_scenario, decided

SMALL = a_scenario()
BREAKS = 150.0
EYES = {"do": "monitor_media", "at": 0}
CELL = {"do": "activate_cell", "at": 10}
VOICES = {"do": "name_spokespeople", "at": 20, "spokespeople": ["officer", "chief"]}
WORD = {"do": "publish", "at": 180, "channels": ["press_release"], "facts": ["leaked"]}


def journal(
    *given: Mapping[str, object], until: float = 600, scenario: Scenario = SMALL, seed: int = 7
) -> Journal:
    """Return the journal of a scenario with these decisions, played until a minute."""
    exercise = Exercise(scenario, seed, decided(scenario, *given) if given else ())
    exercise.advance(until)
    return exercise.journal


def sight(
    *given: Mapping[str, object],
    until: float = 600,
    language: Language = "en",
    scenario: Scenario = SMALL,
    seed: int = 7,
) -> Sight:
    """Return the small exercise as it is looked at, with these decisions, at a minute."""
    played = journal(*given, until=until, scenario=scenario, seed=seed)
    return Sight(scenario, played, until, language)


@cache
def shipped(case: str, plan: str, seed: int = 7) -> tuple[Scenario, Journal]:
    """Return a shipped case and its journal to the end."""
    scenario = load(case)
    exercise = Exercise(scenario, seed, load_decisions(scenario, plan))
    exercise.advance(scenario.horizon)
    return scenario, exercise.journal


def at(case: str, plan: str, minute: float, language: Language = "en") -> Sight:
    """Return a moment of a shipped case."""
    scenario, played = shipped(case, plan)
    return Sight(scenario, until(played, minute), minute, language)
