"""The case that is judged: one exercise, its journal sorted by kind."""

from collections.abc import Iterable
from functools import cached_property
from math import inf
from typing import NamedTuple, TypeVar, cast

from simulator.journal.book import Journal
from simulator.journal.entries import (
    BecameAware,
    ClaimCorrected,
    DecisionMissing,
    EmptyWord,
    Ended,
    Entry,
    FactKnown,
    News,
    OpinionMeasured,
    Started,
    StatementIssued,
)
from simulator.scenario.shapes import Fact, Scenario
from simulator.score.waking import WakingHours
from simulator.score.words import duration, story
from simulator.text import Text

_Kind = TypeVar("_Kind", bound=Entry)
# Less than this share of the open questions answered is not an answer.
SUBSTANCE = 0.02
# What a team that looks at once should have established. Not looking does not help.
START_LOOKING, INVESTIGATION_MARGIN = 240.0, 1.15
BETWEEN_CONFERENCES = 2880.0
# Judgements: how long a first word may stand alone, and the share of questions that is no silence.
FOLLOW_UP, FOLLOW_UP_HALF_LIFE, SETTLED = 4320.0, 1440.0, 0.1
# Counted from the story, one day longer: speaking earlier must not shorten it.
FOLLOW_UP_TO_STORY = FOLLOW_UP + 1440.0
# What remains of a first word that nothing followed.
ALIBI = 0.3


class Finding(NamedTuple):
    """What one criterion found: points 0 to 100, the entries that decided, the words for it.

    `sentence` is a key of the criterion's `says`, filled with `values`; `factor` 0 to 1 scales
    the weight.
    """

    points: float
    evidence: tuple[int, ...]
    sentence: str
    values: dict[str, Text | int]
    factor: float = 1.0


class Case:
    """One exercise as the criteria look at it.

    `broke` is the minute of the first publication, `end` the last minute played.
    """

    def __init__(self, journal: Journal, scenario: Scenario) -> None:
        """Sort the `journal` by kind, in one pass.

        Raises:
            ValueError: when the journal does not begin with its Started entry.
        """
        self._kinds: dict[type[Entry], list[Entry]] = {}
        for entry in journal:
            self._kinds.setdefault(type(entry), []).append(entry)
        if not self.of(Started):
            raise ValueError("a journal without its Started entry cannot be scored")
        self.scenario = scenario
        self.started = self.of(Started)[0]
        self.end = self.of(Ended)[-1].at if self.of(Ended) else journal[len(journal)].at
        breaking = next((news for news in self.of(News) if news.what == "break"), None)
        self.broke = breaking.at if breaking else scenario.breaks
        self.origin: Entry = breaking or self.started
        self._waking = WakingHours(scenario.clock, min(0.0, self.broke), self.end)

    def of(self, kind: type[_Kind]) -> list[_Kind]:
        """Return the entries of one kind, in order."""
        return cast("list[_Kind]", self._kinds.get(kind, []))

    def hours(self, start: float, end: float) -> float:
        """Return the effective hours from `start` to `end`; the night counts half."""
        return self._waking.between(start, end)

    @cached_property
    def aware(self) -> BecameAware | None:
        """Return the entry from which nobody can say that the team did not know."""
        return next(iter(self.of(BecameAware)), None)

    @cached_property
    def alerted(self) -> float:
        """Return the minute from which the team could act: aware, or the story, the sooner."""
        return min(self.broke, self.aware.at) if self.aware else self.broke

    @cached_property
    def story(self) -> Text:
        """Return what the story broke with, as sentences name it."""
        return story(self.scenario.break_inject.medium)

    @cached_property
    def so_far(self) -> Text:
        """Return how long the story has been out."""
        return duration(max(0.0, self.end - self.broke))

    @cached_property
    def public(self) -> list[StatementIssued]:
        """Return the public statements."""
        return [word for word in self.of(StatementIssued) if word.public]

    @cached_property
    def substantive(self) -> list[StatementIssued]:
        """Return the public statements that answered something.

        What had only gone out by e-mail, and takes no question away any more, is still new to the
        public. Before the story only what tells what happened does: nobody had asked anything.
        """
        published: set[str] = set()
        found: list[StatementIssued] = []
        for word in self.public:
            said = {*word.disclosed, *word.repeated}
            opens = word.holding and not found
            new = max(word.substance, self._share(said - published))
            if (opens or new > SUBSTANCE) and self.timely(word, said):
                found.append(word)
            published |= said
        return found

    def timely(self, word: StatementIssued, facts: Iterable[str]) -> bool:
        """Return whether a word bears on the story.

        It is out, or `facts` say what happened; inside, people are told in person.
        """
        out = word.inside or word.at >= self.broke
        return out or self.scenario.tells_what_happened(facts)

    def _share(self, facts: set[str]) -> float:
        weights = self.scenario.weights
        share = sum(weight for fact, weight in weights.items() if fact in facts)
        return share / sum(weights.values()) if share else 0.0

    @cached_property
    def followed(self) -> float:
        """Return whether the first word of substance was followed up, 0 to 1.

        By another one, or by nothing left to ask, within three days, or four of the story; then
        less and less. A fast word followed by nothing was not a reaction but an alibi.
        """
        return float(0.5 ** (self.overdue / FOLLOW_UP_HALF_LIFE))

    @cached_property
    def overdue(self) -> float:
        """Return the minutes by which the word after the first one of substance was late."""
        if not self.substantive:
            return 0.0
        first = self.substantive[0].at
        awaited = max(first + FOLLOW_UP, self.broke + FOLLOW_UP_TO_STORY)
        return max(0.0, first + self.alone - awaited)

    @cached_property
    def alone(self) -> float:
        """Return the minutes for which the first word of substance stood alone, 0 without one."""
        if not self.substantive:
            return 0.0
        first = self.substantive[0].at
        settled = (m.at for m in self.of(OpinionMeasured) if m.questions_open < SETTLED)
        ends = [*(w.at for w in self.substantive[1:]), *settled, self.end]
        return min(end for end in ends if end >= first) - first

    @cached_property
    def empty(self) -> list[EmptyWord]:
        """Return the public words with nothing in them.

        Taking a claim back is not one, nor is meeting the press for the first time in two days.
        """
        spared = {cause for entry in self.of(ClaimCorrected) for cause in entry.causes}
        met = -inf
        for word in self.public:
            if word.conference:
                spared |= {word.id} if word.at - met >= BETWEEN_CONFERENCES else set()
                met = word.at
        return [entry for entry in self.of(EmptyWord) if not spared & set(entry.causes)]

    @cached_property
    def outgoing(self) -> list[StatementIssued]:
        """Return the statements on the public side: public, or sent to many by e-mail."""
        words = self.of(StatementIssued)
        return [word for word in words if word.public or "direct_email" in word.channels]

    @cached_property
    def first(self) -> StatementIssued | None:
        """Return the first public word of substance."""
        return self.substantive[0] if self.substantive else None

    @cached_property
    def opening(self) -> float:
        """Return the minute from which answers are due: the story, or the team's own first word."""
        return min(self.broke, self.first.at) if self.first else self.broke

    @cached_property
    def disclosed(self) -> dict[str, StatementIssued]:
        """Return the statement that first gave each fact to the public side, by fact."""
        said: dict[str, StatementIssued] = {}
        for word in self.outgoing:
            for fact in word.disclosed:
                said.setdefault(fact, word)
        return said

    @cached_property
    def known(self) -> dict[str, FactKnown]:
        """Return how each fact was first established, by fact."""
        return {entry.fact: entry for entry in reversed(self.of(FactKnown))}

    @cached_property
    def due(self) -> dict[str, float]:
        """Return the minute from which each fact is due, by fact, in the scenario's order.

        Left out: facts to withhold, and those that nobody could have established by the end.
        """
        asked = [fact for fact in self.scenario.facts if fact.id in self.scenario.weights]
        times = {fact.id: max(self._established(fact), self.opening) for fact in asked}
        return {fact: time for fact, time in times.items() if time <= self.end}

    def _established(self, fact: Fact) -> float:
        known = self.known[fact.id].at if fact.id in self.known else inf
        planned = inf if fact.known_at is None else fact.known_at
        looked = self.alerted + START_LOOKING + INVESTIGATION_MARGIN * (fact.takes or 0.0)
        return min(known, planned, looked if fact.investigation else inf)

    @cached_property
    def told_share(self) -> float:
        """Return the share of the due answers that the public side was given, 0 to 1."""
        weights = self.scenario.weights
        total = sum(weights[fact] for fact in self.due)
        told = sum(weights[fact] for fact in self.due if fact in self.disclosed)
        return told / total if total else float(self.first is not None)

    @cached_property
    def cover(self) -> float:
        """Return how far there is anything to judge, 0 to 1: who says nothing is not truthful."""
        return min(1.0, 2 * self.told_share)

    @cached_property
    def telling(self) -> list[StatementIssued]:
        """Return the statements that gave the public side something new, in order."""
        given = {word.id for word in self.disclosed.values()}
        return [word for word in self.outgoing if word.id in given]

    def missing(self, *dos: str) -> list[DecisionMissing]:
        """Return the entries that say a decision of these kinds was not taken."""
        return [entry for entry in self.of(DecisionMissing) if entry.do in dos]

    def finding(
        self,
        points: float,
        entries: Iterable[Entry | None],
        sentence: str,
        **values: Text | int,
    ) -> Finding:
        """Return a finding; where no entry decided, the one that broke the story stands for it."""
        ids = {entry.id for entry in entries if entry is not None} or {self.origin.id}
        points = min(100.0, max(0.0, points))
        return Finding(points, tuple(sorted(ids)), sentence, values)
