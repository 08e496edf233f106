"""The calls of a run, each with its end, and the days on which most of them rang."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor
from statistics import median

from reports.figures.scene import Scene
from simulator.journal.entries import CallAnswered, CallLost, CallRang

MOST_DAYS, FEW = 3, 3


@dataclass(frozen=True, slots=True)
class Call:
    """One call: when it rang, when its wait ended, and whether it was answered, lost or neither."""

    rang: float
    ended: float
    answered: bool
    lost: bool


@dataclass(frozen=True, slots=True)
class Day:
    """The calls that rang on one local day, and the whole hours they take, as minutes."""

    start: float
    end: float
    calls: tuple[Call, ...]

    @property
    def lost(self) -> int:
        """Return how many callers gave up."""
        return sum(call.lost for call in self.calls)

    @property
    def wait(self) -> float:
        """Return the median wait in minutes, of answered and lost alike."""
        return median(call.ended - call.rang for call in self.calls)


def calls(scene: Scene) -> list[Call]:
    """Return every call, in the order of ringing."""
    ends: dict[str, CallAnswered | CallLost] = {}
    ends |= {entry.call: entry for entry in scene.journal.of(CallAnswered)}
    ends |= {entry.call: entry for entry in scene.journal.of(CallLost)}
    found = []
    for rang in scene.journal.of(CallRang):
        end = ends.get(rang.call)
        answered, lost = isinstance(end, CallAnswered), isinstance(end, CallLost)
        found.append(Call(rang.at, max(rang.at, end.at) if end else scene.end, answered, lost))
    return found


def lost_early(scene: Scene) -> tuple[list[float], float]:
    """Return when calls were lost before the first answer, and the full hour that ends it.

    Nothing when they were few, or spread over a day and more.
    """
    lost = [entry.at for entry in scene.journal.of(CallLost)]
    answered = [entry.at for entry in scene.journal.of(CallAnswered)]
    early = [at for at in lost if at <= min(answered, default=scene.end)]
    until = min(_next_hour(scene, max(early, default=0.0)), scene.end)
    if len(early) < FEW or until - early[0] >= 24 * 60:
        return [], until
    return [at for at in lost if at <= until], until


def _next_hour(scene: Scene, minute: float) -> float:
    return minute + (60 - scene.scenario.clock.hour(minute) % 1 * 60)


def lost_by_day(scene: Scene) -> dict[str, list[float]]:
    """Return when calls were lost, by the day on which they rang."""
    days: dict[str, list[float]] = {}
    for call in calls(scene):
        if call.lost:
            days.setdefault(scene.day(call.rang), []).append(call.ended)
    return {day: sorted(ended) for day, ended in days.items()}


def busiest(scene: Scene) -> list[Day]:
    """Return at most three days with the most calls, in their order."""
    days: dict[str, list[Call]] = {}
    for call in calls(scene):
        day = f"{scene.scenario.clock.local(call.rang):%Y-%m-%d}"
        days.setdefault(day, []).append(call)
    most = sorted(days, key=lambda day: (-len(days[day]), day))[:MOST_DAYS]
    return [_day(scene, days[day]) for day in sorted(most)]


def _day(scene: Scene, found: Sequence[Call]) -> Day:
    """Frame a day by whole local hours, four at least, until its calls ended or midnight."""
    clock = scene.scenario.clock
    first = found[0].rang
    midnight = float(round(first - 60 * clock.hour(first)))
    last = max(max(c.rang for c in found), min(max(c.ended for c in found), midnight + 1440))
    start, end = floor((first - midnight) / 60), ceil((last - midnight) / 60)
    end = max(end, start + 1)
    if end - start < 4:
        start, end = max(0, end - 4), max(end, 4)
    begins = midnight + 60 * start
    ends = max(min(midnight + 60 * end, scene.end), begins + 60)  # nothing after the exercise
    return Day(begins, ends, tuple(found))
