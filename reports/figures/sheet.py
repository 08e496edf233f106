"""A blank sheet measured in millimetres from its top left corner, and what can be drawn on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from reports.figures.glyphs import shown
from reports.figures.ink import (
    DPI,
    INK,
    LABEL,
    MM_PER_INCH,
    MM_PER_POINT,
    PAPER,
    REGULAR,
    font,
)

Align = Literal["left", "center", "right"]
_PAGE_DPI = 120
_CAP_HEIGHT = 0.7  # of the size of our sans
DASHED = (0, (3, 2))


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: points, colour, weight, and which of its sides stands at x."""

    size: float = LABEL
    color: str = INK
    weight: int = REGULAR
    align: Align = "left"


def _whole(width: float, height: float) -> float:
    """Return a height a little greater, so that a page as a picture takes whole rows of pixels.

    Otherwise typst leaves out a row somewhere, and cuts letters.
    """
    pixel = width / int(width / MM_PER_INCH * _PAGE_DPI)
    return (ceil(height / pixel) - 0.005) * pixel


class Sheet:
    """One figure at its final size; x and y are mm, y grows downwards."""

    def __init__(self, width: float, height: float) -> None:
        """Open a white sheet of `width` by `height` mm."""
        height = _whole(width, height)
        self.width, self.height = width, height
        size = (width / MM_PER_INCH, height / MM_PER_INCH)
        self.figure = Figure(figsize=size, dpi=DPI, facecolor=PAPER, edgecolor="none")
        FigureCanvasAgg(self.figure)
        inches = Affine2D().scale(1 / MM_PER_INCH, -1 / MM_PER_INCH).translate(0, size[1])
        self._mm: Transform = inches + self.figure.dpi_scale_trans

    def _add(self, artist: Artist) -> None:
        self.figure.add_artist(artist)

    def line(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        color: str,
        points: float,
        *,
        layer: float = 3,
        dashed: bool = False,
    ) -> None:
        """Draw a line through the given places, `points` thick."""
        line = Line2D(xs, ys, color=color, linewidth=points, zorder=layer, transform=self._mm)
        line.set(marker="", antialiased=True, linestyle=DASHED if dashed else "-")
        line.set(solid_capstyle="butt", dash_capstyle="butt", solid_joinstyle="round")
        self._add(line)

    def box(self, left: float, top: float, right: float, bottom: float, color: str) -> None:
        """Fill a rectangle behind everything."""
        self.block(left, top, right, bottom, color, layer=0)

    def block(
        self, left: float, top: float, right: float, bottom: float, color: str, layer: float = 4
    ) -> None:
        """Fill a rectangle over the lines."""
        place, size = (left, top), (right - left, bottom - top)
        shape = Rectangle(place, *size, facecolor=color, linewidth=0, zorder=layer)
        shape.set(edgecolor="none", transform=self._mm)
        self._add(shape)

    def area(self, corners: Sequence[tuple[float, float]], color: str, layer: float = 1) -> None:
        """Fill the shape with these corners."""
        shape = Polygon(corners, closed=True, facecolor=color, linewidth=0, zorder=layer)
        shape.set(edgecolor="none", transform=self._mm)
        self._add(shape)

    def mark(
        self,
        x: float,
        y: float,
        kind: Literal["o", "s", "x"],
        color: str,
        size: float,
        *,
        hollow: bool = False,
        layer: float = 6,
    ) -> None:
        """Draw a circle, a square or a cross of `size` points; a hollow one is white inside."""
        mark = Line2D([x], [y], linestyle="", marker=kind, markersize=size, transform=self._mm)
        edge = 1.4 if kind == "x" else 1.0 if hollow else 0.0
        mark.set(zorder=layer, markeredgecolor=color, markeredgewidth=edge, antialiased=True)
        mark.set(markerfacecolor=PAPER if hollow else color)
        self._add(mark)

    def write(self, x: float, y: float, text: str, style: Style, layer: float = 7) -> None:
        """Write one line of `text` with the middle of its capitals at `y`."""
        safe = shown(text)
        if not safe:
            return
        base = y + _CAP_HEIGHT / 2 * style.size * MM_PER_POINT
        said = Text(x, base, safe, color=style.color, transform=self._mm, zorder=layer)
        said.set(
            fontproperties=font(said.get_text(), style.size, style.weight),
            parse_math=False,
            usetex=False,
        )
        said.set(horizontalalignment=style.align, verticalalignment="baseline")
        self._add(said)
