"""Cellule: a tabletop exercise simulator for cyber-crisis communication."""

import gc
import os

# What is imported stays: looking through it for waste while it grows finds none.
gc.disable()
# No foreign plugin takes part in checking what people give us; looking for some costs every start
# thirty milliseconds. Set before the first shape is made.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
# No matrix here is large: numpy would start a thread for every processor, and each start pays.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from simulator.engine import Exercise, run  # noqa: E402
from simulator.scenario import load, load_decisions  # noqa: E402
from simulator.score import score  # noqa: E402

gc.freeze()
gc.enable()

__all__ = ["Exercise", "load", "load_decisions", "run", "score"]
