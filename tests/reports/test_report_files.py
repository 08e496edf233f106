"""The report on disk: whole files, no leftovers, the same bytes twice."""

import hashlib
from pathlib import Path

import pytest

from reports import write
from reports.write import write_report
from simulator import score
from tests.reports.test_report_runs import played


def written(out: Path, name: str = "lie") -> list[Path]:
    scenario, journal = played(name)
    return write_report(scenario, journal, score(journal, scenario), out, "fr")


def digests(paths: list[Path]) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def test_everything_is_written_and_returned(tmp_path):
    """The command line prints what was made."""
    paths = written(tmp_path / "deep" / "out")
    names = {path.relative_to(tmp_path / "deep" / "out").as_posix() for path in paths}
    assert {"report.pdf", "report.html", "pages/page-1.png", "figures/staff.png"} <= names
    assert all(path.stat().st_size > 200 for path in paths)
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == sorted(paths)


@pytest.mark.slow
def test_twice_is_the_same(tmp_path):
    """A report made again from its journal is the report."""
    assert digests(written(tmp_path / "one")) == digests(written(tmp_path / "two"))


def test_stale_pages_go(tmp_path):
    """A shorter report must not end with the pages of a longer one; other files stay."""
    for name in ("pages/page-99.png", "figures/what_if.svg", "pages/mine.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("old")
    written(tmp_path)
    assert not (tmp_path / "pages/page-99.png").exists()
    assert not (tmp_path / "figures/what_if.svg").exists()
    assert (tmp_path / "pages/mine.txt").read_text() == "old"


def test_an_interruption_leaves_what_was_there(tmp_path, monkeypatch):
    """Ctrl-C in the middle leaves the earlier report, whole, and nothing else."""
    before = digests(written(tmp_path))

    def interrupt(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(write, "html_page", interrupt)
    with pytest.raises(KeyboardInterrupt):
        written(tmp_path, "nothing")
    assert digests([path for path in tmp_path.rglob("*") if path.is_file()]) == before
