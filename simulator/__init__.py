"""Cellule: a tabletop exercise simulator for cyber-crisis communication."""

import os

# No foreign plugin takes part in checking what people give us; looking for some costs every start
# thirty milliseconds. Set before the first shape is made.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from simulator.engine import Exercise, run
from simulator.scenario import load, load_decisions
from simulator.score import score

__all__ = ["Exercise", "load", "load_decisions", "run", "score"]
