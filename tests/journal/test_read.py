import contextlib
import json
from dataclasses import fields
from typing import get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors import DrillError
from simulator.journal.entries import KINDS
from simulator.journal.read import read_journal
from tests.journal.builders import SAID, a_journal, an_entry

START, *_ = a_journal().lines().splitlines()
FACT = '{"id":2,"at":5.0,"kind":"fact_known","causes":[1],"fact":"leaked"}'
END = '{"id":3,"at":9.0,"kind":"ended","causes":[1,2]}'

numbers = st.floats(allow_nan=False, allow_infinity=False)
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | numbers | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FREE = ("scenario", "decision")


def entries_of(kind):
    """Return a strategy for entries of a kind, second in a journal, filled at random."""
    types = get_type_hints(kind)
    drawn = {field.name: _values(field.name, types[field.name]) for field in fields(kind)}
    placed = {"id": st.just(2), "at": st.floats(0, 1e9), "causes": st.sampled_from([(), (1,)])}
    return st.builds(kind, **drawn | placed)


def _values(name, kind):
    """Return a strategy for the values of a field, finite and short."""
    if name in FREE:
        return st.dictionaries(st.text(), plain, max_size=3)
    if get_origin(kind) is dict:
        return st.dictionaries(*(_values(name, part) for part in get_args(kind)), max_size=3)
    if get_args(kind)[1:] == (...,):
        return st.lists(_values(name, get_args(kind)[0]), max_size=3).map(tuple)
    return numbers if kind is float else st.from_type(kind)


def read_back(folder, *lines):
    file = folder / "journal.jsonl"
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return read_journal(file)


def complaint(folder, content):
    """Return what is said about a file of these bytes."""
    file = folder / "journal.jsonl"
    file.write_bytes(content if isinstance(content, bytes) else "\n".join(content).encode())
    with pytest.raises(DrillError, match=r"journal\.jsonl") as caught:
        read_journal(file)
    return caught.value


def test_examples_cover_every_kind():
    """A new kind of entry must come with its example here."""
    assert set(SAID) == set(KINDS)


def test_whole_journal_comes_back(tmp_path):
    """Old exercises can be scored again, unrun."""
    assert read_back(tmp_path, *a_journal().lines().splitlines()) == a_journal()


def test_reading_and_writing_keeps_the_bytes(tmp_path):
    """Two journals can be compared as files."""
    assert read_back(tmp_path, *a_journal().lines().splitlines()).lines() == a_journal().lines()


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_comes_back_whatever_it_says(kind, tmp_path_factory):
    """Names with quotes, line breaks or emoji, tiny and huge numbers."""

    @settings(max_examples=30)
    @given(entries_of(KINDS[kind]))
    def comes_back(entry):
        journal = read_back(tmp_path_factory.getbasetemp(), START, str(entry))
        assert journal[2] == entry

    comes_back()


def test_types_come_back_as_they_were(tmp_path):
    """Tuples stay tuples, so that entries stay hashable and equal."""
    issued = read_back(tmp_path, START, str(an_entry("statement_issued", 2)))[2]
    assert issued.channels == ("press_release", "direct_email")
    assert issued.answered == {"town": ("leaked",)}


@pytest.mark.parametrize(
    "bad",
    [
        FACT[:-9],  # Cut off, as after a full disk.
        FACT.replace("fact_known", "fact_guessed"),
        FACT.replace('"fact_known"', "7"),
        FACT.replace('"fact_known"', "[]"),
        FACT.replace('"kind":"fact_known",', ""),
        FACT.replace('"fact":', '"why":"?","fact":'),
        FACT.replace(',"fact":"leaked"', ""),
        FACT.replace('"leaked"', "7"),
        FACT.replace("5.0", '"5"'),
        FACT.replace("5.0", "null"),
        FACT.replace("5.0", "NaN"),
        FACT.replace("5.0", "Infinity"),
        FACT.replace("[1]", "[3]"),
        FACT.replace("[1]", "[2]"),
        FACT.replace("[1]", "[0]"),
        FACT.replace("[1]", "[true]"),
        FACT.replace('"id":2', '"id":4'),
        FACT.replace('"id":2', '"id":' + "9" * 5000),
        FACT.replace('"leaked"', r'"\ud800"'),
        "[1, 2]",
        "2",
        "not json",
        "[" * 100_000,
    ],
    ids=[
        "cut off",
        "unknown kind",
        "number as kind",
        "list as kind",
        "no kind",
        "one field more",
        "one field less",
        "number for text",
        "text for number",
        "no minute",
        "no number",
        "infinite",
        "cause ahead",
        "cause itself",
        "cause nought",
        "cause true",
        "out of turn",
        "huge id",
        "half a character",
        "a list",
        "a number",
        "prose",
        "deep",
    ],
)
def test_wrong_line_is_named(tmp_path, bad):
    """Whoever edited the journal finds the place, and no traceback."""
    problem = complaint(tmp_path, [START, bad, END]).problems[0]
    assert (problem.line, problem.column) == (2, 1)
    assert problem.message.fr != problem.message.en


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        FACT.replace('"id":2', '"id":1').replace("[1]", "[]").encode(),
        b"\x00\xff\xfe" * 50,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        START.encode()[:-1] + b"\xff}",
    ],
    ids=["empty", "blank", "no start", "binary", "picture", "bad utf-8"],
)
def test_other_file_is_no_journal(tmp_path, content):
    """The wrong file, given by mistake, is one clear sentence."""
    assert complaint(tmp_path, content).problems[0].line == 1


@pytest.mark.parametrize("name", ["", "nowhere.jsonl", "nul\0.jsonl", "x" * 5000])
def test_missing_file_is_said(tmp_path, name):
    """A folder, a name misspelt, or one that the system cannot even hold."""
    with pytest.raises(DrillError, match="no readable file there"):
        read_journal(tmp_path / name)


def test_too_large_a_file_is_not_read(tmp_path, monkeypatch):
    """A film given by mistake must not fill the memory."""
    monkeypatch.setattr("simulator.journal.read.LARGEST_FILE", 100)
    assert "too large" in complaint(tmp_path, [START, FACT]).say("en")


def test_one_wrong_line_is_one_problem(tmp_path):
    """The lines after it are as good as they were."""
    more = [END.replace('"id":3', f'"id":{number}') for number in range(4, 9)]
    problems = complaint(tmp_path, [START, "x", END, *more]).problems
    assert [problem.line for problem in problems] == [2]


def test_blank_lines_count_as_lines(tmp_path):
    """An editor that jumps to the line named must land on it."""
    assert complaint(tmp_path, [START, "", "", "x"]).problems[0].line == 4


def test_journal_never_goes_back(tmp_path):
    """A cause comes before its effect, in time as in place."""
    problem = complaint(tmp_path, [START, FACT, END.replace("9.0", "4.0")]).problems[0]
    assert problem.line == 3


def test_twenty_problems_are_enough(tmp_path):
    """Nobody reads a thousand lines."""
    assert len(complaint(tmp_path, [START, *["x"] * 1000]).problems) <= 20


def test_field_at_fault_is_named(tmp_path):
    """The sentence says which part of the line is wrong."""
    said = complaint(tmp_path, [START, FACT.replace('"leaked"', "7")]).say("en").splitlines()[0]
    assert said.endswith("'fact' is not what an entry holds; write the journal again with a replay")


@given(line=st.text(), place=st.integers(1, 3))
def test_any_text_is_read_or_refused(tmp_path_factory, line, place):
    """No line that anybody could type brings a traceback."""
    lines = [START, FACT, END]
    lines.insert(place, line)
    with contextlib.suppress(DrillError):
        assert len(read_back(tmp_path_factory.getbasetemp(), *lines)) >= 3


@given(st.data())
def test_any_value_is_read_or_refused(tmp_path_factory, data):
    """Nor does a value of another type in any place of a line."""
    entry = json.loads(FACT)
    entry[data.draw(st.sampled_from([*entry, "more"]))] = data.draw(plain)
    with contextlib.suppress(DrillError):
        assert len(read_back(tmp_path_factory.getbasetemp(), START, json.dumps(entry), END)) == 3
