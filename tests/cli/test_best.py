"""The search as its user meets it: a verdict, a plan in a file, numbers beside it."""

import json
import sys

import pytest

from simulator.cli import team
from simulator.cli.start import status_of
from simulator.scenario import check_file
from simulator.study.workers import Alone
from tests.builders import a_scenario_file
from tests.study.builders import Judging


@pytest.fixture(autouse=True)
def in_english(monkeypatch):
    """Tests read English unless they ask for French."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """The small scenario, in a folder."""
    folder = tmp_path_factory.mktemp("case")
    a_scenario_file(folder)
    return folder


@pytest.fixture(scope="module")
def out(case, tmp_path_factory):
    """What a search of the small scenario left."""
    folder = tmp_path_factory.mktemp("best")
    asked = ["best", str(case), "--budget", "40", "--workers", "1", "--out", str(folder)]
    assert status_of(asked) == 0
    return folder


def stopping(after: int) -> type:
    """Return workers whose user presses Ctrl-C after so many runs."""

    class Stopping(Alone):
        made = 0

        def play(self, design, jobs):
            for run in super().play(design, jobs):
                Stopping.made += 1
                if Stopping.made > after:
                    raise KeyboardInterrupt
                yield run

    return Stopping


def search(case, out, *more):
    return status_of(
        ["best", str(case), "--budget", "40", "--workers", "1", "--out", str(out), *more]
    )


def test_found_plan_is_a_file_that_replays(case, out, tmp_path):
    """It passes the check and is played, no decision refused."""
    file = out / "best.yaml"
    assert not check_file(file)
    again = ["replay", str(case), "--decisions", str(file), "--no-report", "--out", str(tmp_path)]
    assert status_of(again) == 0
    assert "decision_refused" not in (tmp_path / "journal.jsonl").read_text(encoding="utf-8")


def test_numbers_stand_beside_the_plan(out):
    """Scripts read what the screen says."""
    result = json.loads((out / "best.json").read_text(encoding="utf-8"))
    assert result["reference"] == result["start"] == "plan"
    assert result["spent"] <= 40
    assert set(result["differences"]) == {"alike", "as_written"}
    assert all(set(line) == {"fr", "en"} for line in result["changes"])


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("plan", "replications", "On equal terms")), ("fr", ("plan", "répétitions", "égaux"))],
)
def test_screen_says_what_was_found(monkeypatch, capsys, case, tmp_path, language, words):
    """In both languages: a verdict with its interval, the changes, the files."""
    monkeypatch.setattr(team, "Alone", Judging)
    assert search(case, tmp_path, "--lang", language) == 0
    said = capsys.readouterr().out
    assert all(word in said for word in words)
    assert str(tmp_path / "best.yaml") in said


def test_json_is_alone_on_its_stream(monkeypatch, capsys, case, tmp_path):
    """The bar is on the other one."""
    monkeypatch.setattr(team, "Alone", Judging)
    assert search(case, tmp_path, "--json") == 0
    assert json.loads(capsys.readouterr().out)["tried"] > 1


def test_interrupted_search_keeps_the_best(monkeypatch, capsys, case, tmp_path):
    """And says that nothing is confirmed."""
    monkeypatch.setattr(team, "Alone", stopping(20))
    assert search(case, tmp_path) == 130
    assert "nothing is confirmed" in capsys.readouterr().out
    assert not check_file(tmp_path / "best.yaml")
    assert json.loads((tmp_path / "best.json").read_bytes())["whole"] is False


def test_nothing_met_leaves_nothing(monkeypatch, capsys, case, tmp_path):
    """Ctrl-C at once: no file of guesses, only that of the runs, still without any."""
    monkeypatch.setattr(team, "Alone", stopping(0))
    assert search(case, tmp_path) == 130
    assert "Interrupted" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["best.jsonl"]
    assert (tmp_path / "best.jsonl").read_bytes().count(b"\n") == 1


def test_missing_optuna_is_said_at_once(monkeypatch, capsys, case, tmp_path):
    """Before an hour of runs, and with what to type."""
    monkeypatch.setitem(sys.modules, "optuna", None)
    assert search(case, tmp_path) == 1
    assert "pip install 'cellule[best]'" in capsys.readouterr().err


def test_budget_that_is_too_small_is_refused(capsys, case):
    """Nothing can be searched and confirmed with ten runs."""
    assert status_of(["best", str(case), "--budget", "10"]) == 2
    assert "40" in capsys.readouterr().err
