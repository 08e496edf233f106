"""The world's own moves: facts that become known, the grid on which opinion lives."""

from collections.abc import Callable
from typing import Any

from simpy.events import ProcessGenerator

from simulator.engine.aftermath import Aftermath
from simulator.engine.by_hand import ByHand
from simulator.engine.concerned import Concerned
from simulator.engine.coverage import Coverage
from simulator.engine.direction import Direction
from simulator.engine.duties import Duties
from simulator.engine.inquiries import Inquiries
from simulator.engine.model import Model
from simulator.engine.partnership import Partnership
from simulator.engine.phones import Phones
from simulator.engine.script import Script
from simulator.journal.entries import (
    DecisionTaken,
    OpinionMeasured,
)
from simulator.msel import Sight
from simulator.press.desk import Answer
from simulator.rumour.crowd import CELL

_MEASURED_EVERY = 30.0


class World:
    """What happens by itself, joined to the parts of one exercise."""

    def __init__(self, model: Model) -> None:
        """Set every process of the world going."""
        self.model = model
        self.coverage = Coverage(model)
        self.aftermath = Aftermath(model, self.coverage)
        # What others do about a decision, by its kind: partners, authorities, the helpline.
        self.acts: dict[str, Callable[[Any, DecisionTaken], None]] = {}
        # And why they would not, by its kind: each raises RefusedError.
        self.checks: dict[str, Callable[[Any], None]] = {}
        self._join_partners()
        self._join_customers()
        duties = Duties(model)
        self.acts |= duties.acts
        self.checks |= duties.checks
        self._lived, self._measured = 0.0, -1.0
        self._last_measure: OpinionMeasured | None = None
        sight = Sight(
            model.belief,
            model.silence,
            lambda: model.desk.lost,
            lambda: self._last_measure,
        )
        self.script = Script(model, self.coverage, sight)
        self._join_room()
        self.catch_up()
        self.measure()
        model.desk.answer = self._answer
        model.env.process(self._live())
        model.env.process(self.script.follow())
        model.env.process(self._learn())

    def _join_partners(self) -> None:
        """Set up the investigations and the partners who may join them."""
        inquiries = Inquiries(self.model)
        partnership = Partnership(self.model, inquiries)
        self.acts |= {
            "investigate": inquiries.order,
            "inform_partner": partnership.inform,
            "agree_with_partner": partnership.agree,
            "use_service": partnership.use,
        }
        self.checks |= {
            "inform_partner": partnership.check_inform,
            "agree_with_partner": partnership.check_agree,
            "use_service": partnership.check_use,
        }

    def _join_customers(self) -> None:
        """Set up the helpline, and the people whose data were taken."""
        Concerned(self.model)
        phones = Phones(self.model)
        self.acts |= {
            "open_helpline": phones.open,
            "resize_helpline": phones.resize,
            "close_helpline": phones.close,
        }
        self.checks |= {
            "open_helpline": phones.check_open,
            "resize_helpline": phones.check_is_open,
            "close_helpline": phones.check_is_open,
        }

    def _join_room(self) -> None:
        """Set up what a live exercise adds: phones taken by hand, a script that is directed."""
        parts = (
            ByHand(self.model, self.aftermath),
            self.script,
            Direction(self.model, self.coverage),
        )
        for part in parts:
            self.acts |= part.acts
            self.checks |= part.checks

    def catch_up(self) -> None:
        """Learn the facts whose time has come."""
        for fact in self.model.scenario.facts:
            if fact.known_at is not None and fact.known_at <= self.model.now:
                self.model.know(fact.id)

    def _learn(self) -> ProcessGenerator:
        """The facts that become known at a date, one after the other."""
        times = {fact.known_at for fact in self.model.scenario.facts if fact.known_at is not None}
        for at in sorted(at for at in times if at > 0):
            yield self.model.env.timeout(at - self.model.now)
            self.catch_up()

    def _live(self) -> ProcessGenerator:
        """Opinion and market, cell by cell."""
        while True:
            yield self.model.env.timeout(CELL)
            self.live_on()
            if self.model.now % _MEASURED_EVERY == 0:
                self.measure()

    def live_on(self) -> None:
        """Live through the time since the last cell."""
        model, now = self.model, self.model.now
        minutes = now - self._lived
        if minutes <= 0:
            return
        middle = model.clock.hour(now - minutes / 2)
        model.crowd.advance(now, minutes, middle, model.opinion.vacuum)
        if model.broke.triggered:
            self._follow_story(now, minutes)
        for told in model.on_cell:
            told(minutes)
        self._lived = now
        self.script.look()

    def _follow_story(self, now: float, minutes: float) -> None:
        """Let opinion, the market and what comes to light move: the story is out."""
        model = self.model
        open_share = model.questions.public.open_share()
        attention, pending = model.news.attention(now), model.promises.pending(now)
        model.opinion.pass_time(minutes, open_share, pending, attention)
        self.aftermath.let_facts_out(minutes)
        if model.market:
            model.market.pass_time(now, minutes)

    def measure(self) -> None:
        """Record what a perfect poll would find now."""
        model, crowd, opinion = self.model, self.model.crowd, self.model.opinion
        now = model.now
        if self._measured == now:
            return
        self._measured = now
        misled = model.claims.misleading()
        _ignorant, spreaders, stiflers, informed = crowd.counts.T.tolist()
        self._last_measure = model.record(
            OpinionMeasured,
            spreaders=tuple(spreaders),
            stiflers=tuple(stiflers),
            informed=tuple(informed),
            new_believers=tuple(crowd.polled()),
            misled=tuple([round(misled * people) for people in informed]),
            trust=tuple(opinion.trust.round(4).tolist()),
            vacuum=round(opinion.vacuum, 4),
            questions_open=round(model.questions.public.open_share(), 4),
            heat=round(model.news.heat(now), 4),
            attention=round(model.news.attention(now), 4),
            abnormal_return=round(model.market.shown, 3) if model.market else 0.0,
        )

    def _answer(self) -> Answer:
        """Return what a caller gets from whoever is named now."""
        model = self.model
        voice = model.desk.voice
        assert voice is not None
        information = min(1.0, model.answered_share() + 0.1) * (1.0 if voice.names else 0.7)
        return Answer(", ".join(voice.names), voice.fit, round(information, 4), voice.entry)
