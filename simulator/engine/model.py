"""All parts of one exercise, and what they tell each other."""

import math
from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from simulator.engine.timeline import Timeline
from simulator.journal.book import Journal
from simulator.journal.entries import (
    BecameAware,
    DecisionMissing,
    Entry,
    FactKnown,
    News,
    Started,
    StatementIssued,
    TrustMoved,
)
from simulator.market import Market
from simulator.msel import Noted
from simulator.opinion import Opinion
from simulator.organisation.claims import Claims
from simulator.organisation.knowledge import Knowledge
from simulator.organisation.promises import Promises
from simulator.organisation.questions import Questions
from simulator.partners import CELL_STANDING
from simulator.press.articles import GRIEVANCE_HALF_LIFE
from simulator.press.desk import PressDesk
from simulator.rumour.crowd import Crowd
from simulator.rumour.kinds import KINDS
from simulator.scenario.shapes import Scenario
from simulator.story import NewsFlow, newsworthiness
from simulator.streams import Source, Streams

VERSION = "0.1.0"
Floats = NDArray[np.float64]
_Kind = TypeVar("_Kind", bound=Entry)

_ACCEPTANCE, _MOST_ACCEPT = 1.2, 0.95  # judgement
_PASSES_FOR_ANSWER = 0.35  # while it stands, a false claim looks like so much of an answer


class Model:
    """The parts of one exercise side by side, and the few numbers that several of them share."""

    def __init__(
        self, scenario: Scenario, seed: int, luck: Mapping[Source, int] | None = None
    ) -> None:
        """Make every part from the scenario and the streams of `seed`, or of a source's `luck`."""
        self.scenario, self.clock = scenario, scenario.clock
        self.env, self.streams, self.journal = Timeline(), Streams(seed, luck), Journal()
        self.audiences = scenario.audiences
        self._place = {audience.id: place for place, audience in enumerate(self.audiences)}
        self.crowd = Crowd(self.audiences, self.streams("rumour"))
        kinds = [KINDS[audience.kind] for audience in self.audiences]
        self.opinion = Opinion([kind.trust for kind in kinds], [kind.expertise for kind in kinds])
        self.news = NewsFlow(newsworthiness(scenario.story))
        self.knowledge = Knowledge(scenario.facts, scenario.investigations)
        self.questions = Questions(scenario.weights, [audience.id for audience in self.audiences])
        self.claims, self.promises = Claims(), Promises()
        self.desk = PressDesk(self.env, self.journal, self.clock)
        listed = scenario.organisation.listed
        self.market = Market(listed, self.clock, self.streams("market")) if listed else None
        self.noted = Noted()
        self.warmed, self.broke = self.env.event(), self.env.event()
        self.grievances: list[tuple[float, float, Entry]] = []
        self.conferences: list[float] = []
        self.betrayals: list[float] = []
        self.cell: Entry | None = None
        # The decision that ends the exercise before its horizon.
        self.ended_by: Entry | None = None
        # What the insurer's crisis contract has set to work.
        self.services: set[str] = set()
        # Who wants to be told, in the order they asked: of a statement, a fact, awareness, a cell
        # of the grid lived through (its length in minutes).
        self.on_said: list[Callable[[StatementIssued], None]] = []
        self.on_known: list[Callable[[str, Entry], None]] = []
        self.on_aware: list[Callable[[Entry], None]] = []
        self.on_cell: list[Callable[[float], None]] = []
        self.last_word: StatementIssued | None = None
        self.record(Started, version=VERSION, seed=seed, scenario=scenario.plain)

    @property
    def now(self) -> float:
        """Return minutes since StartEx."""
        return float(self.env.now)

    def ends(self, every: float) -> bool:
        """Return whether a stretch of `every` minutes since StartEx, or the exercise, ends now."""
        now = self.now
        over = self.ended_by is not None or now >= self.scenario.horizon
        return over or now % every == 0

    def record(self, kind: type[_Kind], *causes: Entry | int | None, **said: object) -> _Kind:
        """Record an entry now and return it."""
        return self.journal.record(kind, self.now, *causes, **said)

    def know(self, fact: str, *causes: Entry | int | None) -> None:
        """Note that the team has established a fact, unless it had already."""
        if not self.knowledge.learn(fact, self.now):
            return
        entry = self.record(FactKnown, *causes, fact=fact)
        self.noted.note("known", fact, entry)
        taken = {data.fact for data in self.scenario.data_taken}
        if self.knowledge.facts[fact].topic == "nature" or fact in taken:
            self.become_aware(entry)
        for told in self.on_known:
            told(fact, entry)

    def become_aware(self, cause: Entry) -> None:
        """From now on nobody can say that the team did not know."""
        if self.noted.find("aware", "team") is None:
            aware = self.record(BecameAware, cause)
            self.noted.note("aware", "team", aware)
            for told in self.on_aware:
                told(aware)

    def missing(self, do: str, about: str) -> Entry:
        """Return the entry that says a decision was not taken, made the first time it is missed."""
        entry = self.noted.find(f"missing {do}", about)
        if entry is None:
            entry = self.record(
                DecisionMissing, self.noted.find("news", "break"), do=do, about=about
            )
            self.noted.note(f"missing {do}", about, entry)
        return entry

    def trust(self, why: str, change: Floats, *causes: Entry | int | None) -> None:
        """Record a change of trust, shape (audiences,), that opinion has already made."""
        moved = {
            a.id: round(float(c), 5)
            for a, c in zip(self.audiences, change, strict=True)
            if abs(c) > 5e-6
        }
        if moved:
            self.record(TrustMoved, *causes, why=why, change=moved)

    def add_news(
        self, what: str, size: float, *causes: Entry | int | None, bad: bool = False
    ) -> News:
        """Something new happened: newsrooms wake up; bad news renews the worst version."""
        entry = self.record(News, *causes, what=what, size=round(size, 6))
        if bad:
            self.crowd.exposure.renew_worst(size)
        self.news.add(self.now, size, entry.id)
        self.noted.note("news", what, entry)
        warmed, self.warmed = self.warmed, self.env.event()
        warmed.succeed()
        return entry

    def resent(self, size: float, entry: Entry) -> None:
        """Journalists hold something of `size` against the organisation."""
        self.grievances.append((self.now, size, entry))

    def grievance(self) -> float:
        """Return what journalists hold against the organisation now."""
        return sum(
            size * math.exp2((at - self.now) / GRIEVANCE_HALF_LIFE)
            for at, size, _entry in self.grievances
        )

    def answered_share(self, told: Collection[str] = ()) -> float:
        """Return how much of the public's questions seems answered, 0 to 1.

        For somebody who was `told` some facts besides.
        """
        lie = _PASSES_FOR_ANSWER * self.claims.passing_for_answer()
        public = self.questions.public
        return min(1.0, 1 - (public.open_with(told) if told else public.open_share()) + lie)

    def answered_for(self) -> Floats:
        """Return the same for each audience, by what it or the public was told."""
        lie = _PASSES_FOR_ANSWER * self.claims.passing_for_answer()
        return np.array([min(1.0, 1 - self.questions.open_for(a.id) + lie) for a in self.audiences])

    def acceptance(self, quality: float, beyond: float) -> Floats:
        """Return the chance that a reader of each audience takes the account, shape (audiences,).

        `quality` 0 to 1 is the message's; laymen are pleased by assurance `beyond` the evidence,
        experts are not.
        """
        doubt = 1 + beyond * (0.5 - self.opinion.expertise)
        informed = 0.3 + 0.7 * self.answered_for()
        chance = _ACCEPTANCE * self.opinion.trust * quality * informed * doubt
        return np.clip(chance, 0.0, _MOST_ACCEPT)

    def standing(self, names: tuple[str, ...]) -> float:
        """Return how much weight these spokespeople carry together, 0 to 1.

        Authority, technical depth and business in one room answer everything; a press officer alone
        does not; the insurer's crisis cell trains whoever speaks. Judgements.
        """
        trained = CELL_STANDING if "crisis_cell" in self.services else 0.0
        return min(1.0, self._authority(names) + trained)

    def _authority(self, names: tuple[str, ...]) -> float:
        people = {person.id: person.role for person in self.scenario.organisation.spokespeople}
        roles = {people[name] for name in names}
        depth = len(roles & {"technical", "business"})
        if "chief_executive" in roles:
            return (0.85, 0.92, 1.0)[depth]
        return (0.7, 0.75, 0.8)[depth]

    def heat(self) -> float:
        """Return how hot the story is now."""
        return self.news.heat(self.now)

    def journalists_trust(self) -> float:
        """Return the trust of journalists, 0.5 when the scenario has none."""
        trust = [
            t
            for t, a in zip(self.opinion.trust, self.audiences, strict=True)
            if a.kind == "journalists"
        ]
        return float(np.mean(trust)) if trust else 0.5

    def investors_trust(self) -> float:
        """Return the trust of investors, 0.5 when the scenario has none."""
        trust = [
            t
            for t, a in zip(self.opinion.trust, self.audiences, strict=True)
            if a.kind == "investors"
        ]
        return float(np.mean(trust)) if trust else 0.5

    def belief(self, audience: str) -> float:
        """Return the share of an audience's headcount that believes the worst version."""
        place = self._place[audience]
        return self.crowd.believing(place) / self.audiences[place].headcount

    def silence(self) -> tuple[float, Entry | None]:
        """Return the minutes since the last public word, or else the break, and the entry."""
        since = self.last_word or self.noted.find("news", "break")
        return (self.now - since.at, since) if since else (0.0, None)
