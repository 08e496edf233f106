"""Playing and judging for the command line, and writing what came of it."""

import json
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from simulator.engine import run
from simulator.errors import wrong
from simulator.files import write_whole
from simulator.journal import Journal
from simulator.scenario import Decision, Scenario
from simulator.score import Scorecard, scenario_of, score


class Played(NamedTuple):
    """One run and its judgement."""

    scenario: Scenario
    journal: Journal
    card: Scorecard


def play(scenario: Scenario, decisions: tuple[Decision, ...], seed: int, name: str) -> Played:
    """Return the run of a scenario with the decision set called `name`."""
    journal = run(scenario, decisions, seed)
    card = score(journal, scenario)
    # An empty set leaves no trace of its name in the journal.
    return Played(
        scenario, journal, card if decisions else card.model_copy(update={"decisions": name})
    )


def judge(journal: Journal, path: Path) -> Played:
    """Return the judgement of a journal read from `path`.

    Raises:
        DrillError: when the scenario it carries cannot be read any more.
    """
    try:
        scenario = scenario_of(journal)
        return Played(scenario, journal, score(journal, scenario))
    except (ValueError, ValidationError, KeyError, IndexError):
        raise wrong(
            f"{path} : ce journal ne porte pas de scénario complet ; le rejouer",
            f"{path}: this journal carries no whole scenario; replay it",
        ) from None


def save(played: Played, out: Path) -> list[Path]:
    """Write journal and scorecard under `out`, each whole or not at all."""
    journal, card = out / "journal.jsonl", out / "scorecard.json"
    out.mkdir(parents=True, exist_ok=True)
    played.journal.write(journal)
    text = json.dumps(played.card.as_json(), ensure_ascii=False, indent=2)
    write_whole(card, f"{text}\n".encode())
    return [journal, card]
