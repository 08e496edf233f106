"""The press desk: who answers the phones, and the calls that wait for them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import simpy
from simpy.events import ProcessGenerator
from simpy.resources.resource import PriorityRequest

from simulator.journal.book import Journal
from simulator.journal.entries import CallAnswered, CallLost, CallRang, Entry
from simulator.times import Clock

SEATS = 3  # beyond three voices a message drifts; more spokespeople add standing, not speed
# Judgement, 15-50 min: take the question, check, answer.
HANDLING_NAMED, HANDLING_UNNAMED = 24.0, 36.0
SHORT_OF_STAFF = 1.25  # so much longer while others borrow its people; judgement
CONFERENCE_TAKES = 3 * 60.0
CONFERENCE_ANSWERS = 0.6


@dataclass(slots=True)
class Call:
    """One journalist's call, from ringing to its end.

    `patience` and `effort` are drawn when it rings: how long the caller holds, in minutes, and how
    long answering takes as a multiple of the mean. `meets_conference` is a draw of 0 to 1.
    """

    name: str
    outlet: str
    topic: str
    urgent: bool
    patience: float
    effort: float
    meets_conference: float
    rang: Entry | None = None
    end: CallAnswered | CallLost | None = None
    printed: bool = False


class Answer(NamedTuple):
    """What a caller gets: who speaks, their standing 0 to 1, the information 0 to 1."""

    by: str
    fit: float
    information: float
    cause: Entry | None


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks for the organisation: how many lines they hold, and their standing 0 to 1."""

    names: tuple[str, ...]
    lines: int
    fit: float
    entry: Entry


class PressDesk:
    """The phones of the organisation and the people who answer them."""

    def __init__(self, env: simpy.Environment, journal: Journal, clock: Clock) -> None:
        """Start with nobody at the phones."""
        self.env, self.journal, self.clock = env, journal, clock
        self.voice: Voice | None = None
        self.cell_active = False
        self.lends_to = 0
        self.in_conference_until = -1.0
        self.speakers: tuple[str, ...] = ()
        # Where the team takes its calls itself, what becomes of one that rings.
        self.by_hand: Callable[[Call], None] | None = None
        self.left = False  # by the team, to whoever is named
        self.conference: Callable[[], Answer | None] = lambda: None
        self.answer: Callable[[], Answer] = lambda: Answer("", 0.0, 0.0, None)
        self.lost: list[Entry] = []
        self.on_lost: Callable[[Call], Entry | None] = lambda _call: None
        self._lines = simpy.PriorityResource(env, capacity=SEATS)
        self._empty_chairs: list[PriorityRequest] = []
        self.settle()
        env.process(self._keep_hours())

    def name(self, voice: Voice) -> None:
        """From now on `voice` answers."""
        self.voice = voice
        self.settle()

    def is_open(self, at: float) -> bool:
        """Return whether phones are answered: working hours, 7 to 22 once the cell is active."""
        hour = self.clock.hour(at)
        if self.cell_active:
            return 7 <= hour < 22
        return 9 <= hour < 18 and not self.clock.weekend(at)

    def settle(self) -> None:
        """Put an empty chair at every line that nobody holds now."""
        now = self.env.now
        manned = self.voice is not None and self.is_open(now) and now >= self.in_conference_until
        empty = SEATS - (min(SEATS, self.voice.lines) if self.voice and manned else 0)
        while len(self._empty_chairs) < empty:
            # An empty chair takes the next line that frees itself: nobody hangs up on a caller.
            self._empty_chairs.append(self._lines.request(priority=-1))
        while len(self._empty_chairs) > empty:
            chair = self._empty_chairs.pop()
            if chair.triggered:
                self._lines.release(chair)
            else:
                chair.cancel()

    def _keep_hours(self) -> ProcessGenerator:
        """Settle whenever the desk may open or close."""
        while True:
            yield self.env.timeout(
                min(self.clock.next_hour(self.env.now, h) for h in (7, 9, 18, 22)) - self.env.now
            )
            self.settle()

    def meet_press(self, speakers: tuple[str, ...] = ()) -> None:
        """Take every spokesperson for a press conference, the speakers by name."""
        self.speakers = speakers
        self.in_conference_until = self.env.now + CONFERENCE_TAKES
        self.settle()
        self.env.process(self._come_back())

    def _come_back(self) -> ProcessGenerator:
        yield self.env.timeout(CONFERENCE_TAKES)
        self.settle()

    def ring(self, call: Call) -> None:
        """Let a call ring, for whoever answers here."""
        if self.by_hand is not None:
            self.by_hand(call)
        else:
            self.env.process(self.take(call))

    def met(self, call: Call) -> bool:
        """Return whether a conference has just answered what the caller asks; if so, record it."""
        held = self.conference()
        if held and call.meets_conference < CONFERENCE_ANSWERS:
            self.answered(call, held, 0.0, 0.0)
            return True
        return False

    def take(self, call: Call) -> ProcessGenerator:
        """One call, from ringing to hanging up."""
        rang = self.env.now
        if self.met(call):
            return
        with self._lines.request(priority=0 if call.urgent else 1) as line:
            yield line | self.env.timeout(call.patience)
            waited = self.env.now - rang
            if not line.triggered:
                self.gave_up(call, waited)
                return
            handled = self.handling(call, bool(self.voice and self.voice.names))
            self.answered(call, self.answer(), waited, handled)
            yield self.env.timeout(handled)

    def handling(self, call: Call, named: bool) -> float:
        """Return the minutes that answering takes somebody who is, or is not, named for it."""
        mean = HANDLING_NAMED if named else HANDLING_UNNAMED
        return call.effort * mean * (SHORT_OF_STAFF if self.lends_to else 1.0)

    def answered(
        self, call: Call, answer: Answer, waited: float, handled: float, line: Entry | None = None
    ) -> None:
        """Record that a caller has an answer."""
        call.end = self.journal.record(
            CallAnswered,
            self.env.now,
            call.rang,
            answer.cause,
            line,
            call=call.name,
            outlet=call.outlet,
            waited=waited,
            handled=handled,
            by=answer.by,
            fit=answer.fit,
            information=answer.information,
        )

    def gave_up(self, call: Call, waited: float, why: Entry | None = None) -> None:
        """Record that a caller has none, and `why`, if somebody knows better than the model."""
        call.end = self.journal.record(
            CallLost,
            self.env.now,
            call.rang,
            why or self.on_lost(call),
            call=call.name,
            outlet=call.outlet,
            waited=waited,
        )
        self.lost.append(call.end)


def rang(journal: Journal, call: Call, at: float, *causes: Entry | int | None) -> None:
    """Record that a call rings."""
    call.rang = journal.record(
        CallRang,
        at,
        *causes,
        call=call.name,
        outlet=call.outlet,
        topic=call.topic,
        gives_up=at + call.patience,
    )
