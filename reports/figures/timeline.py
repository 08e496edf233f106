"""A stretch of time laid on a sheet: its scale, its nights, its days."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from reports.figures.ink import AXIS, EDGE, INK2, NIGHT, width
from reports.figures.scene import Stage
from reports.figures.sheet import Sheet, Style

_NARROWEST_NIGHT = 0.5
_BETWEEN = 1.2  # between two dates
_TWO_DAYS_BEGIN = 26 * 60.0  # then a midnight is named by its day
_HOUR_STEPS = (1, 2, 3, 6, 12)


@dataclass(frozen=True, slots=True)
class Scale:
    """Minutes from `start` to `end` on mm from `left` to `right`."""

    start: float
    end: float
    left: float
    right: float

    def __call__(self, minute: float) -> float:
        """Return where a minute stands, in mm, kept within the scale."""
        share = (minute - self.start) / (self.end - self.start)
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)

    @property
    def mm_per_hour(self) -> float:
        """Return how long an hour is."""
        return 60 * (self.right - self.left) / (self.end - self.start)


def nights_show(scale: Scale) -> bool:
    """Return whether a night is wide enough to be seen as one."""
    return 9 * scale.mm_per_hour >= _NARROWEST_NIGHT


def draw_nights(sheet: Sheet, scene: Stage, scale: Scale, rows: tuple[float, float]) -> None:
    """Shade the nights between two heights."""
    if not nights_show(scale):
        return
    for start, end in scene.nights:
        left, right = scale(start), scale(end)
        if right - left > 0.05:
            sheet.box(left, rows[0], right, rows[1], NIGHT)


def _noons(scene: Stage, scale: Scale) -> list[tuple[float, str]]:
    clock, noons, now = scene.scenario.clock, list[tuple[float, str]](), scale.start - 0.5
    while (now := clock.next_hour(now, 12)) <= scale.end:
        noons.append((now, scene.day(now)))
    return noons


def _hours(scene: Stage, scale: Scale) -> list[tuple[float, str]]:
    clock = scene.scenario.clock
    room = width("dim. 30", AXIS) * 1.25
    step = next((s for s in _HOUR_STEPS if s * scale.mm_per_hour >= room), _HOUR_STEPS[-1])
    first = -clock.hour(scale.start) % 1 * 60 + scale.start
    hours = [first + 60 * n for n in range(int((scale.end - first) // 60) + 1)]
    whole = [(h, round(clock.hour(h + 0.01))) for h in hours]
    days = scale.end - scale.start > _TWO_DAYS_BEGIN
    return [(h, scene.day(h) if days and not o_clock else scene.hour(h))
            for h, o_clock in whole if o_clock % step == 0]  # fmt: skip


def dates(scene: Stage, scale: Scale) -> list[tuple[float, str]]:
    """Return the minutes to label and their labels: days at noon, or hours in a short run."""
    noons = _noons(scene, scale)
    found = noons if len(noons) >= 3 else _hours(scene, scale)
    room = 2.0 + max((width(text, AXIS) for _, text in found), default=0.0)
    step, last = 1, len(found) - 1
    while step <= last and min(_gaps(scale, found[::step]), default=room) < room:
        step += 1
    return found[::step]


def _gaps(scale: Scale, found: list[tuple[float, str]]) -> Iterable[float]:
    places = [scale(minute) for minute, _ in found]
    return (right - left for left, right in pairwise(places))


def draw_dates(sheet: Sheet, scene: Stage, scale: Scale, y: float, tick: float | None) -> None:
    """Write days or hours at height `y`; first and last align inward; ticks hang from `tick`."""
    taken = scale.left - _BETWEEN
    for minute, text in dates(scene, scale):
        x, half = scale(minute), width(text, AXIS) / 2
        inside = min(max(x, scale.left + half), max(scale.left + half, scale.right - half))
        if tick is not None:
            sheet.line([x, x], [tick, tick + 0.9], EDGE, 0.6)
        if inside - half < taken + _BETWEEN - 0.01:
            continue
        taken = inside + half
        sheet.write(inside, y, text, Style(AXIS, INK2, align="center"))
