"""Phones answered by hand: a call rings until the team takes it, or the caller gives up."""

from dataclasses import dataclass

import simpy
from simpy.events import ProcessGenerator

from simulator.journal.entries import Entry
from simulator.press.desk import Answer, Call, PressDesk

CALL_BACK = 60.0  # so much longer waits who was promised a call back; judgement


@dataclass(slots=True)
class Ringing:
    """A call that waits; `over` happens when somebody answers it or says no."""

    call: Call
    over: simpy.Event
    gives_up: float
    promised: bool = False


class Switchboard:
    """The calls of a desk whose people take them one by one, and who is busy with one."""

    def __init__(self, desk: PressDesk) -> None:
        """Start with a silent phone."""
        self.desk, self.env = desk, desk.env
        self.calls: dict[str, Call] = {}
        self.ringing: dict[str, Ringing] = {}
        self._busy: dict[str, float] = {}

    def ring(self, call: Call) -> None:
        """Let a call ring from now on."""
        self.calls[call.name] = call
        if self.desk.met(call):
            return
        ringing = Ringing(call, self.env.event(), self.env.now + call.patience)
        self.ringing[call.name] = ringing
        self.env.process(self._wait(ringing))

    def _wait(self, ringing: Ringing) -> ProcessGenerator:
        """One call, until it is over or its caller gives up."""
        call, over = ringing.call, ringing.over
        yield over | self.env.timeout(call.patience)
        if ringing.promised and not over.triggered:
            yield over | self.env.timeout(CALL_BACK)
        if not over.triggered:
            self._hang_up(call)
            self.desk.gave_up(call, self._waited(call))

    def waiting(self) -> list[Call]:
        """Return the calls that ring, the urgent first, then by who called first."""
        return sorted((r.call for r in self.ringing.values()), key=lambda call: not call.urgent)

    def busy_until(self, person: str) -> float:
        """Return the minute until which somebody is on the phone or in a conference."""
        meeting = self.desk.in_conference_until if person in self.desk.speakers else -1.0
        return max(meeting, self._busy.get(person, -1.0))

    def answer(self, name: str, answer: Answer, line: Entry | None) -> Call:
        """Answer a call that rings, by one person, busy with it for a while; `line` to take."""
        call = self._hang_up(self.calls[name])
        handled = self.desk.handling(call, named=True)
        self._busy[answer.by] = self.env.now + handled
        self.desk.answered(call, answer, self._waited(call), handled, line)
        return call

    def decline(self, name: str, why: Entry) -> None:
        """Say no to a call that rings."""
        call = self._hang_up(self.calls[name])
        self.desk.gave_up(call, self._waited(call), why)

    def hold(self, name: str) -> None:
        """Have a caller wait longer."""
        ringing = self.ringing[name]
        ringing.promised = True
        ringing.gives_up += CALL_BACK

    def _hang_up(self, call: Call) -> Call:
        ringing = self.ringing.pop(call.name)
        if not ringing.over.triggered:
            ringing.over.succeed()
        return call

    def _waited(self, call: Call) -> float:
        return float(self.env.now) - (call.rang.at if call.rang else 0.0)
