"""Cellule: a tabletop exercise simulator for cyber-crisis communication."""

from simulator.engine import Exercise, run
from simulator.scenario import load, load_decisions
from simulator.score import score

__all__ = ["Exercise", "load", "load_decisions", "run", "score"]
