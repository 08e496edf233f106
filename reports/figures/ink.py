"""Colours and letters of the figures, and how wide a text is."""

from functools import cache, lru_cache

from matplotlib.backends.backend_agg import get_hinting_flag
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import FT2Font

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
_WEIGHTS = {REGULAR: "Regular", MEDIUM: "Medium", SEMIBOLD: "SemiBold"}
_PARTS = 64  # of a pixel, in which letters are measured
FAMILY = ("Cellule Sans", "Cellule Symboles", "Cellule Emoji")


def font(text: str, size: float, weight: int = REGULAR) -> FontProperties:
    """Return our sans at `size` points; the fallbacks join it where `text` needs them."""
    return _font(FAMILY[:1] if _is_plain(text) else FAMILY, size, weight)


def _is_plain(text: str) -> bool:
    return all(ord(character) < _LATIN_ENDS for character in text)


@cache
def _font(family: tuple[str, ...], size: float, weight: int) -> FontProperties:
    return FontProperties(family=list(family), size=size, weight=weight)


@cache
def _face(plain: bool, weight: int) -> FT2Font:
    names = [f"CelluleSans-{_WEIGHTS[weight]}", "CelluleSymboles-Regular", "CelluleEmoji-Regular"]
    return get_font([str(FONTS / f"{name}.ttf") for name in names[: 1 if plain else None]])


@lru_cache(maxsize=4096)
def width(text: str, size: float, weight: int = REGULAR) -> float:
    """Return the width of one line of `text`, in mm."""
    face = _face(_is_plain(text), weight)
    face.clear()
    face.set_size(size, DPI)
    face.set_text(text, 0.0, flags=get_hinting_flag())  # type: ignore[no-untyped-call]
    return face.get_width_height()[0] / _PARTS / DPI * MM_PER_INCH * _OTHER_RENDERERS


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
