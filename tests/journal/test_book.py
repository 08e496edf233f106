import json

import pytest

from simulator.journal.book import Journal
from simulator.journal.entries import Ended, FactKnown, InjectGiven
from tests.journal.builders import a_journal, an_entry


def a_small_journal():
    """Return a journal of three entries, the last caused by the first two."""
    journal = Journal()
    first = journal.record(InjectGiven, 1.0, inject="call")
    second = journal.record(FactKnown, 2.0, first, fact="leaked")
    journal.record(Ended, 3.0, second, first, None, second.id)
    return journal


def test_id_is_the_place_from_one():
    """A reader of the report can find entry 42 on line 42."""
    journal = a_small_journal()
    assert [entry.id for entry in journal] == [1, 2, 3]
    assert journal[2].at == 2.0


@pytest.mark.parametrize("number", [0, 4, -1])
def test_entry_that_is_not_there(number):
    """A negative id must not find the last entry."""
    with pytest.raises(IndexError, match=str(number)):
        a_small_journal()[number]


def test_causes_are_sorted_and_told_once():
    """Causes given twice, as entries or ids, in any order, make the same line."""
    assert a_small_journal()[3].causes == (1, 2)


def test_entries_of_kinds_keep_their_order():
    """What happened first is read first."""
    journal = a_small_journal()
    assert [entry.id for entry in journal.of(Ended, InjectGiven)] == [1, 3]


def test_entries_do_not_change():
    """The past is only added to."""
    with pytest.raises(AttributeError, match="inject"):
        a_small_journal()[1].inject = "other"


def test_entry_out_of_turn_is_refused():
    """A journal with a hole would give every cause another meaning."""
    with pytest.raises(ValueError, match="entry id 5, expected 4"):
        a_small_journal().append(an_entry("ended", 5))


def test_same_entries_make_the_same_journal():
    """Three promises of this simulator are tested by comparing journals."""
    other = a_small_journal()
    assert a_small_journal() == other
    other.record(Ended, 4.0)
    assert a_small_journal() != other


def test_line_starts_with_what_people_look_for():
    """Id, minute, kind: the line is legible without a tool."""
    line = a_small_journal().lines().splitlines()[1]
    assert list(json.loads(line)) == ["id", "at", "kind", "causes", "fact"]


def test_writing_leaves_one_line_an_entry(tmp_path):
    """Any tool that reads JSON lines can read it."""
    journal = a_journal()
    journal.write(tmp_path / "journal.jsonl")
    lines = (tmp_path / "journal.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == list(range(1, len(journal) + 1))
