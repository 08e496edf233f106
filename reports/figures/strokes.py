"""What stands on a sheet, each thing drawn by matplotlib at its place in mm."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_rgba
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from reports.figures.ink import INK, LABEL, MM_PER_POINT, PAPER, REGULAR, font

Align = Literal["left", "center", "right"]
Kind = Literal["o", "s", "x"]
_CAP_HEIGHT = 0.7  # of the size of our sans
_DASH, _GAP = 3, 2  # times the thickness of the line
_CROSS, _HOLLOW = 1.4, 1.0


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: points, colour, weight, and which of its sides stands at x."""

    size: float = LABEL
    color: str = INK
    weight: int = REGULAR
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Line:
    """A line through some places, `points` thick."""

    xs: Sequence[float]
    ys: Sequence[float]
    color: str
    points: float
    dashed: bool

    def draw(self, renderer: RendererBase, mm: Transform) -> None:
        """Draw the line."""
        pen = _pen(renderer, self.color, self.points)
        pen.set_joinstyle("round")
        if self.dashed:
            pen.set_dashes(0, [_DASH * self.points, _GAP * self.points])
        renderer.draw_path(pen, Path(np.column_stack((self.xs, self.ys))), mm)


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape with these corners."""

    corners: Sequence[tuple[float, float]]
    color: str

    def draw(self, renderer: RendererBase, mm: Transform) -> None:
        """Fill the shape."""
        path = Path([*self.corners, self.corners[0]], closed=True)
        renderer.draw_path(_pen(renderer, self.color, 0), path, mm, to_rgba(self.color))


@dataclass(frozen=True, slots=True)
class Mark:
    """A circle, a square or a cross of `size` points; a hollow one is white inside."""

    x: float
    y: float
    kind: Kind
    color: str
    size: float
    hollow: bool

    def draw(self, renderer: RendererBase, mm: Transform) -> None:
        """Draw the mark."""
        style = _marker(self.kind)
        edge = _CROSS if self.kind == "x" else _HOLLOW if self.hollow else 0
        pen = _pen(renderer, self.color, edge)
        pen.set_joinstyle(style.get_joinstyle())
        pen.set_capstyle(style.get_capstyle())
        shape = style.get_path(), Affine2D(style.get_transform().get_matrix()).scale(self.size)
        inside = to_rgba(PAPER if self.hollow else self.color)
        renderer.draw_markers(pen, *shape, Path([(self.x, self.y)]), mm, inside)


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text with the middle of its capitals at y."""

    x: float
    y: float
    text: str
    style: Style

    @property
    def place(self) -> tuple[float, float]:
        """Return where the text is anchored on its baseline."""
        return self.x, self.y + _CAP_HEIGHT / 2 * self.style.size * MM_PER_POINT

    def draw(self, renderer: RendererBase, mm: Transform) -> None:
        """Write the text."""
        style = self.style
        x, y = mm.transform(self.place)
        anchor = _anchor(style.align)
        anchor.set_position((x, y))
        _, height = renderer.get_canvas_width_height()
        letters = font(self.text, style.size, style.weight)
        pen = _pen(renderer, style.color, 0)
        renderer.draw_text(pen, x, height - y, self.text, letters, 0, mtext=anchor)


def _pen(renderer: RendererBase, color: str, points: float) -> GraphicsContextBase:
    pen = renderer.new_gc()
    pen.set_foreground(color)
    pen.set_linewidth(points)
    return pen


@cache
def _marker(kind: Kind) -> MarkerStyle:
    return MarkerStyle(kind)


@cache
def _anchor(align: Align) -> Text:
    """Return what tells the renderer which side of a text stands at its place."""
    return Text(horizontalalignment=align)
