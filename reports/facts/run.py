"""The run a report is about: its journal read once, with the questions sections ask of it."""

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from reports.facts.speech import Speech, capital
from simulator.journal.book import Journal
from simulator.journal.entries import (
    BecameAware,
    CallAnswered,
    CallLost,
    CallRang,
    ClaimMade,
    DecisionTaken,
    Entry,
    HeardFromPress,
    OpinionMeasured,
    StatementIssued,
)
from simulator.journal.names import CHANNELS, Names, join
from simulator.journal.tell import tell
from simulator.scenario.kinds import DIRECTION
from simulator.scenario.shapes import Audience, Scenario
from simulator.score.case import Case
from simulator.score.criteria import criteria
from simulator.score.scorecard import CriterionScore, Scorecard
from simulator.text import Language

_Kind = TypeVar("_Kind", bound=Entry)
# The blanks inside '4 h 10', '37 min' and '7,9 jours', at which no line may break.
_LENGTH = re.compile(r"(?<=\d) (?=(?:h|min|jours?|days?)\b)|(?<=\d[ \u00a0]h) (?=\d\d\b)")


@dataclass(frozen=True, slots=True)
class Held:
    """An established fact and how long the public waited for it; None when never told."""

    fact: str
    known: Entry
    said: StatementIssued | None
    waited: float


@dataclass(frozen=True, slots=True)
class Call:
    """One call: when it rang, its end, and the last minute played for those still waiting."""

    at: float
    end: CallAnswered | CallLost | None
    last: float

    @property
    def lost(self) -> bool:
        """Return whether the caller gave up."""
        return isinstance(self.end, CallLost)

    @property
    def answered(self) -> bool:
        """Return whether somebody answered."""
        return isinstance(self.end, CallAnswered)

    @property
    def waited(self) -> float:
        """Return how long the caller waited, in minutes."""
        return max(0.0, (self.end.at if self.end else self.last) - self.at)


class Run:
    """One exercise as the report looks at it."""

    def __init__(
        self, scenario: Scenario, journal: Journal, card: Scorecard, language: Language
    ) -> None:
        """Read the journal."""
        self.scenario, self.journal, self.card = scenario, journal, card
        self.case = Case(journal, scenario)
        self.names = Names(scenario, journal)
        self.say = Speech(language, scenario.clock)

    def of(self, kind: type[_Kind]) -> list[_Kind]:
        """Return the entries of one kind, in order."""
        return self.case.of(kind)

    def tell(self, entry: Entry) -> str:
        """Return what an entry says; a criterion goes by its name."""
        said = tell(entry, self.names).say(self.say.language)
        if isinstance(entry, DecisionTaken) and entry.do == "overrule":
            which = str(entry.decision["criterion"])
            said = said.replace(which, self.criterion(which), 1)
        return _LENGTH.sub("\u00a0", said)

    def criterion(self, which: str) -> str:
        """Return what a criterion is called."""
        rules = (*criteria().reactivity, *criteria().transparency)
        names = (rule.name.say(self.say.language) for rule in rules if rule.id == which)
        return next(names, which)

    def explained(self, mark: CriterionScore) -> str:
        """Return what decided a criterion."""
        return _LENGTH.sub("\u00a0", mark.explanation.say(self.say.language))

    def name(self, what: str, which: str) -> str:
        """Return the name of something in the scenario."""
        return self.names.of(what, which).say(self.say.language)

    @cached_property
    def story(self) -> str:
        """Return what the story broke with: 'l’article'."""
        return self.case.story.say(self.say.language)

    @cached_property
    def broken(self) -> bool:
        """Return whether the story broke before the end."""
        return self.case.broke <= self.case.end

    @cached_property
    def first(self) -> StatementIssued | None:
        """Return the first public word of substance."""
        return self.case.first

    @cached_property
    def delay(self) -> float | None:
        """Return minutes from the story to the first public word; negative when it came first."""
        return self.first.at - self.case.broke if self.first and self.broken else None

    @cached_property
    def aware(self) -> float | None:
        """Return the minute from which the team could not say that it did not know."""
        return next((entry.at for entry in self.of(BecameAware)), None)

    @cached_property
    def words(self) -> list[StatementIssued]:
        """Return every statement, in order."""
        return self.of(StatementIssued)

    def numbered(self, word: StatementIssued) -> str:
        """Return a statement's main channel, after its number when public, as figures count."""
        what = capital(self.main_channel(word))
        return f"{self.case.public.index(word) + 1}. {what}" if word.public else what

    def main_channel(self, word: StatementIssued) -> str:
        """Return the channel a statement is best known by: 'communiqué'."""
        if word.conference:
            return self.say.t("conférence de presse", "press conference")
        first = next((c for c in CHANNELS if c in word.channels), "")
        return CHANNELS[first].say(self.say.language) if first else self.say.t("message", "message")

    def other_channels(self, word: StatementIssued) -> str:
        """Return by which other channels it went out: 'réseaux sociaux, courriel direct'."""
        known = [c for c in CHANNELS if c in word.channels]
        rest = [] if word.conference else known[1:]
        return join(CHANNELS[c] for c in rest).say(self.say.language) if rest else ""

    def channels(self, word: StatementIssued) -> str:
        """Return by which channels a statement went out: 'communiqué, réseaux sociaux'."""
        if word.conference:
            return self.say.t("conférence de presse", "press conference")
        return join(CHANNELS[c] for c in word.channels if c in CHANNELS).say(self.say.language)

    def text_of(self, word: StatementIssued) -> str:
        """Return the text of a statement in the report's language, '' when it has none."""
        texts = self.texts_of(word)
        other = "en" if self.say.french else "fr"
        return str(texts.get(self.say.language) or texts.get(other) or "").strip()

    def texts_of(self, word: StatementIssued) -> dict[str, str]:
        """Return the text of a statement by language, none when it has none."""
        for cause in reversed(word.causes):
            entry = self.journal[cause]
            if isinstance(entry, DecisionTaken):
                return dict(entry.decision.get("text") or {})
        return {}

    @cached_property
    def decided(self) -> list[DecisionTaken]:
        """Return what the team decided, without what was decided around it."""
        return [entry for entry in self.of(DecisionTaken) if entry.do not in DIRECTION]

    @cached_property
    def held(self) -> list[Held]:
        """Return every fact established and due to the public, the longest waiting first."""
        found = []
        for fact, known in self.case.known.items():
            if fact not in self.scenario.weights:
                continue
            since, said = max(known.at, self.case.opening), self.case.disclosed.get(fact)
            waited = (said.at if said else self.case.end) - since
            found.append(Held(fact, known, said, max(0.0, waited)))
        return sorted(found, key=lambda held: -held.waited)

    @cached_property
    def measures(self) -> list[OpinionMeasured]:
        """Return the measures of opinion."""
        return self.of(OpinionMeasured)

    def belief(self, measure: OpinionMeasured) -> list[float]:
        """Return the share of each audience that believes the worst version."""
        both = zip(measure.spreaders, measure.stiflers, strict=True)
        return [
            (y + z) / audience.headcount
            for audience, (y, z) in zip(self.scenario.audiences, both, strict=True)
        ]

    @cached_property
    def calls(self) -> list[Call]:
        """Return every call with its end, in the order of ringing."""
        ends: dict[str, CallAnswered | CallLost] = {}
        ends |= {end.call: end for end in self.of(CallAnswered)}
        ends |= {end.call: end for end in self.of(CallLost)}
        return [Call(rang.at, ends.get(rang.call), self.case.end) for rang in self.of(CallRang)]

    @cached_property
    def lost(self) -> list[Call]:
        """Return the calls whose caller gave up."""
        return [call for call in self.calls if call.lost]

    @cached_property
    def claims(self) -> dict[str, list[ClaimMade]]:
        """Return the claims that were false, and those beyond what was established."""
        made = self.of(ClaimMade)
        return {
            "false": [claim for claim in made if claim.false],
            "beyond": [claim for claim in made if claim.beyond > 0 and not claim.false],
        }

    def heard_first(self, audience: str) -> bool:
        """Return whether an audience heard it from the press."""
        return any(entry.audience == audience for entry in self.of(HeardFromPress))

    def told(self, audience: Audience) -> StatementIssued | None:
        """Return the first statement that met an audience directly."""
        return next((word for word in self.words if audience.id in word.told), None)

    @cached_property
    def criteria(self) -> dict[str, CriterionScore]:
        """Return the criteria of both axes, by id."""
        both = (*self.card.reactivity.criteria, *self.card.transparency.criteria)
        return {mark.id: mark for mark in both}

    @cached_property
    def gains(self) -> dict[str, float]:
        """Return the points of the overall score that each criterion left, by id."""
        return {m.id: (100 - m.score) * m.weight / 2 for m in self.criteria.values()}

    @cached_property
    def digest(self) -> str:
        """Return the SHA-256 of the journal as its file holds it."""
        return hashlib.sha256(self.journal.lines().encode()).hexdigest()
