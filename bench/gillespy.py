"""GillesPy2's solvers in C++ on the same rumour: built once, as it builds itself, then timed."""

import os
import resource
import shutil
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

from bench.rumours import FOREVER, Outbreaks, outbreaks


def rumour(people: int) -> Any:
    """Return the rumour of Maki and Thompson among so many people as GillesPy2 has it."""
    from gillespy2 import Model, Parameter, Reaction, Species

    model = Model(name=f"rumour_{people}")
    x, y, z = (
        Species(name=name, initial_value=value, mode="discrete")
        for name, value in (("X", people - 1), ("Y", 1), ("Z", 0))
    )
    meet = Parameter(name="meet", expression=1 / (people - 1))
    pair = "meet * Y * (Y - 1)"  # Each of two spreaders may tell the other.
    model.add([x, y, z, meet])
    model.add(Reaction("tell", {x: 1, y: 1}, {y: 2}, rate=meet))
    model.add(Reaction("pair", {y: 2}, {y: 1, z: 1}, propensity_function=pair))
    model.add(Reaction("stifle", {y: 1, z: 1}, {z: 2}, rate=meet))
    return model


class Peer:
    """One solver, compiled for one number of people."""

    def __init__(self, solver: str, people: int, optimised: bool = False) -> None:
        """Compile it; this takes some ten seconds and is not timed.

        GillesPy2 asks its compiler for no optimisation; `optimised` does.
        """
        import gillespy2

        model = rumour(people)
        self._look(model, 1.0)
        with tempfile.TemporaryDirectory() as folder, _path(folder, optimised):
            self.solver = getattr(gillespy2, solver)(model=model)

    def _look(self, model: Any, every: float) -> None:
        from gillespy2 import TimeSpan

        model.timespan(TimeSpan(np.linspace(0.0, FOREVER, round(FOREVER / every) + 1)))

    def play(self, number: int, every: float, seed: int) -> tuple[float, Outbreaks]:
        """Return the processor seconds of its C++ program alone, and the outbreaks it played.

        It looks `every` so often. Leaps end there: without looks they would ignore how spreaders
        grow, and nobody would hear.
        """
        self._look(self.solver.model, every)
        before = _children()
        found = self.solver.run(number_of_trajectories=number, seed=seed)
        spent = _children() - before
        left = np.array([each["X"][-1] for each in found])
        return spent, outbreaks(left, np.array([each["Y"][1:] for each in found]))


@contextmanager
def _path(folder: str, optimised: bool) -> Iterator[None]:
    """Let SCons be found, else it is looked for outside the environment; and a keener compiler."""
    compiler = Path(folder) / "g++"
    if optimised:
        compiler.write_text(f'#!/bin/sh\nexec "{shutil.which("g++")}" -O3 "$@"\n', encoding="utf-8")
        compiler.chmod(0o755)
    places = folder, sysconfig.get_path("scripts"), os.environ["PATH"]
    with mock.patch.dict(os.environ, PATH=os.pathsep.join(places)):
        yield


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
