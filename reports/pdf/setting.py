"""From facts and figures to a PDF and its pages as pictures."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Literal

import typst

from reports.characters import all_legible
from reports.facts.shape import Illustration, ReportFacts

# Tagged and archivable, and readable aloud.
STANDARDS: tuple[Literal["a-2a"], Literal["ua-1"]] = ("a-2a", "ua-1")
PAGE_DPI = 120


def set_report(
    facts: ReportFacts, figures: Mapping[str, Illustration]
) -> tuple[bytes, list[bytes]]:
    """Return the report as a PDF, and every page as a PNG."""
    compiler, template = _compiler(facts, figures), _template()
    pdf = compiler.compile(
        template, format="pdf", pdf_standards=[*STANDARDS], timestamp=facts.dated
    )
    pages = compiler.compile(template, format="png", ppi=PAGE_DPI, timestamp=facts.dated)
    assert isinstance(pdf, bytes)
    return pdf, [pages] if isinstance(pages, bytes) else list(pages or [])


def _compiler(facts: ReportFacts, figures: Mapping[str, Illustration]) -> typst.Compiler:
    drawn = {name: asdict(figure) for name, figure in figures.items()}
    inputs = {"report": _as_text(facts.as_json()), "figures": _as_text(drawn)}
    return typst.Compiler(font_paths=_fonts(), sys_inputs=inputs)


def _as_text(value: Any) -> str:
    return json.dumps(all_legible(value), ensure_ascii=False)


@cache
def _template() -> bytes:
    return files("reports.pdf").joinpath("template.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """Return our fonts and no others, read once."""
    with as_file(files("reports").joinpath("fonts")) as folder:
        paths: list[Any] = [Path(folder)]
        return typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=paths
        )
