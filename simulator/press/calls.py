"""When journalists call: candidates at a constant rate, thinned by the heat of the moment."""

from collections.abc import Callable

import numpy as np
import simpy
from simpy.events import ProcessGenerator

from simulator.press.desk import Call
from simulator.press.newsrooms import NEWSROOMS, press_activity
from simulator.scenario.shapes import Outlet
from simulator.streams import Streams
from simulator.times import Clock

CALLS_PER_DESK_HOUR = 0.55  # at heat 1 in the daytime; judgement, 0.27-1.1: no series is published
# Candidates come at the rate of heat 2.5 with every question open in a full vacuum; thinning them
# keeps the candidates the same for every plan.
_CEILING = 3.2
_BLOCK = 256
# Minutes a caller holds before their deadline makes them give up; judgements.
_PATIENCE: dict[str, float] = {"wire": 45.0, "online": 90.0, "international": 90.0, "radio": 360.0}
_LONG_PATIENCE = 480.0
_CLOSING_HOUR = {"daily": 20.0, "business": 20.0, "local": 20.0, "evening_news": 18.5}
_NEXT_MORNING = 10.0


def need(questions_open: float, vacuum: float) -> float:
    """Return how much a journalist has to ask, 0.3 to 1.3."""
    return 0.3 + 0.7 * questions_open + 0.3 * vacuum


def urgent(outlet: Outlet) -> bool:
    """Return whether an outlet's calls are answered before others."""
    return outlet.kind in ("wire", "evening_news")


class Caller:
    """One outlet's journalists, who call when the story is warm and questions are open."""

    def __init__(
        self, env: simpy.Environment, outlet: Outlet, streams: Streams, clock: Clock
    ) -> None:
        """Prepare the candidates of `outlet`, from its own streams."""
        self.env, self.outlet, self.streams, self.clock = env, outlet, streams, clock
        self.newsroom = NEWSROOMS[outlet.kind]
        self.rate = CALLS_PER_DESK_HOUR / 60 * self.newsroom.desks
        self._rng = streams(f"calls.{outlet.id}")
        self._times, self._lots = np.empty(0), np.empty(0)
        self._number = 0

    def ring(
        self,
        heat: Callable[[float], float],
        asking: Callable[[], float],
        warmed: Callable[[], simpy.Event],
        topic: Callable[[float], str],
        on_call: Callable[[Call], None],
    ) -> ProcessGenerator:
        """Call whenever a candidate's lot is under what the moment asks for.

        Between two news items heat follows a known law, so candidates that could not be called
        even with every question open are skipped without waking: the calls are the same, the cost
        is not.
        """
        while True:
            at, lot = self._next_possible(self.env.now, heat)
            news = warmed()
            yield self.env.timeout(at - self.env.now) | news
            if self.env.now >= at and lot < self._busy(at) * heat(at) * asking() / _CEILING:
                on_call(self._call(topic))

    def _busy(self, at: float) -> float:
        return press_activity(*self.clock.hour_and_weekend(at))

    def _next_possible(self, now: float, heat: Callable[[float], float]) -> tuple[float, float]:
        """Return the first candidate after `now` that might be called, or the last drawn.

        The last one comes with a lot that never passes: it is only an hour to look again.
        """
        if not len(self._times) or self._times[-1] <= now:
            self._draw(keep_from=now)
        most, warm = need(1.0, 1.0) / _CEILING, heat(now)
        likely = (self._times > now) & (self._lots < most * warm)
        pairs = zip(self._times[likely].tolist(), self._lots[likely].tolist(), strict=True)
        for at, lot in pairs:
            # How heat will have fallen is asked only of who would call at the present one.
            busy = most * self._busy(at)
            if lot < busy * warm and lot < busy * heat(at):
                return at, lot
        return float(self._times[-1]), 2.0

    def _draw(self, keep_from: float) -> None:
        start = float(self._times[-1]) if len(self._times) else self.env.now
        gaps = self._rng.exponential(1 / (self.rate * _CEILING), _BLOCK)
        fresh = self._times > keep_from
        self._times = np.concatenate([self._times[fresh], start + np.cumsum(gaps)])
        self._lots = np.concatenate([self._lots[fresh], self._rng.random(_BLOCK)])

    def _call(self, topic: Callable[[float], str]) -> Call:
        self._number += 1
        name = f"{self.outlet.id}.{self._number}"
        rng = self.streams(f"call.{name}")
        stretch, effort = float(rng.uniform(0.7, 1.3)), float(rng.exponential())
        meets, question = rng.random(2).tolist()
        return Call(
            name,
            self.outlet.id,
            topic(question),
            urgent(self.outlet),
            self._patience() * stretch,
            effort,
            meets,
        )

    def _patience(self) -> float:
        closing = _CLOSING_HOUR.get(self.outlet.kind)
        if closing is None:
            return _PATIENCE.get(self.outlet.kind, _LONG_PATIENCE)
        hour = self.clock.hour(self.env.now)
        left = closing - hour if hour < closing else 24 - hour + _NEXT_MORNING
        return 60 * max(0.5, left)
