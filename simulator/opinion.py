"""Opinion: trust per audience, and the vacuum that silence leaves."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_VACUUM_TIME = 8 * 60.0  # judgement, 4-16 h
_PENDING_PROMISE = 0.5  # a known next date halves what the vacuum tends to; judgement
_MISSED_PROMISE = 0.3
_FILLING = 0.25  # a word that answers a quarter of the questions empties the vacuum; judgement
_EROSION_PER_HOUR = 0.006


class Opinion:
    """Trust of every audience, 0 to 1, and the vacuum, 0 to 1.

    Losses outweigh gains: trust is hard to win and easy to lose (Slovic 1993).
    """

    def __init__(self, trust: Sequence[float], expertise: Sequence[float]) -> None:
        """Start at these levels, one an audience, with no vacuum."""
        self.trust: Floats = np.array(trust)
        self.expertise: Floats = np.array(expertise)
        self.vacuum = 0.0

    def gain(self, share: Floats | float) -> Floats:
        """Raise trust by `share` of what is missing; return the change, shape (audiences,)."""
        return self._move(share * (1 - self.trust))

    def lose(self, share: Floats | float) -> Floats:
        """Lower trust by `share` of what there is; return the change, shape (audiences,)."""
        return self._move(-share * self.trust)

    def _move(self, change: Floats) -> Floats:
        self.trust = np.clip(self.trust + change, 0.0, 1.0)
        return change

    def pass_time(
        self, minutes: float, questions_open: float, pending: bool, attention: float
    ) -> None:
        """Let the vacuum drift towards the open questions, and silence erode trust."""
        target = questions_open * (1 - _PENDING_PROMISE * pending)
        self.vacuum += (target - self.vacuum) * -math.expm1(-minutes / _VACUUM_TIME)
        self.trust *= 1 - _EROSION_PER_HOUR * self.vacuum * min(1.0, attention) * minutes / 60

    def fill(self, substance: float) -> None:
        """A public word of `substance` fills the vacuum."""
        self.vacuum *= 1 - min(1.0, substance / _FILLING)

    def promise_missed(self) -> None:
        """A date that was announced and not kept leaves a hole."""
        self.vacuum = min(1.0, self.vacuum + _MISSED_PROMISE)

    def contradicted(self) -> None:
        """When a claim proves false, nothing said before counts any more."""
        self.vacuum = 1.0
