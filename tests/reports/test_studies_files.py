"""The papers of studies on disk: whole, the same twice, side by side in one folder."""

import hashlib
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from reports.studies import write_comparison, write_ensemble, write_whatif
from simulator.study.whatif import WhatIf
from tests.reports.test_studies import KINDS, case, changed, compared, many

ROOT = Path(__file__).parents[2]


def write(kind: str, out: Path, language: Any = "fr") -> list[Path]:
    if kind == "ensemble":
        return write_ensemble(case(), many(), out, language)
    if kind == "comparison":
        return write_comparison(case(), compared(), out, language)
    return write_whatif(case(), changed(), out, language)


@pytest.mark.parametrize("kind", KINDS)
def test_paper_page_and_figures_are_written(kind, tmp_path):
    """The command line prints what was made; nothing else is left behind."""
    paths = write(kind, tmp_path / "out")
    names = {path.relative_to(tmp_path / "out").as_posix() for path in paths}
    assert {f"{kind}.pdf", f"{kind}.html"} <= names
    assert any(re.fullmatch(rf"figures/{kind}_[a-z]+\.png", name) for name in names)
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == sorted(paths)


def digests(paths: list[Path]) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


@pytest.mark.parametrize("kind", KINDS)
def test_twice_is_the_same_study(kind, tmp_path):
    """A study made again is the study, to the byte."""
    one, two = (digests(write(kind, tmp_path / name)) for name in ("one", "two"))
    assert one == two


def test_studies_share_a_folder(tmp_path):
    """One study must not clear the figures of another, only its own stale ones."""
    first = write("comparison", tmp_path)
    stale = tmp_path / "figures" / "whatif_old.png"
    stale.write_text("old")
    write("whatif", tmp_path)
    assert all(path.exists() for path in first)
    assert not stale.exists()


def test_the_pdf_is_tagged_and_titled(tmp_path):
    """A study is read aloud and archived like any report."""
    write("ensemble", tmp_path, "en")
    reader = PdfReader(tmp_path / "ensemble.pdf")
    catalog: Any = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert "One plan, many seeds" in str(reader.metadata.title)
    assert len(reader.pages) <= 3


def test_one_plan_compares_with_nothing(tmp_path):
    """There is then no figure, and the title says why."""
    paths = write_comparison(case(), compared(8, 1), tmp_path, "en")
    assert {path.suffix for path in paths} == {".pdf", ".html"}


def test_no_change_at_all(tmp_path):
    """A plan that cannot be changed still has its paper."""
    paths = write_whatif(case(), WhatIf(8, 0, ()), tmp_path, "fr")
    assert {path.suffix for path in paths} == {".pdf", ".html"}


def test_heavy_packages_wait():
    """Listing scenarios must not wait for drawing, setting or statistics."""
    heavy = "{'matplotlib', 'typst', 'scipy'}"
    code = f"import sys, simulator.cli, reports.facts; print({heavy} & set(sys.modules))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
