"""The press desk on its busiest days: one mark a call, and how many were waiting."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from reports.figures.calls import MOST_DAYS, Call, Day, busiest, calls
from reports.figures.ink import (
    AXIS,
    EDGE,
    INK,
    INK2,
    RULE,
    SEMIBOLD,
    TEAM,
    TITLE,
    WORLD,
    WORLD_PALE,
    width,
)
from reports.figures.scene import Drawn, Scene
from reports.figures.sheet import Sheet, Style
from reports.figures.timeline import Scale, draw_dates, draw_nights
from simulator.text import Text

_WIDTH, _LEFT, _GAP, _HEAD = 170.0, 6.0, 7.0, 14.5
_UNIT, _TALLEST, _QUEUE, _BETWEEN, _FOOT = 2.05, 30.0, 15.0, 7.0, 5.4
_SLOT = 30.0  # minutes that share a column of marks
_COUNT = Text(fr="{n} {calls}, {lost} {gone}", en="{n} {calls}, {lost} lost")
_CALLS, _GONE = Text(fr="appels", en="calls"), Text(fr="perdus", en="lost")
_CALL, _ONE_GONE = Text(fr="appel", en="call"), Text(fr="perdu", en="lost")
_WAIT = Text(fr="attente médiane {wait}", en="median wait {wait}")
_WAITING = Text(fr="appels en attente", en="calls waiting")
_NONE = Text(fr="Aucun appel de presse.", en="No press call.")
_CAPTION = Text(
    fr="Une marque par appel, à la demi-heure où il a sonné : au-dessus du trait, croix rouge, "
    "l’appelant a renoncé ; au-dessous, pavé bleu, il a eu sa réponse.{more} "
    "En bas, les appels en attente.",
    en="One mark a call, in the half hour it rang: above the line, a red cross, the caller "
    "gave up; below it, a blue block, the call was answered.{more} At the bottom, calls waiting.",
)
_MORE = Text(
    fr=" Les {days} jours les plus chargés : {n} appels sur {all}.",
    en=" The {days} busiest days: {n} calls of {all}.",
)
_STILL = Text(
    fr=" Rond vide : l’appelant attend encore.", en=" An empty circle: the caller is still waiting."
)
_ALT = Text(
    fr="{lost} appels perdus sur {n} ; le jour le plus chargé, {day}, {day_lost} sur {day_n}, "
    "attente médiane {wait}.",
    en="{lost} calls of {n} lost; on the busiest day, {day}, {day_lost} of {day_n}, "
    "median wait {wait}.",
)
_ALT_NONE = Text(fr="0 appel de presse.", en="0 press calls.")


@dataclass(frozen=True, slots=True)
class _Frame:
    """A day's panel and its hours."""

    day: Day
    scale: Scale


def press_desk(scene: Scene) -> Drawn:
    """Return the press desk; as high as its fullest half hour needs."""
    days = busiest(scene)
    if not days:
        return _empty(scene)
    up = max(1, max(_fullest(day, answered=False) for day in days))
    down = max(1, max(_fullest(day, answered=True) for day in days))
    unit = min(_UNIT, _TALLEST / up, _TALLEST / down)
    line = _HEAD + unit * up + 1
    queue = line + unit * down + _BETWEEN
    sheet = Sheet(_WIDTH, queue + _QUEUE + _FOOT)
    most = max(1, max(max(_waiting(scene, day)[1]) for day in days))
    for n, frame in enumerate(_frames(scene, days)):
        day, scale = frame.day, frame.scale
        draw_nights(sheet, scene, scale, (_HEAD - 1.5, queue + _QUEUE))
        _draw_head(sheet, scene, frame)
        _draw_calls(sheet, scale, day, (line, unit))
        _draw_queue(sheet, scene, (scale, day), (queue, most, n == 0))
        draw_dates(sheet, scene, scale, queue + _QUEUE + 3.2, queue + _QUEUE)
    sheet.write(_LEFT, queue - 2.4, scene.say(_WAITING), Style(AXIS, INK2))
    return Drawn(sheet, _alt(scene, days), _caption(scene, days))


def _empty(scene: Scene) -> Drawn:
    sheet = Sheet(_WIDTH, 12)
    sheet.line([0, _WIDTH], [8, 8], INK, 1.6)
    sheet.write(0, 4, scene.say(_NONE), Style(AXIS, INK2))
    return Drawn(sheet, scene.say(_ALT_NONE), scene.say(_NONE))


def _frames(scene: Scene, days: Sequence[Day]) -> list[_Frame]:
    """Return one common hour scale, broken between days; a panel is as wide as its title."""
    room = _WIDTH - _LEFT - _GAP * (len(days) - 1)
    hours = [(day.end - day.start) / 60 for day in days]
    least = min(room / len(days), max(_title_room(scene, day) for day in days))
    short: set[int] = set()
    while True:
        left_over = sum(hours[n] for n in range(len(days)) if n not in short)
        per_hour = (room - least * len(short)) / left_over if left_over else room / sum(hours)
        narrow = {n for n, length in enumerate(hours) if length * per_hour < least} - short
        if not narrow:
            break
        short |= narrow
    frames, left = [], _LEFT
    for n, day in enumerate(days):
        wide = least if n in short else hours[n] * per_hour
        right = min(left + wide, left + hours[n] * per_hour)
        frames.append(_Frame(day, Scale(day.start, day.end, left, right)))
        left += wide + _GAP
    return frames


def _slots(day: Day, *, answered: bool) -> dict[int, list[Call]]:
    """Return the calls that rang in each slot: the answered, or the lost and then the waiting."""
    slots: dict[int, list[Call]] = {}
    for call in sorted(day.calls, key=lambda call: not call.lost):
        if call.answered == answered:
            slots.setdefault(int((call.rang - day.start) // _SLOT), []).append(call)
    return slots


def _fullest(day: Day, *, answered: bool) -> int:
    return max((len(found) for found in _slots(day, answered=answered).values()), default=0)


def _head(scene: Scene, day: Day) -> tuple[str, str, str]:
    n, lost = len(day.calls), day.lost
    noun = scene.say(_CALL if n == 1 else _CALLS)
    count = scene.say(
        _COUNT, n=n, calls=noun, lost=lost, gone=scene.say(_ONE_GONE if lost < 2 else _GONE)
    )
    wait = scene.say(_WAIT, wait=scene.length(day.wait))
    return scene.day(day.calls[0].rang, long=True), count, wait


def _title_room(scene: Scene, day: Day) -> float:
    name, *counts = _head(scene, day)
    return max(width(name, TITLE, SEMIBOLD), *(width(text, AXIS) for text in counts))


def _draw_head(sheet: Sheet, scene: Scene, frame: _Frame) -> None:
    name, count, wait = _head(scene, frame.day)
    sheet.write(frame.scale.left, 1.8, name, Style(TITLE, weight=SEMIBOLD))
    sheet.write(frame.scale.left, 6.2, count, Style(AXIS, INK2))
    sheet.write(frame.scale.left, 10.0, wait, Style(AXIS, INK2))


def _draw_calls(sheet: Sheet, scale: Scale, day: Day, row: tuple[float, float]) -> None:
    line, unit = row
    sheet.line([scale.left, scale.right], [line, line], INK, 1.6, layer=5)
    for slot, found in sorted(_slots(day, answered=False).items()):
        x = scale(day.start + (slot + 0.5) * _SLOT)
        for n, call in enumerate(found):
            y, size = line - 0.9 - unit * (n + 0.5), min(3.8, unit * 1.9)
            sheet.mark(x, y, "x" if call.lost else "o", WORLD, size, hollow=not call.lost)
    wide = max(0.4, min(4.2, _SLOT / 60 * scale.mm_per_hour - 0.4))
    for slot, found in sorted(_slots(day, answered=True).items()):
        x = scale(day.start + (slot + 0.5) * _SLOT)
        for n in range(len(found)):
            top = line + 0.7 + unit * n
            sheet.block(x - wide / 2, top, x + wide / 2, top + unit * 0.78, TEAM)


def _waiting(scene: Scene, day: Day) -> tuple[list[float], list[int]]:
    """Return the minutes at which the queue changed within the day, and its length from each."""
    changes: dict[float, int] = {day.start: 0}
    for call in calls(scene):
        for at, change in ((call.rang, 1), (call.ended, -1)):
            if at < day.end:
                at = max(at, day.start)
                changes[at] = changes.get(at, 0) + change
    minutes = sorted(changes)
    return minutes, list(accumulate(changes[at] for at in minutes))


def _draw_queue(
    sheet: Sheet, scene: Scene, panel: tuple[Scale, Day], how: tuple[float, int, bool]
) -> None:
    (scale, day), (top, most, numbers) = panel, how
    bottom = top + _QUEUE
    minutes, lengths = _waiting(scene, day)
    xs, ys = list[float](), list[float]()
    for at, length, until in zip(minutes, lengths, [*minutes[1:], day.end], strict=True):
        y = bottom - _QUEUE * length / most
        xs += [scale(at), scale(until)]
        ys += [y, y]
    corners = [(xs[0], bottom), *zip(xs, ys, strict=True), (xs[-1], bottom)]
    sheet.area(corners, WORLD_PALE, layer=2)
    sheet.line(xs, ys, WORLD, 1.0)
    for value in (0, most):
        y = bottom - _QUEUE * value / most
        line = (RULE, 0.5) if value else (EDGE, 0.6)
        sheet.line([scale.left, scale.right], [y, y], *line, layer=1 if value else 4)
        if numbers:
            sheet.write(scale.left - 1, y, scene.number(value), Style(AXIS, INK2, align="right"))


def _caption(scene: Scene, days: Sequence[Day]) -> str:
    every, shown = len(calls(scene)), sum(len(day.calls) for day in days)
    more = scene.say(_MORE, days=MOST_DAYS, n=shown, all=every) if shown < every else ""
    still = any(not (call.answered or call.lost) for day in days for call in day.calls)
    return scene.say(_CAPTION, more=(scene.say(_STILL) if still else "") + more)


def _alt(scene: Scene, days: Sequence[Day]) -> str:
    every = calls(scene)
    busy = max(days, key=lambda day: len(day.calls))
    return scene.say(
        _ALT,
        lost=sum(call.lost for call in every),
        n=len(every),
        day=scene.day(busy.calls[0].rang, long=True),
        day_lost=busy.lost,
        day_n=len(busy.calls),
        wait=scene.length(busy.wait),
    )
