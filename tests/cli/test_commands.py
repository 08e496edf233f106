"""The command line as a newcomer meets it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from simulator.cli.commands import build
from simulator.cli.language import Voice
from simulator.cli.start import status_of
from simulator.scenario import shipped
from tests.builders import a_scenario_file
from tests.scenario.test_variants import SWITCHED

JSONL = "journal.jsonl"


@pytest.fixture(autouse=True)
def in_english(monkeypatch):
    """Tests read English unless they ask for French."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def played(tmp_path_factory):
    """A folder with the historical run, without its report."""
    out = tmp_path_factory.mktemp("played")
    assert (
        status_of(["replay", "gemalto-2015", "--no-report", "--seed", "1", "--out", str(out)]) == 0
    )
    return out


def said(capsys, *arguments: str, status: int = 0) -> str:
    """Run a command and return what it printed on both streams."""
    assert status_of(list(arguments)) == status
    out, err = capsys.readouterr()
    return out + err


def test_list_names_every_scenario(capsys):
    """The first thing one types."""
    lines = said(capsys, "list").splitlines()
    assert [line.split()[0] for line in lines] == list(shipped())
    assert "historical" in next(line for line in lines if line.startswith("gemalto-2015 "))


def test_list_for_machines(capsys):
    """Scripts read JSON, and nothing else on that stream."""
    rows = json.loads(said(capsys, "list", "--json"))
    gemalto = next(row for row in rows if row["id"] == "gemalto-2015")
    assert set(gemalto["decisions"]) >= {"exemplary", "historical", "silence"}
    assert gemalto["variants"] == []


@pytest.fixture
def switched(tmp_path):
    """A folder with a scenario in two variants."""
    a_scenario_file(tmp_path, SWITCHED)
    return str(tmp_path)


def test_list_shows_variants(capsys, monkeypatch, switched):
    """One sees from the list what can be played."""
    monkeypatch.setattr("simulator.cli.scenarios.shipped", lambda: (switched,))
    assert said(capsys, "list").endswith("A small leak  (plan)  [alone, linked]\n")
    assert json.loads(said(capsys, "list", "--json"))[0]["variants"] == ["alone", "linked"]


def test_show_says_which_variant(capsys, switched):
    """The facilitator prepares one of them."""
    page = said(capsys, "show", f"{switched}:linked")
    assert page.startswith("A small leak · Linked\n")
    assert "  linked (this one): Linked. The server is shared." in page
    assert "  alone: Alone." in page
    assert "Through the neighbour" in page
    assert "Through the neighbour" not in said(capsys, "show", switched)


def test_verdict_says_which_variant(capsys, switched, tmp_path):
    """Two results of one file must not be mixed up."""
    out = str(tmp_path / "out")
    plan = ["--decisions", "plan", "--no-report", "--out", out]
    assert "A small leak · Linked  ·  plan" in said(capsys, "replay", f"{switched}:linked", *plan)
    assert "A small leak · Linked  ·  plan" in said(capsys, "score", f"{out}/{JSONL}")


def test_unknown_variant_is_one_clear_line(capsys, switched):
    """Never a traceback."""
    page = said(capsys, "show", f"{switched}:linkd", status=1)
    assert "did you mean 'linked'? Allowed: alone, linked" in page
    assert len(page.splitlines()) == 1


def test_completion_offers_variants(monkeypatch, switched):
    """Tab after the colon."""
    monkeypatch.setattr("simulator.cli.options.shipped", lambda: (switched, "gemalto-2015"))
    command = build(Voice("en")).commands["show"]
    complete = ShellComplete(command, {}, "cellule", "_CELLULE_COMPLETE")
    offered = [item.value for item in complete.get_completions([], f"{switched}:l")]
    assert offered == [f"{switched}:linked"]
    offered = [item.value for item in complete.get_completions([], switched)]
    assert offered == [switched, f"{switched}:alone", f"{switched}:linked"]
    assert [item.value for item in complete.get_completions([], "gem")] == ["gemalto-2015"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_show_speaks_both_languages(capsys, language):
    """A facilitator prepares from this page alone."""
    page = said(capsys, "show", "gemalto-2015", "--lang", language)
    words = {
        "fr": ("Objectifs", "Chronogramme", "à taire"),
        "en": ("Objectives", "MSEL", "to withhold"),
    }
    assert all(word in page for word in words[language])


def test_locale_chooses_the_language(capsys, monkeypatch):
    """A French laptop speaks French without being asked."""
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert "Chronogramme" in said(capsys, "show", "gemalto-2015")


def test_check_says_all_is_well(capsys):
    """An author wants to hear it."""
    assert "nothing wrong" in said(capsys, "check", "scenarios/gemalto-2015/scenario.yaml")


def test_check_names_the_line(capsys, tmp_path):
    """An author wants the line to change."""
    source = Path("scenarios/gemalto-2015/scenario.yaml").read_text(encoding="utf-8")
    broken = tmp_path / "scenario.yaml"
    broken.write_text(source.replace("horizon: 10 d", "horizon: ten days"), encoding="utf-8")
    page = said(capsys, "check", str(broken), status=1)
    assert f"{broken}:" in page
    assert "horizon" in page


def test_replay_writes_journal_and_scorecard(played):
    """What design promises of a replay."""
    card = json.loads((played / "scorecard.json").read_text(encoding="utf-8"))
    assert (card["scenario"], card["seed"], card["decisions"]) == ("gemalto-2015", 1, "historical")
    assert {"id", "score", "weight", "rating", "evidence", "explanation", "action"} <= set(
        card["reactivity"]["criteria"][0]
    )
    assert not list(played.glob("*.part"))


def test_replay_prints_the_verdict(capsys, tmp_path):
    """One letter, two axes, every criterion with its sentence."""
    page = said(
        capsys,
        "replay",
        "gemalto-2015",
        "--decisions",
        "silence",
        "--no-report",
        "--out",
        str(tmp_path),
    )
    assert "silence" in page
    assert "F   0 out of 100" in page


def test_replay_for_machines_prints_only_json(capsys, tmp_path):
    """`--json` gives machine output on stdout and nothing else there."""
    arguments = ["replay", "gemalto-2015", "--no-report", "--json", "--out", str(tmp_path)]
    assert status_of(arguments) == 0
    assert json.loads(capsys.readouterr().out)["overall"]["grade"]


def test_score_from_the_journal_alone_is_the_same(capsys, played):
    """An old exercise can be scored again, unrun."""
    again = json.loads(said(capsys, "score", str(played / JSONL), "--json"))
    assert again == json.loads((played / "scorecard.json").read_text(encoding="utf-8"))


def test_why_walks_back_to_a_root(capsys, played):
    """The question every board asks."""
    lines = (played / JSONL).read_text(encoding="utf-8").splitlines()
    article = next(json.loads(line)["id"] for line in lines[60:] if '"article_published"' in line)
    page = said(capsys, "why", str(played / JSONL), str(article))
    assert "the story breaks" in page
    assert "The Intercept: American and British agencies" in page


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["repaly"], 2, "replay?"),
        (["replay", "gemalto"], 1, "did you mean 'gemalto-2015'"),
        (["replay", "gemalto-2015", "--decisions", "historcal"], 1, "historical"),
        (["replay", "gemalto-2015", "--sed", "3"], 2, "--seed"),
        (["replay", "gemalto-2015", "--seed", "-1"], 2, "0 or more"),
        (["replay", "gemalto-2015", "--seed", "x"], 2, "a whole number"),
        (["replay"], 2, "SCENARIO is missing"),
        (["list", "--lang", "de"], 2, "fr, en"),
        (["check", "no-such-file.yaml"], 1, "no-such-file.yaml"),
        (["score", "no-such.jsonl"], 1, "no-such.jsonl"),
        (["score", "/dev/null"], 1, "/dev/null"),
        (["why", "README.md", "3"], 1, "README.md"),
        (["completion", "tcsh"], 2, "bash, zsh, fish"),
    ],
)
def test_wrong_use_is_one_clear_line(capsys, arguments, status, words):
    """Where, what was given, what is allowed; never a traceback."""
    page = said(capsys, *arguments, status=status)
    assert words in page
    assert "Traceback" not in page


def test_why_beyond_the_journal_says_its_range(capsys, played):
    """A mistyped number is told what numbers there are."""
    assert "they go from 1 to" in said(capsys, "why", str(played / JSONL), "99999", status=1)


def test_out_that_is_a_file_is_one_line(capsys, tmp_path):
    """A folder cannot be made where a file is."""
    file = tmp_path / "taken"
    file.write_text("here")
    page = said(capsys, "replay", "gemalto-2015", "--no-report", "--out", str(file), status=1)
    assert "taken" in page
    assert file.read_text() == "here"


NOTICE = """On 3 March an unauthorised third party copied our customer file.
Your name and e-mail address are concerned; no card data was taken. We apologise.
Change your password. Questions: help@example.org. Ann Martin, chief executive."""


def test_grade_shows_the_words_that_earned_it(capsys, tmp_path):
    """A letter without its reasons convinces nobody."""
    file = tmp_path / "notice.txt"
    file.write_text(NOTICE, encoding="utf-8")
    page = said(capsys, "grade", str(file))
    assert "help@example.org" in page
    assert "- Empathy" in page


def test_grade_for_machines_keeps_its_contract(capsys, tmp_path):
    """Scripts count on these keys."""
    file = tmp_path / "notice.txt"
    file.write_text(NOTICE, encoding="utf-8")
    reading = json.loads(said(capsys, "grade", str(file), "--json"))
    assert {"communication", "legal", "elements", "faults", "readability"} <= set(reading)
    assert {"id", "found", "evidence"} == set(reading["elements"][0])


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x80abc"])
def test_grade_refuses_what_is_not_text(capsys, tmp_path, content):
    """One line, no traceback."""
    file = tmp_path / "notice.bin"
    file.write_bytes(content)
    assert "UTF-8" in said(capsys, "grade", str(file), status=1)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(capsys, shell):
    """Tab knows commands, scenarios and decision sets."""
    script = said(capsys, "completion", shell)
    assert "_CELLULE_COMPLETE" in script
    assert ("COMP_WORDBREAKS" in script) == (shell == "bash")


def test_module_is_the_same_command():
    """`python -m simulator` where the script is not on the path."""
    shown = subprocess.run(
        [sys.executable, "-m", "simulator", "list"], capture_output=True, text=True, check=True
    )
    assert "gemalto-2015" in shown.stdout


def test_same_bytes_in_another_process_and_zone(tmp_path, played):
    """Same three, same journal: wherever the laptop is."""
    away = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7"}
    command = [
        sys.executable,
        "-m",
        "simulator",
        "replay",
        "gemalto-2015",
        "--no-report",
        "--out",
        str(tmp_path),
    ]
    subprocess.run(command, env=away, check=True, capture_output=True)
    for name in (JSONL, "scorecard.json"):
        assert (tmp_path / name).read_bytes() == (played / name).read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals differ on Windows")
def test_interrupted_replay_leaves_no_half_file(tmp_path):
    """Ctrl-C at any moment: whole files or none."""
    command = [sys.executable, "-m", "simulator", "replay", "gemalto-2015", "--out", str(tmp_path)]
    for delay in (0.3, 0.6, 0.9, 1.2, 1.6, 2.0, 2.5):
        started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(delay)
        started.send_signal(signal.SIGINT)
        _, error = started.communicate(timeout=60)
        assert b"Traceback" not in error or b"KeyboardInterrupt" in error.splitlines()[-1]
        assert not list(tmp_path.rglob("*.part"))
        for file in tmp_path.rglob("*.json"):
            json.loads(file.read_text(encoding="utf-8"))


def test_a_journal_is_replayed(played, capsys, tmp_path):
    """Scenario, seed and decisions are in the file; the same bytes come out."""
    said(capsys, "replay", str(played / JSONL), "--no-report", "--out", str(tmp_path))
    assert (tmp_path / JSONL).read_bytes() == (played / JSONL).read_bytes()
    assert (tmp_path / "scorecard.json").read_bytes() == (played / "scorecard.json").read_bytes()


@pytest.mark.parametrize("more", [("--seed", "2"), ("--decisions", "silence")])
def test_a_journal_is_replayed_as_it_is(played, capsys, more):
    """Nobody wonders which of two seeds was played."""
    assert "its decisions and its seed" in said(
        capsys, "replay", str(played / JSONL), *more, status=1
    )
