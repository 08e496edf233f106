"""A blank sheet measured in millimetres from its top left corner, and what can be drawn on it."""

from collections.abc import Sequence
from math import ceil

from matplotlib.backend_bases import RendererBase
from matplotlib.transforms import Affine2D

from reports.figures.glyphs import shown
from reports.figures.ink import MM_PER_INCH, MM_PER_POINT, PAPER
from reports.figures.strokes import Area, Kind, Line, Mark, Style, Words

__all__ = ["Sheet", "Style"]

_PAGE_DPI = 120


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
        self._layers: list[tuple[float, Line | Area | Mark | Words]] = []

    @property
    def points(self) -> tuple[float, float]:
        """Return width and height in points."""
        return self.width / MM_PER_POINT, self.height / MM_PER_POINT

    @property
    def words(self) -> list[Words]:
        """Return every text that stands on the sheet."""
        return [item for _, item in self._layers if isinstance(item, Words)]

    def draw(self, renderer: RendererBase) -> None:
        """Draw all that stands here, the lowest layer first."""
        mm = Affine2D().scale(1 / MM_PER_POINT, -1 / MM_PER_POINT).translate(0, self.points[1])
        paper = [(0.0, self.height), (self.width, self.height), (self.width, 0.0), (0.0, 0.0)]
        Area(paper, PAPER).draw(renderer, mm)
        for _, item in sorted(self._layers, key=lambda placed: placed[0]):
            item.draw(renderer, mm)

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
        self._layers.append((layer, Line(xs, ys, color, points, dashed)))

    def box(self, left: float, top: float, right: float, bottom: float, color: str) -> None:
        """Fill a rectangle behind everything."""
        self.block(left, top, right, bottom, color, layer=0)

    def block(
        self, left: float, top: float, right: float, bottom: float, color: str, layer: float = 4
    ) -> None:
        """Fill a rectangle over the lines."""
        corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
        self.area(corners, color, layer)

    def area(self, corners: Sequence[tuple[float, float]], color: str, layer: float = 1) -> None:
        """Fill the shape with these corners."""
        self._layers.append((layer, Area(corners, color)))

    def mark(
        self,
        x: float,
        y: float,
        kind: Kind,
        color: str,
        size: float,
        *,
        hollow: bool = False,
        layer: float = 6,
    ) -> None:
        """Draw a circle, a square or a cross of `size` points; a hollow one is white inside."""
        self._layers.append((layer, Mark(x, y, kind, color, size, hollow)))

    def write(self, x: float, y: float, text: str, style: Style, layer: float = 7) -> None:
        """Write one line of `text` with the middle of its capitals at `y`."""
        safe = shown(text)
        if safe:
            self._layers.append((layer, Words(x, y, safe, style)))
