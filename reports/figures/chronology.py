"""The chronology: what happened, what the team did, what it could know."""

from reports.figures.acts import Act, numbered, others
from reports.figures.ink import INK, INK2, LABEL, ROW, SEMIBOLD, TEAM, WORLD
from reports.figures.known import PITCH, draw_known, fact_lines, rest, shown_lines
from reports.figures.labels import Label, Placed, place
from reports.figures.scene import Drawn, Scene
from reports.figures.sheet import Sheet, Style
from reports.figures.timeline import Scale, draw_dates, draw_nights
from reports.figures.world import happenings
from simulator.text import Text

_WIDTH, _LANE, _FIRST, _LANES = 170.0, 3.75, 3.4, 7
_MOST_ABOVE, _MOST_BELOW = 9, 8
_TOP, _STRIP = 9.4, 5.0  # title and days; a strip title
_HAPPENED = Text(fr="Ce qui est arrivé", en="What happened")
_DID = Text(fr="Ce que l’équipe a fait", en="What the team did")
_NOTHING = Text(fr="Ce que l’équipe a fait : rien", en="What the team did: nothing")
_KNEW = Text(
    fr="Ce qu’elle pouvait savoir, et quand elle l’a dit",
    en="What it could know, and when it said it",
)
_LEGEND = Text(
    fr="cercle : établi · carré : dit · barre : tu · croix : sorti ailleurs",
    en="circle: established · square: said · bar: kept back · cross: out elsewhere",
)
_CAPTION = Text(
    fr="Heures locales ({zone}). Les numéros sont ceux des déclarations publiques. Un fait est "
    "établi quand l’équipe l’apprend ou que l’enquête ordonnée le montre ; tu, à partir de là.",
    en="Local times ({zone}). Numbers are those of the public statements. A fact is established "
    "when the team learns it or the investigation it ordered shows it; kept back, from then on.",
)
_CUT = Text(fr=" Rien à signaler après le {day}.", en=" Nothing to report after {day}.")
_SPOKE = Text(
    fr="Première déclaration publique {length} après le début de l’affaire, {n} en tout.",
    en="First public statement {length} after the story broke, {n} in all.",
)
_AHEAD = Text(
    fr="Première déclaration publique {length} avant que l’affaire n’éclate, {n} en tout.",
    en="First public statement {length} before the story broke, {n} in all.",
)
_SILENT = Text(fr="0 déclaration publique en {length}.", en="0 public statements in {length}.")
_KEPT = Text(
    fr="Faits établis jamais dits : {never} ; sortis ailleurs : {out} ; "
    "plus long silence sur un fait établi : {most}.",
    en="Established facts never said: {never}; out elsewhere: {out}; "
    "longest silence on an established fact: {most}.",
)


def chronology(scene: Scene) -> Drawn:
    """Return the chronology; it is as high as its lanes and rows need."""
    scale = Scale(0, _last(scene), 0, _WIDTH)
    team = [*numbered(scene), *others(scene)]
    world = [Label(scale(h.at), h.text, h.rank) for h in happenings(scene)]
    above = place(world, _MOST_ABOVE, _LANES, _WIDTH)
    below = place(_team_labels(team, scale), _MOST_BELOW, _LANES, _WIDTH)
    axis = _TOP + _FIRST + _LANE * _lanes(above)
    bottom = axis + _FIRST + _LANE * _lanes(below) + 0.4
    known = bottom + 2 * _STRIP + 0.6
    rows = len(shown_lines(scene)) + bool(rest(scene))
    sheet = Sheet(_WIDTH, known + PITCH * max(1, rows) + 1)
    draw_nights(sheet, scene, scale, (_TOP, bottom))
    draw_nights(sheet, scene, scale, (known, sheet.height))
    _draw_world(sheet, scene, scale, (above, axis))
    _draw_team(sheet, scale, (below, axis), team)
    _draw_titles(sheet, scene, scale, (bottom, bool(team)))
    draw_known(sheet, scene, scale, known)
    return Drawn(sheet, _alt(scene), _caption(scene, scale))


def _last(scene: Scene) -> float:
    """Return the minute to draw until: the end, or a day after the last thing to report."""
    ends = [h.at for h in happenings(scene)] + [a.at for a in (*numbered(scene), *others(scene))]
    ends += [at for x in fact_lines(scene) for at in (x.known, x.said, x.out) if at is not None]
    quiet = scene.scenario.clock.next_hour(max(ends, default=0.0) + 6 * 60, 0)
    return quiet if quiet < 0.85 * scene.end else scene.end


def _lanes(placed: list[Placed]) -> int:
    return max((label.lane for label in placed), default=0) + 1


def _team_labels(acts: list[Act], scale: Scale) -> list[Label]:
    return [Label(scale(a.at), f"{a.number} {a.text}".strip(), a.rank) for a in acts]


def _draw_world(sheet: Sheet, scene: Scene, scale: Scale, band: tuple[list[Placed], float]) -> None:
    placed, axis = band
    sheet.line([0, _WIDTH], [axis, axis], INK, 1.4, layer=4)
    for one in placed:
        _draw_label(sheet, one, axis - _FIRST - _LANE * one.lane, (axis, INK, WORLD))
    for happening in happenings(scene):
        x = min(max(scale(happening.at), 0.3), _WIDTH - 0.3)
        sheet.line([x, x], [axis - 1.2, axis + 0.9], WORLD, 1.6, layer=5)


def _draw_team(
    sheet: Sheet, scale: Scale, band: tuple[list[Placed], float], acts: list[Act]
) -> None:
    placed, axis = band
    for one in placed:
        _draw_label(sheet, one, axis + _FIRST + _LANE * one.lane, (axis, TEAM, TEAM))
    for act in acts:
        x = min(max(scale(act.at), 0.9), _WIDTH - 0.9)
        if act.number:
            sheet.mark(x, axis, "s", TEAM, 5, layer=7)
        else:
            sheet.line([x, x], [axis, axis + 1.6], TEAM, 1.4, layer=5)


def _draw_label(sheet: Sheet, one: Placed, y: float, how: tuple[float, str, str]) -> None:
    axis, ink, leader = how
    x = min(max(one.label.x, 0.15), _WIDTH - 0.15)
    tip = y + 1.1 if y > axis else y - 1.1
    sheet.line([x, x], [axis, tip], leader, 0.7)
    sheet.write(one.start, y, one.label.text, Style(LABEL, ink, align=one.align))


def _draw_titles(sheet: Sheet, scene: Scene, scale: Scale, band: tuple[float, bool]) -> None:
    bottom, acted = band
    sheet.write(0, 1.9, scene.say(_HAPPENED), Style(ROW, WORLD, SEMIBOLD))
    draw_dates(sheet, scene, scale, 6.9, None)
    did = scene.say(_DID if acted else _NOTHING)
    sheet.write(0, bottom + 2.4, did, Style(ROW, TEAM, SEMIBOLD))
    sheet.write(0, bottom + _STRIP + 2.6, scene.say(_KNEW), Style(ROW, INK, SEMIBOLD))
    legend = Style(LABEL, INK2, align="right")
    sheet.write(_WIDTH - 0.4, bottom + _STRIP + 2.6, scene.say(_LEGEND), legend)


def _caption(scene: Scene, scale: Scale) -> str:
    zone = scene.scenario.timezone.rpartition("/")[2].replace("_", " ")
    cut = scene.say(_CUT, day=scene.day(scale.end - 1)) if scale.end < scene.end else ""
    return scene.say(_CAPTION, zone=zone) + cut


def _alt(scene: Scene) -> str:
    words = [act for act in numbered(scene, 10_000)]
    lines = fact_lines(scene)
    broke = scene.broke
    if words:
        late = words[0].at - broke
        said = scene.say(
            _SPOKE if late >= 0 else _AHEAD, length=scene.length(abs(late)), n=len(words)
        )
    else:
        said = scene.say(_SILENT, length=scene.length(scene.end))
    kept = scene.say(
        _KEPT,
        never=sum(line.known is not None and line.said is None for line in lines),
        out=sum(line.out is not None for line in lines),
        most=scene.length(max((line.kept(scene.end) for line in lines), default=0.0)),
    )
    return f"{said} {kept}"
