"""The criteria of one axis: weight, score, rating."""

from math import floor

from reports.figures.glyphs import shown
from reports.figures.ink import AXIS, EDGE, INK, INK2, ROW, RULE, SEMIBOLD, fitted
from reports.figures.scene import Drawn, Scene
from reports.figures.sheet import Sheet, Style
from simulator.score.criteria import criteria
from simulator.score.scorecard import AxisScore, CriterionScore
from simulator.text import Text

_WIDTH, _ROW, _HEAD = 126.0, 5.6, 6.2
_WEIGHT, _LEFT, _RIGHT, _SCORE, _RATING = 47.0, 51.0, 106.0, 116.0, 121.0
_LIMITS, _LETTERS = (60, 70, 80, 90), ((30, "F"), (65, "D"), (75, "C"), (85, "B"), (95, "A"))
_COLUMNS = (Text(fr="poids", en="weight"), Text(fr="note", en="score"))
_CAPTION = Text(
    fr="Poids en %, note sur 100. P sans difficulté, S avec quelques-unes, M avec de majeures, "
    "U non réalisé. Limites des lettres sous l’échelle.",
    en="Weight in %, score out of 100. P without challenges, S with some, M with major ones, "
    "U unable to be performed. Limits of the letters under the scale.",
)
_ALT = Text(
    fr="{axis} : {points} sur 100 ; {best} au plus haut ({high}), {worst} au plus bas ({low}).",
    en="{axis}: {points} out of 100; {best} highest ({high}), {worst} lowest ({low}).",
)
_AXES = {
    "reactivity": Text(fr="Réactivité", en="Reactivity"),
    "transparency": Text(fr="Transparence", en="Transparency"),
}


def criteria_reactivity(scene: Scene) -> Drawn:
    """Return the criteria of reactivity."""
    return _criteria(scene, "reactivity", scene.scorecard.reactivity)


def criteria_transparency(scene: Scene) -> Drawn:
    """Return the criteria of transparency."""
    return _criteria(scene, "transparency", scene.scorecard.transparency)


def _criteria(scene: Scene, name: str, axis: AxisScore) -> Drawn:
    marks = axis.criteria
    bottom = _HEAD + _ROW * len(marks)
    sheet = Sheet(_WIDTH, bottom + 4.6)
    head = Style(AXIS, INK2, align="right")
    sheet.write(_WEIGHT, 2.2, scene.say(_COLUMNS[0]), head)
    sheet.write(_SCORE, 2.2, scene.say(_COLUMNS[1]), head)
    for limit in _LIMITS:
        sheet.line([_at(limit), _at(limit)], [_HEAD - 1, bottom], RULE, 0.6, layer=1)
    for n, mark in enumerate(marks):
        _draw_row(sheet, scene, mark, _HEAD + _ROW * (n + 0.5))
    sheet.line([_LEFT, _RIGHT], [bottom, bottom], EDGE, 0.6)
    for value, letter in _LETTERS:
        sheet.write(_at(value), bottom + 2.4, letter, Style(AXIS, INK2, align="center"))
    return Drawn(sheet, _alt(scene, name, axis), scene.say(_CAPTION))


def _at(points: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * min(100.0, max(0.0, points)) / 100


def _named(scene: Scene, mark: CriterionScore) -> str:
    every = (*criteria().reactivity, *criteria().transparency)
    name = next((rule.name for rule in every if rule.id == mark.id), None)
    return shown(scene.say(name) if name else mark.id)


def _draw_row(sheet: Sheet, scene: Scene, mark: CriterionScore, y: float) -> None:
    sheet.line([_LEFT, _RIGHT], [y, y], RULE, 0.5, layer=1)
    sheet.mark(_at(mark.score), y, "o", INK, 6)
    name = fitted(_named(scene, mark), _WEIGHT - 8, ROW)
    sheet.write(0, y, name, Style(ROW))
    weight = scene.number(round(100 * mark.weight))
    sheet.write(_WEIGHT, y, weight, Style(AXIS, INK2, align="right"))
    score = scene.number(floor(mark.score))
    sheet.write(_SCORE, y, score, Style(ROW, weight=SEMIBOLD, align="right"))
    strong = SEMIBOLD if mark.rating in "MU" else 400
    sheet.write(_RATING, y, mark.rating, Style(ROW, weight=strong, align="center"))


def _alt(scene: Scene, name: str, axis: AxisScore) -> str:
    ranked = sorted(axis.criteria, key=lambda mark: mark.score)
    if not ranked:
        return f"{scene.say(_AXES[name])} {floor(axis.score)}"
    return scene.say(
        _ALT,
        axis=scene.say(_AXES[name]),
        points=floor(axis.score),
        best=_named(scene, ranked[-1]).lower(),
        high=floor(ranked[-1].score),
        worst=_named(scene, ranked[0]).lower(),
        low=floor(ranked[0].score),
    )
