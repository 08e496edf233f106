"""The figures of an ensemble: both scores, belief and trust over time, with their bands."""

from collections.abc import Sequence

from reports.figures.ink import TEAM, WORLD, WORLD_PALE
from reports.figures.panels import Band, Course, Curve, Look, draw_panels, nice
from reports.figures.rumour import belief_panels, scales
from reports.figures.scene import Drawn, Outlook
from reports.figures.scores import Scaled, both_scales
from reports.figures.timeline import Scale, nights_show
from simulator.study.ensemble import Ensemble
from simulator.study.intervals import Spread
from simulator.text import Text

_WORLD_WIDE, _TEAM_PALE, _TEAM_WIDE = "#F8E2D9", "#A9C9E4", "#E5EFF7"
_BELIEF = Look(height=45, color=WORLD, digits=0, percent=True, peak=False)
_TRUST = Look(height=35, color=TEAM, digits=2, percent=False, peak=False)
_SCORES = Text(
    fr="Points sur 100 ; lettres de F à A. Le point est la médiane, la barre 9 graines sur 10.",
    en="Points out of 100; letters from F to A. The dot is the median, the bar 9 seeds in 10.",
)
_SCORES_ALT = Text(
    fr="Réactivité : médiane {r}, 9 graines sur 10 de {rl} à {rh} ; transparence : médiane {t}, de "
    "{tl} à {th}.",
    en="Reactivity: median {r}, 9 seeds in 10 from {rl} to {rh}; transparency: median {t}, from "
    "{tl} to {th}.",
)
_BELIEF_CAPTION = Text(
    fr="Part de chaque public qui croit au pire, en % de tout l’effectif{scale}. {bands}",
    en="Share of each audience that believes the worst, in % of its whole headcount{scale}. "
    "{bands}",
)
_TRUST_CAPTION = Text(
    fr="Confiance de chaque public, de 0 à 1 ; sous son nom, où finissent 9 graines sur 10. "
    "{bands}",
    en="Trust of each audience, from 0 to 1; under its name, where 9 seeds in 10 end. {bands}",
)
_BANDS = Text(
    fr="Trait : médiane ; bande foncée : une graine sur deux ; bande claire : 9 sur 10.",
    en="Line: median; dark band: one seed in two; pale band: 9 in 10.",
)
_END = Text(fr="9 sur 10 : {low} à {high}", en="9 in 10: {low} to {high}")
_NIGHTS = Text(fr=" En gris, les nuits.", en=" Nights in grey.")
_LEFT_OUT = Text(
    fr=" {n} publics moins touchés ne sont pas montrés.",
    en=" {n} less affected audiences are not shown.",
)
_BELIEF_ALT = Text(
    fr="Croient au pire à la fin, médiane et 9 graines sur 10 : {high} {h} ({hl} à {hh}) au plus ; "
    "{low} {l} ({ll} à {lh}) au moins.",
    en="Believing the worst at the end, median and 9 seeds in 10: {high} {h} ({hl} to {hh}) at "
    "most; {low} {l} ({ll} to {lh}) at least.",
)
_TRUST_ALT = Text(
    fr="Confiance à la fin, médiane et 9 graines sur 10 : {high} {h} ({hl} à {hh}) au plus ; {low} "
    "{l} ({ll} à {lh}) au moins.",
    en="Trust at the end, median and 9 seeds in 10: {high} {h} ({hl} to {hh}) at most; {low} {l} "
    "({ll} to {lh}) at least.",
)


def ensemble_figures(stage: Outlook, ensemble: Ensemble) -> dict[str, Drawn]:
    """Return the figures by name."""
    return {
        "ensemble_scores": _scores(stage, ensemble),
        "ensemble_belief": _belief(stage, ensemble),
        "ensemble_trust": _trust(stage, ensemble),
    }


def _scores(stage: Outlook, ensemble: Ensemble) -> Drawn:
    found = {name: ensemble.spreads[name] for name in ("reactivity", "transparency")}
    axes = [Scaled(name, each.median.value, (each.p05, each.p95)) for name, each in found.items()]
    values = {
        f"{name[0]}{end}": stage.number(round(value))
        for name, each in found.items()
        for end, value in (("", each.median.value), ("l", each.p05), ("h", each.p95))
    }
    alt = stage.say(_SCORES_ALT, **values)
    return Drawn(both_scales(stage, axes), alt, stage.say(_SCORES))


def _belief(stage: Outlook, ensemble: Ensemble) -> Drawn:
    courses = _courses(stage, ensemble, "belief", 100.0, (_WORLD_WIDE, WORLD_PALE))
    curves = belief_panels(stage, courses)
    bands = stage.say(_BANDS) + _more(stage, curves)
    caption = stage.say(_BELIEF_CAPTION, scale=scales(stage, curves), bands=bands)
    sheet = draw_panels(stage, curves, _BELIEF)
    return Drawn(sheet, _alt(stage, ensemble, "belief"), caption)


def _trust(stage: Outlook, ensemble: Ensemble) -> Drawn:
    courses = _courses(stage, ensemble, "trust", 1.0, (_TEAM_WIDE, _TEAM_PALE))
    # The audiences that belief shows, so that one figure is read under the other.
    shown = belief_panels(stage, _courses(stage, ensemble, "belief", 100.0, ("", "")))
    names = {curve.title for curve in shown}
    top = nice(max([0.1, *(course.highest for course in courses)]))
    curves = [
        Curve(stage.of(audience.name), _end(stage, ensemble, audience.id), course, top)
        for audience, course in zip(stage.scenario.audiences, courses, strict=True)
        if stage.of(audience.name) in names
    ]
    caption = stage.say(_TRUST_CAPTION, bands=stage.say(_BANDS) + _more(stage, curves))
    return Drawn(draw_panels(stage, curves, _TRUST), _alt(stage, ensemble, "trust"), caption)


def _end(stage: Outlook, ensemble: Ensemble, audience: str) -> str:
    spread = ensemble.spreads[f"trust.{audience}"]
    low, high = stage.number(spread.p05, 2), stage.number(spread.p95, 2)
    return low if low == high else stage.say(_END, low=low, high=high)


def _courses(
    stage: Outlook, ensemble: Ensemble, name: str, times: float, colors: tuple[str, str]
) -> list[Course]:
    """Return, audience by audience, the median and its bands, the wide one first."""
    return [
        _course(stage, ensemble.bands[f"{name}.{audience.id}"], times, colors)
        for audience in stage.scenario.audiences
    ]


def _course(
    stage: Outlook, bands: Sequence[Sequence[float]], times: float, colors: tuple[str, str]
) -> Course:
    p05, p25, middle, p75, p95 = ([times * value for value in band] for band in bands)
    minutes = [stage.end * n / (len(middle) - 1) for n in range(len(middle))]
    return Course(minutes, middle, (Band(p05, p95, colors[0]), Band(p25, p75, colors[1])))


def _more(stage: Outlook, curves: Sequence[Curve]) -> str:
    said = ""
    if stage.nights and nights_show(Scale(0, stage.end, 0, 30)):
        said += stage.say(_NIGHTS)
    left_out = len(stage.scenario.audiences) - len(curves)
    return said + (stage.say(_LEFT_OUT, n=left_out) if left_out > 0 else "")


def _alt(stage: Outlook, ensemble: Ensemble, name: str) -> str:
    spreads = {a: ensemble.spreads[f"{name}.{a.id}"] for a in stage.scenario.audiences}
    ranked = sorted(spreads, key=lambda a: -spreads[a].median.value)
    high, low = ranked[0], ranked[-1]
    values = {"high": stage.of(high.name), "low": stage.of(low.name)}
    values |= _ends(stage, "h", spreads[high], name) | _ends(stage, "l", spreads[low], name)
    return stage.say(_BELIEF_ALT if name == "belief" else _TRUST_ALT, **values)


def _ends(stage: Outlook, key: str, spread: Spread, name: str) -> dict[str, str]:
    values = {"": spread.median.value, "l": spread.p05, "h": spread.p95}
    if name == "trust":
        return {key + end: stage.number(value, 2) for end, value in values.items()}
    return {key + end: stage.percent(100 * value, 1) for end, value in values.items()}
