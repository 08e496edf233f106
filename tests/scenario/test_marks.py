import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import DrillError
from simulator.scenario import marks
from simulator.scenario.marks import read
from tests.builders import DECISIONS, SCENARIO


def findings(text: str) -> list[str]:
    return [finding.sentence().en for finding in read(text.encode()).findings]


@pytest.mark.parametrize("word", ["12:30", "no", "yes", "On", "2015-02-20 14:00", "1_000", "0x1F"])
def test_ambiguous_words_stay_text(word):
    """Stock YAML would make a number, a boolean or a date of them."""
    assert read(f"key: {word}".encode()).data == {"key": word}


@pytest.mark.parametrize(
    ("word", "value"),
    {"": None, "~": None, "null": None, "true": True, "false": False, "-3": -3, "0.5": 0.5}.items(),
)
def test_plain_words_have_meaning(word, value):
    """What else would `weight: 0.5` mean."""
    assert read(f"key: {word}".encode()).data == {"key": value}


@pytest.mark.parametrize(
    ("word", "value"),
    {"1e3": 1000.0, "007": "007", "True": "True", "'5'": "5", '"true"': "true"}.items(),
)
def test_only_plain_words_have_meaning(word, value):
    """What is quoted is text, whatever it looks like."""
    assert read(f"key: {word}".encode()).data == {"key": value}


@pytest.mark.parametrize("word", [".inf", "-.inf", ".nan", "1e999", "9" * 16, "9" * 6000])
def test_unusable_numbers_are_refused(word):
    """Infinity would run for ever; a huge integer would not be exact."""
    assert "not a usable number" in findings(f"key: {word}")[0]


def test_every_part_has_its_place():
    """Problems point at the key, or at the item of a list."""
    marked = read(b"a:\n  - b: 1\n  - {c: 2}\n")
    assert marked.places == {
        (): (1, 1),
        ("a",): (1, 1),
        ("a", 0): (2, 5),
        ("a", 0, "b"): (2, 5),
        ("a", 1): (3, 5),
        ("a", 1, "c"): (3, 6),
    }


def test_missing_part_is_placed_above():
    """A key that is not there is reported where it should be."""
    assert read(b"a:\n  b: 1\n").place(("a", "x", 3)) == (1, 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: 1\na: 2", "already given on line 1"),
        ("a: &x 1", "anchor '&x'"),
        ("a: [&x 1, *x]", r"aliases"),
        ("a: !!python/object:os.system 1", "tag 'tag:yaml.org,2002:python/object:os.system'"),
        ("a: !x {b: 1}", "tag '!x'"),
        ("<<: {a: 1}", "'<<' cannot be a key"),
        ("1: a", "'1' cannot be a key"),
        ("null: a", "'null' cannot be a key"),
    ],
)
def test_clever_yaml_is_refused(text, words):
    """Aliases explode, tags execute, duplicates hide."""
    assert any(words in finding for finding in findings(text))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"a: 1\n---\nb: 2\n", "file:2:1: a second document"),
        (b"a:\n  - [x]: 1\n", "file:2:5: a group, a list or an alias cannot be a key"),
        (b"a: \xff\n", "file:1:1: this is not UTF-8"),
        ("a: é".encode("utf-16"), "file:1:1: this is not UTF-8"),
        (b"\xef\xbb\xbfa: 1", "file:1:1: a byte-order mark"),
        (b"a: 1\nb: \x00", r"file:2:4: the control character U\+0000"),
        (b'a: "\\e[31m"', r"file:1:4: the control character U\+001B"),
        (b'a: "\\ud800"', "file:1:"),
        (b'a: "\\UFFFFFFFF"', "file:1:"),
        (b"a:\n\tb: 1", "file:2:1: a tab"),
        (b"a: b: c", "file:1:5: ':' does not belong here"),
        (b'a: "x', "file:1:.*never closed"),
        (b"a: [1, 2", "file:1:.*bracket"),
        (b"a: @x", "file:1:4: a value cannot begin"),
        (b"a:\n- 1\nb", "file:[34]:[12]: "),
        (b"[" * 100_000, "file:1:41: more than 40 levels"),
        (b"{a: " * 100_000, "more than 40 levels"),
        (b"[" + b"1," * 999 + b"]", "more than 200,000 values"),
        (b"a" * 8_000_001, "larger than 8 MB"),
    ],
    ids=lambda value: repr(value[:12]),
)
@pytest.mark.parametrize("loader", ["compiled", "pure"])
def test_bad_text_is_one_clear_problem(content, words, loader, monkeypatch):
    """No file may end in a traceback, with libyaml or without."""
    monkeypatch.setattr(marks, "MOST_NODES", 999)
    if loader == "pure":
        monkeypatch.setattr(marks, "_LOADER", yaml.Loader)
    with pytest.raises(DrillError, match=words) as caught:
        read(content, "file")
    assert caught.value.problems[0].message.fr != caught.value.problems[0].message.en


@pytest.mark.parametrize("text", [SCENARIO, DECISIONS, SCENARIO.replace("\n", "\r\n")])
def test_pure_python_reads_the_same(text, monkeypatch):
    """A machine without libyaml plays the same scenario."""
    compiled = read(text.encode())
    monkeypatch.setattr(marks, "_LOADER", yaml.Loader)
    pure = read(text.encode())
    assert (pure.data, pure.places) == (compiled.data, compiled.places)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
def test_any_bytes_read_or_are_refused(content):
    """Garbage gives a DrillError with a line, or data; never anything else."""
    problems = []
    try:
        read(content, "file")
    except DrillError as error:
        problems = list(error.problems)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
