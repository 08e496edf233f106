"""Small multiples: one panel an audience, one scale, the team's statements numbered above."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reports.figures.acts import draw_numbers
from reports.figures.glyphs import shown
from reports.figures.ink import AXIS, EDGE, INK2, RULE, SEMIBOLD, TITLE, fitted, width
from reports.figures.scene import Stage
from reports.figures.sheet import Sheet, Style
from reports.figures.timeline import Scale, draw_dates, draw_nights

WIDTH = 170.0
MOST_PANELS, POINTS = 12, 140
_LEFT, _GUTTER, _HEAD, _FOOT, _BETWEEN = 8.0, 12.5, 13.4, 5.3, 4.0
_LEAST_END, _TITLE_GAP, _LINE, _MOST_LINES = 9.0, 3.0, 3.9, 3
# Round tops of a scale, 1 to 10, and into how many steps each divides.
_TOPS = ((1.0, 2), (1.5, 3), (2.0, 2), (3.0, 3), (4.0, 2), (6.0, 3), (8.0, 4))
# From which share on how many decimals are worth writing.
_SMALL = ((2.0, 0), (0.1, 1), (0.01, 2))
_CLOSE = 3.2  # two labels of one curve nearer than this part


@dataclass(frozen=True, slots=True)
class Band:
    """Where other runs lie: a value under and one over the curve at each of its minutes."""

    low: Sequence[float]
    high: Sequence[float]
    color: str


@dataclass(frozen=True, slots=True)
class Course:
    """How a number goes: minutes, its values, and the bands around it, the widest first."""

    minutes: Sequence[float]
    values: Sequence[float]
    bands: Sequence[Band] = ()

    @property
    def highest(self) -> float:
        """Return the highest value that is drawn."""
        return max([*self.values, *(high for band in self.bands for high in band.high)], default=0)


@dataclass(frozen=True, slots=True)
class Curve:
    """One panel: a title, a note, the course it shows, and the top of its own scale."""

    title: str
    note: str
    course: Course
    top: float


@dataclass(frozen=True, slots=True)
class Look:
    """How all panels look: how high, the curve's colour, how a value is written."""

    height: float
    color: str
    digits: int
    percent: bool
    peak: bool

    def write(self, scene: Stage, value: float) -> str:
        """Return a value as its label; small shares keep decimals."""
        if not self.percent:
            return scene.number(value, self.digits)
        digits = next((n for least, n in _SMALL if value >= least), 3)
        return scene.percent(value, digits if value > 0 else 0)


@dataclass(frozen=True, slots=True)
class _Frame:
    time: Scale
    top: float
    bottom: float
    most: float
    title: tuple[str, ...]  # its lines
    room: float  # for the note

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * min(1.0, value / self.most)


def columns(number: int) -> int:
    """Return how many panels stand side by side."""
    return number if number <= 3 else 3 if number in (5, 6, 9) else 4


def draw_panels(scene: Stage, curves: Sequence[Curve], look: Look) -> Sheet:
    """Return a sheet of panels in the scenario's order."""
    across = columns(len(curves))
    down = -(-len(curves) // across)
    gutter = _gutter(scene, curves, look)
    wide = (WIDTH - _LEFT - (across - 1) * gutter - _end_room(scene, curves, look)) / across
    sheet = Sheet(WIDTH, down * look.height + (down - 1) * _BETWEEN)
    lefts = [_LEFT + n % across * (wide + gutter) for n in range(len(curves))]
    rooms = [min(wide + gutter - _TITLE_GAP, WIDTH - left) for left in lefts]
    titles = [_title(curve.title, room) for curve, room in zip(curves, rooms, strict=True)]
    head = _HEAD + _LINE * (max((len(lines) for lines in titles), default=1) - 1)
    for n, curve in enumerate(curves):
        row, column = divmod(n, across)
        time = Scale(0, scene.end, lefts[n], lefts[n] + wide)
        top = row * (look.height + _BETWEEN)
        rows = top + head, top + look.height - _FOOT
        frame = _Frame(time, *rows, curve.top, titles[n], rooms[n])
        other = column == 0 or curve.top != curves[n - 1].top
        _draw_frame(sheet, scene, (curve, frame), look, numbers=other)
        _draw_curve(sheet, scene, (curve, frame), look)
    return sheet


def _title(text: str, room: float) -> tuple[str, ...]:
    """Return a title on as few lines as its words need."""
    lines: list[str] = []
    for word in shown(text).split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, TITLE, SEMIBOLD) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(fitted(line, room, TITLE, SEMIBOLD) for line in lines[:_MOST_LINES])


def _end_room(scene: Stage, curves: Sequence[Curve], look: Look) -> float:
    """Return the room that the labels at the ends of the curves take."""
    ends = [c.course.values[-1] for c in curves if c.course.values]
    return max([_LEAST_END, *(width(look.write(scene, v), AXIS, SEMIBOLD) for v in ends)]) + 1.2


def _gutter(scene: Stage, curves: Sequence[Curve], look: Look) -> float:
    """Return the room between panels: an end label, then the numbers where scales differ."""
    tops = {curve.top for curve in curves}
    said = [_tick(scene, y, top) for top in tops for y in ticks(top)] if len(tops) > 1 else []
    numbers = max((width(text, AXIS) for text in said), default=0.0)
    return max(_GUTTER, _end_room(scene, curves, look) + numbers + 1.8)


def _draw_frame(
    sheet: Sheet, scene: Stage, panel: tuple[Curve, _Frame], look: Look, *, numbers: bool
) -> None:
    curve, frame = panel
    left, right = frame.time.left, frame.time.right
    room = frame.room
    for n, line in enumerate(reversed(frame.title)):
        sheet.write(left, frame.top - 11.6 - n * _LINE, line, Style(TITLE, weight=SEMIBOLD))
    note = fitted(shown(curve.note), room, AXIS)
    sheet.write(left, frame.top - 7.4, note, Style(AXIS, INK2))
    draw_nights(sheet, scene, frame.time, (frame.top, frame.bottom))
    for value in ticks(curve.top):
        y = frame.y(value)
        sheet.line([left, right], [y, y], EDGE if value == 0 else RULE, 0.6 if value == 0 else 0.5,
                   layer=3 if value == 0 else 1)  # fmt: skip
        if numbers:
            said = _tick(scene, value, curve.top)
            sheet.write(left - 1, y, said, Style(AXIS, INK2, align="right"))
    draw_dates(sheet, scene, frame.time, frame.bottom + 3.2, frame.bottom)
    draw_numbers(sheet, scene, frame.time, (frame.top, frame.bottom))


def ticks(top: float) -> list[float]:
    """Return the even steps from 0 to `top`, a number that `nice` returned."""
    leading = top
    while leading >= 10 * (1 - 1e-9):
        leading /= 10
    while leading < 1 - 1e-9:
        leading *= 10
    parts = next(parts for number, parts in _TOPS if leading <= number * (1 + 1e-9))
    return [top * n / parts for n in range(parts + 1)]


def nice(value: float) -> float:
    """Return the least number not under `value` that even steps divide well."""
    scale = 10.0 ** math.floor(math.log10(value))
    return next(n * scale for n, _ in (*_TOPS, (10, 2)) if value <= n * scale * (1 + 1e-9))


def _tick(scene: Stage, value: float, top: float) -> str:
    step = ticks(top)[1]
    digits = next((n for n in (0, 1, 2, 3) if abs(step - round(step, n)) < 1e-9), 4)
    return scene.number(value, digits if value else 0)


def _draw_curve(sheet: Sheet, scene: Stage, panel: tuple[Curve, _Frame], look: Look) -> None:
    (_, frame), course = panel, panel[0].course
    if not course.values:
        return
    step = max(1, len(course.values) // POINTS)
    peak = max(range(len(course.values)), key=lambda n: course.values[n])
    last = len(course.values) - 1
    chosen = sorted({*range(0, last + 1, step), peak, last})
    xs = [frame.time(course.minutes[n]) for n in chosen]
    ys = [frame.y(course.values[n]) for n in chosen]
    for band in course.bands:
        edges = [[(x, frame.y(edge[n])) for x, n in zip(xs, chosen, strict=True)]
                 for edge in (band.low, band.high)]  # fmt: skip
        sheet.area([*edges[0], *reversed(edges[1])], band.color, layer=1.5)
    sheet.line(xs, ys, look.color, 1.6, layer=5)
    bold = Style(AXIS, look.color, SEMIBOLD)
    y_last = frame.y(course.values[last])
    sheet.write(
        frame.time.right + 0.9,
        min(y_last, frame.bottom - 1),
        look.write(scene, course.values[last]),
        bold,
    )
    x, y = frame.time(course.minutes[peak]), frame.y(course.values[peak])
    if look.peak and (y_last - y) >= _CLOSE:
        _write_peak(sheet, (x, y), frame, (look.write(scene, course.values[peak]), bold))


def _write_peak(
    sheet: Sheet, at: tuple[float, float], frame: _Frame, said: tuple[str, Style]
) -> None:
    x, y = at
    text, style = said
    sheet.mark(x, y, "o", style.color, 3.5)
    room = width(text, style.size, style.weight)
    start = min(x + 1, frame.time.right - room)
    height = max(frame.top + 1.4, y - 2.2)
    sheet.block(start - 0.3, height - 1.3, start + room + 0.3, height + 1.3, "#FFFFFF", layer=6)
    sheet.write(start, height, text, style)
