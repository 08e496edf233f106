"""The two scores of the cover: ruled scales with letters."""

from math import floor

from reports.figures.ink import AXIS, EDGE, INK, INK2, SEMIBOLD, width
from reports.figures.scene import Drawn, Scene
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


def scores(scene: Scene) -> Drawn:
    """Return both axes, one above the other."""
    sheet = Sheet(_WIDTH, _HEIGHT)
    card = scene.scorecard
    for n, axis in enumerate(("reactivity", "transparency")):
        points = card.reactivity.score if axis == "reactivity" else card.transparency.score
        _draw_scale(sheet, scene, (axis, points), n * _EACH)
    alt = scene.say(
        _ALT,
        reactivity=floor(card.reactivity.score),
        transparency=floor(card.transparency.score),
        overall=floor(card.overall.score),
        grade=card.overall.grade.replace("-", "−"),
    )
    return Drawn(sheet.figure, alt, scene.say(_CAPTION))


def _draw_scale(sheet: Sheet, scene: Scene, axis: tuple[str, float], top: float) -> None:
    name, points = axis
    line = top + 10.5
    left, right = 1.8, _WIDTH - 1.8
    at = {value: left + (right - left) * value / 100 for value in (0, 60, 70, 80, 90, 100)}
    sheet.line([left, right], [line, line], EDGE, 0.8)
    for x in at.values():
        sheet.line([x, x], [line, line + 2.1], EDGE, 0.8)
    for low, high, letter in _LETTERS:
        x = (at[low] + at[high]) / 2
        sheet.write(x, line + 4.1, letter, Style(AXIS, INK2, align="center"))
    x = left + (right - left) * min(100.0, max(0.0, points)) / 100
    sheet.mark(x, line, "o", INK, 9)
    said = scene.say(_NAMES[name])
    figure = scene.number(floor(points))
    room = width(figure, _SCORE, SEMIBOLD) / 2
    free = width(said, _NAME, SEMIBOLD) + 2
    # A low score would stand on the name: then the name leaves its place to the right of it.
    start = 0.0 if x - room > free else x + room + 3
    sheet.write(start, top + 4.6, said, Style(_NAME, weight=SEMIBOLD))
    inside = min(max(x, room), _WIDTH - room)
    sheet.write(inside, top + 4.6, figure, Style(_SCORE, weight=SEMIBOLD, align="center"))
