"""Who reads what, and when: articles and messages as hazards on a grid."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_ROWS = 5  # worst read, worst believed, account read, account accepted, betrayal
_LARGEST_REACH = 0.98


@dataclass(frozen=True, slots=True)
class Carrier:
    """How attention to one publication spreads in time: a Lomax law.

    Source: scale 9.7 min and exponent 1.41 fit 2,139 Twitter cascades (Ma et al. 2016, 2017); the
    exponent is that of Crane & Sornette (2008); slower carriers keep it (judgement).
    """

    scale: float
    exponent: float = 1.41


RELEASE = Carrier(60.0)
EMAIL = Carrier(180.0)


def hazard_of(reach: Floats) -> Floats:
    """Return the total hazard that brings a publication to the share `reach` of an audience."""
    total: Floats = -np.log1p(-np.minimum(reach, _LARGEST_REACH))
    return total


class Exposure:
    """Everything published so far, and how much of it people meet in each stretch of time.

    A version is judged once: what people have already read of the worst version, or of the
    organisation's account, since the last new thing, makes them deaf to more of the same.
    """

    def __init__(self, audiences: int) -> None:
        """Start with nothing published."""
        self._since = 0.0
        self._count = 0
        self._start, self._scale, self._power, self._reached = np.zeros((4, 64))
        self._weights = np.zeros((64, _ROWS * audiences))
        self._audiences = audiences
        # Side by side, for one step of the grid reads both.
        self._read = np.zeros((2, audiences))
        self.worst_read, self.account_read = self._read

    def publish(
        self,
        at: float,
        carrier: Carrier,
        reach: Floats,
        believed: float = 0.0,
        accepted: Floats | float = 0.0,
        betrayed: Floats | float = 0.0,
    ) -> None:
        """Add a publication that reaches the shares `reach`, shape (audiences,).

        `believed` is the chance that a reader takes the worst version from it, `accepted` that they
        take the organisation's account, `betrayed` that one who held the account turns.
        """
        if self._count == len(self._start):
            self._grow()
        n, hazard = self._count, hazard_of(reach)
        self._start[n], self._scale[n], self._power[n] = at, carrier.scale, 1 - carrier.exponent
        rows = self._weights[n].reshape(_ROWS, self._audiences)
        rows[0] = hazard if believed else 0.0
        rows[1] = hazard * believed
        rows[2] = hazard if np.any(accepted) else 0.0
        rows[3] = hazard * accepted
        rows[4] = hazard * betrayed
        self._count += 1

    def _grow(self) -> None:
        self._start, self._scale, self._power, self._reached = (
            np.concatenate([column, np.zeros_like(column)])
            for column in (self._start, self._scale, self._power, self._reached)
        )
        self._weights = np.concatenate([self._weights, np.zeros_like(self._weights)])

    def hazards(self, until: float) -> Floats:
        """Return what people meet from the last call to minute `until`: shape (audiences, 3).

        Columns: hazard of believing the worst, of taking the account, of betrayal, each summed
        over the stretch. Advances the record of what has been read.
        """
        n = self._count
        reached = until - self._start[:n]
        np.maximum(reached, 0.0, out=reached)
        reached /= self._scale[:n]
        reached += 1
        reached **= self._power[:n]
        np.subtract(1, reached, out=reached)
        rows = (reached - self._reached[:n]) @ self._weights[:n]
        self._reached[:n] = reached
        return self._met(rows.reshape(_ROWS, self._audiences))

    def _met(self, rows: Floats) -> Floats:
        """Return the hazards of `rows`, as much as people are not deaf to them yet."""
        hazards = np.empty((3, self._audiences))
        np.multiply(rows[1:4:2], np.exp(-self._read), out=hazards[:2])
        hazards[2] = rows[4]
        self._read += rows[0:3:2]
        return hazards.T

    def renew_worst(self, size: float) -> None:
        """Bad news of `size` makes people read the worst version afresh."""
        self.worst_read *= 1 - min(1.0, size)

    def renew_account(self, substance: Floats) -> None:
        """New `substance` makes people read the account afresh, shape (audiences,)."""
        self.account_read *= 1 - np.minimum(1.0, substance)
