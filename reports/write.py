"""A whole report on disk: figures, PDF, pages, HTML; all of it or nothing new."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from reports.facts import ReportFacts, report_facts
from reports.facts.asked import Asked
from reports.facts.shape import Illustration, Section
from reports.figures import Drawn, Scene, draw_all, save
from reports.html.page import html_page
from reports.pdf.setting import pictures, set_report
from simulator.journal.book import Journal
from simulator.scenario.shapes import Scenario
from simulator.score.scorecard import Scorecard
from simulator.text import Language

_PAGES = re.compile(r"page-\d+\.png")
# Studies have figures of their own in the same folder, named after the study.
_FIGURES = re.compile(r"(?!(ensemble|comparison|whatif)_)[a-z_]+\.(png|svg)")
OURS = {"pages": _PAGES, "figures": _FIGURES}


@dataclass(frozen=True)
class Paper:
    """What is to be written: the name of its files, what it says, its figures.

    `ours` are the files, by folder, that an earlier one of that name may have left; a paper that
    has "pages" among them has its pages as pictures too.
    """

    name: str
    facts: ReportFacts
    figures: Mapping[str, Drawn]
    ours: Mapping[str, re.Pattern[str]]


def write_report(
    scenario: Scenario,
    journal: Journal,
    scorecard: Scorecard,
    out: Path,
    language: Language,
    whatif: tuple[Section, Mapping[str, Drawn]] | None = None,
    hot_wash: Sequence[Asked] = (),
    team: str | None = None,
) -> list[Path]:
    """Write report.pdf, report.html, figures/ and pages/ under `out`; return their paths.

    `whatif` is a section on what would have changed the outcome, with its figures; `hot_wash`
    what the players answered after the end, `team` the name of who played.

    Raises:
        ValueError: when the journal does not begin with its Started entry.
    """
    section, more = whatif or (None, {})
    facts = report_facts(scenario, journal, scorecard, language, section, hot_wash, team)
    figures = {**draw_all(Scene(scenario, journal, scorecard, language)), **more}
    return write_paper(Paper("report", facts, figures, OURS), out)


def write_paper(paper: Paper, out: Path) -> list[Path]:
    """Write a paper under `out`: PDF, HTML, figures and perhaps pages; return their paths.

    Everything is made in a folder beside first, then put in place file by file: an interruption
    leaves what was there before, or whole files. Pages and figures of an earlier paper that this
    one does not have are removed.
    """
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".report-", dir=out) as folder:
        work = Path(folder)
        _make(paper, _save(paper.figures, work / "figures"), work)
        return list(_put(work, out, paper.ours))


def _save(drawings: Mapping[str, Drawn], folder: Path) -> dict[str, Illustration]:
    """Save every figure into `folder` and return them as the report sets them."""
    folder.mkdir()
    figures = {}
    for name, drawn in drawings.items():
        text = save(drawn, folder, name).read_text(encoding="utf-8")
        figures[name] = Illustration(text, drawn.alt, drawn.caption)
    return figures


def _make(paper: Paper, figures: dict[str, Illustration], work: Path) -> None:
    """Write the PDF and its pages into `work`; beside them, as typst takes one core, the rest."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        rest = beside.submit(_make_rest, paper, figures, work)
        _set(paper, figures, work)
        rest.result()


def _make_rest(paper: Paper, figures: dict[str, Illustration], work: Path) -> None:
    """Write the HTML, and the figures as pictures."""
    (work / f"{paper.name}.html").write_bytes(html_page(paper.facts, figures).encode())
    for name, picture in pictures({n: figure.svg for n, figure in figures.items()}).items():
        (work / "figures" / f"{name}.png").write_bytes(picture)


def _set(paper: Paper, figures: dict[str, Illustration], work: Path) -> None:
    """Write the PDF and its pages."""
    pdf, pages = set_report(paper.facts, figures, with_pages="pages" in paper.ours)
    (work / f"{paper.name}.pdf").write_bytes(pdf)
    (work / "pages").mkdir()
    for number, page in enumerate(pages, start=1):
        (work / "pages" / f"page-{number}.png").write_bytes(page)


def _put(work: Path, out: Path, every: Mapping[str, re.Pattern[str]]) -> Iterator[Path]:
    """Move every file from `work` to its place in `out`, and clear what is stale."""
    made = sorted(path.relative_to(work) for path in work.rglob("*") if path.is_file())
    for relative in made:
        place = out / relative
        place.parent.mkdir(exist_ok=True)
        os.replace(work / relative, place)
        yield place
    for folder, ours in every.items():
        for old in sorted((out / folder).glob("*")):
            if ours.fullmatch(old.name) and old.relative_to(out) not in made:
                old.unlink()
