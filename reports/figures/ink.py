"""Colours and letters of the figures, and how wide a text is."""

from dataclasses import replace
from functools import cache, lru_cache

from matplotlib import font_manager
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties

from reports.figures.glyphs import FONTS

PAPER, INK, INK2 = "#FFFFFF", "#17191C", "#55524C"
RULE, EDGE, NIGHT = "#D9D6CF", "#85817A", "#F3F1EC"
WORLD, WORLD_PALE = "#B3360B", "#EDB8A3"
TEAM, TEAM_PALE = "#0B5C9E", "#E5EFF7"

REGULAR, MEDIUM, SEMIBOLD = 400, 500, 600
NOTE, LABEL, AXIS, ROW, TITLE = 7.4, 7.6, 8.0, 8.6, 9.0

MM_PER_INCH = 25.4
_LATIN_ENDS = 0x180
MM_PER_POINT = MM_PER_INCH / 72
DPI = 200
_OTHER_RENDERERS = 1.02  # typst and browsers set our sans up to 2 % wider than Agg
FAMILY = ("Cellule Sans", "Cellule Symboles", "Cellule Emoji")


@cache
def _add_fonts() -> None:
    for path in sorted(FONTS.glob("*.ttf")):
        font_manager.fontManager.addfont(path)
    # The fallbacks come in one weight; without these, matplotlib warns of every bold text.
    entries = font_manager.fontManager.ttflist
    only = [entry for entry in entries if entry.name in FAMILY[1:]]
    entries += [replace(entry, weight=heavy) for entry in only for heavy in (MEDIUM, SEMIBOLD)]


def font(text: str, size: float, weight: int = REGULAR) -> FontProperties:
    """Return our sans at `size` points; the fallbacks join it where `text` needs them."""
    plain = all(ord(character) < _LATIN_ENDS for character in text)
    return _font(FAMILY[:1] if plain else FAMILY, size, weight)


@cache
def _font(family: tuple[str, ...], size: float, weight: int) -> FontProperties:
    _add_fonts()
    return FontProperties(family=list(family), size=size, weight=weight)


@cache
def _renderer() -> RendererAgg:
    return RendererAgg(8, 8, DPI)  # type: ignore[no-untyped-call]


@lru_cache(maxsize=4096)
def width(text: str, size: float, weight: int = REGULAR) -> float:
    """Return the width of one line of `text`, in mm."""
    measure = _renderer().get_text_width_height_descent
    pixels, _, _ = measure(text, font(text, size, weight), ismath=False)  # type: ignore[no-untyped-call]
    return float(pixels) / DPI * MM_PER_INCH * _OTHER_RENDERERS


def fitted(text: str, room: float, size: float, weight: int = REGULAR) -> str:
    """Return `text`, shortened letter by letter with an ellipsis until it is at most `room` mm."""
    if width(text, size, weight) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width(text[:middle].rstrip() + "…", size, weight) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + "…" if low else ""
