"""The helpline: who gave up above the line, who was answered below it, and the agents there."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.figures.acts import draw_numbers, public_statements
from reports.figures.ink import (
    AXIS,
    EDGE,
    INK,
    INK2,
    PAPER,
    ROW,
    RULE,
    SEMIBOLD,
    TEAM,
    WORLD,
    width,
)
from reports.figures.scene import Drawn, Scene
from reports.figures.sheet import Sheet, Style
from reports.figures.timeline import Scale, draw_dates, draw_nights, nights_show
from simulator.journal.entries import HelplineCounted, StatementIssued
from simulator.text import Text

_WIDTH, _LEFT, _HEAD, _BLOCKS, _LABEL = 170.0, 12.0, 4.0, 4.2, 3.6
_UNIT, _TALLEST, _LOWEST, _LEAST = 1.8, 27.0, 1.6, 0.4
_TITLE, _STRIP, _FOOT, _BESIDE = 5.2, 8.0, 5.4, 2.6
_STEPS, _NARROWEST, _WHOLE_CALLS = (1, 3, 6, 12, 24), 1.4, 1.1
_GAVE_UP = Text(fr="Ont renoncé : {n}", en="Gave up: {n}")
_ANSWERED = Text(fr="Ont eu une réponse : {n}", en="Answered: {n}")
_AGENTS = Text(fr="Agents au téléphone", en="Agents at the phones")
_CAPTION = Text(
    fr="Appels par tranche de {step} h : au-dessus du trait, en rouge, ceux qui ont renoncé ; "
    "au-dessous, en bleu, ceux qui ont eu une réponse. En bas, les agents.{back}{words}{nights}",
    en="Calls every {step} h: above the line, in red, those who gave up; below it, in blue, those "
    "who were answered. At the bottom, the agents.{back}{words}{nights}",
)
_BACK = Text(
    fr=" Un appelant qui renonce est rappelé quand un agent est libre : {n} l’ont été.",
    en=" Who gives up is called back when an agent is free: {n} were.",
)
_WORDS = Text(
    fr=" Pavés numérotés : déclarations publiques.", en=" Numbered blocks: public statements."
)
_LETTERS = Text(fr=" Carré vide : courriel direct.", en=" Empty square: direct e-mail.")
_NIGHTS = Text(fr=" En gris, les nuits.", en=" Nights in grey.")
_ALT = Text(
    fr="{calls} appels à la ligne d’assistance : {answered} ont eu une réponse, {lost} ont "
    "renoncé ({share}) ; {agents} agents au plus.",
    en="{calls} calls to the helpline: {answered} were answered, {lost} gave up ({share}); "
    "{agents} agents at most.",
)


@dataclass(frozen=True, slots=True)
class _Bars:
    """The calls of each stretch of `step` hours, and how many mm a call takes."""

    step: int
    lost: dict[int, int]
    answered: dict[int, int]

    @property
    def unit(self) -> float:
        """Return the mm of one call; the highest bar is as tall as may be."""
        most = max(1, *self.lost.values(), *self.answered.values())
        return min(_UNIT, _TALLEST / most)

    def height(self, counts: dict[int, int]) -> float:
        """Return the mm of the highest bar."""
        return max(_LOWEST, self.unit * max(counts.values(), default=0))


def helpline(scene: Scene) -> Drawn | None:
    """Return the helpline hour by hour, None when nobody sat at it."""
    hours = scene.journal.of(HelplineCounted)
    if not hours:
        return None
    scale = Scale(0, scene.end, _LEFT, _WIDTH)
    bars = _bars(hours, scale)
    top = _HEAD + (_BLOCKS if public_statements(scene) or _letters(scene, scale) else 0)
    axis = top + _LABEL + bars.height(bars.lost)
    bottom = axis + bars.height(bars.answered) + _LABEL
    strip = bottom + 2 * _TITLE + 1.4
    sheet = Sheet(_WIDTH, strip + _STRIP + _FOOT)
    draw_nights(sheet, scene, scale, (top, bottom))
    draw_nights(sheet, scene, scale, (strip, strip + _STRIP))
    draw_numbers(sheet, scene, scale, (top, bottom))
    _draw_letters(sheet, scene, scale, (top, bottom))
    _draw_bars(sheet, scale, bars, axis)
    sheet.line([_LEFT, _WIDTH], [axis, axis], INK, 1.4, layer=5)
    _draw_peaks(sheet, scene, (scale, bars), axis)
    _draw_titles(sheet, scene, hours, (bottom, strip))
    _draw_agents(sheet, scene, (scale, hours), strip)
    draw_dates(sheet, scene, scale, strip + _STRIP + 3.2, strip + _STRIP)
    return Drawn(sheet, _alt(scene, hours), _caption(scene, scale, (hours, bars.step)))


def _bars(hours: Sequence[HelplineCounted], scale: Scale) -> _Bars:
    wide = (step for step in _STEPS if step * scale.mm_per_hour >= _NARROWEST)
    step = next(wide, _STEPS[-1])
    lost: dict[int, int] = {}
    answered: dict[int, int] = {}
    for hour in hours:
        place = int((hour.at - 1) // (60 * step))  # an hour is counted at its end
        lost[place] = lost.get(place, 0) + hour.abandoned
        answered[place] = answered.get(place, 0) + hour.answered
    return _Bars(step, lost, answered)


def _letters(scene: Scene, scale: Scale) -> list[float]:
    """Return where e-mails went out that were not public: they too make people call.

    The block of a public statement close by stands for both.
    """
    taken = [scale(word.at) for word in public_statements(scene)]
    words = scene.journal.of(StatementIssued)
    sent = [scale(w.at) for w in words if "direct_email" in w.channels and not w.public]
    return [x for x in sent if all(abs(x - other) >= _BESIDE for other in taken)]


def _draw_letters(sheet: Sheet, scene: Scene, scale: Scale, rows: tuple[float, float]) -> None:
    top, bottom = rows
    for x in _letters(scene, scale):
        sheet.line([x, x], [top, bottom], TEAM, 0.7, dashed=True)
        sheet.mark(x, top - 0.9, "s", TEAM, 4.4, hollow=True)


def _draw_bars(sheet: Sheet, scale: Scale, bars: _Bars, axis: float) -> None:
    for counts, color, up in ((bars.lost, WORLD, -1), (bars.answered, TEAM, 1)):
        for place, count in counts.items():
            if not count:
                continue
            left, right = _sides(scale, bars, place)
            tall = max(_LEAST, bars.unit * count)
            ends = sorted((axis, axis + up * tall))
            sheet.block(left, ends[0], right, ends[1], color)
            if bars.unit >= _WHOLE_CALLS:  # few enough for each call to be seen
                for n in range(1, count):
                    y = axis + up * bars.unit * n
                    sheet.line([left, right], [y, y], PAPER, 0.6, layer=4.5)


def _sides(scale: Scale, bars: _Bars, place: int) -> tuple[float, float]:
    left = scale(60 * bars.step * place)
    return left + 0.12, max(left + 0.5, scale(60 * bars.step * (place + 1)) - 0.12)


def _draw_peaks(sheet: Sheet, scene: Scene, how: tuple[Scale, _Bars], axis: float) -> None:
    """Write the number of the highest bar on either side at its end."""
    scale, bars = how
    for counts, color, up in ((bars.lost, WORLD, -1), (bars.answered, TEAM, 1)):
        place = max(counts, key=lambda which: counts[which])
        if not counts[place]:
            continue
        text = scene.number(counts[place])
        half = width(text, AXIS, SEMIBOLD) / 2
        middle = sum(_sides(scale, bars, place)) / 2
        x = min(max(middle, _LEFT + half), _WIDTH - half - 0.4)
        y = axis + up * (max(_LEAST, bars.unit * counts[place]) + 1.9)
        sheet.block(x - half - 0.4, y - 1.3, x + half + 0.4, y + 1.3, PAPER, layer=6)
        sheet.write(x, y, text, Style(AXIS, color, SEMIBOLD, "center"))


def _draw_titles(
    sheet: Sheet, scene: Scene, hours: Sequence[HelplineCounted], rows: tuple[float, float]
) -> None:
    bottom, strip = rows
    lost, answered = sum(h.abandoned for h in hours), sum(h.answered for h in hours)
    said = scene.say(_GAVE_UP, n=scene.number(lost))
    sheet.write(0, 1.9, said, Style(ROW, WORLD, SEMIBOLD))
    said = scene.say(_ANSWERED, n=scene.number(answered))
    sheet.write(0, bottom + 2.4, said, Style(ROW, TEAM, SEMIBOLD))
    sheet.write(0, strip - 3.8, scene.say(_AGENTS), Style(ROW, INK, SEMIBOLD))


def _draw_agents(
    sheet: Sheet, scene: Scene, how: tuple[Scale, Sequence[HelplineCounted]], top: float
) -> None:
    scale, hours = how
    bottom, most = top + _STRIP, max(hour.agents for hour in hours)
    for value in (0, most):
        y = bottom - _STRIP * value / most
        line = (RULE, 0.5) if value else (EDGE, 0.6)
        sheet.line([_LEFT, _WIDTH], [y, y], *line, layer=1 if value else 4)
        said = scene.number(value)
        sheet.write(_LEFT - 1, y, said, Style(AXIS, INK2, align="right"))
    xs, ys, until = [scale(0)], [bottom], 0.0
    for hour in hours:
        start, y = max(until, hour.at - 60), bottom - _STRIP * hour.agents / most
        if start > until:
            xs += [scale(until), scale(start)]
            ys += [bottom, bottom]
        xs += [scale(start), scale(hour.at)]
        ys += [y, y]
        until = hour.at
    sheet.line([*xs, scale(until), scale.right], [*ys, bottom, bottom], INK, 1.0)


def _caption(scene: Scene, scale: Scale, how: tuple[Sequence[HelplineCounted], int]) -> str:
    hours, step = how
    nights = scene.say(_NIGHTS) if scene.nights and nights_show(scale) else ""
    words = scene.say(_WORDS) if public_statements(scene) else ""
    words += scene.say(_LETTERS) if _letters(scene, scale) else ""
    called = scene.number(sum(hour.called_back for hour in hours))
    back = scene.say(_BACK, n=called) if any(hour.abandoned for hour in hours) else ""
    return scene.say(_CAPTION, step=step, back=back, words=words, nights=nights)


def _alt(scene: Scene, hours: Sequence[HelplineCounted]) -> str:
    calls, lost = sum(hour.calls for hour in hours), sum(hour.abandoned for hour in hours)
    return scene.say(
        _ALT,
        calls=scene.number(calls),
        answered=scene.number(sum(hour.answered for hour in hours)),
        lost=scene.number(lost),
        share=scene.percent(100 * lost / calls if calls else 0),
        agents=scene.number(max(hour.agents for hour in hours)),
    )
