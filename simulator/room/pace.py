"""The clock of an exercise: which minute it is, how fast, and whether it runs."""

from dataclasses import dataclass

SLOWEST, FASTEST = 1 / 60, 120.0  # minutes of exercise a real second: real time, two hours


@dataclass
class Pace:
    """Minutes of the exercise against seconds of a monotonic clock.

    `rate` is minutes of the exercise a real second (1/60 is real time); `since` the second from
    which it has run, None while it stands. The machine's clock may be set back: nothing moves.
    """

    at: float = 0.0
    rate: float = 1 / 60
    since: float | None = None

    @property
    def running(self) -> bool:
        """Return whether time passes."""
        return self.since is not None

    def minute(self, now: float) -> float:
        """Return the minute of the exercise at second `now`."""
        return self.at if self.since is None else self.at + (now - self.since) * self.rate

    def start(self, now: float) -> None:
        """Let time pass from second `now` on."""
        if self.since is None:
            self.since = now

    def stop(self, now: float) -> None:
        """Let time stand still from second `now` on."""
        self.at, self.since = self.minute(now), None

    def hurry(self, now: float, rate: float) -> None:
        """Change the rate from second `now` on."""
        self.jump(now, self.minute(now))
        self.rate = rate

    def jump(self, now: float, minute: float) -> None:
        """Stand at `minute` at second `now`; never before the minute it is."""
        self.at = max(minute, self.minute(now))
        self.since = None if self.since is None else now
