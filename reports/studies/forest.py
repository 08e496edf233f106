"""Differences side by side: a row each, a panel a number, a mark with its interval."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.figures.glyphs import shown
from reports.figures.ink import AXIS, EDGE, INK, INK2, ROW, RULE, TEAM, WORLD, fitted, width
from reports.figures.panels import nice
from reports.figures.scene import Stage
from reports.figures.sheet import Sheet, Style
from simulator.study.intervals import Interval

_WIDTH, _NAMES, _BETWEEN, _RIGHT = 170.0, 62.0, 7.0, 168.0
_HEAD, _ROW, _FOOT, _LINE, _MARK = 6.4, 6.6, 5.4, 3.5, 5.0
_TICKS = 9.0  # room for two numbers under the scale
_EDGE_ROOM = 1.06  # a mark at the end of the scale stays whole


@dataclass(frozen=True, slots=True)
class Panel:
    """One number: its title, a difference a row, whether more of it is better."""

    title: str
    differences: Sequence[Interval]
    more_is_better: bool


@dataclass(frozen=True, slots=True)
class _Scale:
    left: float
    right: float
    low: float
    high: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.left + share * (self.right - self.left)


def forest(stage: Stage, names: Sequence[str], panels: Sequence[Panel], *, sure: bool) -> Sheet:
    """Return the figure; with `sure` false no interval is known, and every mark is hollow."""
    bottom = _HEAD + _ROW * len(names)
    sheet = Sheet(_WIDTH, bottom + _FOOT)
    for n, name in enumerate(names):
        _write_name(sheet, name, _HEAD + _ROW * (n + 0.5))
    start = min(_NAMES, max(width(shown(name), ROW) for name in names))
    wide = (_RIGHT - start - _BETWEEN * len(panels)) / len(panels)
    for n, panel in enumerate(panels):
        left = start + _BETWEEN + n * (wide + _BETWEEN)
        scale = _Scale(left, left + wide, *_limits(panel))
        _draw_axis(sheet, stage, (panel.title, scale), bottom)
        for row, difference in enumerate(panel.differences):
            better = (difference.value > 0) == panel.more_is_better
            known = sure and not difference.crosses_zero
            y = _HEAD + _ROW * (row + 0.5)
            sheet.line([scale.left, scale.right], [y, y], RULE, 0.5, layer=1)
            _draw_mark(sheet, (scale, y), difference, better if known else None)
    return sheet


def _limits(panel: Panel) -> tuple[float, float]:
    """Return the ends of a scale; a side that nothing reaches is cut short."""
    ends = [end for d in panel.differences for end in (d.value, d.low, d.high)]
    largest = nice(max([1.0, *(abs(end) for end in ends)]))
    under, over = min([0.0, *ends]) < -largest / 8, max([0.0, *ends]) > largest / 8
    low = -largest if under or not over else -largest / 8
    high = largest if over or not under else largest / 8
    return _EDGE_ROOM * low, _EDGE_ROOM * high


def _draw_axis(sheet: Sheet, stage: Stage, panel: tuple[str, _Scale], bottom: float) -> None:
    title, scale = panel
    sheet.write(scale.left, 2.0, fitted(title, scale.right - scale.left, AXIS), Style(AXIS, INK2))
    sheet.line([scale.left, scale.right], [bottom, bottom], EDGE, 0.6)
    for value in _ticks(scale):
        x = scale(value)
        line = (INK, 0.9) if value == 0 else (RULE, 0.5)
        sheet.line([x, x], [_HEAD - 1, bottom], *line, layer=2 if value == 0 else 1)
        said = _signed(stage, value)
        half = width(said, AXIS) / 2
        sheet.write(
            min(max(x, scale.left + half), scale.right - half),
            bottom + 2.8,
            said,
            Style(AXIS, INK2, align="center"),
        )


def _ticks(scale: _Scale) -> list[float]:
    """Return zero, and the ends of the scale with their halves where there is room for them."""
    largest = max(-scale.low, scale.high) / _EDGE_ROOM
    steps = [-largest, -largest / 2, 0.0, largest / 2, largest]
    found = [step for step in steps if scale.low <= step <= scale.high]
    return (
        found if scale(largest / 2) - scale(0) > _TICKS else [s for s in found if s in steps[::2]]
    )


def _signed(stage: Stage, value: float) -> str:
    digits = next((n for n in (0, 1, 2) if abs(value - round(value, n)) < 1e-9), 3)
    return ("+" if value > 0 else "") + stage.number(value, digits)


def _draw_mark(
    sheet: Sheet, at: tuple[_Scale, float], difference: Interval, better: bool | None
) -> None:
    """Draw one difference: a blue circle, a red square, or a hollow grey circle."""
    scale, y = at
    color = EDGE if better is None else TEAM if better else WORLD
    ends = [scale(difference.low), scale(difference.high)]
    sheet.line(ends, [y, y], color, 1.6, layer=5)
    hollow = better is None
    kind = "s" if better is False else "o"
    sheet.mark(scale(difference.value), y, kind, color, _MARK, hollow=hollow)  # type: ignore[arg-type]


def _write_name(sheet: Sheet, name: str, y: float) -> None:
    lines = _two_lines(shown(name))
    for n, line in enumerate(lines):
        sheet.write(0, y + (n - (len(lines) - 1) / 2) * _LINE, line, Style(_size(lines)))


def _size(lines: Sequence[str]) -> float:
    return ROW if len(lines) == 1 else AXIS


def _two_lines(name: str) -> list[str]:
    """Return a name on one line, or broken at a blank and cut to fit two."""
    if width(name, ROW) <= _NAMES:
        return [name]
    words = name.split(" ")
    heads = (n for n in range(len(words), 0, -1) if width(" ".join(words[:n]), AXIS) <= _NAMES)
    head = next(heads, 1)
    lines = [" ".join(words[:head]), " ".join(words[head:])]
    return [fitted(line, _NAMES, AXIS) for line in lines if line]
