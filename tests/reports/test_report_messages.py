"""What the report shows of a message: its words, what it lacks, how it reads as a notice."""

from typing import Any

import pytest

from reports.facts import ReportFacts
from reports.facts.shape import Quote, Table
from tests.reports.test_report_others import facts_of

SHOP = "small-business:prepared"


def blocks(facts: ReportFacts, kind: type) -> list[Any]:
    section = next(section for section in facts.sections if section.key == "messages")
    return [block for block in section.blocks if isinstance(block, kind)]


def rows(facts: ReportFacts) -> list[tuple[str, str]]:
    """Return (element, words) for every message shown in full, French spaces made plain."""
    tables = [table for table in blocks(facts, Table) if table.name.startswith("message_")]
    plain = str.maketrans("\u00a0\u202f", "  ")
    return [
        (cells[0].text, cells[1].text.translate(plain)) for table in tables for cells in table.rows
    ]


def test_elements_stand_beside_their_words():
    """Whoever contests a quality can read what earned it."""
    said = rows(facts_of(SHOP, "typical"))
    assert ("A contact", "“For any question: at the counter or on 01 99 00 31 12”") in said


def test_words_are_those_of_the_reports_language():
    """A French board reads French words."""
    said = dict(rows(facts_of(SHOP, "exemplary", "fr")))
    assert said["Un contact"].startswith("« ")
    assert "in the French text" not in said.values()


def test_faults_are_quoted():
    """A fault shown in its sentence needs no explaining."""
    faults = [words for name, words in rows(facts_of(SHOP, "typical")) if name == "Faults"]
    assert any("nothing allows anyone to say that data might have been used" in w for w in faults)


def test_what_was_meant_and_not_written_is_named():
    """The team ticked it; nobody could read it."""
    said = rows(facts_of("gemalto-2015", "historical"))
    assert any(name == "Meant, but not in the text" for name, _ in said)


@pytest.mark.parametrize(("case", "shown"), [(SHOP, True), ("gemalto-2015", False)])
def test_letters_judge_notices_only(case, shown):
    """Where no data of people were taken, a release is no notice."""
    plan = "typical" if case == SHOP else "historical"
    notes = [quote.note for quote in blocks(facts_of(case, plan), Quote)]
    assert all(
        ("Graded as a notice to the people: communication" in note) == shown for note in notes
    )


def pieces(facts: ReportFacts, tone: str) -> list[str]:
    """Return the marked words of the messages shown in full."""
    quotes = blocks(facts, Quote)
    return [
        cell.text for q in quotes for part in q.paragraphs for cell in part if cell.tone == tone
    ]


def test_found_words_and_faults_are_marked_in_place():
    """A reader sees in the message itself what earned and what cost points."""
    facts = facts_of("gemalto-2015", "historical", "fr")
    assert "très au sérieux" in pieces(facts, "world")
    assert any("Olivier Piou" in words for words in pieces(facts, "team"))


def test_marks_change_no_word():
    """A mark is laid on the words; it never moves them."""
    facts = facts_of(SHOP, "exemplary", "fr")
    first = blocks(facts, Quote)[0].paragraphs[0]
    assert all(cell.text for cell in first)
    assert "".join(cell.text for cell in first).strip() == "".join(cell.text for cell in first)
