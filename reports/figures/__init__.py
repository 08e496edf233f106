"""The figures of the after-action report, each from one run, at its final size."""

from reports.figures.draw import FIGURES, draw_all
from reports.figures.save import save
from reports.figures.scene import Drawn, Scene

__all__ = ["FIGURES", "Drawn", "Scene", "draw_all", "save"]
