"""The market: how a listed company's price moves against the others'."""

import math

import numpy as np

from simulator.scenario.shapes import Listing
from simulator.times import Clock

_SHOCK = 8.0  # per cent for a firm whose whole value is in question; Gemalto fell 7.7 % by midday
_LASTING = 0.35  # judgement: the part of the shock that stays until facts come
_SPOKE_FIRST = 0.6
_HEALING = 2.5  # per unit of substance and of investors' trust; judgement
_RELAXATION = 60 * 60.0  # trading minutes
# Withheld and discovered costs several times disclosed: -3.6 % against -0.7 % (Amir et al. 2018).
_DISCOVERY = 5.0
_DAILY_NOISE = 0.8
_NOISE_MEMORY = 0.97


class Market:
    """The abnormal return of one company, in per cent, as its price shows it in trading hours."""

    def __init__(self, listing: Listing, clock: Clock, rng: np.random.Generator) -> None:
        """Start at zero; `rng` is the market's stream."""
        self.listing, self.clock, self.rng = listing, clock, rng
        self.lasting = self.uncertain = self.noise = 0.0
        self.shown = 0.0

    def broke(self, spoke_first: bool) -> None:
        """The story is out; less is feared when the company said it itself."""
        shock = _SHOCK * self.listing.share_in_question
        self.lasting += shock * _LASTING
        self.uncertain += shock * (1 - _LASTING) * (_SPOKE_FIRST if spoke_first else 1.0)

    def reassured(self, substance: float, trust: float) -> None:
        """Facts of `substance` take fear away, the more so the more investors trust."""
        self.uncertain *= (1 - min(0.9, substance)) ** (_HEALING * trust)

    def disappointed(self, size: float) -> None:
        """Something of `size` 0 to 1 came out against the company, or a claim proved false."""
        self.lasting += _DISCOVERY * math.sqrt(self.listing.share_in_question) * size

    def pass_time(self, now: float, minutes: float) -> None:
        """Trade for `minutes` up to `now`, if the market is open."""
        if not self._open(now - minutes / 2):
            return
        day = 60 * (self.listing.closes - self.listing.opens)
        self.noise = _NOISE_MEMORY * self.noise + self.rng.normal(
            0, _DAILY_NOISE * math.sqrt(minutes / day)
        )
        self.uncertain *= math.exp(-minutes / _RELAXATION)
        self.shown = self.noise - self.uncertain - self.lasting

    def _open(self, at: float) -> bool:
        hour, weekend = self.clock.hour_and_weekend(at)
        return self.listing.opens <= hour < self.listing.closes and not weekend
