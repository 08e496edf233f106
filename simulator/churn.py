"""Custom: who leaves, and who comes back."""

import math
from typing import NamedTuple

import numpy as np

# Shares a day. Judgements, held against TalkTalk (2015): 101,000 to 180,000 of about four million
# customers left in the year, most of them in its first months.
LEAVES_BELIEVING = 0.004  # those who believe the worst, x distrust
LEAVES_UNTOLD = 0.001
LEAVES_TOLD = 0.0003
COMES_BACK, BACK_FROM_TRUST = 0.01, 0.6


class Mood(NamedTuple):
    """One audience now: shares of its people 0 to 1, and its trust."""

    believing: float
    told: float
    trust: float

    @property
    def leaving(self) -> float:
        """Return the share of those still there who would leave in a day like this one."""
        told = (1 - self.believing) * self.told
        untold = (1 - self.believing) * (1 - self.told)
        distrust = LEAVES_BELIEVING * (1 - self.trust)
        return self.believing * distrust + untold * LEAVES_UNTOLD + told * LEAVES_TOLD


class Custom:
    """The customers of one audience: still there, gone, and back again."""

    def __init__(self, people: int, rng: np.random.Generator) -> None:
        """Start with everybody there; `rng` is the stream of this audience."""
        self.people, self.rng = people, rng
        self.left = self.returned = 0
        self._leaving = self._returning = 0.0

    def live(self, minutes: float, mood: Mood) -> None:
        """Live so long in this mood."""
        days = minutes / 1440
        self._leaving += mood.leaving * days
        self._returning += COMES_BACK * mood.told * days * (mood.trust > BACK_FROM_TRUST)

    def count(self) -> None:
        """Draw who has left and come back since the last count; two draws of the stream."""
        away = self.left - self.returned
        leave = self.rng.binomial(self.people - away, -math.expm1(-self._leaving))
        back = self.rng.binomial(away, -math.expm1(-self._returning))
        self.left, self.returned = self.left + int(leave), self.returned + int(back)
        self._leaving = self._returning = 0.0
