"""The helpline in an exercise: who reads that it concerns them and calls, and who gets through."""

import math
from dataclasses import replace

import numpy as np

from simulator.channels import reach
from simulator.engine.model import Floats, Model
from simulator.engine.refusals import RefusedError
from simulator.helpline import OVERLOAD_HOURS, Helpline, Hour, Line, call_centre
from simulator.journal.entries import (
    DecisionTaken,
    Entry,
    HelplineCounted,
    HelplineOverloaded,
    StatementIssued,
)
from simulator.rumour.exposure import RELEASE
from simulator.scenario.decisions import CloseHelpline, OpenHelpline, ResizeHelpline

_HOUR, _DAY = 60.0, 1440.0
# What a call does to the trust of who calls, told at the day's end; judgements.
_GAIN_SPOKEN_TO, _LOSS_ABANDONED, _LOSS_NO_HELPLINE = 0.2, 0.3, 0.3
_VOICE_QUALITY = 0.8
_OVERLOAD_NEWS, _RESENT_OVERLOAD, _LOSS_OVERLOAD = 0.15, 0.15, 0.03


class Phones:
    """The helpline: who reads that it concerns them and calls, and what becomes of it."""

    def __init__(self, model: Model) -> None:
        """Listen for messages, and count by the hour."""
        self.model = model
        self.helpline = Helpline(
            len(model.audiences), model.streams("helpline"), model.streams("helpline.patience")
        )
        self.line: Line | None = None
        self._before: Line | None = None
        self._changed = -math.inf
        self._people: Floats = np.array([float(a.headcount) for a in model.audiences])
        self._reach = reach(model.audiences, ("direct_email",))
        self._written = np.zeros(len(self._people), dtype=bool)
        taken_from = {data.audience for data in model.scenario.data_taken}
        self._at_stake = np.array([a.id in taken_from for a in model.audiences])
        self._somebody_at_stake = bool(self._at_stake.any())
        # Shares of each audience since the day began; then people since StartEx.
        self._spoken_to: Floats = np.zeros(len(self._people))
        self._gave_up: Floats = np.zeros(len(self._people))
        self._in_vain: Floats = np.zeros(len(self._people))
        self._settled: Floats = np.zeros(len(self._people))
        self._missing: dict[str, Entry] = {}
        self._message: Entry | None = None
        self._counted: Entry | None = None
        self._staffed: Entry | None = None
        self._running = 0
        self._overloaded = -_DAY
        model.on_said.append(self._read)
        model.on_cell.append(self._live)

    def check_open(self, decision: OpenHelpline) -> None:
        """Raise RefusedError when the line is open already, or would close before it opens."""
        if self.line:
            raise RefusedError(
                "la ligne d’assistance est déjà ouverte ; changer le nombre d’agents",
                "the helpline is already open; change the number of agents",
            )
        if decision.closes <= decision.opens:
            raise RefusedError(
                "la ligne d’assistance fermerait avant d’ouvrir ; changer ses heures",
                "the helpline would close before it opens; change its hours",
            )

    def check_is_open(self, _decision: ResizeHelpline | CloseHelpline) -> None:
        """Raise RefusedError when there is no line to change."""
        if not self.line:
            raise RefusedError(
                "la ligne d’assistance n’est pas ouverte", "the helpline is not open"
            )

    def open(self, decision: OpenHelpline, taken: DecisionTaken) -> None:
        """Open the organisation's own line."""
        line = Line(decision.agents, decision.opens, decision.closes, decision.weekends)
        self._change(line, taken)

    def resize(self, decision: ResizeHelpline, taken: DecisionTaken) -> None:
        """Change the number of agents."""
        assert self.line is not None
        self._change(replace(self.line, agents=decision.agents), taken)

    def close(self, _decision: CloseHelpline, taken: DecisionTaken) -> None:
        """Close the line; who waits to be called back waits for the next one."""
        self._change(None, taken)

    def _change(self, line: Line | None, taken: DecisionTaken) -> None:
        self._before, self.line = self.line, line
        self._changed, self._staffed = self.model.now, taken

    def _read(self, entry: StatementIssued) -> None:
        """A message by e-mail: its first readers call, later ones for what is new to them."""
        if "direct_email" not in entry.channels:
            return
        told = np.array([entry.told.get(a.id, 0.0) for a in self.model.audiences])
        best = np.array([entry.best.get(a.id, 0.0) for a in self.model.audiences])
        written_to = (self._reach > 0) & (best > self._reach - 1e-6)
        new = np.where(self._written, told, 1.0) * written_to
        self.helpline.wishes.read(self.model.now, self._people * self._reach * new)
        self._written |= written_to
        self._message = entry

    def _live(self, minutes: float) -> None:
        hired = "call_centre" in self.model.services
        if self.line or hired or (self._message and self._leaves_trace()):
            self._live_on(minutes)

    def _leaves_trace(self) -> bool:
        """Return whether calls matter when nobody sits at the phones: to a line, or in vain."""
        return self._staffed is not None or self._somebody_at_stake

    def _live_on(self, minutes: float) -> None:
        model, start = self.model, self.model.now - minutes
        # A cell already begun is lived through with the agents it began with.
        line = self.line if self._changed <= start else self._before
        middle = start + minutes / 2
        hour = model.clock.hour(middle)
        mine = line.on_duty(hour, model.clock.weekend(middle)) if line else 0
        hired = "call_centre" in model.services
        lent = call_centre(hour) if hired else 0
        exists = line is not None or hired
        lost = self.helpline.live(start, model.now, mine, lent, exists)
        self._in_vain += lost * self._at_stake
        if model.ends(_HOUR):
            self._count()
        if model.ends(_DAY):
            self._settle()

    def _count(self) -> None:
        self._miss_line()
        hour = self.helpline.count()
        if hour is None:
            return
        entry = self.model.record(
            HelplineCounted, self._staffed, self._message,
            calls=int(hour.calls.sum()), answered=int((hour.calls - hour.abandoned).sum()),
            abandoned=int(hour.abandoned.sum()), called_back=int(hour.called_back.sum()),
            to_call_back=int(self.helpline.to_call_back.sum()),
            agents=hour.agents, wait=round(hour.wait, 3), cost=round(hour.cost, 2),
        )  # fmt: skip
        self._counted = entry
        self._spoken_to += hour.spoken_to / self._people
        self._gave_up += hour.abandoned / self._people
        self._speak(hour)
        self._watch(hour, entry)

    def _miss_line(self) -> None:
        """Note for whom a helpline is missed: somebody has already called in vain."""
        for audience, people in zip(self.model.audiences, self._in_vain, strict=True):
            if people >= 1:
                self._missing[audience.id] = self.model.missing("open_helpline", audience.id)

    def _speak(self, hour: Hour) -> None:
        """Let those who speak to an agent hear the account."""
        model, share = self.model, np.minimum(1.0, hour.spoken_to / self._people)
        if share.any():
            accepted = model.acceptance(_VOICE_QUALITY, 0.0)
            model.crowd.exposure.publish(model.now, RELEASE, share, accepted=accepted)

    def _settle(self) -> None:
        """Move trust by the day's calls: those who spoke to somebody, and those who did not."""
        model, lost = self.model, self._in_vain - self._settled
        self._settled = self._in_vain.copy()
        change = model.opinion.gain(_GAIN_SPOKEN_TO * self._spoken_to)
        change = change + model.opinion.lose(_LOSS_ABANDONED * self._gave_up)
        model.trust("helpline", change, self._counted)
        self._spoken_to, self._gave_up = np.zeros_like(lost), np.zeros_like(lost)
        change = model.opinion.lose(_LOSS_NO_HELPLINE * (lost / self._people))
        model.trust("no_helpline", change, self._message, *self._missing.values())

    def _watch(self, hour: Hour, entry: Entry) -> None:
        """Hours in a row in which too many give up are told to a journalist, once a day."""
        model = self.model
        self._running = self._running + 1 if hour.overloaded else 0
        if self._running < OVERLOAD_HOURS or model.now - self._overloaded < _DAY:
            return
        self._overloaded = model.now
        share = float(hour.abandoned.sum() / hour.calls.sum())
        over = model.record(HelplineOverloaded, entry, abandoned_share=round(share, 4))
        loss = model.opinion.lose(np.where(hour.calls > 0, _LOSS_OVERLOAD, 0.0))
        model.trust("helpline_overloaded", loss, over)
        if model.broke.triggered:
            model.resent(_RESENT_OVERLOAD, over)
            model.add_news("helpline_overloaded", _OVERLOAD_NEWS, over)
