"""The press phones taken by hand: who answers which call, with what, and who is busy until when."""

from collections.abc import Callable
from typing import Any

import numpy as np
from simpy.events import ProcessGenerator

from simulator.engine.aftermath import Aftermath
from simulator.engine.asserting import claim_all
from simulator.engine.model import Model
from simulator.engine.refusals import RefusedError, check_aligned
from simulator.journal.entries import CallAnswered, CallRang, DecisionTaken
from simulator.journal.names import join
from simulator.press.desk import Answer, Call
from simulator.press.newsrooms import NEWSROOMS
from simulator.press.switchboard import Switchboard
from simulator.scenario.live import (
    AnswerCall,
    DeclineCall,
    LeaveCalls,
    PromiseCallBack,
    SetLine,
    TakeCalls,
)

# What a journalist learns from whoever answers, beside what is known in public; as in the world.
_BESIDES = 0.1
_LOOKS_UP = 1.0  # minutes: how soon somebody free sees that a phone rings
_NOTHING = SetLine(id="nothing", at=0.0, do="set_line")


class ByHand:
    """The calls of a team that answers itself."""

    def __init__(self, model: Model, aftermath: Aftermath) -> None:
        """Leave the phones to the desk until `take_calls`."""
        self.model, self.aftermath = model, aftermath
        self.board = Switchboard(model.desk)
        self._line: tuple[SetLine, DecisionTaken] | None = None
        self._left: DecisionTaken | None = None
        self.acts: dict[str, Callable[[Any, DecisionTaken], None]] = {
            "take_calls": self._take,
            "leave_calls": self._leave,
            "answer_call": self._answer,
            "decline_call": self._decline,
            "promise_call_back": self._promise,
            "set_line": self._set_line,
        }
        self.checks: dict[str, Callable[[Any], None]] = {
            "take_calls": self._check_take,
            "leave_calls": self._check_leave,
            "answer_call": self._check_answer,
            "decline_call": self._check_rings,
            "promise_call_back": self._check_promise,
        }

    def _take(self, _decision: TakeCalls, _taken: DecisionTaken) -> None:
        self.model.desk.by_hand, self._left = self.board.ring, None
        self.model.desk.left = False

    def _leave(self, _decision: LeaveCalls, taken: DecisionTaken) -> None:
        self._left, self.model.desk.left = taken, True
        self.model.env.process(self._attend(taken))

    def _attend(self, left: DecisionTaken) -> ProcessGenerator:
        """Let whoever is named and free pick up, minute by minute, in the desk's hours."""
        while self._left is left:
            if self.model.desk.is_open(self.model.now):
                self._pick_up(left)
            yield self.model.env.timeout(_LOOKS_UP)

    def _pick_up(self, left: DecisionTaken) -> None:
        free = [person for person in self._named() if self._free(person)]
        for person, call in zip(free, self.board.waiting(), strict=False):
            said, line = self._line or (None, None)
            self._reply(call.name, person, said, left, line)

    def _answer(self, decision: AnswerCall, taken: DecisionTaken) -> None:
        said, line = self._said(decision)
        self._reply(decision.call, self._speaker(decision), said, taken, line)

    def _reply(
        self, name: str, by: str, said: AnswerCall | SetLine | None, taken: DecisionTaken,
        line: DecisionTaken | None,
    ) -> None:  # fmt: skip
        """Answer a call by one person, with what is to be said, or nothing that is not public."""
        model = self.model
        said = said or _NOTHING
        told = (*said.facts, *(f for f in said.if_known if f in model.knowledge.known))
        information = min(1.0, model.answered_share(told) + _BESIDES)
        answer = Answer(by, model.standing((by,)), round(information, 4), taken)
        self._claim(self.board.answer(name, answer, line), said.claims)

    def _claim(self, call: Call, names: tuple[str, ...]) -> None:
        """What is claimed on the phone is heard by whom the outlet reaches."""
        model = self.model
        claims = tuple(claim for claim in model.scenario.claims if claim.id in names)
        kind = next(o.kind for o in model.scenario.outlets if o.id == call.outlet)
        noticed = np.array([NEWSROOMS[kind].reach[audience.kind] for audience in model.audiences])
        assert call.end is not None
        claim_all(model, self.aftermath, claims, noticed, call.end)

    def _said(self, decision: AnswerCall) -> tuple[AnswerCall | SetLine, DecisionTaken | None]:
        """Return who says what is told: the answer itself, or else the line to take."""
        if self._line is None or decision.facts or decision.if_known or decision.claims:
            return decision, None
        return self._line

    def _speaker(self, decision: AnswerCall) -> str:
        """Return who answers: the one asked for, or the first who is named and free."""
        if decision.by is not None:
            return decision.by
        return next(person for person in self._named() if self._free(person))

    def _named(self) -> tuple[str, ...]:
        voice = self.model.desk.voice
        return voice.names if voice else ()

    def _free(self, person: str) -> bool:
        return self.board.busy_until(person) <= self.model.now

    def _decline(self, decision: DeclineCall, taken: DecisionTaken) -> None:
        self.board.decline(decision.call, taken)

    def _promise(self, decision: PromiseCallBack, _taken: DecisionTaken) -> None:
        self.board.hold(decision.call)

    def _set_line(self, decision: SetLine, taken: DecisionTaken) -> None:
        self._line = decision, taken

    def _check_leave(self, _decision: LeaveCalls) -> None:
        if self.model.desk.by_hand is None or self._left:
            raise RefusedError(
                "les porte-parole répondent déjà d’eux-mêmes",
                "the spokespeople already answer by themselves",
            )

    def _check_take(self, _decision: TakeCalls) -> None:
        by_hand = self.model.desk.by_hand is not None
        if by_hand and not self._left:
            raise RefusedError("l’équipe prend déjà ses appels", "the team already takes its calls")
        if not by_hand and self.model.journal.of(CallRang):
            raise RefusedError(
                "des journalistes ont déjà appelé ; le décider avant le premier appel",
                "journalists have called already; decide it before the first call",
            )

    def _check_answer(self, decision: AnswerCall) -> None:
        self._check_rings(decision)
        check_aligned(self.model, self._said(decision)[0].claims)
        people = (decision.by,) if decision.by else self._named()
        if not people:
            raise RefusedError(
                "personne n’est nommé pour répondre ; nommer un porte-parole, ou dire qui avec"
                " « by »",
                "nobody is named to answer; name a spokesperson, or say who with 'by'",
            )
        if not any(self._free(person) for person in people):
            soonest = min(self.board.busy_until(person) for person in people)
            spokespeople = self.model.scenario.organisation.spokespeople
            names = join(person.name for person in spokespeople if person.id in people)
            until = self._hour(soonest)
            raise RefusedError(
                f"{names.fr} : au téléphone ou en conférence jusqu’à {until} ; attendre, ou envoyer"
                " quelqu’un d’autre",
                f"{names.en}: on the phone or in a conference until {until}; wait, or send somebody"
                " else",
            )

    def _check_promise(self, decision: PromiseCallBack) -> None:
        self._check_rings(decision)
        if self.board.ringing[decision.call].promised:
            raise RefusedError(
                "on a déjà promis de rappeler ; répondre avant que l’appelant renonce",
                "a call back was promised already; answer before the caller gives up",
            )

    def _check_rings(self, decision: AnswerCall | DeclineCall | PromiseCallBack) -> None:
        if decision.call in self.board.ringing:
            return
        call, calls = self.board.calls.get(decision.call), ", ".join(self.board.ringing)
        if call is None or call.end is None:
            raise RefusedError(
                f"pas d’appel de ce nom : « {decision.call} » ; sonnent : {calls or 'aucun'}",
                f"no call of that name: '{decision.call}'; ringing: {calls or 'none'}",
            )
        at = self._hour(call.end.at)
        if isinstance(call.end, CallAnswered):
            raise RefusedError(
                f"on a déjà répondu à cet appel à {at} ; sonnent : {calls or 'aucun'}",
                f"this call was answered at {at} already; ringing: {calls or 'none'}",
            )
        raise RefusedError(
            f"cet appel a pris fin à {at}, sans réponse ; sonnent : {calls or 'aucun'}",
            f"this call ended at {at}, unanswered; ringing: {calls or 'none'}",
        )

    def _hour(self, at: float) -> str:
        return f"{self.model.clock.local(at):%H:%M}"
