"""Delays as people live them: the night counts half."""

from bisect import bisect_right

from simulator.times import Clock

NIGHT_FROM, NIGHT_TO, NIGHT_RATE = 22.0, 7.0, 0.5


class WakingHours:
    """Effective hours between minutes of one exercise: 22–07 local counts half.

    Readers and teams sleep. Kept as a broken line whose corners are the local 7 and 22 o'clock,
    so it is exact, and a night in which the clocks change is as long as it was.
    """

    def __init__(self, clock: Clock, first: float, last: float) -> None:
        """Draw the line from minute `first` to minute `last`; outside, nothing is counted."""
        self._minutes, self._hours, self._rates = [first], [0.0], list[float]()
        while self._minutes[-1] < last:
            self._add_corner(clock, last)

    def _add_corner(self, clock: Clock, last: float) -> None:
        now = self._minutes[-1]
        morning, evening = clock.next_hour(now, NIGHT_TO), clock.next_hour(now, NIGHT_FROM)
        rate = 1.0 if evening < morning else NIGHT_RATE
        corner = min(morning, evening, last)
        self._minutes.append(corner)
        self._hours.append(self._hours[-1] + rate * (corner - now) / 60)
        self._rates.append(rate / 60)

    def _at(self, minute: float) -> float:
        place = bisect_right(self._minutes, minute) - 1
        if place < 0 or place >= len(self._rates):
            return self._hours[0 if place < 0 else -1]
        return self._hours[place] + self._rates[place] * (minute - self._minutes[place])

    def between(self, start: float, end: float) -> float:
        """Return the effective hours from `start` to `end`, 0 when `end` is not after `start`."""
        return max(0.0, self._at(end) - self._at(start)) if end > start else 0.0


def effective_hours(clock: Clock, start: float, end: float) -> float:
    """Return the effective hours from minute `start` to minute `end`; 22–07 local counts half."""
    return WakingHours(clock, start, end).between(start, end)


def hl(delay: float, free: float, half_life: float) -> float:
    """Return 100 up to `free` hours of delay, then half as much every `half_life` hours."""
    return float(100 * 2 ** (-max(0.0, delay - free) / half_life))
