"""The articles: one mark each, by tone, full when it carries the organisation's account."""

from collections.abc import Sequence

from reports.figures.ink import AXIS, INK2, ROW, RULE, SEMIBOLD, TEAM, WORLD
from reports.figures.scene import Drawn, Scene
from reports.figures.sheet import Sheet, Style
from reports.figures.timeline import Scale, draw_dates, draw_nights, nights_show
from simulator.journal.entries import ArticlePublished
from simulator.journal.names import TONES
from simulator.text import Text

_WIDTH, _LEFT, _RIGHT, _TOP, _FOOT = 170.0, 21.0, 134.0, 1.5, 5.4
_DOT, _STEP, _LEAST_ROW = 4.4, 1.75, 9.0
_MOST_STACKED = 9
_COUNT = Text(fr="{own} sur {n} avec notre version", en="{own} of {n} with our account")
_NONE = Text(fr="Aucun article.", en="No article.")
_CAPTION = Text(
    fr="Un rond par article ; plein et bleu, il donne notre version ; vide et rouge, "
    "il ne la donne pas.{nights}",
    en="One circle an article; full and blue, it carries our account; empty and red, "
    "it does not.{nights}",
)
_NIGHTS = Text(fr=" En gris, les nuits.", en=" Nights in grey.")
_ALT = Text(
    fr="{n} articles : {fair} fidèles, {critical} critiques, {speculative} spéculatifs ; "
    "{own} donnent notre version.",
    en="{n} articles: {fair} fair, {critical} critical, {speculative} speculative; "
    "{own} carry our account.",
)


def tone(scene: Scene) -> Drawn:
    """Return the articles over time, a row for each tone."""
    articles = scene.journal.of(ArticlePublished)
    scale = Scale(0, scene.end, _LEFT, _RIGHT)
    rows = {name: [a for a in articles if a.tone == name] for name in TONES}
    heights = {name: _height(scale, found) for name, found in rows.items()}
    bottom = _TOP + sum(heights.values())
    sheet = Sheet(_WIDTH, bottom + _FOOT)
    draw_nights(sheet, scene, scale, (_TOP, bottom))
    top = _TOP
    for name, found in rows.items():
        _draw_row(sheet, scene, scale, (name, found, top + heights[name]))
        top += heights[name]
    draw_dates(sheet, scene, scale, bottom + 3.2, bottom)
    nights = scene.say(_NIGHTS) if scene.nights and nights_show(scale) else ""
    caption = scene.say(_CAPTION, nights=nights) if articles else scene.say(_NONE)
    return Drawn(sheet, _alt(scene, articles), caption)


def _stacked(scale: Scale, found: Sequence[ArticlePublished]) -> list[tuple[float, int]]:
    """Return the place and the floor of each mark: the lowest where it touches no other."""
    floors: list[float] = []
    places = []
    for article in found:
        x = scale(article.at)
        free = [n for n, last in enumerate(floors) if x - last >= _STEP]
        floor = free[0] if free else min(len(floors), _MOST_STACKED)
        floors[floor : floor + 1] = [x]
        places.append((x, floor))
    return places


def _height(scale: Scale, found: Sequence[ArticlePublished]) -> float:
    highest = max((floor for _, floor in _stacked(scale, found)), default=0)
    return max(_LEAST_ROW, _STEP * (highest + 1) + 2.4)


def _draw_row(
    sheet: Sheet, scene: Scene, scale: Scale, row: tuple[str, Sequence[ArticlePublished], float]
) -> None:
    name, found, bottom = row
    middle = bottom - 1.6
    sheet.line([0, _WIDTH], [bottom, bottom], RULE, 0.5)
    sheet.write(0, middle - 0.6, scene.say(TONES[name]), Style(ROW, weight=SEMIBOLD))
    own = sum(article.account for article in found)
    count = scene.say(_COUNT, n=len(found), own=own) if found else "0"
    sheet.write(_WIDTH - 0.4, middle - 0.6, count, Style(AXIS, INK2, align="right"))
    for article, (x, floor) in zip(found, _stacked(scale, found), strict=True):
        y = middle - _STEP * floor
        color = TEAM if article.account else WORLD
        sheet.mark(x, y, "o", color, _DOT, hollow=not article.account)


def _alt(scene: Scene, articles: Sequence[ArticlePublished]) -> str:
    counts = {name: sum(a.tone == name for a in articles) for name in TONES}
    own = sum(article.account for article in articles)
    return scene.say(_ALT, n=len(articles), own=own, **counts)
