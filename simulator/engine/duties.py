"""Legal clocks in an exercise: what starts them, what meets them, what a missed one exposes to."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from simpy.events import ProcessGenerator

from simulator.clocks.calendar import due
from simulator.clocks.rules import laws_of
from simulator.engine.model import Model
from simulator.engine.notices import facts_of, tell
from simulator.engine.refusals import RefusedError
from simulator.engine.word import SUBSTANTIVE
from simulator.journal.entries import (
    ClockMet,
    ClockMissed,
    ClockStarted,
    DecisionTaken,
    Entry,
    StatementIssued,
)
from simulator.scenario.decisions import FileComplaint, NotifyAuthority
from simulator.scenario.kinds import MetBy
from simulator.scenario.laws import Law
from simulator.scenario.others import Duty
from simulator.text import Text

# The decision that was missing when a clock ran out, by what would have met it.
_WOULD_MEET: dict[MetBy, str] = {
    "notice": "notify_authority",
    "complaint": "file_complaint",
    "telling": "publish",
    "market": "publish",
}
_HOW: dict[MetBy, Text] = {
    "notice": Text(fr="notifier l’autorité", en="notify the authority"),
    "complaint": Text(fr="déposer une plainte", en="file a complaint"),
    "telling": Text(fr="prévenir les personnes concernées", en="tell the people concerned"),
    "market": Text(fr="informer le marché", en="tell the market"),
}


@dataclass(slots=True)
class _Running:
    """A clock that has started, the facts given by notice, and the entry that last met it."""

    duty: Duty
    law: Law
    owed: tuple[str, ...]
    started: ClockStarted
    given: set[str] = field(default_factory=set)
    met: ClockMet | None = None


class Duties:
    """The legal clocks of a scenario; one that never starts leaves no trace."""

    def __init__(self, model: Model) -> None:
        """Wait for awareness, facts and words."""
        self.model = model
        self.acts: dict[str, Callable[[Any, DecisionTaken], None]] = {
            "notify_authority": self.notify,
            "file_complaint": self.complain,
        }
        self.checks: dict[str, Callable[[Any], None]] = {
            "notify_authority": self.check_notify,
            "file_complaint": self.check_complain,
        }
        self._laws = laws_of(model.scenario)
        self._running: dict[str, _Running] = {}
        self._rules = {duty.rule for duty in model.scenario.duties}
        model.on_aware.append(self._aware)
        model.on_known.append(self._known)
        model.on_said.append(self._said)

    def _aware(self, entry: Entry) -> None:
        for duty in self.model.scenario.duties:
            if duty.starts_with is None and self._laws[duty.rule].after not in self._rules:
                self._start(duty, entry)

    def _known(self, fact: str, entry: Entry) -> None:
        for duty in self.model.scenario.duties:
            if duty.starts_with == fact:
                self._start(duty, entry)

    def _done(self, rule: str, entry: ClockMet) -> None:
        """Start the clocks that run from this step."""
        for duty in self.model.scenario.duties:
            if duty.starts_with is None and self._laws[duty.rule].after == rule:
                self._start(duty, entry)

    def _start(self, duty: Duty, cause: Entry) -> None:
        if duty.id in self._running:
            return
        model, law = self.model, self._laws[duty.rule]
        aware = model.noted.find("aware", "team")
        end = due(law, model.now, model.clock, aware.at if aware else None)
        started = model.record(ClockStarted, cause, duty=duty.id, rule=duty.rule, due=end)
        model.noted.note("clock", duty.id, started)
        # Nobody owes what the case does not hold.
        topics = {fact.topic for fact in model.scenario.facts}
        owed = tuple(topic for topic in law.contents if topic in topics)
        clock = self._running[duty.id] = _Running(duty, law, owed, started)
        model.env.process(self._watch(clock))
        self._done_before(clock)

    def _done_before(self, clock: _Running) -> None:
        """Meet a clock at once by what was already done: a complaint, people told."""
        filed = self.model.noted.find("decided", "file_complaint")
        if filed and "complaint" in clock.law.met_by:
            self._meet(clock, (), False, filed)
        if "telling" in clock.law.met_by:
            self._told(clock, *(self.model.noted.find("told", who) for who in self._people(clock)))

    def _watch(self, clock: _Running) -> ProcessGenerator:
        """One clock, until it runs out."""
        model, started = self.model, clock.started
        yield model.env.timeout(started.due - model.now)
        if clock.met is None:
            bill = model.scenario.bill
            revenue = bill.revenue if bill else None
            exposure = clock.law.exposure(revenue, clock.duty.entity)
            missing = model.missing(_WOULD_MEET[clock.law.met_by[0]], started.duty)
            model.record(
                ClockMissed,
                started,
                missing,
                duty=started.duty,
                rule=started.rule,
                exposure=exposure,
            )

    def check_notify(self, notice: NotifyAuthority) -> None:
        """Raise RefusedError when there is nothing to notify now."""
        clock = self._clock(notice.duty, "notice")
        if clock.met and not clock.law.phased:
            raise RefusedError(
                f"déjà notifié : « {notice.duty} » ne se fait qu’en une fois",
                f"already notified: '{notice.duty}' is done once only",
            )
        if clock.met and notice.phase == "initial":
            raise RefusedError(
                f"déjà notifié : compléter « {notice.duty} » par la phase intermediate ou final",
                f"already notified: complete '{notice.duty}' by phase intermediate or final",
            )

    def check_complain(self, complaint: FileComplaint) -> None:
        """Raise RefusedError when the clock named asks for no complaint now."""
        if complaint.duty and self._clock(complaint.duty, "complaint").met:
            raise RefusedError(
                f"plainte déjà déposée pour « {complaint.duty} »",
                f"a complaint was already filed for '{complaint.duty}'",
            )

    def _clock(self, name: str, met_by: MetBy) -> _Running:
        """Return the clock called `name`, running and to be met so, or refuse."""
        law = next(self._laws[d.rule] for d in self.model.scenario.duties if d.id == name)
        if met_by not in law.met_by:
            how = _HOW[law.met_by[0]]
            raise RefusedError(
                f"« {name} » ne se tient pas ainsi : {how.fr}",
                f"'{name}' is not met this way: {how.en}",
            )
        if name not in self._running:
            raise RefusedError(
                f"« {name} » ne court pas encore : rien à notifier avant son point de départ",
                f"'{name}' is not running yet: there is nothing to notify before it starts",
            )
        return self._running[name]

    def notify(self, notice: NotifyAuthority, taken: DecisionTaken) -> None:
        """Notify the authority, and give it the facts."""
        clock = self._running[notice.duty]
        facts = facts_of(self.model, notice, clock.owed)
        clock.given.update(facts)
        lacking, who = self._lacking(clock, clock.given), clock.duty.audience
        told = tell(self.model, who, notice, facts, clock.owed, lacking, taken) if who else None
        explained = notice.reasons or "lawyers" in self.model.services
        self._meet(clock, lacking, explained, taken, told)

    def complain(self, complaint: FileComplaint, taken: DecisionTaken) -> None:
        """File a complaint: it meets the clock it names, or every one that asks for it."""
        for clock in list(self._running.values()):
            named = complaint.duty in (None, clock.duty.id)
            if named and "complaint" in clock.law.met_by:
                self._meet(clock, (), False, taken)

    def _said(self, word: StatementIssued) -> None:
        for clock in list(self._running.values()):
            if "telling" in clock.law.met_by:
                self._told(clock, word)
            if "market" in clock.law.met_by:
                self._told_market(clock, word)

    def _told(self, clock: _Running, *causes: Entry | None) -> None:
        """Meet a clock when everyone concerned was told something of what is owed to them."""
        met = self.model.questions.met
        given = [met[who].answered for who in self._people(clock)]
        lacking = [self._lacking(clock, facts) for facts in given]
        if given and all(given) and all(left != clock.owed or not left for left in lacking):
            left = {topic for missing in lacking for topic in missing}
            self._meet(clock, [t for t in clock.owed if t in left], False, *causes)

    def _told_market(self, clock: _Running, word: StatementIssued) -> None:
        """Meet a clock by a public word of substance, or one that told the investors."""
        investors = [a.id for a in self.model.audiences if a.kind == "investors"]
        public = word.public and word.substance > SUBSTANTIVE
        if clock.met or public or any(who in word.told for who in investors):
            questions = self.model.questions
            sides = [questions.public, *(questions.met[who] for who in investors)]
            given = {fact for side in sides for fact in side.answered}
            self._meet(clock, self._lacking(clock, given), False, word)

    def _people(self, clock: _Running) -> list[str]:
        """Return who must be told: the duty's audience, else those whose data were taken."""
        if clock.duty.audience:
            return [clock.duty.audience]
        return list(dict.fromkeys(data.audience for data in self.model.scenario.data_taken))

    def _lacking(self, clock: _Running, given: Collection[str]) -> tuple[str, ...]:
        topics = {self.model.knowledge.facts[fact].topic for fact in given}
        return tuple(topic for topic in clock.owed if topic not in topics)

    def _meet(
        self, clock: _Running, lacking: Collection[str], reasons: bool, *causes: Entry | None
    ) -> None:
        """Record that a clock is met, or that what was lacking is now given."""
        first, started = clock.met, clock.started
        if first:  # what was given stays given
            lacking = [topic for topic in lacking if topic in first.lacking]
        late = first.late if first else max(0.0, self.model.now - started.due)
        explained = bool(first and first.reasons) or bool(late and reasons and clock.law.reasons)
        if first and (first.lacking, first.reasons) == (tuple(lacking), explained):
            return
        clock.met = self.model.record(
            ClockMet, *causes, started, first,
            duty=started.duty, rule=started.rule, late=late, lacking=tuple(lacking),
            reasons=explained, complete=not lacking,
        )  # fmt: skip
        self.model.noted.note("clock met", started.duty, clock.met)
        if first is None:
            self._done(started.rule, clock.met)
