"""SimPy's clock, stopped at exactly the minute asked for."""

import simpy


class Timeline(simpy.Environment):
    """The events of one exercise.

    SimPy's own `run(until)` waits for `until - now`, so the minute at which it stops depends in its
    last digit on where it stopped before; and looking must never change the run.
    """

    def play(self, until: float) -> None:
        """Let happen what comes before minute `until`, then stand there; going back does nothing.

        What happens at `until` itself is still to come: a decision comes before the world's move.
        """
        while self.peek() < until:
            self.step()
        self._now = max(float(until), self._now)
