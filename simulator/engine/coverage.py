"""The press at work: the story breaks, newsrooms follow it, call, and print."""

import math
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

import numpy as np
from simpy.events import ProcessGenerator

from simulator.engine.model import Floats, Model
from simulator.journal.entries import (
    ArticlePublished,
    CallAnswered,
    CallLost,
    Entry,
    HeardFromPress,
    OutletDecided,
    Tone,
)
from simulator.press import desk as phones
from simulator.press.articles import (
    BELIEVED,
    PASSES_ON,
    RETOLD_QUALITY,
    WIRE_IS_FRESH,
    Lots,
    Material,
    Piece,
    information,
    print_chance,
    write,
)
from simulator.press.calls import Caller, need
from simulator.press.newsrooms import NEWSROOMS, Newsroom, next_slot, take_up_chance
from simulator.rumour.exposure import Carrier
from simulator.scenario.shapes import Audience, Outlet

_BREAK, _BREAK_SPOKE_FIRST = 1.0, 0.75  # stealing thunder is real but moderate (Arpan 2005)
_CALL_IS_FRESH = 24 * 60.0
_NOTICES = 0.05
_GRACE_TO_TELL = 2 * 60.0
_LOSS_HEARD = 0.08
_OUGHT_TO_BE_TOLD = ("employees", "clients", "customers")


@dataclass(slots=True)
class Desk:
    """One outlet on the story: its calls, and when it last printed."""

    outlet: Outlet
    newsroom: Newsroom
    rng: np.random.Generator
    calls: list[phones.Call] = field(default_factory=list)
    printed_at: float = -math.inf


class Coverage:
    """The newsrooms of one exercise."""

    def __init__(self, model: Model) -> None:
        """Wait for the story; tell the press desk what a lost call means."""
        self.model = model
        self.wire: tuple[float, Tone, Entry] | None = None
        self.desks: dict[str, Desk] = {}
        self._early: dict[str, list[phones.Call]] = {}
        self._read: set[str] = set()
        model.desk.on_lost = self._why_lost

    def break_story(self, inject: Entry, by: str) -> None:
        """The story is public: outlet `by` prints it, the others decide whether to follow."""
        model = self.model
        first = model.scenario.tells_what_happened(model.questions.public.answered)
        size = _BREAK_SPOKE_FIRST if first else _BREAK
        news = model.add_news("break", size, inject)
        model.broke.succeed()
        if model.market:
            model.market.broke(first)
        for outlet in model.scenario.outlets:
            self._decide(outlet, news, outlet.id == by)
        self._print(self.desks[by], Piece("speculative", False, False), [], 0.0, (inject, news))

    def _decide(self, outlet: Outlet, news: Entry, breaks_it: bool) -> None:
        model, newsroom = self.model, NEWSROOMS[outlet.kind]
        rng = model.streams(f"outlet.{outlet.id}")
        chance = take_up_chance(newsroom, model.news.worth)
        takes = bool(rng.random() < chance) or breaks_it
        decided = model.record(
            OutletDecided, news, outlet=outlet.id, takes_up=takes, chance=round(chance, 4)
        )
        if takes:
            calls = self._early.get(outlet.id, [])
            self.desks[outlet.id] = Desk(outlet, newsroom, rng, calls)
            model.env.process(self._follow(self.desks[outlet.id]))
            model.env.process(self._ring(self.desks[outlet.id], decided))

    def _follow(self, desk: Desk) -> ProcessGenerator:
        """One newsroom, from slot to slot."""
        model = self.model
        while True:
            slot = next_slot(desk.newsroom.rhythm, model.now, model.clock)
            yield model.env.timeout(slot - model.now)
            calls = self._fresh_calls(desk)
            lot, *lots = desk.rng.random(5).tolist()
            if lot < print_chance(desk.newsroom.appetite, model.heat(), len(calls)):
                self._write(desk, calls, Lots(*lots))

    def _fresh_calls(self, desk: Desk) -> list[phones.Call]:
        since = self.model.now - _CALL_IS_FRESH
        return [c for c in desk.calls if not c.printed and c.rang is not None and c.rang.at > since]

    def _ring(self, desk: Desk, decided: Entry) -> ProcessGenerator:
        model = self.model

        def on_call(call: phones.Call) -> None:
            cause = model.news.warmest(model.now) or decided.id
            phones.rang(model.journal, call, model.now, cause)
            desk.calls.append(call)
            model.desk.ring(call)

        return Caller(model.env, desk.outlet, model.streams, model.clock).ring(
            heat=model.news.heat,
            asking=lambda: need(model.questions.public.open_share(), model.opinion.vacuum),
            warmed=lambda: model.warmed,
            topic=self._topic,
            on_call=on_call,
        )

    def keep(self, call: phones.Call) -> None:
        """Let the newsroom that calls keep the call for its next article, once it follows."""
        if call.outlet in self.desks:
            self.desks[call.outlet].calls.append(call)
        else:
            self._early.setdefault(call.outlet, []).append(call)

    def _topic(self, lot: float) -> str:
        """Return what a journalist asks: the heavier an open question, the likelier."""
        questions = self.model.questions
        facts = (
            questions.open_facts() or list(questions.weights) or [self.model.scenario.facts[0].id]
        )
        weights = list(accumulate(questions.weights.get(fact, 1.0) for fact in facts))
        place = min(bisect_right(weights, lot * weights[-1]), len(facts) - 1)
        return self.model.knowledge.facts[facts[place]].topic

    def _why_lost(self, call: phones.Call) -> Entry | None:
        model = self.model
        if model.desk.by_hand is not None and not model.desk.left:
            return model.missing("answer_call", "press")
        if model.desk.voice is None:
            return model.missing("name_spokespeople", "press")
        if not model.desk.is_open(model.now) and model.cell is None:
            return model.missing("activate_cell", "press")
        return model.desk.voice.entry

    def _write(self, desk: Desk, calls: list[phones.Call], lots: Lots) -> None:
        """Print what the newsroom makes of what it has."""
        material = self._material(desk, calls)
        piece = write(material, lots)
        self._print(desk, piece, calls, material.information, self._causes(piece, calls, material))

    def _material(self, desk: Desk, calls: list[phones.Call]) -> Material:
        model = self.model
        held = model.desk.conference()
        spoken = model.last_word is not None
        answered = any(isinstance(c.end, CallAnswered) for c in calls)
        may_copy = (
            self.wire and desk.outlet.kind != "wire" and model.now - self.wire[0] < WIRE_IS_FRESH
        )
        return Material(
            information=information(
                model.answered_share() if spoken else 0.0,
                calls,
                held.information * held.fit if held else 0.0,
            ),
            answered=answered,
            unanswered=not answered and any(isinstance(c.end, CallLost) for c in calls),
            spoken=spoken,
            trust=model.journalists_trust(),
            grievances=model.grievance(),
            over_assured=model.claims.over_assured() * (1.0 if desk.newsroom.expert else 0.3),
            wire=self.wire[1] if self.wire and may_copy else None,
        )

    def _causes(
        self, piece: Piece, calls: list[phones.Call], material: Material
    ) -> list[Entry | int | None]:
        model = self.model
        causes: list[Entry | int | None] = [
            model.news.warmest(model.now),
            *(call.end for call in calls),
        ]
        if piece.copied and self.wire:
            causes.append(self.wire[2])
        if piece.account or material.answered:
            causes.append(model.last_word)
        if not material.spoken:
            causes.append(model.missing("publish", "public"))
        if piece.tone != "fair" and model.grievances:
            causes.append(max(model.grievances, key=lambda g: (g[0], g[1]))[2])
        if piece.tone == "critical":
            causes.extend(a.entry for a in model.claims.standing() if a.beyond)
        return causes

    def _print(
        self,
        desk: Desk,
        piece: Piece,
        calls: list[phones.Call],
        known: float,
        causes: tuple[Entry, ...] | list[Entry | int | None],
        betrayed: float | Floats = 0.0,
    ) -> ArticlePublished:
        model = self.model
        lost = [call for call in calls if isinstance(call.end, CallLost)]
        article = model.record(
            ArticlePublished, *causes,
            outlet=desk.outlet.id, tone=piece.tone, account=piece.account,
            unreachable=bool(lost) and len(lost) == len([c for c in calls if c.end]),
            copied=piece.copied, information=round(known, 4),
        )  # fmt: skip
        for call in calls:
            call.printed = True
        desk.printed_at = model.now
        if desk.outlet.kind == "wire":
            self.wire = (model.now, piece.tone, article)
        if model.betrayals:
            betrayed = np.maximum(betrayed, model.betrayals.pop())
        self._spread(desk.newsroom, piece, betrayed)
        self._told_by_press(desk.newsroom, article)
        return article

    def _spread(self, newsroom: Newsroom, piece: Piece, betrayed: float | Floats) -> None:
        """Let every audience read the article, in its tone, with the account if it carries it."""
        model = self.model
        reach = np.array([newsroom.reach[audience.kind] for audience in model.audiences])
        believed = 0.0 if piece.tone == "fair" and piece.account else BELIEVED[piece.tone]
        accepted: Floats | float = 0.0
        if piece.account:
            accepted = model.acceptance(RETOLD_QUALITY, 0.0) * PASSES_ON[piece.tone]
        model.crowd.exposure.publish(
            model.now,
            Carrier(newsroom.attention),
            reach,
            believed=believed,
            accepted=accepted,
            betrayed=betrayed,
        )

    def doubt(self, cause: Entry, betrayed: Floats) -> None:
        """Expert newsrooms print what experts hold against a claim."""
        for desk in list(self.desks.values()):
            if desk.newsroom.expert:
                known = information(self.model.answered_share(), [], 0.0)
                self._print(desk, Piece("critical", True, False), [], known, (cause,), betrayed)

    def _told_by_press(self, newsroom: Newsroom, article: Entry) -> None:
        for index, audience in enumerate(self.model.audiences):
            owed = audience.kind in _OUGHT_TO_BE_TOLD and audience.id not in self._read
            if owed and newsroom.reach[audience.kind] > _NOTICES:
                self._read.add(audience.id)
                self.model.env.process(self._hear(index, audience, article))

    def _hear(self, index: int, audience: Audience, article: Entry) -> ProcessGenerator:
        """An audience reads it in the press; two hours later it should have been told."""
        model = self.model
        yield model.env.timeout(_GRACE_TO_TELL)
        if model.noted.find("told", audience.id) is None:
            missing = model.missing("publish", audience.id)
            heard = model.record(HeardFromPress, article, missing, audience=audience.id)
            loss = np.zeros(len(model.audiences))
            loss[index] = _LOSS_HEARD
            model.trust("heard_from_press", model.opinion.lose(loss), heard)
