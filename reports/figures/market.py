"""The market: the share price against the others', with the news that moved it."""

from collections.abc import Iterator

from reports.figures.acts import draw_numbers, numbered
from reports.figures.ink import AXIS, INK, INK2, LABEL, PAPER, RULE, SEMIBOLD, WORLD, width
from reports.figures.labels import Label, Placed, place
from reports.figures.panels import nice, ticks
from reports.figures.scene import Drawn, Scene
from reports.figures.sheet import Sheet, Style
from reports.figures.timeline import Scale, draw_dates, draw_nights, nights_show
from reports.figures.world import happenings
from simulator.text import Text

_WIDTH, _LEFT, _RIGHT, _BLOCKS = 170.0, 10.0, 158.0, 5.0
_LANE, _LANES, _PLOT, _FOOT, _MOST = 3.75, 4, 38.0, 5.4, 6
_POINTS = 480
_MOVES = ("break", "fact", "claim", "promise")
_CAPTION = Text(
    fr="Rendement anormal de l’action en %, hors mouvement du marché. Traits rouges : ce qui est "
    "arrivé ; pavés bleus : déclarations publiques.{nights}",
    en="Abnormal return of the share in %, market moves removed. Red ticks: what happened; "
    "blue blocks: public statements.{nights}",
)
_NIGHTS = Text(fr=" En gris, les nuits.", en=" Nights in grey.")
_ALT = Text(
    fr="Le titre a perdu jusqu’à {low} ({when}) et finit à {last}.",
    en="The share lost up to {low} ({when}) and ends at {last}.",
)
_ALT_UP = Text(
    fr="Le titre n’est pas passé sous {low} et finit à {last}.",
    en="The share never fell below {low} and ends at {last}.",
)


def market(scene: Scene) -> Drawn | None:
    """Return the curve of the abnormal return, None when the organisation is not listed."""
    if not scene.scenario.organisation.listed or not scene.measures:
        return None
    scale = Scale(0, scene.end, _LEFT, _RIGHT)
    moving = [h for h in happenings(scene) if h.about in _MOVES]
    news = [Label(scale(h.at) - _LEFT, h.text, h.rank) for h in moving]
    placed = place(news, _MOST, _LANES, _RIGHT - _LEFT)
    lanes = max((one.lane for one in placed), default=-1) + 1
    top = _LANE * lanes + (_BLOCKS if numbered(scene) else 1.5)
    sheet = Sheet(_WIDTH, top + _PLOT + _FOOT)
    low, high = _range(scene)
    zero = top + _PLOT * high / (high - low)
    draw_nights(sheet, scene, scale, (0, top + _PLOT))
    _draw_grid(sheet, scene, (top, zero), (low, high))
    _draw_news(sheet, placed, (top, _LANE * lanes))
    draw_numbers(sheet, scene, scale, (top, top + _PLOT))
    _draw_curve(sheet, scene, scale, (zero, _PLOT / (high - low)))
    draw_dates(sheet, scene, scale, top + _PLOT + 3.2, top + _PLOT)
    nights = scene.say(_NIGHTS) if scene.nights and nights_show(scale) else ""
    return Drawn(sheet, _alt(scene), scene.say(_CAPTION, nights=nights))


def _range(scene: Scene) -> tuple[float, float]:
    values = [measure.abnormal_return for measure in scene.measures]
    low = -nice(max(1.0, -1.12 * min(values)))  # room for the label of the lowest
    return low, nice(max(values)) if max(values) > 0.05 * -low else 0.0


def _draw_grid(
    sheet: Sheet, scene: Scene, rows: tuple[float, float], limits: tuple[float, float]
) -> None:
    (_, zero), (low, high) = rows, limits
    per_point = _PLOT / (high - low)
    for value in _steps(low, high):
        y = zero - value * per_point
        line = (INK, 0.9) if value == 0 else (RULE, 0.5)
        sheet.line([_LEFT, _RIGHT], [y, y], *line, layer=2 if value == 0 else 1)
        digits = 0 if value == round(value) else 1
        sheet.write(_LEFT - 1, y, scene.number(value, digits), Style(AXIS, INK2, align="right"))


def _steps(low: float, high: float) -> Iterator[float]:
    """Yield the numbers of the scale: even steps down from zero, and as even up to `high`."""
    down = ticks(-low)
    yield from (-value for value in down)
    yield from (n * down[1] for n in range(1, int(high / down[1] + 1e-9) + 1))


def _draw_news(sheet: Sheet, placed: list[Placed], rows: tuple[float, float]) -> None:
    top, lowest = rows
    for one in placed:
        x, y = _LEFT + one.label.x, lowest - _LANE * (one.lane + 0.5)
        sheet.line([x, x], [y - 1.1, top], WORLD, 0.7, layer=2)
        sheet.line([x, x], [top - 0.6, top + 0.9], WORLD, 1.6, layer=5)
        sheet.write(_LEFT + one.start, y, one.label.text, Style(LABEL, INK, align=one.align))


def _draw_curve(sheet: Sheet, scene: Scene, scale: Scale, axis: tuple[float, float]) -> None:
    zero, per_point = axis
    measures = scene.measures
    step = max(1, len(measures) // _POINTS)
    lowest = min(range(len(measures)), key=lambda n: measures[n].abnormal_return)
    chosen = sorted({*range(0, len(measures), step), lowest, len(measures) - 1})
    xs = [scale(measures[n].at) for n in chosen]
    ys = [zero - measures[n].abnormal_return * per_point for n in chosen]
    sheet.line(xs, ys, WORLD, 1.6, layer=5)
    bold = Style(AXIS, WORLD, SEMIBOLD)
    last, low = measures[-1], measures[lowest]
    y = zero - last.abnormal_return * per_point
    sheet.write(scale.right + 0.9, y, scene.percent(last.abnormal_return, 1), bold)
    y = zero - low.abnormal_return * per_point
    if low.abnormal_return < -0.05 and (
        abs(low.abnormal_return - last.abnormal_return) * per_point > 2
        or scale(low.at) < _RIGHT - 12
    ):
        sheet.mark(scale(low.at), y, "o", WORLD, 3.5)
        said = scene.percent(low.abnormal_return, 1)
        _write_lowest(sheet, scene, scale, (low.at, y + 1.6, said))


def _write_lowest(
    sheet: Sheet, scene: Scene, scale: Scale, lowest: tuple[float, float, str]
) -> None:
    """Write the lowest value beside its point; an act's dashes stop where it stands."""
    at, y, said = lowest
    away, style = _beside(scene, scale, (at, said))
    x, room = scale(at) + away, width(said, AXIS, SEMIBOLD)
    left = x if away > 0 else x - room
    if any(left < scale(act.at) < left + room for act in numbered(scene)):
        sheet.block(left - 0.3, y - 1.3, left + room + 0.3, y + 1.3, PAPER, layer=4)
    sheet.write(x, y, said, style)


def _beside(scene: Scene, scale: Scale, lowest: tuple[float, str]) -> tuple[float, Style]:
    """Return how far from the lowest point its label stands, and how: where no act is dated."""
    at, said = lowest
    x, room = scale(at), 1.4 + width(said, AXIS, SEMIBOLD)
    acts = [scale(act.at) for act in numbered(scene)]
    right = any(x < act < x + room for act in acts) or x >= _RIGHT - 14
    left = any(x - room < act < x for act in acts) or x - room < _LEFT
    if right and not left:
        return -1.4, Style(AXIS, WORLD, SEMIBOLD, "right")
    return 1.4, Style(AXIS, WORLD, SEMIBOLD)


def _alt(scene: Scene) -> str:
    lowest = min(scene.measures, key=lambda measure: measure.abnormal_return)
    low, last = lowest.abnormal_return, scene.measures[-1].abnormal_return
    ending = scene.percent(last, 1)
    if low > -0.05:
        return scene.say(_ALT_UP, low=scene.percent(low, 1), last=ending)
    return scene.say(_ALT, low=scene.percent(-low, 1), when=scene.when(lowest.at), last=ending)
