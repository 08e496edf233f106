"""Studies from the command line."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from simulator.cli.start import status_of
from tests.builders import a_scenario_file

FEW = ("-n", "3", "--workers", "1")


@pytest.fixture(autouse=True)
def in_english(monkeypatch):
    """Tests read English unless they ask for French."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def case(tmp_path_factory) -> Path:
    """The small scenario in a folder, with a set that speaks and one that does not."""
    file = a_scenario_file(tmp_path_factory.mktemp("case"))
    sets = file.parent / "decisions"
    sets.mkdir(exist_ok=True)
    about = "title: {fr: Plan, en: Plan}\nabout: {fr: Un plan., en: A plan.}\n"
    word = "{id: word, at: T+4h, do: publish, channels: [press_release], facts: [leaked]}"
    (sets / "typical.yaml").write_text(f"{about}decisions:\n  - {word}\n")
    (sets / "silence.yaml").write_text(f"{about}decisions: []\n")
    return file


def said(capsys, *arguments: str, status: int = 0) -> str:
    """Run a command and return what it printed on standard output."""
    assert status_of(list(arguments)) == status
    return str(capsys.readouterr().out)


def test_ensemble_tells_the_letters_and_where_luck_is(case, tmp_path, capsys):
    """How often which letter, between what and what, and whose doing it was."""
    page = said(capsys, "ensemble", str(case), *FEW, "--out", str(tmp_path))
    assert "3 seeds" in page
    assert "Where the variance comes from" in page
    written = {path.name for path in tmp_path.iterdir()}
    assert {"ensemble.jsonl", "ensemble.json", "ensemble.pdf", "ensemble.html"} <= written


def test_ensemble_goes_on_where_it_stopped(case, tmp_path, capsys):
    """The same command again plays nothing twice; more seeds play only those."""
    arguments = ("ensemble", str(case), "--no-report", "--workers", "1", "--out", str(tmp_path))
    said(capsys, *arguments, "-n", "2")
    first = (tmp_path / "ensemble.jsonl").read_bytes()
    said(capsys, *arguments, "-n", "3")
    assert (tmp_path / "ensemble.jsonl").read_bytes().startswith(first)


def test_another_study_is_not_overwritten(case, tmp_path, capsys):
    """Results of another scenario in the same folder are kept, and named."""
    said(capsys, "ensemble", str(case), *FEW, "--no-report", "--out", str(tmp_path))
    kept = (tmp_path / "ensemble.jsonl").read_bytes()
    arguments = ("ensemble", "gemalto-2015", *FEW, "--no-report", "--out", str(tmp_path))
    assert status_of(list(arguments)) == 1
    assert "another study" in capsys.readouterr().err
    assert (tmp_path / "ensemble.jsonl").read_bytes() == kept


def test_compare_sets_side_by_side(case, tmp_path, capsys):
    """Every shipped set, without being asked which."""
    page = said(capsys, "compare", str(case), *FEW, "--out", str(tmp_path))
    assert "silence over plan" in page
    assert "typical over plan" in page
    assert (tmp_path / "comparison.pdf").exists()


def test_compare_needs_two_plans(case, tmp_path, capsys):
    """One plan has nothing to be held against."""
    arguments = ["compare", str(case), "--decisions", "silence", "--out", str(tmp_path)]
    assert status_of(arguments) == 1
    assert "two plans are needed" in capsys.readouterr().err


def test_whatif_ranks_what_would_have_mattered(case, tmp_path, capsys):
    """Without options, everything that one could have done otherwise is tried."""
    page = said(capsys, "whatif", str(case), "--decisions", "silence", *FEW, "--out", str(tmp_path))
    assert "speaking 1 h after the story" in page
    assert (tmp_path / "whatif.html").exists()


@pytest.mark.parametrize(
    "options", [["--shift", "word=-1h"], ["--shift", "word=+30 min"], ["--drop", "word"]]
)
def test_whatif_tries_one_change(case, tmp_path, capsys, options):
    """One question, one answer with its interval."""
    arguments = ("whatif", str(case), *options, *FEW, "--no-report", "--json")
    found = json.loads(said(capsys, *arguments, "--out", str(tmp_path)))
    assert [effect["change"] for effect in found["effects"]] == ["changed"]


def test_whatif_adds_the_decisions_of_a_file(case, tmp_path, capsys):
    """A plan of three lines is written faster than said in options."""
    file = tmp_path / "more.yaml"
    cell = "{id: cell, at: T+1h, do: activate_cell}"
    file.write_text(
        f"title: {{fr: Plus, en: More}}\nabout: {{fr: Plus., en: More.}}\ndecisions:\n  - {cell}\n"
    )
    arguments = ("whatif", str(case), "--add", str(file), *FEW, "--no-report", "--json")
    found = json.loads(said(capsys, *arguments, "--out", str(tmp_path)))
    assert found["effects"][0]["values"]["reactivity"]["value"] > 0


@pytest.mark.parametrize(
    ("shift", "complaint"),
    [("nope=-1h", "those of the plan: word"), ("word", "write the id"), ("word=-9h", "leaves")],
)
def test_wrong_shift_says_what_to_write(case, tmp_path, capsys, shift, complaint):
    """Whoever mistypes learns what would have been right."""
    assert status_of(["whatif", str(case), "--shift", shift, "--out", str(tmp_path)]) == 1
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", ("Et si", "Ce qui aurait changé")), ("en", ("What if", "What would have changed it"))],
)
def test_whatif_of_a_journal_enters_its_report(case, tmp_path, capsys, language, words):
    """What was decided live, and what would have changed it, in one report, on paper and screen."""
    arguments = ("replay", str(case), "--decisions", "typical", "--no-report")
    said(capsys, *arguments, "--out", str(tmp_path))
    journal = tmp_path / "journal.jsonl"
    said(capsys, "whatif", str(journal), *FEW, "--lang", language, "--out", str(tmp_path))
    pages = PdfReader(tmp_path / "report.pdf").pages
    paper = " ".join(" ".join(page.extract_text() for page in pages).split())
    screen = (tmp_path / "report.html").read_text("utf-8")
    assert all(word in paper and word in screen for word in words)


def test_whatif_of_a_journal_begins_with_the_luck_it_had(case, tmp_path, capsys):
    """The first run of the study is the run that was recorded."""
    arguments = ("replay", str(case), "--decisions", "typical", "--no-report", "--seed", "5")
    card = json.loads(said(capsys, *arguments, "--json", "--out", str(tmp_path)))
    asked = ("whatif", str(tmp_path / "journal.jsonl"), "--drop", "word", "--no-report")
    said(capsys, *asked, *FEW, "--out", str(tmp_path))
    lines = (tmp_path / "whatif.jsonl").read_text("utf-8").splitlines()
    first = json.loads(lines[1])
    assert (first["arm"], first["seed"]) == ("as-played", 5)
    assert first["values"]["overall"] == pytest.approx(card["overall"]["score"], abs=1e-3)


def test_studies_are_listed_with_the_others(capsys):
    """Heavy to import, they are still in the help."""
    page = said(capsys, "--help")
    assert all(name in page for name in ("ensemble", "compare", "whatif", "replay"))
