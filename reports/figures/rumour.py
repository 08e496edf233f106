"""The rumour: in each audience, the share that believes the worst version."""

from collections.abc import Sequence

from reports.figures.acts import Act, numbered
from reports.figures.ink import WORLD
from reports.figures.panels import MOST_PANELS, Course, Curve, Look, draw_panels, nice
from reports.figures.scene import Drawn, Scene, Stage
from reports.figures.timeline import Scale, nights_show
from simulator.scenario.shapes import Audience
from simulator.text import Text

_LOOK = Look(height=54, color=WORLD, digits=0, percent=True, peak=True)
_SMALL = 0.1  # an audience whose peak is below this share of the scale gets its own
_PEOPLE = Text(fr="{n} personnes", en="{n} people")
_OWN = Text(fr="{n} · échelle 0–{top} %", en="{n} · scale 0–{top}%")
_CAPTION = Text(
    fr="Part de chaque public qui croit au pire, en % de tout l’effectif{scale}. "
    "Trait : cette partie. {blocks}",
    en="Share of each audience that believes the worst, in % of its whole headcount{scale}. "
    "Line: this run. {blocks}",
)
_SAME = Text(fr=", même échelle partout", en=", same scale throughout")
_OTHER = Text(
    fr=", même échelle sauf où une autre est écrite",
    en=", same scale except where another is written",
)
_BLOCKS = Text(fr="Pavés bleus : {acts}.", en="Blue blocks: {acts}.")
_NONE = Text(fr="Aucune déclaration publique.", en="No public statement.")
_NIGHTS = Text(fr=" En gris, les nuits.", en=" Nights in grey.")
_LEFT_OUT = Text(
    fr=" {n} publics moins touchés ne sont pas montrés.",
    en=" {n} less affected audiences are not shown.",
)
_ALT = Text(
    fr="Croient au pire à la fin : {most_share} ({most}) au plus, {least_share} ({least}) "
    "au moins ; plus haut point : {peak} ({where}).",
    en="Believing the worst at the end: {most_share} ({most}) at most, {least_share} ({least}) "
    "at least; highest point: {peak} ({where}).",
)
_NOTHING = Text(fr="Aucune mesure : 0 minute jouée.", en="No measure: 0 minutes played.")


def rumour(scene: Scene) -> Drawn:
    """Return the panels of belief; beyond twelve audiences those with the lowest peaks go."""
    every = _beliefs(scene)
    minutes = [measure.at for measure in scene.measures]
    curves = belief_panels(scene, [Course(minutes, values) for values in every])
    sheet = draw_panels(scene, curves, _LOOK)
    said = _caption(scene, scales(scene, curves), len(every) - len(curves))
    return Drawn(sheet, _alt(scene, every), said)


def belief_panels(scene: Stage, courses: Sequence[Course]) -> list[Curve]:
    """Return a panel an audience, in the scenario's order; `courses` are per cents, one each."""
    ranked = sorted(range(len(courses)), key=lambda n: (-courses[n].highest, n))
    kept = sorted(ranked[:MOST_PANELS])
    common = nice(max([1.0, *(courses[n].highest for n in kept)]))
    return [_curve(scene, (scene.scenario.audiences[n], courses[n]), common) for n in kept]


def scales(scene: Stage, curves: Sequence[Curve]) -> str:
    """Return, for a caption, whether all panels share one scale."""
    return scene.say(_SAME if len({curve.top for curve in curves}) == 1 else _OTHER)


def _beliefs(scene: Scene) -> list[list[float]]:
    """Return the believers of each audience at each measure, in per cent of its headcount."""
    people = [audience.headcount for audience in scene.scenario.audiences]
    return [
        [100 * (m.spreaders[n] + m.stiflers[n]) / people[n] for m in scene.measures]
        for n in range(len(people))
    ]


def _curve(scene: Stage, shown: tuple[Audience, Course], common: float) -> Curve:
    audience, course = shown
    peak = course.highest
    top = nice(max(0.01, peak)) if 0 < peak < _SMALL * common else common
    people = scene.people(audience.headcount)
    people = scene.say(_PEOPLE, n=people) if audience.headcount < 10_000_000 else people
    if top != common:
        digits = 0 if top >= 1 and top == round(top) else 1 if top >= 0.1 else 2
        people = scene.say(_OWN, n=scene.people(audience.headcount), top=scene.number(top, digits))
    return Curve(scene.of(audience.name), people, course, top)


def _caption(scene: Scene, scale: str, left_out: int) -> str:
    acts = ", ".join(_named(scene, act) for act in numbered(scene))
    blocks = scene.say(_BLOCKS, acts=acts) if acts else scene.say(_NONE)
    said = scene.say(_CAPTION, scale=scale, blocks=blocks)
    if scene.nights and nights_show(Scale(0, scene.end, 0, 30)):
        said += scene.say(_NIGHTS)
    return said + (scene.say(_LEFT_OUT, n=left_out) if left_out > 0 else "")


def _named(scene: Scene, act: Act) -> str:
    when = scene.when(act.at).replace(" ", "\u00a0")
    return f"{act.number}\u00a0{act.what} ({when})"


def _alt(scene: Scene, every: list[list[float]]) -> str:
    if not scene.measures:
        return scene.say(_NOTHING)
    names = [scene.of(audience.name) for audience in scene.scenario.audiences]
    order = sorted(range(len(every)), key=lambda n: -every[n][-1])
    peak = max(range(len(every)), key=lambda n: max(every[n]))
    return scene.say(
        _ALT,
        most=names[order[0]],
        most_share=_share(scene, every[order[0]][-1]),
        least=names[order[-1]],
        least_share=_share(scene, every[order[-1]][-1]),
        peak=_share(scene, max(every[peak])),
        where=names[peak],
    )


def _share(scene: Scene, value: float) -> str:
    return scene.percent(value, 0 if value >= 10 or value == 0 else 1)
