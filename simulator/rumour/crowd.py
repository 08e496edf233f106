"""The audiences: how many believe the worst, how many hold the organisation's account."""

import numpy as np
from numpy.typing import NDArray

from simulator.rumour.exposure import Exposure
from simulator.rumour.kernel import Steps
from simulator.rumour.kinds import GIVES_UP, KINDS, VACUUM_EFFECT, activity
from simulator.scenario.shapes import Audience

# Below so many attentive people an audience is simulated person by person: there the leap's
# error would show, and the cost is still small.
EXACT_BELOW = 10_000
CELL = 10.0  # minutes; hazards are constant in each cell of the grid counted from StartEx


class Crowd:
    """The attentive people of every audience, advanced by the kernel one cell at a time."""

    def __init__(self, audiences: tuple[Audience, ...], rng: np.random.Generator) -> None:
        """Start with everybody ignorant; `rng` is the stream of the rumour."""
        kinds = [KINDS[audience.kind] for audience in audiences]
        people = [
            max(1, round(k.attentive * a.headcount)) for k, a in zip(kinds, audiences, strict=True)
        ]
        self.rng = rng
        self.counts: NDArray[np.int64] = np.zeros((len(kinds), 4), dtype=np.int64)
        self.counts[:, 0] = people
        self.exposure = Exposure(len(kinds))
        self._told = np.array([kind.told_per_hour for kind in kinds]) / 60
        # A row a quantity: rows are written and read at once, which is what each cell does.
        self._rates, self._hazards = np.zeros((6, len(kinds))), np.zeros((3, len(kinds)))
        self._rates[2] = [kind.tires_per_hour / 60 for kind in kinds]
        self._rates[3] = [kind.passes_on for kind in kinds]
        self._rates[4] = [kind.inside for kind in kinds]
        self._rates[5] = GIVES_UP
        self._tell, self._talk = self._rates[:2]
        self._activity = 0.0
        self._steps = Steps(self.counts, self._rates.T, self._hazards.T, rng)

    def advance(self, until: float, minutes: float, hour: float, vacuum: float) -> None:
        """Live the `minutes` up to minute `until`, at local `hour`, in a `vacuum` of 0 to 1."""
        now = activity(hour)
        if now != self._activity:
            self._activity = now
            np.multiply(self._told, now, out=self._talk)
        np.multiply(self._talk, 1 + VACUUM_EFFECT * vacuum, out=self._tell)
        np.divide(self.exposure.hazards(until).T, minutes, out=self._hazards)
        self._steps.advance(minutes, EXACT_BELOW)

    def polled(self) -> list[int]:
        """Return the new believers of each audience since the last poll, and count afresh."""
        new: list[int] = self.new_believers.tolist()
        self._steps.moved.fill(0)
        return new

    @property
    def new_believers(self) -> NDArray[np.int64]:
        """Return who has come to believe the worst since the last poll, shape (audiences,)."""
        return self._steps.moved[:, 0] + self._steps.moved[:, 3]

    @property
    def spreaders(self) -> NDArray[np.int64]:
        """Return the people who pass the worst version on, shape (audiences,)."""
        return self.counts[:, 1]

    @property
    def believers(self) -> NDArray[np.int64]:
        """Return the people who believe the worst version, shape (audiences,)."""
        return self.counts[:, 1] + self.counts[:, 2]

    def believing(self, place: int) -> int:
        """Return the people of one audience who believe the worst version."""
        return int(self.counts[place, 1]) + int(self.counts[place, 2])

    @property
    def informed(self) -> NDArray[np.int64]:
        """Return the people who hold the organisation's account, shape (audiences,)."""
        return self.counts[:, 3]
