"""The staff of the cover: the world above a line, the team below it."""

from reports.figures.acts import others, public_statements
from reports.figures.ink import INK, TEAM, WORLD
from reports.figures.scene import Drawn, Scene
from reports.figures.sheet import Sheet
from reports.figures.timeline import Scale, draw_dates, draw_nights, nights_show
from reports.figures.world import pressure
from simulator.text import Text

_WIDTH, _HEIGHT, _LINE = 170.0, 22.0, 13.6
_BIN, _TALLEST = 1.15, 8.4
_CAPTION = Text(
    fr="Au-dessus du trait, le monde : articles, appels, rumeur. Au-dessous, l’équipe : {words}.",
    en="Above the line, the world: articles, calls, rumour. Below it, the team: {words}.",
)
_NIGHTS = Text(fr=" En gris, les nuits.", en=" Nights in grey.")
_BLOCKS = {
    0: Text(fr="elle n’a rien publié", en="it published nothing"),
    1: Text(fr="le pavé est sa déclaration publique", en="the block is its public statement"),
}
_MANY = Text(
    fr="un pavé par déclaration publique",
    en="the blocks are its {n} public statements",
)
_ALT = Text(
    fr="Le monde a pressé à {world} moments ; déclarations publiques de l’équipe : {n}{first}.",
    en="The world pressed at {world} moments; public statements of the team: {n}{first}.",
)
_FIRST = Text(fr=", la première {when}", en=", the first on {when}")


def staff(scene: Scene) -> Drawn:
    """Return the staff: how hard the world pressed, and when the team acted."""
    sheet = Sheet(_WIDTH, _HEIGHT)
    scale = Scale(0, scene.end, 0, _WIDTH)
    draw_nights(sheet, scene, scale, (4.4, _HEIGHT))
    draw_dates(sheet, scene, scale, 1.8, None)
    sheet.line([0, _WIDTH], [_LINE, _LINE], INK, 1.6, layer=5)
    moments = _draw_world(sheet, scene, scale)
    _draw_team(sheet, scene, scale)
    return Drawn(sheet, _alt(scene, moments), _caption(scene, scale))


def _draw_world(sheet: Sheet, scene: Scene, scale: Scale) -> int:
    bins: dict[int, float] = {}
    for at, weight in pressure(scene):
        place = int(min(scale(at), _WIDTH - _BIN / 2) / _BIN)
        bins[place] = bins.get(place, 0.0) + weight
    most = max(bins.values(), default=1.0)
    for place, weight in sorted(bins.items()):
        x = (place + 0.5) * _BIN
        tall = _TALLEST * max(0.14, (weight / most) ** 0.5)
        sheet.line([x, x], [_LINE - 0.4, _LINE - 0.4 - tall], WORLD, 1.6)
    return len(bins)


def _draw_team(sheet: Sheet, scene: Scene, scale: Scale) -> None:
    for act in others(scene):
        x = min(max(scale(act.at), 0.3), _WIDTH - 0.3)
        sheet.line([x, x], [_LINE + 0.4, _LINE + 2.8], TEAM, 1.6)
    for word in public_statements(scene):
        x = min(max(scale(word.at), 0.9), _WIDTH - 0.9)
        sheet.block(x - 0.9, _LINE + 0.4, x + 0.9, _LINE + 6.4, TEAM)


def _caption(scene: Scene, scale: Scale) -> str:
    n = len(public_statements(scene))
    words = scene.say(_BLOCKS[n]) if n in _BLOCKS else scene.say(_MANY, n=n)
    dark = scene.say(_NIGHTS) if scene.nights and nights_show(scale) else ""
    return scene.say(_CAPTION, words=words) + dark


def _alt(scene: Scene, moments: int) -> str:
    words = public_statements(scene)
    first = scene.say(_FIRST, when=scene.when(words[0].at)) if words else ""
    return scene.say(_ALT, world=moments, n=len(words), first=first)
