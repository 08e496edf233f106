"""A press desk with its clock and journal, and calls that ring when a test says so."""

from zoneinfo import ZoneInfo

import simpy

from simulator.journal.book import Journal
from simulator.journal.entries import CallAnswered, CallLost, DecisionTaken
from simulator.press.desk import Answer, Call, PressDesk, Voice, rang
from simulator.times import Clock

HOUR = 60.0
PARIS = ZoneInfo("Europe/Paris")
THURSDAY = Clock.starting("2015-02-19 00:00", PARIS)  # so that T+9h is nine in the morning


class OpenDayAndNight(PressDesk):
    """Phones that never close, as the laws of queues have them."""

    def is_open(self, _at):
        return True


class Phones:
    """A desk that starts at midnight on a Thursday, with nobody named."""

    def __init__(self, clock=THURSDAY, kind=PressDesk):
        self.env, self.journal = simpy.Environment(), Journal()
        self.desk = kind(self.env, self.journal, clock)
        self.desk.answer = lambda: Answer("officer", 0.7, 0.5, self.desk.voice.entry)
        self.calls = []

    def name(self, people=1, lines=None):
        """Name so many spokespeople now; with 0, open `lines` with nobody named."""
        entry = self.journal.record(DecisionTaken, self.env.now, do="name", decision={})
        names = tuple(f"s{number}" for number in range(people))
        self.desk.name(Voice(names, people if lines is None else lines, 0.7, entry))

    def ring(self, at, patience=24 * HOUR, effort=1.0, urgent=False, meets=1.0):
        """Let a call ring at minute `at`; it is named c1, c2 and so on, in the order of ringing."""
        self.env.process(self._ring(at, patience, effort, urgent, meets))

    def _ring(self, at, *drawn):
        yield self.env.timeout(at - self.env.now)
        self.take(*drawn)

    def take(self, patience, effort, urgent=False, meets=1.0):
        """Let a call ring now."""
        call = Call(f"c{len(self.calls) + 1}", "gazette", "scope", urgent, patience, effort, meets)
        self.calls.append(call)
        rang(self.journal, call, self.env.now)
        self.env.process(self.desk.take(call))

    def until(self, minute):
        """Play up to a minute."""
        self.env.run(until=minute)

    def answered(self):
        """Return (call, minute) of every answer, in order."""
        return [(entry.call, entry.at) for entry in self.journal.of(CallAnswered)]

    def lost(self):
        """Return (call, minute) of every call lost, in order."""
        return [(entry.call, entry.at) for entry in self.journal.of(CallLost)]
