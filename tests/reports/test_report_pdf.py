"""The PDF: opens, is tagged and archivable, has our fonts only, and is the same every time."""

import io
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from reports.characters import covered, legible, plain
from reports.facts.shape import Illustration
from reports.pdf import setting
from reports.pdf.setting import set_report
from tests.reports.test_report_runs import HOSTILE, SHOP, facts_of

ROOT = Path(__file__).parents[2]
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 40" width="480pt" height="40pt">'
    '<text x="5" y="20" style="font: 9px \'Cellule Sans\'">vendredi 20</text></svg>'
)
FIGURES = {
    name: Illustration(SVG, f"Alt of {name}.", f"Caption of {name}.")
    for name in ("staff", "scores", "chronology", "rumour", "press_desk", "tone", "market")
}
# A second process, in another time zone, prints the digest of what it sets.
AGAIN = """
import hashlib
from tests.reports.test_report_pdf import FIGURES
from tests.reports.test_report_runs import facts_of
from reports.pdf.setting import set_report
pdf, pages = set_report(facts_of("lie", "fr"), FIGURES)
print(hashlib.sha256(pdf + b"".join(pages)).hexdigest())
"""


@cache
def made(name: str, language: Any = "fr") -> bytes:
    return set_report(facts_of(name, language), FIGURES)[0]


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def words(content: bytes) -> str:
    return " ".join("".join(page.extract_text() for page in read(content).pages).split())


@pytest.mark.parametrize(("language", "title"), [("fr", "Rapport de"), ("en", "After-action")])
def test_the_pdf_says_what_it_is(language, title):
    """A reader's window, and a screen reader, announce title and language."""
    found = read(made("silence", language))
    assert found.metadata is not None
    assert str(found.metadata.title).startswith(title)
    assert str(found.trailer["/Root"]["/Lang"]).startswith(language)
    assert found.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_the_pdf_keeps_both_standards():
    """An archive asks for PDF/A, a blind reader for PDF/UA."""
    xmp = str(read(made("silence")).xmp_metadata.stream.get_data())
    assert "pdfaid:part>2<" in xmp
    assert "pdfaid:conformance>A<" in xmp
    assert "pdfuaid:part>1<" in xmp


@pytest.mark.parametrize("name", ["silence", "hostile", SHOP])
def test_only_our_fonts_are_inside(name):
    """A font taken from the system would differ from one machine to the next."""
    fonts = set()
    for page in read(made(name)).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            fonts.add(str(font.get_object()["/BaseFont"]).partition("+")[2])
    assert fonts
    assert all(font.startswith("Cellule") for font in fonts), fonts


def test_every_finding_is_on_a_page():
    """What the facts say, the pages show."""
    said, facts = words(made("taken back")), facts_of("taken back", "fr")
    for section in facts.sections:
        assert " ".join(section.title.split()[:3]) in said
    assert " ".join(facts.cover.overall.split()) in said


def test_what_people_wrote_is_shown_as_written():
    """Markup of ours in a text of theirs is text."""
    said = words(made("hostile"))
    for part in ("#let x = 1", "<script>alert(1)</script>", "$y$", "*gras*", "@ref", "[a](b)"):
        assert part in said


def test_names_cannot_break_the_pages():
    """A title made of markup, emoji and Chinese still makes a report."""
    assert len(read(made(SHOP)).pages) >= 5


@pytest.mark.slow
def test_bytes_are_the_same_elsewhere():
    """Two laptops in two time zones make one file."""
    here, there = (
        subprocess.run(
            [sys.executable, "-c", AGAIN],
            env={**os.environ, "TZ": zone, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for zone, seed in (("UTC", "1"), ("Asia/Tokyo", "2"))
    )
    assert here == there


def test_no_date_of_today():
    """The report is dated by its exercise, never by the day it was made."""
    found = read(made("silence")).metadata
    assert found is not None
    assert found.creation_date is not None
    assert found.creation_date.year == 2015


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Déjà vu, 20 %", "Déjà vu, 20 %"),
        ("中文", "□□"),
        ("a\u202eb\u2066c\u200f", "abc"),
        ("e\u0301", "é"),
        ("x\ud800y", "x□y"),
        ("tab\there", "tab here"),
        ("line\nline", "line\nline"),
        ("🙂\u0301 q\u0301", "🙂 q\u0301"),
    ],
)
def test_characters_are_made_legible(given, shown):
    """What no font holds is a box; what reorders the text is gone."""
    assert legible(given) == shown


def test_a_browser_keeps_what_it_can_show():
    """HTML readers bring fonts for every script; only invisible marks go."""
    assert "中文" in plain(HOSTILE)
    assert "\u202e" not in plain(HOSTILE)
    assert covered(ord("🙂"))


def test_a_report_comes_out_of_any_characters(monkeypatch):
    """Should our fonts fail on some sequence, the rest of the report is worth having."""
    monkeypatch.setattr(setting, "all_legible", lambda value: value)
    pdf, pages = setting.set_report(facts_of(SHOP, "fr"), {})
    assert pages
    assert "#let x = 1" in words(pdf)
