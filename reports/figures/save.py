"""Writing a figure as SVG and PNG: whole or not at all, the same bytes every time."""

import io
import os
from pathlib import Path
from threading import Lock
from typing import Any

import matplotlib

from reports.figures.ink import DPI
from reports.figures.scene import Drawn

# Read from matplotlib's settings at the moment of writing, and nowhere else to be given.
_SETTINGS: dict[str, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "cellule",
    "svg.id": None,
    "savefig.bbox": None,
    "savefig.transparent": False,
    "path.sketch": None,
    "path.effects": [],
}
_LOCK = Lock()


def save(drawn: Drawn, folder: Path, name: str) -> tuple[Path, Path]:
    """Write `name`.svg and `name`.png into `folder` and return their paths."""
    svg, png = io.BytesIO(), io.BytesIO()
    with _LOCK, matplotlib.rc_context(_SETTINGS):
        drawn.figure.savefig(svg, format="svg", metadata={"Date": None, "Creator": None})
        drawn.figure.savefig(
            png, format="png", dpi=DPI, metadata={"Software": None}, pil_kwargs={"compress_level": 6}
        )
    return _put(folder / f"{name}.svg", svg.getvalue()), _put(folder / f"{name}.png", png.getvalue())


def _put(path: Path, content: bytes) -> Path:
    beside = path.with_name(path.name + ".part")
    beside.write_bytes(content)
    os.replace(beside, path)
    return path
