"""All figures of a report, by name."""

from collections.abc import Callable

from reports.figures.chronology import chronology
from reports.figures.criteria import criteria_reactivity, criteria_transparency
from reports.figures.helpline import helpline
from reports.figures.market import market
from reports.figures.press_desk import press_desk
from reports.figures.rumour import rumour
from reports.figures.scene import Drawn, Scene
from reports.figures.scores import scores
from reports.figures.staff import staff
from reports.figures.tone import tone

FIGURES: dict[str, Callable[[Scene], Drawn | None]] = {
    "staff": staff,
    "scores": scores,
    "chronology": chronology,
    "rumour": rumour,
    "press_desk": press_desk,
    "tone": tone,
    "market": market,
    "helpline": helpline,
    "criteria_reactivity": criteria_reactivity,
    "criteria_transparency": criteria_transparency,
}


def draw_all(scene: Scene) -> dict[str, Drawn]:
    """Return every figure by name; one that has nothing to show is left out."""
    drawn = {name: figure(scene) for name, figure in FIGURES.items()}
    return {name: figure for name, figure in drawn.items() if figure is not None}
