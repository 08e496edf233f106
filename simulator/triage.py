"""What was taken: who can be harmed by it, how fast, and until when."""

import math
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from simulator.scenario.kinds import DataKind


class Stake(NamedTuple):
    """What one kind of data means for the people it is about.

    risk: chance a day that someone is harmed who does not know what to do, 0 to 1. urgency: hours
    within which they should be warned.
    """

    risk: float
    urgency: float


# Judgements, risk x0.3-3: what can be sold is used first; payment data and passwords within days,
# identity and health slowly, addresses as bait for phishing; marketing data bring unwanted mail.
# That people whose bank data were taken come first is usual advice to small firms.
STAKES: dict[DataKind, Stake] = {
    "bank": Stake(0.004, 12.0),
    "credentials": Stake(0.003, 24.0),
    "identity": Stake(0.001, 48.0),
    "health": Stake(0.0005, 48.0),
    "contact": Stake(0.0005, 72.0),
    "marketing": Stake(0.0001, 120.0),
    "technical": Stake(0.0, math.inf),
}
# Who was not written to may still hear it and take care, once the story is in the press; judgement.
THROUGH_PRESS = 0.1


def warned(direct: float, public: bool) -> float:
    """Return the share of people who know what to do, 0 to 1.

    `direct` is the share reached by letters and notes that said it; `public` whether it was also
    said in public.
    """
    return 1 - (1 - direct) * (1 - THROUGH_PRESS * public)


class Risk:
    """The people one theft concerns, and how many of them have come to harm."""

    def __init__(self, kind: DataKind, people: int, rng: np.random.Generator) -> None:
        """Start with nobody harmed; `rng` is the stream of this theft."""
        self.stake, self.people, self.rng = STAKES[kind], people, rng
        self.harmed = 0
        self._exposed = 0.0

    def live(self, minutes: float, warned: float) -> None:
        """Live so long with the share `warned` of them, 0 to 1, out of danger."""
        self._exposed += (1 - warned) * minutes / 1440

    def count(self) -> None:
        """Draw who has come to harm since the last count; advances the stream by one draw."""
        chance = -math.expm1(-self.stake.risk * self._exposed)
        self.harmed += int(self.rng.binomial(self.people - self.harmed, chance))
        self._exposed = 0.0


def urgency(kinds: Iterable[DataKind]) -> float:
    """Return the hours within which people should be warned whose data of these kinds were taken.

    Infinite when nothing of theirs is at stake.
    """
    return min((STAKES[kind].urgency for kind in kinds), default=math.inf)
