"""The whole report on disk: figures, PDF, pages, HTML; all of it or nothing new."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from reports.facts import ReportFacts, report_facts
from reports.facts.shape import Illustration
from reports.figures import Scene, draw_all, save
from reports.html.page import html_page
from reports.pdf.setting import pictures, set_report
from simulator.journal.book import Journal
from simulator.scenario.shapes import Scenario
from simulator.score.scorecard import Scorecard
from simulator.text import Language

_OURS = {"pages": re.compile(r"page-\d+\.png"), "figures": re.compile(r"[a-z_]+\.(png|svg)")}


def write_report(
    scenario: Scenario, journal: Journal, scorecard: Scorecard, out: Path, language: Language
) -> list[Path]:
    """Write report.pdf, report.html, figures/ and pages/ under `out`; return their paths.

    Everything is made in a folder beside first, then put in place file by file: an interruption
    leaves what was there before, or whole files. Pages and figures of an earlier report that this
    one does not have are removed.

    Raises:
        ValueError: when the journal does not begin with its Started entry.
    """
    facts = report_facts(scenario, journal, scorecard, language)
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".report-", dir=out) as folder:
        work = Path(folder)
        figures = _draw(Scene(scenario, journal, scorecard, language), work / "figures")
        _make(facts, figures, work)
        return list(_put(work, out))


def _draw(scene: Scene, folder: Path) -> dict[str, Illustration]:
    """Draw every figure into `folder` and return them as the report sets them."""
    folder.mkdir()
    figures = {}
    for name, drawn in draw_all(scene).items():
        text = save(drawn, folder, name).read_text(encoding="utf-8")
        figures[name] = Illustration(text, drawn.alt, drawn.caption)
    for name, picture in pictures({n: figure.svg for n, figure in figures.items()}).items():
        (folder / f"{name}.png").write_bytes(picture)
    return figures


def _make(facts: ReportFacts, figures: dict[str, Illustration], work: Path) -> None:
    """Write the PDF, its pages and the HTML into `work`."""
    pdf, pages = set_report(facts, figures)
    (work / "report.pdf").write_bytes(pdf)
    (work / "report.html").write_bytes(html_page(facts, figures).encode())
    (work / "pages").mkdir()
    for number, page in enumerate(pages, start=1):
        (work / "pages" / f"page-{number}.png").write_bytes(page)


def _put(work: Path, out: Path) -> Iterator[Path]:
    """Move every file from `work` to its place in `out`, and clear what is stale."""
    made = sorted(path.relative_to(work) for path in work.rglob("*") if path.is_file())
    for relative in made:
        place = out / relative
        place.parent.mkdir(exist_ok=True)
        os.replace(work / relative, place)
        yield place
    for folder, ours in _OURS.items():
        for old in sorted((out / folder).glob("*")):
            if ours.fullmatch(old.name) and old.relative_to(out) not in made:
                old.unlink()
