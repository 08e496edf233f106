"""Writing a figure as SVG: whole or not at all, the same bytes every time."""

import io
import re
from contextlib import AbstractContextManager
from functools import lru_cache
from pathlib import Path
from threading import Lock

import matplotlib
from matplotlib.backends.backend_svg import RendererSVG

from reports.figures.scene import Drawn
from simulator.files import write_whole

_NO_METADATA = dict.fromkeys(("Date", "Creator", "Format", "Type"))
_LOCK = Lock()
_STYLE_SHEET = re.compile(r"\s*<style.*?</style>", re.DOTALL)
# Inside a tag: a text may hold the same letters.
_STYLE = re.compile(r'(<[^<>]* )style="([^"]*)"')
_NOT_TURNED = re.compile(r'(<text [^<>]*?) transform="rotate\(-?0[^"]*"')
_FONT = re.compile(r"(?:(\d+) )?([\d.]+px) (.+)")


def save(drawn: Drawn, folder: Path, name: str) -> Path:
    """Write `name`.svg into `folder` and return its path."""
    svg = io.StringIO()
    with _LOCK, _settings(name):
        pen = RendererSVG(*drawn.sheet.points, svg, metadata=_NO_METADATA)  # type: ignore[no-untyped-call]
        drawn.sheet.draw(pen)
        pen.finalize()  # type: ignore[no-untyped-call]
    return write_whole(folder / f"{name}.svg", without_styles(svg.getvalue()).encode())


def _settings(name: str) -> AbstractContextManager[None]:
    """Set what matplotlib reads at the moment of writing and cannot be given otherwise.

    The salt names the marks inside the SVG: several figures may stand in one page.
    """
    return matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": name, "svg.id": None})


def without_styles(svg: str) -> str:
    """Return the drawing with attributes in place of styles, which a strict page forbids."""
    svg = _STYLE_SHEET.sub("", svg, count=1).replace("<svg ", '<svg stroke-linejoin="round" ', 1)
    svg = _STYLE.sub(lambda found: found[1] + _as_attributes(found[2]), svg)
    return _NOT_TURNED.sub(r"\1", svg)


@lru_cache(maxsize=1024)
def _as_attributes(style: str) -> str:
    given: dict[str, str] = {}
    for part in style.split(";"):
        key, _, value = part.partition(":")
        given[key.strip()] = value.strip()
    written = _FONT.fullmatch(given.pop("font", ""))
    if written:
        given["font-weight"] = written[1] or "400"
        given["font-size"], given["font-family"] = written[2], written[3]
    return " ".join(f'{key}="{value}"' for key, value in given.items() if key)
