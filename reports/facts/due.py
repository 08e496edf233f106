"""The legal clocks that started, and what became of each."""

from dataclasses import dataclass

from reports.facts.run import Run
from simulator.clocks.rules import laws_of
from simulator.journal.entries import ClockMet, ClockMissed, ClockStarted
from simulator.scenario.laws import Law


@dataclass(frozen=True, slots=True)
class Due:
    """One legal clock that started, and what became of it; `over` when its time has run out."""

    started: ClockStarted
    missed: ClockMissed | None
    met: tuple[ClockMet, ...]
    over: bool

    @property
    def done(self) -> ClockMet | None:
        """Return the entry by which it was first met."""
        return self.met[0] if self.met else None

    @property
    def in_time(self) -> bool:
        """Return whether it was met before it ran out."""
        return self.done is not None and not self.done.late

    @property
    def ended(self) -> bool:
        """Return whether it was met or has run out."""
        return self.done is not None or self.over


def legal_clocks(run: Run) -> list[Due]:
    """Return the clocks that started, the first due first."""
    missed = {entry.duty: entry for entry in run.of(ClockMissed)}
    met: dict[str, list[ClockMet]] = {}
    for entry in run.of(ClockMet):
        met.setdefault(entry.duty, []).append(entry)
    found = [
        Due(
            started,
            missed.get(started.duty),
            tuple(met.get(started.duty, ())),
            started.duty in missed or started.due < run.case.end,
        )
        for started in run.of(ClockStarted)
    ]
    return sorted(found, key=lambda clock: (clock.started.due, clock.started.id))


def law_of(run: Run, clock: Due) -> str:
    """Return the name of the law behind a clock."""
    return run.names.of_duty(clock.started.duty).say(run.say.language)


def rule_of(run: Run, clock: Due) -> Law:
    """Return the law behind a clock, shipped or the scenario's own."""
    return laws_of(run.case.scenario)[clock.started.rule]
