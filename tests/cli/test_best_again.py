"""A search that was stopped goes on where it stopped, and ends as if nothing had happened."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from simulator.cli import team
from simulator.cli.start import status_of
from tests.builders import a_scenario_file
from tests.study.builders import Judging

ROOT = Path(__file__).parents[2]
RESULTS = ("best.jsonl", "best.json", "best.yaml")
BUDGET = ("--budget", "60", "--workers", "1", "--lang", "en")


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """The small scenario, in a folder."""
    return a_scenario_file(tmp_path_factory.mktemp("case")).parent


@pytest.fixture
def asked(monkeypatch):
    """Return what made-up workers were asked for, search after search."""
    teams = []

    class Noted(Judging):
        def __init__(self):
            super().__init__()
            teams.append(self)

    monkeypatch.setattr(team, "Alone", Noted)
    return lambda: teams[-1].asked


def searched(case, folder, monkeypatch, capsys):
    """Search with --out out from a folder; return the screen and the files."""
    folder.mkdir(exist_ok=True)
    monkeypatch.chdir(folder)
    assert status_of(["best", str(case), *BUDGET, "--out", "out"]) == 0
    return capsys.readouterr().out, files(folder)


def files(folder):
    return {name: (folder / "out" / name).read_bytes() for name in RESULTS}


def call(case, folder, seed_of_hashes):
    """Return a search as a process of its own."""
    folder.mkdir(exist_ok=True)
    return subprocess.Popen(
        [sys.executable, "-m", "simulator", "best", str(case), *BUDGET, "--out", "out"],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed_of_hashes},
    )  # fmt: skip


@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.8, 0.99])
def test_torn_search_ends_as_if_undisturbed(case, tmp_path, monkeypatch, capsys, asked, share):
    """Wherever the file was torn: the same screen, plan, numbers and runs; only the rest played."""
    undisturbed = searched(case, tmp_path / "one", monkeypatch, capsys)
    all_jobs, whole = asked(), undisturbed[1]["best.jsonl"]
    torn = whole[: int(share * len(whole))]
    place = tmp_path / "two" / "out"
    place.mkdir(parents=True)
    (place / "best.jsonl").write_bytes(torn)
    assert searched(case, tmp_path / "two", monkeypatch, capsys) == undisturbed
    assert asked() == all_jobs[max(0, torn.count(b"\n") - 1) :]


def test_finished_search_plays_nothing_again(case, tmp_path, monkeypatch, capsys, asked):
    """Who lost the screen asks again and has it at once."""
    first = searched(case, tmp_path, monkeypatch, capsys)
    assert searched(case, tmp_path, monkeypatch, capsys) == first
    assert asked() == []


@pytest.mark.parametrize(
    ("more", "differs"), [(["--budget", "80"], "budget"), (["--seed", "2"], "seed")]
)
def test_another_search_is_refused(case, tmp_path, capsys, asked, more, differs):
    """Another budget takes another way: its runs are not those on file."""
    call = ["best", str(case), *BUDGET, "--out", str(tmp_path)]
    assert status_of(call) == 0
    assert status_of([*call, *more]) == 1
    assert f"another study's results ({differs} differ)" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals differ on Windows")
def test_killed_search_ends_as_if_undisturbed(case, tmp_path):
    """SIGKILL half-way, and again; really played, in processes that share nothing."""
    undisturbed = call(case, tmp_path / "one", "1")
    screen, _ = undisturbed.communicate(timeout=120)
    assert undisturbed.returncode == 0
    path = tmp_path / "two" / "out" / "best.jsonl"
    for lines in (8, 30):
        started = call(case, tmp_path / "two", str(lines))
        while not (path.exists() and path.read_bytes().count(b"\n") > lines):
            assert started.poll() is None, "it ended before it could be killed"
            time.sleep(0.005)
        started.send_signal(signal.SIGKILL)
        assert started.communicate()[0] == ""
        assert started.returncode == -signal.SIGKILL
    last = call(case, tmp_path / "two", "7")
    assert last.communicate(timeout=120)[0] == screen
    assert files(tmp_path / "two") == files(tmp_path / "one")
    assert json.loads((tmp_path / "two" / "out" / "best.json").read_bytes())["whole"]
