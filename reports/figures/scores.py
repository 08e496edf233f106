"""The two scores of the cover: ruled scales with letters."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from reports.figures.ink import AXIS, EDGE, INK, INK2, SEMIBOLD, width
from reports.figures.scene import Drawn, Scene, Stage
from reports.figures.sheet import Sheet, Style
from simulator.text import Text

_WIDTH, _HEIGHT, _EACH = 126.0, 40.0, 20.0
_NAME, _SCORE = 10.5, 15.0
_LETTERS = ((0, 60, "F"), (60, 70, "D"), (70, 80, "C"), (80, 90, "B"), (90, 100, "A"))
_NAMES = {
    "reactivity": Text(fr="Réactivité", en="Reactivity"),
    "transparency": Text(fr="Transparence", en="Transparency"),
}
_ALT = Text(
    fr="Réactivité {reactivity} sur 100, transparence {transparency} sur 100 ; "
    "note d’ensemble {overall}, {grade}.",
    en="Reactivity {reactivity} out of 100, transparency {transparency} out of 100; "
    "overall {overall}, {grade}.",
)
_CAPTION = Text(
    fr="Points sur 100 ; lettres de F à A. Le point est cette partie.",
    en="Points out of 100; letters from F to A. The dot is this run.",
)


@dataclass(frozen=True, slots=True)
class Scaled:
    """An axis to draw: its key, its points, and where nine runs in ten lie, if many were."""

    axis: str
    points: float
    nine_in_ten: tuple[float, float] | None = None


def both_scales(scene: Stage, axes: Iterable[Scaled]) -> Sheet:
    """Return a sheet with the two axes, one above the other."""
    sheet = Sheet(_WIDTH, _HEIGHT)
    for n, axis in enumerate(axes):
        _draw_scale(sheet, scene, axis, n * _EACH)
    return sheet


def scores(scene: Scene) -> Drawn:
    """Return both axes, one above the other."""
    card = scene.scorecard
    sheet = both_scales(
        scene,
        (
            Scaled("reactivity", card.reactivity.score),
            Scaled("transparency", card.transparency.score),
        ),
    )
    alt = scene.say(
        _ALT,
        reactivity=floor(card.reactivity.score),
        transparency=floor(card.transparency.score),
        overall=floor(card.overall.score),
        grade=card.overall.grade.replace("-", "−"),
    )
    return Drawn(sheet, alt, scene.say(_CAPTION))


def _draw_scale(sheet: Sheet, scene: Stage, axis: Scaled, top: float) -> None:
    line = top + 10.5
    left, right = 1.8, _WIDTH - 1.8
    at = {value: left + (right - left) * value / 100 for value in (0, 60, 70, 80, 90, 100)}
    sheet.line([left, right], [line, line], EDGE, 0.8)
    for x in at.values():
        sheet.line([x, x], [line, line + 2.1], EDGE, 0.8)
    for low, high, letter in _LETTERS:
        x = (at[low] + at[high]) / 2
        sheet.write(x, line + 4.1, letter, Style(AXIS, INK2, align="center"))
    x, *ends = (
        left + (right - left) * min(100.0, max(0.0, points)) / 100
        for points in (axis.points, *(axis.nine_in_ten or ()))
    )
    if ends:
        sheet.line(ends, [line, line], EDGE, 5, layer=5)
    sheet.mark(x, line, "o", INK, 9)
    said = scene.say(_NAMES[axis.axis])
    figure = scene.number(floor(axis.points))
    room = width(figure, _SCORE, SEMIBOLD) / 2
    free = width(said, _NAME, SEMIBOLD) + 2
    # A low score would stand on the name: then the name leaves its place to the right of it.
    start = 0.0 if x - room > free else x + room + 3
    sheet.write(start, top + 4.6, said, Style(_NAME, weight=SEMIBOLD))
    inside = min(max(x, room), _WIDTH - room)
    sheet.write(inside, top + 4.6, figure, Style(_SCORE, weight=SEMIBOLD, align="center"))
