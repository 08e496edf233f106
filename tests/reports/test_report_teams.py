"""The report of a room: several teams of one exercise."""

import json
from functools import cache
from typing import Any

import pytest

from reports.facts.run import Run
from reports.hotwash import NAME
from reports.teams import Team
from reports.teams.belief import belief_figure
from reports.teams.told import teams_facts
from simulator import run, score
from simulator.cli.start import status_of
from simulator.journal import Journal
from simulator.text import LANGUAGES
from tests.builders import a_scenario, decided
from tests.reports.test_report_facts import the
from tests.reports.test_report_live import ANSWERS, answers

TAKEN: dict[str, Any] = {"at": 0, "do": "take_calls"}
SPEAKS: dict[str, Any] = {
    "do": "publish", "channels": ["press_release"], "facts": ["leaked"],
    "next_update": "2015-02-20 10:00",
}  # fmt: skip
PLANS: dict[str, tuple[dict[str, Any], ...]] = {
    "Rhône": (TAKEN, {**SPEAKS, "at": 210}),
    "Seine": (TAKEN, {**SPEAKS, "at": 600}),
    "<b>Loire</b>": (TAKEN,),
}
EMPTY = {"Loing": (TAKEN, {"at": 210, "do": "publish", "channels": ["press_release"]})}


@cache
def journal_of(name: str) -> Journal:
    scenario = a_scenario()
    return run(scenario, decided(scenario, *{**PLANS, **EMPTY}[name]), 2)


def teams(*names: str, language: Any = "en") -> list[Team]:
    scenario = a_scenario()
    found = []
    for name in names or PLANS:
        journal = journal_of(name)
        told = Run(scenario, journal, score(journal, scenario), language)
        found.append(Team(name, told, answers()))
    return found


def rows(section: Any) -> list[list[str]]:
    table = next(block for block in section.blocks if block.kind == "table")
    return [[cell.text for cell in row] for row in table.rows]


def test_teams_stand_in_the_rooms_order():
    """A table that sorts teams makes a race of a drill."""
    facts = teams_facts(teams())
    found = rows(the(facts, "teams"))
    assert [row[0] for row in found] == list(PLANS)
    assert [row[4] for row in found] == ["one\xa0hour", "7\xa0h\xa030", "none"]
    assert found[2][6] == "–"


def test_the_finding_says_who_is_ahead():
    """The first thing read is what set them apart."""
    facts = teams_facts(teams())
    assert facts.cover.finding.startswith("Rhône ahead, ")
    assert the(facts, "teams").title == "Rhône spoke first (one\xa0hour); one\xa0team said nothing"


def test_a_word_that_tells_nothing_is_not_silence():
    """The table calls it empty, and the finding does not say that nobody spoke."""
    facts = teams_facts(teams("Loing", "<b>Loire</b>"))
    assert [row[4] for row in rows(the(facts, "teams"))] == ["empty", "none"]
    assert the(facts, "teams").title == "No team told the public anything"
    facts = teams_facts(teams("Rhône", "Loing"))
    assert the(facts, "teams").title.endswith("one\xa0team said nothing of substance")


def test_a_team_beside_itself_is_level():
    """No difference is made up."""
    facts = teams_facts(teams("Rhône", "Rhône"))
    assert facts.cover.finding.startswith("Rhône and Rhône level")
    assert the(facts, "criteria").title == "The same scores everywhere"
    assert the(facts, "teams").title == "The first word, everywhere: one\xa0hour"


def test_many_teams_share_columns():
    """Ten columns of numbers are not read."""
    facts = teams_facts(teams(*["Rhône", "Seine"] * 5))
    assert all(len(row) == 5 for row in rows(the(facts, "criteria")))


def test_the_hot_wash_is_of_all():
    """What several teams lacked is what the organisation lacks."""
    section = the(teams_facts(teams("Rhône", "Seine")), "hotwash")
    assert (
        rows(section)[0][4]
        == "Rhône: head of the cell\xa04, IT\xa05; Seine: head of the cell\xa04, IT\xa05"
    )
    assert [voice.who for voice in section.blocks[1].voices] == ["Rhône, IT", "Seine, IT"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_whole(language):
    """The same care as in a team's report."""
    facts = teams_facts(teams(language=language))
    kinds = [section.key for section in facts.sections]
    assert kinds == ["teams", "rumour", "criteria", "hotwash", "reports"]
    for section in facts.sections:
        assert section.title
        assert "{" not in section.title + section.lead
    assert list(own_of(facts))


def own_of(facts: Any) -> Any:
    return (sentence for section in facts.sections for sentence in (section.title, section.lead))


def test_one_panel_a_team():
    """Curves of one colour on one chart would not be told apart."""
    drawn = belief_figure(teams(), "en")
    said = [words.text for words in drawn.sheet.words]
    assert {"Rhône", "Seine"} <= set(said)
    assert drawn.alt.startswith("Believing the worst at the end: Rhône ")


@pytest.fixture
def journals(tmp_path):
    """The journals of two teams, as a room writes them."""
    paths = []
    for name in ("Rhône", "Seine"):
        path = tmp_path / name / "journal.jsonl"
        path.parent.mkdir()
        journal_of(name).write(path)
        (path.parent / NAME).write_text(json.dumps(ANSWERS))
        paths.append(str(path))
    return paths


def test_the_command_line_makes_it(journals, tmp_path):
    """Several journals of one exercise, one report; a team is called as its folder."""
    assert status_of(["report", *journals, "--out", str(tmp_path / "out"), "--lang", "en"]) == 0
    page = (tmp_path / "out" / "report.html").read_text()
    assert "Rhône ahead" in page
    assert (tmp_path / "out" / "report.pdf").exists()


def test_journals_of_two_exercises_are_refused(journals, tmp_path, capsys):
    """Under another luck nothing is compared."""
    scenario = a_scenario()
    other = tmp_path / "other.jsonl"
    run(scenario, decided(scenario, TAKEN), 3).write(other)
    assert status_of(["report", journals[0], str(other), "--lang", "en"]) == 1
    assert "another scenario or another seed" in capsys.readouterr().err


def test_names_are_one_a_journal(journals, capsys):
    """Otherwise nobody knows whose numbers these are."""
    assert status_of(["report", *journals, "--team", "Rhône", "--lang", "fr"]) == 1
    assert "1 noms d’équipe pour 2 journaux" in capsys.readouterr().err
