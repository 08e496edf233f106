"""Results on disk are the same however often the study was killed."""

import json
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import DrillError
from simulator.study import design as designs
from simulator.study.design import Design
from simulator.study.store import Store
from simulator.study.workers import Alone, Processes
from tests.study.builders import PLAN, SMALL, Inventing, a_design, invented

DESIGN = a_design()
JOBS = DESIGN.jobs(range(4))
RUNS = [invented(job) for job in JOBS]


def collected(path, jobs=JOBS, by=None, design=DESIGN):
    """Return the runs of a study kept in a file."""
    return list(Store(path, design).collect(design, jobs, by or Inventing()))


def resumed(held, by=None):
    """Return what a file that held these bytes becomes, and the runs taken up from it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "runs.jsonl"
        path.write_bytes(held)
        runs = collected(path, by=by)
        return path.read_bytes(), runs


WHOLE, _ = resumed(b"")
HEAD = WHOLE.index(b"\n") + 1


def test_a_study_is_a_head_and_a_line_a_run():
    """Another program can read it without ours."""
    lines = WHOLE.decode().splitlines()
    assert lines[1:] == [run.as_line() for run in RUNS]
    assert '"scenario": "small-breach"' in lines[0]


@given(st.integers(0, len(WHOLE)))
def test_torn_anywhere_it_becomes_whole(end):
    """A kill does not wait for the end of a line."""
    assert resumed(WHOLE[:end]) == (WHOLE, RUNS)


@given(st.integers(HEAD, len(WHOLE)), st.binary(max_size=60))
def test_garbage_is_played_again(end, garbage):
    """A disk that filled up, or a hand that slipped, costs some runs and spoils none."""
    file, runs = resumed(WHOLE[:end] + garbage)
    assert runs == RUNS
    assert file.startswith(WHOLE)  # what is below the runs asked for stays


@pytest.mark.parametrize("line", [b"", b"null", b"[1]", b"{}", b'{"curves":{}}', b"\xff\xfe"])
def test_line_that_is_no_run_is_played_again(line):
    """What is below a wrong line is not trusted either."""
    lines = WHOLE.splitlines(keepends=True)
    lines[3] = line + b"\n"
    assert resumed(b"".join(lines)) == (WHOLE, RUNS)


def test_runs_out_of_order_are_played_again():
    """A file in another order would not be the file of this study."""
    lines = WHOLE.splitlines(keepends=True)
    lines[2], lines[3] = lines[3], lines[2]
    assert resumed(b"".join(lines)) == (WHOLE, RUNS)


@pytest.mark.parametrize("kept", range(len(JOBS) + 1))
def test_interrupted_study_plays_the_rest_only(tmp_path, kept):
    """What took a night is not done twice."""
    path, by = tmp_path / "runs.jsonl", Inventing()
    first = Store(path, DESIGN).collect(DESIGN, JOBS, Inventing())
    seen = list(islice(first, kept))
    first.close()
    assert seen + collected(path, by=by)[kept:] == RUNS
    assert (by.asked, path.read_bytes()) == (JOBS[kept:], WHOLE)


def test_run_is_on_file_before_it_is_shown(tmp_path):
    """What a study has said, it can say again after a kill."""
    path = tmp_path / "runs.jsonl"
    for number, run in enumerate(Store(path, DESIGN).collect(DESIGN, JOBS, Inventing()), 1):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert (len(lines), lines[-1]) == (number + 1, run.as_line())


def test_file_does_not_tell_who_played(tmp_path):
    """One process, two, or one that is stopped and then two: byte for byte the same."""
    jobs = JOBS[:6]
    alone, both, stopped = (tmp_path / name for name in ("alone", "both", "stopped"))
    collected(alone, jobs, Alone())
    collected(both, jobs, Processes(2))
    list(islice(Store(stopped, DESIGN).collect(DESIGN, jobs, Alone()), 3))
    collected(stopped, jobs, Processes(2))
    assert alone.read_bytes() == both.read_bytes() == stopped.read_bytes()


def test_fewer_runs_are_taken_from_a_larger_file(tmp_path):
    """A quick look at a long study plays nothing and loses nothing."""
    path, by = tmp_path / "runs.jsonl", Inventing()
    path.write_bytes(WHOLE)
    assert collected(path, JOBS[:3], by) == RUNS[:3]
    assert (by.asked, path.read_bytes()) == ([], WHOLE)


def test_more_runs_are_added_to_a_smaller_file(tmp_path):
    """Wider intervals than one hoped for ask for more seeds, not for another study."""
    path, by = tmp_path / "runs.jsonl", Inventing()
    collected(path, JOBS[:3])
    assert collected(path, by=by) == RUNS
    assert (by.asked, path.read_bytes()) == (JOBS[3:], WHOLE)


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        (a_design(plan=PLAN), "arms"),
        (a_design(plan=PLAN[1:], silence=()), "arms"),
        (a_design(silence=(), plan=PLAN), "arms"),
        (
            Design(SMALL.model_copy(update={"id": "other"}), DESIGN.arms),
            "scenario, scenario_digest",
        ),
    ],
    ids=["a plan less", "another plan", "another order", "another scenario"],
)
def test_another_study_is_refused(tmp_path, other, differs):
    """Two studies in one file would be neither; the message says what is not the same."""
    path = tmp_path / "runs.jsonl"
    collected(path, design=other, jobs=other.jobs([1]))
    before = path.read_bytes()
    with pytest.raises(DrillError, match=rf"another study's results \({differs} differ\)") as error:
        Store(path, DESIGN)
    assert f"les résultats d’une autre étude ({differs} diffèrent)" in error.value.say("fr")
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["cellule", "python", "numpy", "sources"])
def test_results_of_another_release_are_refused(tmp_path, monkeypatch, name):
    """A model that has moved does not go on with the old one's runs; one reads what moved."""
    path, here = tmp_path / "runs.jsonl", designs.release()
    collected(path)
    before = path.read_bytes()
    monkeypatch.setattr(designs, "release", lambda: {**here, name: "moved"})
    with pytest.raises(
        DrillError, match=f"another Cellule: {name} {here[name]} \\(here moved\\)"
    ) as e:
        Store(path, DESIGN)
    assert f"{name} {here[name]} (ici moved)" in e.value.say("fr")
    assert path.read_bytes() == before


def test_results_that_name_a_version_alone_are_refused(tmp_path):
    """Files of older releases do not say which model played them."""
    path = tmp_path / "runs.jsonl"
    head, _, runs = WHOLE.partition(b"\n")
    old = {k: v for k, v in json.loads(head).items() if k != "release"} | {"version": "0.1.0"}
    path.write_bytes(json.dumps(old).encode() + b"\n" + runs)
    with pytest.raises(DrillError, match=r"another Cellule: cellule – \(here "):
        Store(path, DESIGN)


@pytest.mark.parametrize(
    "held", [b"My notes", b"My notes\nof Monday\n", b"7\n", b"[]\n", b"{}\n", b"\xff\xfe\n"]
)
def test_file_that_is_no_study_is_left_alone(tmp_path, held):
    """Nobody loses a file because a study was given its name."""
    path = tmp_path / "notes.txt"
    path.write_bytes(held)
    with pytest.raises(DrillError, match=r"another study's results \(format, release, scenario"):
        Store(path, DESIGN)
    assert path.read_bytes() == held


def test_folders_are_made(tmp_path):
    """The user names a place; it need not be there yet."""
    assert collected(tmp_path / "new" / "place" / "runs.jsonl") == RUNS
