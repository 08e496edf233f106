"""Trust: in each audience, how far the organisation is believed."""

from reports.figures.acts import numbered
from reports.figures.ink import INK
from reports.figures.panels import MOST_PANELS, Curve, Look, draw_panels
from reports.figures.scene import Drawn, Scene
from simulator.text import Text

_LOOK = Look(height=44, color=INK, digits=2, percent=False, peak=False)
_FROM = Text(fr="au début {first}", en="at first {first}")
_CAPTION = Text(
    fr="Confiance de chaque public envers l’organisation, de 0 à 1. "
    "Pavés bleus : déclarations publiques.",
    en="Trust of each audience in the organisation, 0 to 1. Blue blocks: public statements.",
)
_QUIET = Text(
    fr="Confiance de chaque public envers l’organisation, de 0 à 1. Aucune déclaration publique.",
    en="Trust of each audience in the organisation, 0 to 1. No public statement.",
)
_ALT = Text(
    fr="La confiance a baissé dans {down} publics sur {n} ; la plus basse à la fin : {low}, {who}.",
    en="Trust fell in {down} of {n} audiences; the lowest at the end: {low}, {who}.",
)
_NOTHING = Text(fr="Aucune mesure : 0 minute jouée.", en="No measure: 0 minutes played.")


def trust(scene: Scene) -> Drawn:
    """Return the panels of trust; beyond twelve audiences those that moved least go."""
    every = [[m.trust[n] for m in scene.measures] for n in range(len(scene.scenario.audiences))]
    moved = [max(values, default=0) - min(values, default=0) for values in every]
    kept = sorted(sorted(range(len(every)), key=lambda n: (-moved[n], n))[:MOST_PANELS])
    minutes = [measure.at for measure in scene.measures]
    curves = [
        Curve(
            scene.of(scene.scenario.audiences[n].name), _note(scene, every[n]), minutes, every[n], 1
        )
        for n in kept
    ]
    sheet = draw_panels(scene, curves, _LOOK)
    return Drawn(
        sheet.figure, _alt(scene, every), scene.say(_CAPTION if numbered(scene) else _QUIET)
    )


def _note(scene: Scene, values: list[float]) -> str:
    return scene.say(_FROM, first=scene.number(values[0], 2)) if values else ""


def _alt(scene: Scene, every: list[list[float]]) -> str:
    if not scene.measures:
        return scene.say(_NOTHING)
    ends = [values[-1] for values in every]
    low = ends.index(min(ends))
    return scene.say(
        _ALT,
        down=sum(values[-1] < values[0] - 0.005 for values in every),
        n=len(every),
        low=scene.number(ends[low], 2),
        who=scene.of(scene.scenario.audiences[low].name),
    )
