"""What a scenario is: frozen shapes, checked when they are made."""

from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import Field

from simulator.scenario.base import Citation, Headcount, Id, Line, Minute, Shape, Share, Span
from simulator.scenario.kinds import (
    DISCOVERABLE,
    PEOPLE_PER_FIRM,
    TOPIC_WEIGHTS,
    AudienceKind,
    DecisionKind,
    Medium,
    OutletKind,
    SpokespersonRole,
    Stance,
    Topic,
    Truth,
)
from simulator.scenario.laws import OwnLaw
from simulator.scenario.others import Bill, DataTaken, Duty, Partner
from simulator.text import Text
from simulator.times import Clock


class Listing(Shape):
    """Where a listed company's price is made."""

    share_in_question: Share
    opens: Annotated[float, Field(ge=0, lt=24)] = 9.0
    closes: Annotated[float, Field(gt=0, le=24)] = 17.5


class Spokesperson(Shape):
    """Someone who can speak for the organisation."""

    id: Id
    name: Text
    role: SpokespersonRole


class Organisation(Shape):
    """Who is in the crisis."""

    name: Line
    about: Text
    listed: Listing | None = None
    spokespeople: Annotated[tuple[Spokesperson, ...], Field(min_length=1)]


class Story(Shape):
    """What breaks, and what makes it news."""

    breaks_with: Id
    worst_version: Text
    untrue_share: Share
    people_concerned: Headcount
    sensitive: Share
    known: Share


class Audience(Shape):
    """People who follow the story, counted as `people` or as `firms` of twenty."""

    id: Id
    name: Text
    kind: AudienceKind
    people: Headcount | None = None
    firms: Headcount | None = None

    @property
    def headcount(self) -> int:
        """Return the number of people."""
        return self.people if self.people is not None else PEOPLE_PER_FIRM * (self.firms or 0)


class Outlet(Shape):
    """A newsroom; its kind gives its rhythm, its reach and its appetite."""

    id: Id
    name: Line
    kind: OutletKind


class Investigation(Shape):
    """A question the team can have looked into, and how many people usually do."""

    id: Id
    title: Text
    people: Annotated[int, Field(ge=1, le=10_000)]


class Fact(Shape):
    """Something true about the case, and when the team can know it.

    Known at `known_at`, or `takes` after the `investigation` is ordered, or when an inject reveals
    it; with none of these it is never established.
    """

    id: Id
    topic: Topic
    text: Text
    weight: Annotated[float, Field(gt=0, le=20, allow_inf_nan=False)] | None = None
    known_at: Minute | None = None
    investigation: Id | None = None
    takes: Span | None = None
    withhold: Text | None = None
    comes_out: bool | None = None

    @property
    def discoverable(self) -> bool:
        """Return whether the world can learn it from someone else."""
        return self.topic in DISCOVERABLE if self.comes_out is None else self.comes_out


class Claim(Shape):
    """What a statement may assert beyond the facts, and what it rests on."""

    id: Id
    text: Text
    truth: Truth
    certainty: Share
    rests_on: tuple[Id, ...] = ()
    denies: tuple[Id, ...] = ()
    against: tuple[Id, ...] = ()
    comes_out_at: Minute | None = None


class Condition(Shape):
    """A state of the exercise; every key given must hold."""

    said_anything: bool | None = None
    told: Id | None = None
    disclosed: Id | None = None
    known: Id | None = None
    came_out: Id | None = None
    claimed: Id | None = None
    decided: DecisionKind | None = None
    belief_above: Annotated[dict[Id, Share], Field(min_length=1)] | None = None
    silent_for: Span | None = None
    calls_lost: Annotated[int, Field(ge=1)] | None = None

    @cached_property
    def ripens(self) -> bool:
        """Return whether it can come to hold by time or opinion alone, with nothing new done."""
        return bool(self.belief_above or self.silent_for or self.calls_lost)

    @cached_property
    def named(self) -> tuple[tuple[str, str], ...]:
        """Return what must have happened to whom: ("told", "operators")."""
        keys = ("told", "disclosed", "known", "came_out", "claimed", "decided")
        return tuple((key, getattr(self, key)) for key in keys if getattr(self, key))


class Inject(Shape):
    """One line of the MSEL, given `at` a time or `when` a condition holds, but not if `unless`."""

    id: Id
    medium: Medium
    sender: Text
    title: Text
    text: Text
    at: Minute | None = None
    when: Condition | None = None
    unless: Condition | None = None
    outlet: Id | None = None
    reveals: tuple[Id, ...] = ()
    expects: Text | None = None
    objective: Id | None = None


class Voice(Shape):
    """Something people of one audience, or of one kind, may post in the room's feed."""

    stance: Stance
    audience: Id | None = None
    kind: AudienceKind | None = None
    text: Text


class Objective(Shape):
    """What the exercise is meant to train, and the criteria that show it."""

    id: Id
    text: Text
    criteria: Annotated[tuple[Line, ...], Field(min_length=1)]


class Source(Shape):
    """Where the facts of the case come from; a text given once serves both languages."""

    text: Citation
    url: Line | None = None


class Variant(Shape):
    """One of the cases that a file with a switch holds."""

    id: Id
    title: Text
    about: Text


class Scenario(Shape):
    """A whole case, ready to be played; `variant` is the one of `variants` the loader chose."""

    format: Annotated[int, Field(ge=1, le=1)]
    id: Id
    title: Text
    subtitle: Text
    brief: Text
    variants: Annotated[tuple[Variant, ...], Field(max_length=10)] = ()
    variant: Id | None = None
    fictional: bool
    timezone: Line
    start: Line
    horizon: Span
    organisation: Organisation
    story: Story
    objectives: tuple[Objective, ...] = ()
    audiences: Annotated[tuple[Audience, ...], Field(min_length=1, max_length=40)]
    outlets: Annotated[tuple[Outlet, ...], Field(max_length=60)] = ()
    investigations: tuple[Investigation, ...] = ()
    facts: Annotated[tuple[Fact, ...], Field(min_length=1, max_length=200)]
    claims: Annotated[tuple[Claim, ...], Field(max_length=200)] = ()
    data_taken: Annotated[tuple[DataTaken, ...], Field(max_length=40)] = ()
    partners: Annotated[tuple[Partner, ...], Field(max_length=20)] = ()
    laws: Annotated[tuple[OwnLaw, ...], Field(max_length=20)] = ()
    duties: Annotated[tuple[Duty, ...], Field(max_length=20)] = ()
    bill: Bill | None = None
    injects: Annotated[tuple[Inject, ...], Field(min_length=1, max_length=1000)]
    voices: Annotated[tuple[Voice, ...], Field(max_length=500)] | None = None
    sources: tuple[Source, ...] = ()

    @cached_property
    def folder(self) -> str:
        """Return where its file and decision sets are; the loader puts it, nobody else knows."""
        return ""

    @cached_property
    def plain(self) -> dict[str, Any]:
        """Return it as plain values, made once for all who play it; nobody changes them."""
        return self.model_dump(mode="json", exclude_none=True)

    @property
    def full_title(self) -> Text:
        """Return the title, with its variant's where there is one."""
        chosen = next((v.title for v in self.variants if v.id == self.variant), None)
        if chosen is None:
            return self.title
        return Text(fr=f"{self.title.fr} · {chosen.fr}", en=f"{self.title.en} · {chosen.en}")

    @cached_property
    def clock(self) -> Clock:
        """Return the clock of the exercise."""
        return Clock.starting(self.start, ZoneInfo(self.timezone))

    @cached_property
    def break_inject(self) -> Inject:
        """Return the inject that makes the story public."""
        return next(inject for inject in self.injects if inject.id == self.story.breaks_with)

    @property
    def breaks(self) -> float:
        """Return the minute at which the story breaks."""
        assert self.break_inject.at is not None
        return self.break_inject.at

    def tells_what_happened(self, facts: Iterable[str]) -> bool:
        """Return whether one of `facts` says what happened, not only what is done or whom to ask.

        Before the story is out only that takes the initiative: nobody can acknowledge a story that
        nobody has heard.
        """
        told = set(facts)
        return any(fact.id in told and fact.topic in DISCOVERABLE for fact in self.facts)

    @cached_property
    def weights(self) -> dict[str, float]:
        """Return the weight of every fact the public may ask for, by id.

        A topic's weight is shared by its facts unless they carry their own; what must be withheld
        weighs nothing.
        """
        asked = [fact for fact in self.facts if not fact.withhold]
        number = {topic: sum(f.topic == topic for f in asked) for topic in TOPIC_WEIGHTS}
        share = {topic: TOPIC_WEIGHTS[topic] / max(1, number[topic]) for topic in TOPIC_WEIGHTS}
        return {f.id: share[f.topic] if f.weight is None else f.weight for f in asked}
