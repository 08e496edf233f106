# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
# cython: annotation_typing=False
"""Advances the rumour over an interval: exactly among few people, by leaps among many.

kernel.pxd gives the compiler the C types of this file. Like chain.py, where the rates are, it draws
the same numbers interpreted or compiled.

Small audiences go event by event: Gillespie (1977), direct method. Large ones by leaps. Within a
leap each person's hazards are held at their midpoint estimate (Gillespie 2001) and everybody's fate
is then drawn without further error, binomially (Tian & Burrage 2004), someone who changes state on
the way being exposed for the rest of the leap; so no count can go negative. A leap ends before a
hazard would change by more than CHANGE, in mean or in standard deviation (Cao, Gillespie & Petzold
2006, applied to hazards per person). Where few spreaders decide, FLOOR makes a leap shorter than
the time to the next event; leaps that hold next to nothing give way to events. During a leap small
audiences run their own events against the midpoint of the large, which see that of the small.
"""

import cython
import numpy as np
from numpy.typing import NDArray

from simulator.rumour.lone import Lone

# Cao, Gillespie & Petzold (2006) take 0.03; at 0.02 final sizes are within 0.03 % of theory.
CHANGE = 0.02
FLOOR = 0.1  # Events per leap among spreaders so few that each one decides.
FEWEST = 10.0  # A leap that holds fewer events of large audiences costs more than the events.
BURST = 100  # Events taken exactly before a leap is tried again (Cao et al.: 100).
ENDLESS = 1e300
_ROOM = 18  # Lists of working space that a chain wants.


def advance(
    counts: NDArray[np.int64],
    rates: NDArray[np.float64],
    hazards: NDArray[np.float64],
    minutes: float,
    exact_below: int,
    rng: np.random.Generator,
) -> NDArray[np.int64]:
    """Advance every audience by `minutes`, all rates being constant meanwhile.

    When nothing can move it returns at once and draws nothing. Cost does not grow with people.

    Args:
        counts: Shape (audiences, 4), changed in place. Columns: ignorants, spreaders, stiflers,
            informed. Each row keeps its sum.
        rates: Shape (audiences, 6). Columns: tell, stifle, tire (per minute), passes_on (0 to 1),
            inside (0 to 1), gives_up (share of the account's hazard that moves believers).
        hazards: Shape (audiences, 3), per minute. Columns: worst version read, the organisation's
            account read, betrayal learnt.
        minutes: Length of the interval, finite, at least 0.
        exact_below: Audiences of at most so many people are simulated event by event.
        rng: Advanced; nobody else may draw from it during the call.

    Returns:
        Shape (audiences, 4), moves made. Columns: ignorant to spreader or stifler, ignorant to
        informed, spreader or stifler to informed, informed to spreader or stifler.

    Raises:
        ValueError: A shape or the interval is not as above.
    """
    steps = Steps(counts, rates, hazards, rng)
    steps.advance(minutes, exact_below)
    return steps.moved


class Steps:
    """Advances the same tables again and again: the way into them is prepared once.

    The tables are those of `advance`; their owner may change what is in them between two steps.
    `moved` sums the moves of all steps until the owner clears it.
    """

    def __init__(
        self,
        counts: NDArray[np.int64],
        rates: NDArray[np.float64],
        hazards: NDArray[np.float64],
        rng: np.random.Generator,
    ) -> None:
        """Look at the tables and prepare working space."""
        audiences, shapes = len(counts), (counts.shape, rates.shape, hazards.shape)
        if shapes != ((audiences, 4), (audiences, 6), (audiences, 3)):
            raise ValueError(f"shapes {', '.join(map(str, shapes))}: see advance()")
        self.counts, self.rates, self.hazards, self.rng = counts, rates, hazards, rng
        self.moved = np.zeros((audiences, 4), dtype=np.int64)
        self.chain = self._chain(_whole(counts), _whole(self.moved))

    def _chain(self, people: list[list[int]], moves: list[list[int]]) -> "Leaper":
        audiences = len(self.counts)
        # `_real` returns columns, and a list of the room in one piece is read faster.
        room = _real(np.zeros((_ROOM, audiences)).T)
        order = _whole(np.zeros((audiences, 1), np.int64))[0]
        rates, hazards = _real(self.rates), _real(self.hazards)
        return Leaper(people, moves, rates, hazards, room, order, self.rng)

    def advance(self, minutes: float, exact_below: int) -> None:
        """Advance as `advance` does, and add what moves to `moved`."""
        if not 0 <= minutes < ENDLESS:
            raise ValueError(f"minutes is {minutes}: it must be finite and at least 0")
        if cython.compiled:
            self.chain.begin(exact_below, minutes)
        else:
            self._advance_copies(minutes, exact_below)

    def _advance_copies(self, minutes: float, exact_below: int) -> None:
        """Advance copies in lists, which is what an interpreted chain has, and bring them back."""
        people, moves = _whole(self.counts), _whole(self.moved)
        self._chain(people, moves).begin(exact_below, minutes)
        self.counts[:, :] = np.array(people, dtype=np.int64).T
        self.moved[:, :] = np.array(moves, dtype=np.int64).T


def _whole(table: NDArray[np.int64]) -> list[list[int]]:
    """Return the columns of `table`; when interpreted a copy in lists, for they index faster."""
    return table.T if cython.compiled else table.T.tolist()  # type: ignore[return-value]


def _real(table: NDArray[np.float64]) -> list[list[float]]:
    """Return the columns of `table`, as `_whole` does."""
    columns = np.asarray(table, dtype=np.float64).T
    return columns if cython.compiled else columns.tolist()  # type: ignore[return-value]


class Leaper(Lone):
    """A chain whose large audiences leap."""

    def begin(self, exact_below: int, minutes: float) -> None:
        """Find out who meets whom, then advance."""
        self.small = 0
        self.meet(exact_below)
        self.run(minutes)

    def run(self, minutes: float) -> None:
        """Advance by `minutes`, by leaps where a leap holds enough, by events elsewhere."""
        remaining = minutes
        while remaining > 0.0:
            if self.small == self.audiences:
                self.events(self.audiences, remaining, -1)
                return
            busy = self.look()
            length = self.longest_leap(remaining)
            if busy * length < FEWEST:
                remaining -= self.events(self.audiences, remaining, BURST)
            else:
                self.leap(length)
                remaining -= length

    def look(self) -> float:
        """Set every audience's hazards and trends; return the events a minute of the large ones."""
        busy, self.all_talk, self.all_know = 0.0, 0.0, 0.0
        for g in range(self.audiences):
            self.all_talk += self.weight[g] * self.spreaders[g]
            self.all_know += self.weight[g] * (self.spreaders[g] + self.stiflers[g])
        for g in range(self.audiences):
            self.set_hazards(g)
        for k in range(self.audiences):
            g = self.order[k]
            rate = self.set_trends(g)
            if k >= self.small:
                busy += rate
        return busy

    def set_hazards(self, g: int) -> None:
        """Set how fast an ignorant of audience `g` believes and a spreader stops."""
        self.hearing[g] = (
            self.hear_inside[g] * self.spreaders[g]
            + self.hear_mixed[g] * self.all_talk
            + self.articles[g]
        )
        self.stopping[g] = self.tire[g]
        if self.spreaders[g] > 0:
            self.stopping[g] += self.stop_inside[g] * (self.spreaders[g] - 1 + self.stiflers[g])
            self.stopping[g] += self.stop_mixed[g] * (self.all_know - self.weight[g])

    def set_trends(self, g: int) -> float:
        """Set drift and variance of spreaders and of knowers; return the rate of events."""
        heard = self.ignorants[g] * self.hearing[g] + self.informed[g] * self.betrayal[g]
        quits = self.spreaders[g] * (self.stopping[g] + self.corrects[g])
        leaves = (self.spreaders[g] + self.stiflers[g]) * self.corrects[g]
        self.spreader_drift[g] = self.passes_on[g] * heard - quits
        self.spreader_noise[g] = self.passes_on[g] * heard + quits
        self.knower_drift[g] = heard - leaves
        self.knower_noise[g] = heard + leaves
        return heard + quits + leaves + self.ignorants[g] * self.account[g]

    def longest_leap(self, minutes: float) -> float:
        """Return how long, at most `minutes`, every hazard stays within CHANGE of itself."""
        length = minutes
        self.talk_drift = self.talk_noise = self.know_drift = self.know_noise = 0.0
        for g in range(self.audiences):
            weight = self.weight[g]
            self.talk_drift += weight * self.spreader_drift[g]
            self.talk_noise += weight * weight * self.spreader_noise[g]
            self.know_drift += weight * self.knower_drift[g]
            self.know_noise += weight * weight * self.knower_noise[g]
        for k in range(self.audiences):
            g = self.order[k]
            # A small audience lives by its own present state: only the rest is held still for it.
            inside = 1.0 if k >= self.small else 0.0
            length = min(length, self.hearing_holds(g, inside), self.stopping_holds(g, inside))
        return length

    def hearing_holds(self, g: int, inside: float) -> float:
        """Return for how long what ignorants of audience `g` hear stays nearly the same."""
        if self.ignorants[g] == 0:
            return ENDLESS
        own, mixed = inside * self.hear_inside[g], self.hear_mixed[g]
        drift = own * self.spreader_drift[g] + mixed * self.talk_drift
        noise = own * own * self.spreader_noise[g] + mixed * mixed * self.talk_noise
        length = _holds(self.hearing[g], own + mixed, drift, noise)
        leaving = inside * (self.hearing[g] + self.account[g])
        if leaving > 0.0:
            # Ignorants are drawn without error, but spreaders grow with them.
            length = min(length, max(CHANGE, 1.0 / self.ignorants[g]) / leaving)
        return length

    def stopping_holds(self, g: int, inside: float) -> float:
        """Return for how long what stops spreaders of audience `g` stays nearly the same."""
        if self.spreaders[g] == 0:
            return ENDLESS
        own, mixed = inside * self.stop_inside[g], self.stop_mixed[g]
        drift = own * self.knower_drift[g] + mixed * self.know_drift
        noise = own * own * self.knower_noise[g] + mixed * mixed * self.know_noise
        return _holds(self.stopping[g], own + mixed, drift, noise)

    def leap(self, minutes: float) -> None:
        """Advance every audience by `minutes`, the large by one draw a move, then the small."""
        half = 0.5 * minutes
        talk = max(0.0, self.all_talk + half * self.talk_drift)
        know = max(0.0, self.all_know + half * self.know_drift)
        for k in range(self.small, self.audiences):
            g = self.order[k]
            spreaders = max(0.0, self.spreaders[g] + half * self.spreader_drift[g])
            knowers = self.spreaders[g] + self.stiflers[g] + half * self.knower_drift[g]
            hearing = self.hear_inside[g] * spreaders + self.hear_mixed[g] * talk + self.articles[g]
            stopping = self.stop_inside[g] * max(0.0, knowers - 1.0) + self.tire[g]
            stopping += self.stop_mixed[g] * max(0.0, know - self.weight[g])
            self.base_talk += self.weight[g] * spreaders
            self.base_know += self.weight[g] * max(0.0, knowers)
            self.move(g, minutes, hearing, stopping)
        if self.small > 0:
            self.events(self.small, minutes, -1)
        self.base_talk = self.base_know = 0.0

    def move(self, g: int, minutes: float, hearing: float, stopping: float) -> None:
        """Draw everybody's fate in audience `g` over `minutes` at these hazards."""
        spreaders, stiflers, informed = self.spreaders[g], self.stiflers[g], self.informed[g]
        corrects, leaving = self.corrects[g], hearing + self.account[g]
        gone = self.gone(self.ignorants[g], 0, leaving * minutes)
        corrected = self.part(gone, self.account[g], leaving)
        self.correct(g, corrected)
        fresh = self.part(gone - corrected, self.passes_on[g], 1.0)
        self.believe(g, gone - corrected, fresh)
        gone = self.gone(informed, corrected, self.betrayal[g] * minutes)
        turned = self.part(gone, self.passes_on[g], 1.0)
        self.betray(g, gone, turned)
        quits = self.gone(spreaders, fresh + turned, (stopping + corrects) * minutes)
        self.stop(g, quits, self.part(quits, corrects, stopping + corrects))
        if corrects > 0.0:
            arrived = self.stiflers[g] - stiflers
            self.leave(g, self.gone(stiflers, arrived, corrects * minutes))


def _holds(level: float, person: float, drift: float, noise: float) -> float:
    """Return how long `level` stays within CHANGE of itself, in mean and in standard deviation.

    Where single people, who make a difference of `person` each, are more than that, it is about
    FLOOR of the time to the next event.
    """
    change, length = CHANGE * level, ENDLESS
    if drift < 0.0:
        drift = -drift
    if drift > 0.0:
        length = max(change, FLOOR * person) / drift
    if noise > 0.0:
        length = min(length, max(change * change, FLOOR * person * person) / noise)
    return length
