"""What follows later: claims are tested, promises fall due, facts come out, conferences fade."""

import math

import numpy as np
from simpy.events import ProcessGenerator

from simulator.engine.coverage import Coverage
from simulator.engine.model import Model
from simulator.journal.entries import (
    ClaimContradicted,
    ClaimDoubted,
    Entry,
    FactCameOut,
    PromiseMissed,
)
from simulator.organisation.claims import Assertion
from simulator.organisation.promises import GRACE, Promise
from simulator.press.desk import Answer
from simulator.press.newsrooms import digging
from simulator.scenario.decisions import HoldConference

# A lie lasts a day and a half, log-normal; judgement. The scenario may date it instead.
_LIE_LASTS, _LIE_SPREAD = 36 * 60.0, 0.4
_DOUBT_AFTER = 8 * 60.0  # mean; at Gemalto experts doubted the same day
_BETRAYAL = 0.5  # judgement, 0.25-0.8
_BETRAYING_ARTICLES = 4
_CONTRADICTION_NEWS, _MISSED_NEWS = 0.8, 0.2
_RESENT_LIE, _RESENT_ASSURANCE, _RESENT_MISSED, _RESENT_WITHHELD = 1.6, 0.35, 0.4, 0.5
_LOSS_LIE, _LOSS_ASSURANCE, _LOSS_MISSED, _LOSS_WITHHELD = 0.30, 0.24, 0.08, 0.60
# A fact nobody says comes out by itself, from a day after the story on; judgement, 20-80 h.
_COMES_OUT_AFTER, _QUIET_DAY = 40 * 60.0, 24 * 60.0
_ONE_TOPIC = 1 / 7  # a fact as big as a whole topic is resented in full, a detail less
_LONG_KNOWN = 12 * 60.0
_FRESH_WITH_DOCUMENT, _FRESH_WITHOUT = 30 * 60.0, 6 * 60.0
_WITH_DOCUMENT, _WITHOUT_DOCUMENT = 0.1, -0.15


class Aftermath:
    """The slow consequences of one exercise."""

    def __init__(self, model: Model, coverage: Coverage) -> None:
        """Prepare the thresholds at which facts come out, drawn once each."""
        self.model, self.coverage = model, coverage
        self._pressure: dict[str, float] = {}
        self._threshold: dict[str, float] = {}
        for fact in model.scenario.facts:
            if fact.discoverable and fact.id in model.questions.weights:
                self._threshold[fact.id] = float(model.streams(f"leak.{fact.id}").exponential())
                self._pressure[fact.id] = 0.0

    def test(self, assertion: Assertion) -> None:
        """Let the world find out what a claim is worth."""
        if assertion.false:
            self.model.env.process(self._contradict(assertion))
        elif assertion.beyond > 0:
            self.model.env.process(self._doubt(assertion))

    def _contradict(self, assertion: Assertion) -> ProcessGenerator:
        """A false claim, until others show that it is."""
        model, claim = self.model, assertion.claim
        luck = float(model.streams(f"truth.{claim.id}").lognormal(0.0, _LIE_SPREAD))
        dated = claim.comes_out_at
        yield model.env.timeout(_LIE_LASTS * luck if dated is None else max(0.0, dated - model.now))
        yield model.broke
        if not assertion.stands:
            return
        assertion.stands = False
        entry = model.record(
            ClaimContradicted, assertion.entry, claim=claim.id, certainty=claim.certainty
        )
        model.questions.credit_lost()
        model.opinion.contradicted()
        model.trust("contradicted", model.opinion.lose(_LOSS_LIE * claim.certainty), entry)
        model.resent(_RESENT_LIE * claim.certainty, entry)
        model.betrayals.extend([_BETRAYAL * claim.certainty] * _BETRAYING_ARTICLES)
        model.add_news("contradiction", _CONTRADICTION_NEWS, entry, bad=True)
        if model.market:
            model.market.disappointed(1.0)

    def _doubt(self, assertion: Assertion) -> ProcessGenerator:
        """An assurance beyond the known, until experts say so in public."""
        model, claim = self.model, assertion.claim
        yield model.env.timeout(
            float(model.streams(f"experts.{claim.id}").exponential(_DOUBT_AFTER))
        )
        yield model.broke
        experts = any(desk.newsroom.expert for desk in self.coverage.desks.values())
        if not assertion.stands or not experts or self._shown(assertion):
            return
        assertion.doubted = True
        beyond, expertise = assertion.beyond, model.opinion.expertise
        entry = model.record(ClaimDoubted, assertion.entry, claim=claim.id, beyond=beyond)
        model.trust("doubted", model.opinion.lose(_LOSS_ASSURANCE * beyond * expertise), entry)
        model.resent(_RESENT_ASSURANCE * beyond, entry)
        self.coverage.doubt(entry, _BETRAYAL * beyond * expertise)

    def _shown(self, assertion: Assertion) -> bool:
        """Return whether the public has meanwhile been given what the claim rests on."""
        rests_on = assertion.claim.rests_on
        return bool(rests_on) and self.model.questions.public.answered.issuperset(rests_on)

    def watch(self, promise: Promise) -> ProcessGenerator:
        """A promise, until half an hour after it was due."""
        model = self.model
        yield model.env.timeout(max(0.0, promise.due + GRACE - model.now))
        if promise.kept_at is not None:
            return
        promise.missed = True
        missing = model.missing("publish", f"promise.{promise.entry}")
        entry = model.record(
            PromiseMissed, promise.entry, missing, promise=promise.entry, due=promise.due
        )
        waited = np.array([not promise.to or a.id in promise.to for a in model.audiences])
        model.trust("promise_missed", model.opinion.lose(_LOSS_MISSED * waited), entry)
        if not promise.to and model.broke.triggered:
            model.opinion.promise_missed()
            model.resent(_RESENT_MISSED, entry)
            model.add_news("missed_promise", _MISSED_NEWS, entry)

    def let_facts_out(self, minutes: float) -> None:
        """Let the facts nobody has said come closer to the light, by `minutes` of attention."""
        model = self.model
        broke, now = model.noted.find("news", "break"), model.now
        if not self._pressure or broke is None or now <= broke.at + _QUIET_DAY:
            return
        attention = model.news.attention(now) * digging(model.clock.hour(now))
        step = minutes * attention / _COMES_OUT_AFTER
        answered = model.questions.public.answered
        for fact in [fact for fact in self._pressure if fact not in answered]:
            self._pressure[fact] += step
            if self._pressure[fact] > self._threshold[fact]:
                del self._pressure[fact]
                self._come_out(fact, broke)

    def _come_out(self, fact: str, broke: Entry) -> None:
        """The world learns a fact from someone else: the full cost if it was long known."""
        model = self.model
        known = model.knowledge.known.get(fact, math.inf)
        withheld = bool(model.now - known >= _LONG_KNOWN)
        size, half = model.questions.weight(fact), 1.0 if withheld else 0.5
        causes = (broke, self._why_unsaid(fact), model.noted.find("known", fact))
        entry = model.record(FactCameOut, *causes, fact=fact, withheld=withheld)
        model.noted.note("came_out", fact, entry)
        model.trust("came_out", model.opinion.lose(_LOSS_WITHHELD * half * size), entry)
        model.resent(_RESENT_WITHHELD * half * min(1.0, size / _ONE_TOPIC), entry)
        model.add_news("fact_came_out", size, entry, bad=True)
        if model.market:
            model.market.disappointed(half * size)

    def _why_unsaid(self, fact: str) -> Entry | None:
        """Return why a fact was not said: the team kept it, never looked, or still looks."""
        model, sought = self.model, self.model.knowledge.facts[fact].investigation
        if fact in model.knowledge.known:
            return model.missing("publish", fact)
        if sought and sought not in model.knowledge.ordered:
            return model.missing("investigate", sought)
        return model.noted.find("decided", "investigate")

    def meet_press(
        self, conference: HoldConference, fit: float, earlier: int, entry: Entry
    ) -> None:
        """Hold a press conference; it answers journalists while it is fresh."""
        model = self.model
        bonus = _WITH_DOCUMENT if conference.document else _WITHOUT_DOCUMENT
        share = float(np.clip(model.answered_share() + bonus, 0.0, 1.0)) / (1 + earlier)
        until = model.now + (_FRESH_WITH_DOCUMENT if conference.document else _FRESH_WITHOUT)
        held = Answer("conference", fit, share, entry)
        model.desk.conference = lambda: held if model.now < until else None
        model.desk.meet_press(conference.speakers)
