"""What is kept of many runs while they are gone through: a number each, eight bytes."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from simulator.study.replication import Replication


class Runs(Protocol):
    """Runs that can be gone through more than once: a list, or a file of results."""

    def __len__(self) -> int:
        """Return how many there are."""
        ...

    def __iter__(self) -> Iterator[Replication]:
        """Begin again with the first."""
        ...


class Numbers:
    """The numbers of runs of one plan, those that all of them have, in columns."""

    def __init__(self) -> None:
        """No run is taken yet."""
        self.seeds, self._columns = array("q"), dict[str, "array[float]"]()

    def take(self, run: Replication) -> None:
        """Keep the numbers of a run."""
        if not self.seeds:
            self._columns = {name: array("d") for name in run.values}
        self.seeds.append(run.seed)
        for name in list(self._columns):
            if name in run.values:
                self._columns[name].append(run.values[name])
            else:
                del self._columns[name]

    @property
    def columns(self) -> Mapping[str, Sequence[float]]:
        """Return the values by name, in the order the runs were taken."""
        return self._columns

    def of(self, name: str, seeds: set[int]) -> dict[int, float]:
        """Return one number for some of the seeds."""
        pairs = zip(self.seeds, self._columns[name], strict=True)
        return {seed: value for seed, value in pairs if seed in seeds}


def curves(runs: Runs, arm: str, names: Sequence[str]) -> list[NDArray[np.float64]]:
    """Return some curves of every run of a plan with its own luck, shape (runs, points) each."""
    points, count = [array("d") for _ in names], 0
    for run in runs:
        if run.arm == arm and run.varied is None:
            count += 1
            for name, held in zip(names, points, strict=True):
                held.extend(run.curves[name])
    return [np.frombuffer(held).reshape(count, -1) for held in points]
