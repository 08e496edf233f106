"""Processes that would not play the same are told apart, and the user told where they are."""

import pytest

from simulator.errors import DrillError
from simulator.study.release import digest, refuse_others, release

HERE = {"cellule": "1.0", "python": "3.11", "numpy": "2.4", "sources": "abc"}


def refused(**reports):
    """Return what is said of these reports."""
    with pytest.raises(DrillError) as error:
        refuse_others("tcp://s:8786", HERE, reports)
    return error.value


@pytest.fixture
def tree(tmp_path):
    """A small tree of sources."""
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "one.py").write_bytes(b"a = 1\nb = 2\n")
    (tmp_path / "rules.yaml").write_bytes(b"x: 1\n")
    return tmp_path


def test_same_everywhere_is_let_through():
    """Most of the time there is nothing to say."""
    refuse_others("tcp://s:8786", HERE, {"a": dict(HERE), "b": dict(HERE)})


@pytest.mark.parametrize("name", HERE)
def test_each_difference_is_named(name):
    """One knows at once what to install."""
    error = refused(a=HERE, b={**HERE, name: "0"})
    assert error.say("en").endswith(f"b: {name} 0 (here {HERE[name]})")
    assert f"{name} 0 (ici {HERE[name]})" in error.say("fr")


def test_same_difference_is_told_once():
    """A thousand workers of one image make one line."""
    other = {**HERE, "numpy": "2.0"}
    error = refused(**{f"w{n}": other for n in range(9)}, x={**HERE, "python": "3.13"})
    lines = error.say("en").splitlines()
    assert lines[1:] == [
        "w0, w1, w2 and 6 more: numpy 2.0 (here 2.4)",
        "x: python 3.13 (here 3.11)",
    ]


def test_worker_without_cellule_is_named():
    """It cannot say what it has."""
    error = refused(a=ModuleNotFoundError("No module named 'simulator'"))
    assert "a: no answer of Cellule (No module named 'simulator')" in error.say("en")


def test_worker_that_says_less_is_refused():
    """An older Cellule does not know all that is asked."""
    assert "numpy – (here 2.4)" in refused(a={k: HERE[k] for k in HERE if k != "numpy"}).say("en")


def test_release_of_this_process():
    """All four are there."""
    assert list(release()) == list(HERE)
    assert all(release().values())


@pytest.mark.parametrize(
    ("file", "text"),
    [("part/one.py", b"a = 1\nb = 3\n"), ("rules.yaml", b"x: 2\n"), ("part/two.py", b"")],
)
def test_any_source_counts(tree, file, text):
    """A constant moved on one machine moves results there."""
    before = digest(tree)
    (tree / file).write_bytes(text)
    assert digest(tree) != before


def test_what_is_no_source_does_not_count(tree):
    """Compiled files and ends of line differ from machine to machine."""
    before = digest(tree)
    (tree / "part" / "one.py").write_bytes(b"a = 1\r\nb = 2\r\n")
    (tree / "part" / "one.so").write_bytes(b"\0")
    assert digest(tree) == before


@pytest.mark.parametrize("file", ["cli/screens.py", "room/page.py"])
def test_what_shows_results_does_not_count(tree, file):
    """A sentence of the screen put right must not throw a night of runs away."""
    before = digest(tree)
    (tree / file).parent.mkdir()
    (tree / file).write_bytes(b"a = 1\n")
    assert digest(tree) == before
