"""The helpline: how many people call, how long they hold, who gives up and is called back."""

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

CALL = 0.01  # of those who read that it concerns them; judgement, 0.5-3 %
# Half of them on the first day: Equifax UK met 0.3 % of its letters a day at the peak (2017).
CALL_SCALE, CALL_EXPONENT = 24 * 60.0, 2.0
COME_BACK = 0.5  # of those who find it closed call again at opening; judgement
AT_OPENING = 60.0  # so long, on average, after it opened
SWITCHBOARD = 0.25  # of them try the switchboard where there is no helpline; judgement
HANDLING, PATIENCE = 8.0, 5.0  # means; usual planning figures, judgement
AGENT_HOUR = 35.0  # euros, wages and desk; judgement
CALL_CENTRE_AGENTS, CALL_CENTRE_OPENS, CALL_CENTRE_CLOSES = 30, 8.0, 20.0
BUSY_HOUR, OVERLOAD, OVERLOAD_HOURS = 30, 0.3, 2  # judgement
_WIDTH, _MARGIN, _SUMMED = 10.0, 40.0, 1000.0


class Queue(NamedTuple):
    """A queue in its steady state: shares of callers 0 to 1, minutes, people.

    `wait` is the mean wait of those who get through, `length` the mean number waiting.
    """

    abandon: float
    waits: float
    wait: float
    length: float


def erlang_a(per_hour: float, agents: int, handling: float, patience: float) -> Queue:
    """Return the queue of `agents` whom so many call an hour, means of both laws in minutes.

    Exact to rounding for any size: only states within ten standard deviations of the usual one are
    summed, so the cost grows with the square root of the calls.
    Source: Erlang A, M/M/c+M (Palm 1957; Garnett, Mandelbaum & Reiman 2002).
    """
    arrive, serve, give_up = per_hour / 60, 1 / handling, 1 / patience
    if arrive <= 0:
        return Queue(0.0, 0.0, 0.0, 0.0)
    present, chance = _present(arrive, agents, serve, give_up)
    ahead = present[present >= agents] - agents
    found = chance[present >= agents]
    if not found.size:
        return Queue(0.0, 0.0, 0.0, 0.0)
    served = agents * serve / (agents * serve + (ahead + 1) * give_up)
    wait = _moving_up(ahead, agents * serve, give_up)
    abandon = float(found @ (1 - served))
    waited = float(found @ (served * wait)) / max(1e-300, 1 - abandon)
    return Queue(abandon, float(found.sum()), waited, float(found @ ahead))


def _present(arrive: float, agents: int, serve: float, give_up: float) -> tuple[Floats, Floats]:
    """Return how many may be there, waiting or served, and the chance of each."""
    usual = arrive / serve
    if usual > agents:
        usual = agents + (arrive - agents * serve) / give_up
    half = _WIDTH * math.sqrt(arrive / min(serve, give_up)) + _MARGIN
    present = np.arange(max(0.0, math.floor(usual - half)), math.ceil(usual + half))
    leave = np.minimum(present, agents) * serve + np.maximum(present - agents, 0) * give_up
    logs = np.concatenate([[0.0], np.cumsum(math.log(arrive) - np.log(leave[1:]))])
    chance = np.exp(logs - logs.max())
    return present, chance / chance.sum()


def _moving_up(ahead: Floats, serve: float, give_up: float) -> Floats:
    """Return the mean time to an agent of who finds so many `ahead`, consecutive numbers.

    One end of a service or of a patience at a time, theirs included, moves the queue up. Beyond a
    thousand places the sum is its integral.
    """
    first = float(ahead[0])
    summed = min(first, _SUMMED)
    start = float(np.sum(1 / (serve + (np.arange(summed) + 1) * give_up)))
    start += math.log((serve + (first + 0.5) * give_up) / (serve + (summed + 0.5) * give_up)) / (
        give_up
    )
    moved: Floats = start + np.cumsum(1 / (serve + (ahead + 1) * give_up))
    return moved


class Wishes:
    """People who want to call because of a message, audience by audience, spread by a Lomax law."""

    def __init__(self, audiences: int) -> None:
        """Start with nobody."""
        self._waves: list[tuple[float, Floats]] = []
        self._none: Floats = np.zeros(audiences)

    def read(self, at: float, readers: Floats) -> None:
        """A message reached so many people to whom it is new, shape (audiences,)."""
        if readers.any():
            self._waves.append((at, CALL * readers))

    def between(self, start: float, end: float) -> Floats:
        """Return how many want to call from minute `start` to `end`, shape (audiences,)."""
        return sum(
            (people * (_come(end - at) - _come(start - at)) for at, people in self._waves),
            start=self._none,
        )


def _come(age: float) -> float:
    """Return the share of callers who have called by then."""
    return float(1 - (1 + max(0.0, age) / CALL_SCALE) ** (1 - CALL_EXPONENT))


@dataclass(frozen=True, slots=True)
class Line:
    """The organisation's own helpline: agents, and local hours."""

    agents: int
    opens: float
    closes: float
    weekends: bool

    def on_duty(self, hour: float, weekend: bool) -> int:
        """Return the agents at the phones at a local hour."""
        return self.agents if self.opens <= hour < self.closes and self._works(weekend) else 0

    def _works(self, weekend: bool) -> bool:
        return self.weekends or not weekend


def call_centre(hour: float) -> int:
    """Return the insurer's agents at the phones at a local hour, weekends included."""
    return CALL_CENTRE_AGENTS if CALL_CENTRE_OPENS <= hour < CALL_CENTRE_CLOSES else 0


class Hour(NamedTuple):
    """One hour at the phones: people by audience, shape (audiences,), and the rest in all.

    `wait` is the mean wait of those who got through on their own, `cost` in euros.
    """

    calls: NDArray[np.int64]
    abandoned: NDArray[np.int64]
    called_back: NDArray[np.int64]
    agents: int
    wait: float
    cost: float

    @property
    def spoken_to(self) -> NDArray[np.int64]:
        """Return those who spoke to an agent, at once or when called back."""
        return self.calls - self.abandoned + self.called_back

    @property
    def overloaded(self) -> bool:
        """Return whether enough people called, and too many gave up."""
        calls = int(self.calls.sum())
        return calls >= BUSY_HOUR and int(self.abandoned.sum()) > OVERLOAD * calls


class Helpline:
    """Everybody who wants to call, what they meet, and those still to be called back.

    Counted by the hour and never by the caller: fifteen million people cost what two thousand do.
    """

    def __init__(
        self, audiences: int, callers: np.random.Generator, patience: np.random.Generator
    ) -> None:
        """Start with no calls; `callers` draws who calls, `patience` who gives up."""
        self.wishes = Wishes(audiences)
        self.to_call_back: NDArray[np.int64] = np.zeros(audiences, dtype=np.int64)
        self._callers, self._patience = callers, patience
        self._at_opening: Floats = np.zeros(audiences)
        self._due: Floats = np.zeros(audiences)
        self._open = self._own = self._all = 0.0  # minutes, agent-minutes

    def live(self, start: float, end: float, own: int, lent: int, exists: bool) -> Floats:
        """Live from minute `start` to `end` with so many agents of one's own and lent ones.

        Returns those who tried the switchboard in vain, because no line `exists`: shape
        (audiences,), expected people.
        """
        minutes, wish = end - start, self.wishes.between(start, end)
        if not exists:
            return SWITCHBOARD * wish
        if own + lent:
            back = self._at_opening * -math.expm1(-minutes / AT_OPENING)
            self._at_opening = self._at_opening - back
            self._due = self._due + wish + back
            self._open += minutes
            self._own += own * minutes
            self._all += (own + lent) * minutes
        else:
            self._at_opening = self._at_opening + COME_BACK * wish
        return np.zeros_like(wish)

    def count(self) -> Hour | None:
        """Return what happened at the phones since the last count; None when nobody sat there."""
        if not self._open:
            return None
        agents = max(1, round(self._all / self._open))
        queue = erlang_a(60 * float(self._due.sum()) / self._open, agents, HANDLING, PATIENCE)
        calls = self._callers.poisson(self._due)
        abandoned = self._patience.binomial(calls, min(1.0, queue.abandon))
        self.to_call_back = self.to_call_back + abandoned
        free = self._all - HANDLING * float((calls - abandoned).sum())
        back = self._call_back(max(0, int(free / HANDLING)))
        hour = Hour(calls, abandoned, back, agents, queue.wait, AGENT_HOUR * self._own / 60)
        self._due = np.zeros_like(self._due)
        self._open = self._own = self._all = 0.0
        return hour

    def _call_back(self, most: int) -> NDArray[np.int64]:
        """Call back at most so many of those who wait for it, each audience in its proportion."""
        waiting = int(self.to_call_back.sum())
        if waiting <= most:
            called = self.to_call_back
        else:
            called = np.floor(self.to_call_back * (most / waiting)).astype(np.int64)
            called[int(np.argmax(self.to_call_back))] += most - int(called.sum())
        self.to_call_back = self.to_call_back - called
        return called
