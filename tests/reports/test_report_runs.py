"""The runs that the tests of the report are about: real ones, and some written by hand."""

from functools import cache
from typing import Any

import pytest

from reports.facts import ReportFacts, report_facts
from reports.facts.shape import Table
from reports.figures.acts import others
from reports.figures.scene import Scene
from simulator import Exercise, load, load_decisions, run, score
from simulator.journal import Journal
from simulator.journal.entries import Started
from simulator.journal.names import DECISIONS
from simulator.scenario import Scenario
from simulator.scenario.kinds import DIRECTION
from simulator.text import LANGUAGES, capital
from tests.builders import a_scenario, decided

HOSTILE = "#let x = 1 <script>alert(1)</script> $y$ *gras* @ref 🙂 \u202eabc 中文 [a](b) {c}"
AT_ONCE: dict[str, Any] = {"at": 60, "do": "publish", "channels": ["press_release", "direct_email"]}
MADE: dict[str, tuple[dict[str, Any], ...]] = {
    "first": ({**AT_ONCE, "facts": ["leaked"], "next_update": "2015-02-20 10:00"},),
    "late": ({"at": "T+20h", "do": "publish", "channels": ["press_release"], "facts": ["leaked"]},),
    "lie": (
        {
            "at": "T+5h",
            "do": "publish",
            "channels": ["press_release"],
            "claims": ["nothing-stolen"],
        },
    ),
    "taken back": (
        {
            "at": "T+5h",
            "do": "publish",
            "channels": ["press_release"],
            "claims": ["nothing-stolen"],
        },
        {
            "at": "T+9h",
            "do": "correct_claim",
            "claim": "nothing-stolen",
            "channels": ["press_release"],
        },
    ),
    "over-assured": (
        {"at": "T+4h", "do": "publish", "channels": ["press_release"], "claims": ["few-concerned"]},
    ),
    "blame": ({**AT_ONCE, "at": "T+4h", "facts": ["leaked"], "responsibility": "shifted"},),
    "inside only": ({"at": "T+3h", "do": "brief_employees", "facts": ["leaked"]},),
    "empty words": ({"at": "T+6h", "do": "publish", "channels": ["social_account"]},),
    "hostile": ({**AT_ONCE, "at": "T+4h", "text": {"fr": HOSTILE, "en": HOSTILE}},),
    "live": (
        {"at": 0, "do": "take_calls"},
        {"at": 40, "do": "give_inject", "inject": "scoop"},
        {"at": 50, "do": "ring_team", "outlet": "gazette", "question": "Vrai ?", "patience": 60},
        {"at": 55, "do": "answer_call", "call": "gazette.room.1", "by": "chief"},
        {"at": 58, "do": "ring_team", "outlet": "agency", "question": "Vrai ?", "patience": 10},
        {**AT_ONCE, "at": 70, "facts": ["leaked"], "next_update": "2015-02-20 10:00"},
        {"at": 75, "do": "overrule", "criterion": "press_calls", "score": 80, "reason": "Vu"},
        {"at": 80, "do": "write_log", "text": HOSTILE},
        {"at": 90, "do": "end_exercise"},
    ),
}
SHOP = "one audience"


@cache
def played(name: str) -> tuple[Scenario, Journal]:
    """Return a run by its name: a set of the shipped case, or one of those above."""
    if name in ("historical", "silence", "exemplary"):
        case = load("gemalto-2015")
        return case, run(case, load_decisions(case, name), 1)
    if name == SHOP:
        shop = a_shop()
        return shop, run(shop, decided(shop, {"at": "T+1h", "do": "activate_cell"}), 3)
    scenario = a_scenario()
    decisions = () if name == "nothing" else decided(scenario, *MADE.get(name, ()))
    return scenario, run(scenario, decisions, 2)


def a_shop() -> Scenario:
    """Return a case with one audience, one outlet, no objective, not listed."""
    name = {"fr": HOSTILE, "en": HOSTILE}
    return a_scenario(
        title=name,
        audiences=[{"id": "town", "name": name, "kind": "public", "people": 900}],
        outlets=[{"id": "gazette", "name": "La Gazette", "kind": "local"}],
        objectives=[],
        organisation={
            "name": "Chez Léa",
            "about": {"fr": "Une boutique", "en": "A shop"},
            "spokespeople": [
                {"id": "officer", "name": name, "role": "communication"},
                {"id": "chief", "name": name, "role": "chief_executive"},
            ],
        },
        injects=[
            {
                "id": "scoop",
                "medium": "post",
                "sender": name,
                "title": name,
                "text": name,
                "at": "T+2h30",
                "outlet": "gazette",
            }
        ],
    )


RUNS = ("historical", "silence", "exemplary", "plan", "nothing", SHOP, *MADE)


@cache
def facts_of(name: str, language: Any = "en") -> ReportFacts:
    """Return what the report of a run says."""
    scenario, journal = played(name)
    return report_facts(scenario, journal, score(journal, scenario), language)


def stopped(minute: float, *decisions: Any) -> tuple[Scenario, Journal]:
    """Return a run of the small case left at a minute."""
    scenario = a_scenario()
    exercise = Exercise(scenario, 2)
    for decision in decided(scenario, *decisions) if decisions else ():
        exercise.decide(decision)
    exercise.advance(minute)
    return scenario, exercise.journal


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RUNS)
def test_every_run_has_a_report(name: str, language: Any) -> None:
    """Whatever was played, somebody will want to read about it."""
    facts = facts_of(name, language)
    assert {"case", "chronology", "criteria", "plan", "again", "annex"} <= {
        section.key for section in facts.sections
    }


def test_a_journal_without_its_start_is_refused() -> None:
    """A report on nothing in particular would be wrong about everything."""
    scenario, journal = played("plan")
    card, cut = score(journal, scenario), Journal()
    with pytest.raises(ValueError, match="Started"):
        report_facts(scenario, cut, card, "fr")
    assert isinstance(journal[1], Started)


def test_what_directs_is_not_what_the_team_did() -> None:
    """A facilitator's call is no act of the team, nor is a line in the log."""
    scenario, journal = played("live")
    drawn = Scene(scenario, journal, score(journal, scenario), "en")
    assert not {act.text for act in others(drawn)} & {capital(DECISIONS[do].en) for do in DIRECTION}
    tables = [b for each in facts_of("live").sections for b in each.blocks if isinstance(b, Table)]
    again = next(table for table in tables if table.name == "again")
    said = " ".join(cell.text for row in again.rows for cell in row)
    assert "two\xa0decisions carried out" in said
    assert "cellule replay journal.jsonl" in said
