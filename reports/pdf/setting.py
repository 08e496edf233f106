"""From facts and figures to a PDF and its pages as pictures."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Literal

import typst

from reports.characters import all_bare, all_legible
from reports.facts.shape import Illustration, ReportFacts

# Tagged and archivable, and readable aloud.
STANDARDS: tuple[Literal["a-2a"], Literal["ua-1"]] = ("a-2a", "ua-1")
PAGE_DPI, PICTURE_DPI = 120, 200
_PICTURES = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#for drawing in json(bytes(sys.inputs.drawings)) { page(image(bytes(drawing), format: "svg")) }
"""


def set_report(
    facts: ReportFacts, figures: Mapping[str, Illustration], *, with_pages: bool = True
) -> tuple[bytes, list[bytes]]:
    """Return the report as a PDF, and every page as a PNG unless `with_pages` says otherwise.

    Where our fonts have no way to set some sequence of characters, all but Latin becomes □: a
    report always comes out.
    """
    try:
        pdf, compiler = _set(facts, figures, all_legible)
    except typst.TypstError:
        pdf, compiler = _set(facts, figures, all_bare)
    return pdf, _pages(compiler, facts.dated) if with_pages else []


def _set(
    facts: ReportFacts, figures: Mapping[str, Illustration], made_safe: Callable[[Any], Any]
) -> tuple[bytes, typst.Compiler]:
    drawn = {name: asdict(figure) for name, figure in figures.items()}
    inputs = {"report": made_safe(facts.as_json()), "figures": made_safe(drawn)}
    texts = {name: json.dumps(value, ensure_ascii=False) for name, value in inputs.items()}
    compiler = typst.Compiler(font_paths=_fonts(), sys_inputs=texts)
    pdf = compiler.compile(
        _template(), format="pdf", pdf_standards=[*STANDARDS], timestamp=facts.dated
    )
    assert isinstance(pdf, bytes)
    return pdf, compiler


def _pages(compiler: typst.Compiler, dated: int) -> list[bytes]:
    pages = compiler.compile(_template(), format="png", ppi=PAGE_DPI, timestamp=dated)
    return [pages] if isinstance(pages, bytes) else list(pages or [])


def pictures(drawings: Mapping[str, str]) -> dict[str, bytes]:
    """Return SVG drawings as PNG, by name, each at its own size.

    typst sets them in a third of the time matplotlib takes, with the letters of the report.
    """
    if not drawings:
        return {}
    texts = all_legible(list(drawings.values()))
    compiler = typst.Compiler(font_paths=_fonts(), sys_inputs={"drawings": json.dumps(texts)})
    made = compiler.compile(_PICTURES, format="png", ppi=PICTURE_DPI, timestamp=0)
    pages = [made] if isinstance(made, bytes) else list(made or [])
    return dict(zip(drawings, pages, strict=True))


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
