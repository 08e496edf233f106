"""The engine: joins the parts into an exercise that advances and takes decisions."""

from simulator.engine.exercise import Exercise, run

__all__ = ["Exercise", "run"]
