"""The live room's share of the report: notes, grades by hand, the hot wash, who took part."""

import json
import re
from functools import cache
from typing import Any

import pytest

from reports.facts import ReportFacts, report_facts
from reports.facts.asked import Asked
from reports.figures import Scene
from reports.figures.calls import busiest
from reports.hotwash import NAME, read_hot_wash
from reports.write import write_report
from simulator import run, score
from simulator.cli.start import status_of
from simulator.errors import DrillError
from simulator.journal import Journal
from simulator.scenario import Scenario
from simulator.text import LANGUAGES
from tests.builders import a_scenario, decided
from tests.reports.test_report_facts import own, the

TYPED = "Vu ? Oui ! <b>1200</b> #let $x$ 🙃 \u202eabc " + "x" * 200
ADDED = {
    "id": "union",
    "medium": "mail",
    "sender": {"fr": "Le délégué", "en": "The delegate"},
    "title": {"fr": "Que répondre ?", "en": "What to answer?"},
    "text": {"fr": "On nous demande.", "en": "We are asked."},
}
NOTE: dict[str, Any] = {"do": "take_note", "author": "Claire M."}
PLAN: tuple[dict[str, Any], ...] = (
    {"at": 0, "do": "take_calls", "author": "room"},
    {"at": 40, "do": "activate_cell", "author": "head"},
    {**NOTE, "at": 41, "text": TYPED, "objective": "speak-early", "rating": "S", "about": 1},
    {**NOTE, "at": 42, "text": "Hors sujet", "author": "Karim B.", "rating": "U"},
    {"at": 43, "do": "write_log", "text": "Un secret de la salle", "author": "lawyer"},
    {"at": 50, "do": "add_inject", "inject": ADDED, "author": "facilitator"},
    {"at": 55, "do": "ring_team", "outlet": "gazette", "question": "Vrai ?", "patience": 60,
     "author": "facilitator"},
    {"at": 56, "do": "answer_call", "call": "gazette.room.1", "by": "chief", "author": "it"},
    {"at": 70, "do": "overrule", "criterion": "set_up", "score": 12, "reason": "Vu en salle",
     "author": "facilitator"},
    {**NOTE, "at": 300, "text": "Plus tard", "objective": "speak-early", "rating": "P"},
    {"at": 390, "do": "end_exercise", "author": "facilitator"},
)  # fmt: skip
ANSWERS: list[dict[str, Any]] = [
    {
        "question": {"fr": "Nous savions tout.", "en": "We knew it all."},
        "kind": "scale",
        "answers": [{"role": "it", "value": 5}, {"role": "head", "value": 4}],
    },
    {
        "question": {"fr": "Nous parlions assez.", "en": "We spoke enough."},
        "kind": "scale",
        "answers": [
            {"role": "it", "value": 1},
            {"role": "lawyer", "value": 2},
            {"role": "head", "value": 4},
        ],
    },
    {
        "question": {"fr": "Qu’a-t-il manqué ?", "en": "What did we lack?"},
        "kind": "text",
        "answers": [{"role": "it", "value": TYPED}],
    },
    {"question": {"fr": "Et après ?", "en": "And then?"}, "kind": "text", "answers": []},
]


@cache
def played() -> tuple[Scenario, Journal]:
    """Return a live exercise of six hours and a half."""
    scenario = a_scenario()
    return scenario, run(scenario, decided(scenario, *PLAN), 2)


def answers(*given: Any) -> tuple[Asked, ...]:
    return tuple(Asked.model_validate_json(json.dumps(each)) for each in given or ANSWERS)


def live(language: Any = "en", hot_wash: tuple[Asked, ...] = ()) -> ReportFacts:
    scenario, journal = played()
    return report_facts(
        scenario, journal, score(journal, scenario), language, hot_wash=hot_wash or answers()
    )


def table(facts: ReportFacts, name: str) -> list[list[str]]:
    found = next(
        b for s in facts.sections for b in s.blocks if b.kind == "table" and b.name == name
    )
    return [[cell.text for cell in row] for row in found.rows]


def test_notes_stand_under_their_objective():
    """An evaluator writes against an objective; the debriefing reads them so."""
    section = the(live(), "observed")
    assert section.title == "One\xa0note in three tells of a major challenge"
    first, rest = section.blocks
    assert first.title == "Speak early"
    assert [voice.who for voice in first.voices] == ["Claire M.", "Claire M."]
    assert first.voices[0].note.endswith("S: performed with some challenges")
    assert first.voices[0].foot.startswith("On entry\xa01, 18:00, StartEx")
    assert (rest.label, rest.title, rest.voices[0].who) == ("On no objective", "", "Karim B.")


def test_what_people_typed_is_left_alone():
    """French spacing is for our own sentences."""
    facts = live("fr")
    assert the(facts, "observed").blocks[0].voices[0].text == TYPED.strip()
    assert the(facts, "hotwash").blocks[-1].voices[0].text == TYPED.strip()


def test_nothing_live_where_nothing_was():
    """A plan played alone has no observers, no hot wash, and no participants."""
    scenario = a_scenario()
    journal = run(scenario, decided(scenario), 2)
    facts = report_facts(scenario, journal, score(journal, scenario), "en")
    assert not {"observed", "hotwash"} & {section.key for section in facts.sections}
    assert "participants" not in [getattr(b, "name", "") for s in facts.sections for b in s.blocks]


def test_grades_by_hand_are_owned_up_to():
    """Nobody takes a number set by hand for a computed one."""
    facts = live()
    assert "One\xa0criterion was scored by hand (set-up)" in the(facts, "criteria").lead
    said = next(row[1] for row in table(facts, "evidence_reactivity") if row[0] == "Set-up")
    assert said.startswith("Score set by hand (facilitator): Vu en salle. The computation gave ")


def test_hot_wash_finds_the_weakest_point():
    """The lowest statement is what to talk about first."""
    section = the(live(), "hotwash")
    assert section.title == "“We spoke enough”: 2 out of 5"
    assert section.lead.startswith("Three\xa0players answered")
    rows = table(live(), "hotwash")
    assert rows[0][1:] == ["2", "4.5", "close", "head of the cell\xa04, IT\xa05"]
    assert rows[1][1:4] == ["3", "2", "opposed"]
    assert [block.title for block in section.blocks[1:]] == ["What did we lack?"]


@pytest.mark.parametrize("value", [4, 5])
def test_hot_wash_without_a_weak_point(value):
    """No finding is made up where there is none."""
    only = {**ANSWERS[0], "answers": [{"role": "head", "value": value}]}
    section = the(live("en", answers(only)), "hotwash")
    assert section.title == f"Players give themselves at least {value} out of 5 throughout"


def test_hot_wash_stands_before_the_plan():
    """What players said goes into what is to be mended."""
    keys = [section.key for section in live().sections]
    assert keys.index("hotwash") == keys.index("plan") - 1


def test_who_took_part_is_listed():
    """Roles and observers; not who ran the exercise."""
    assert table(live(), "participants") == [
        ["Head of the cell", "One\xa0decision"],
        ["Lawyer", "Log"],
        ["IT", "One\xa0decision"],
        ["Claire M.", "Two\xa0notes"],
        ["Karim B.", "One\xa0note"],
    ]


def test_an_early_end_is_said():
    """A reader must not wonder where the second day went."""
    facts = live()
    assert "ended on Friday\xa020 at 00:30" in facts.cover.foot[0]
    end = "The exercise was ended on Friday\xa020 at 00:30, after 6\xa0h\xa030 of two\xa0days"
    assert end in the(facts, "chronology").lead.replace("48\xa0hours", "two\xa0days")
    rows = {row[0]: row[1] for row in table(facts, "again")}
    assert rows["Exercise"].startswith("in the room, ended on Friday")
    assert rows["Command"].startswith("cellule replay journal.jsonl")


def test_figures_end_with_the_exercise():
    """An empty hour after the end would look like calm."""
    scenario, journal = played()
    scene = Scene(scenario, journal, score(journal, scenario), "en")
    assert all(day.end <= 390 or day.end - day.start == 60 for day in busiest(scene))


def test_a_turn_is_told_as_far_as_it_went():
    """Six hours after cannot be told of an exercise that ended before."""
    _, journal = played()
    last = journal[len(journal)].at
    section = next((s for s in live().sections if s.key == "turning"), None)
    notes = [block.note for block in section.blocks] if section else []
    assert last < 150 + 360
    assert notes
    assert all("from there to the end" in note for note in notes)


def test_the_log_is_in_the_journal_only():
    """What a team noted for itself is no finding."""
    plain = json.dumps(live("fr").as_json(), ensure_ascii=False)
    found = [s.key for s in live("fr").sections if "Un secret" in json.dumps(str(s))]
    assert "Un secret de la salle" in plain
    assert found == ["annex"]


def test_the_journal_names_the_criterion():
    """An id means nothing to a board."""
    lines = json.dumps(live().as_json()["sections"][-1], ensure_ascii=False)
    assert "Score overruled: Set-up, 12 out of 100" in lines
    assert "set_up" not in lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_sentences_are_well_written(language):
    """The same care as in every other section."""
    for sentence in own(live(language)):
        assert not re.search(r"[{}]|  |\.\.|\bNone\b(?! of)|\bde le\b|\bà le\b", sentence)
        assert not sentence[0].islower(), sentence
        if language == "fr":
            assert not re.search(r" [:;?!%»]|« ", sentence), sentence


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_made(language, tmp_path):
    """Markup stays text, and a word longer than a line is set all the same."""
    scenario, journal = played()
    card = score(journal, scenario)
    write_report(scenario, journal, card, tmp_path, language, hot_wash=answers())
    page = (tmp_path / "report.html").read_text()
    assert "&lt;b&gt;1200&lt;/b&gt;" in page
    assert "<b>1200" not in page
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


def test_hot_wash_is_read_from_its_file(tmp_path):
    """What the room wrote is what the report reads."""
    path = tmp_path / NAME
    path.write_text(json.dumps(ANSWERS))
    assert read_hot_wash(path) == answers()


DANCE = '[{"question": {"fr": "a", "en": "b"}, "kind": "dance", "answers": []}]'
WRONG = {
    "{": "not readable JSON",
    "{}": "list",
    DANCE: r"\[0\].kind: 'dance'",
    '[{"question": {"fr": "a"}, "kind": "text", "answers": []}]': r"\[0\].question.en",
    json.dumps([{**ANSWERS[0], "answers": [{"role": "it", "value": 6}]}]): (
        r"\[0\].answers\[0\].value: 6 is not on the scale"
    ),
    json.dumps([{**ANSWERS[2], "answers": [{"role": "it", "value": 6}]}]): "6 is no answer",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_hot_wash_is_explained(tmp_path, text):
    """Where, what was given, what is allowed."""
    path = tmp_path / NAME
    path.write_text(text)
    with pytest.raises(DrillError, match=WRONG[text]):
        read_hot_wash(path)


@pytest.mark.parametrize(("language", "said"), [("fr", "échelle"), ("en", "scale")])
def test_the_command_line_refuses_a_wrong_hot_wash(tmp_path, capsys, language, said):
    """Exit 1 and a sentence, in the reader's language."""
    _, journal = played()
    journal.write(tmp_path / "journal.jsonl")
    (tmp_path / NAME).write_text(
        json.dumps([{**ANSWERS[0], "answers": [{"role": "it", "value": 0}]}])
    )
    given = ["report", str(tmp_path / "journal.jsonl"), "--out", str(tmp_path / "out")]
    assert status_of([*given, "--lang", language]) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_cover_names_the_team() -> None:
    """A board that reads two reports knows whose is whose; a replay has nobody's name."""
    scenario, journal = played()
    card = score(journal, scenario)
    named = report_facts(scenario, journal, card, "en", team="Rhône")
    assert named.cover.kind == "After-action report · Rhône"
    assert named.header[0].endswith(" · Rhône")
    assert report_facts(scenario, journal, card, "en").cover.kind == "After-action report"
