"""The course of an exercise: its start and end, injects, decisions, facts."""

from dataclasses import dataclass
from typing import Any, ClassVar

from simulator.journal.entries.base import Entry


@dataclass(init=False, repr=False, eq=False)
class Started(Entry):
    """StartEx: what is played, with the whole scenario, so that the journal stands alone."""

    kind: ClassVar[str] = "started"
    version: str
    seed: int
    scenario: dict[str, Any]


@dataclass(init=False, repr=False, eq=False)
class Ended(Entry):
    """EndEx: the horizon was reached."""

    kind: ClassVar[str] = "ended"


@dataclass(init=False, repr=False, eq=False)
class InjectGiven(Entry):
    """A line of the MSEL reached the team; its text is in the scenario."""

    kind: ClassVar[str] = "inject_given"
    inject: str


@dataclass(init=False, repr=False, eq=False)
class InjectSpared(Entry):
    """A contingency inject was not needed: the team had acted."""

    kind: ClassVar[str] = "inject_spared"
    inject: str


@dataclass(init=False, repr=False, eq=False)
class DecisionTaken(Entry):
    """A decision was carried out; `decision` holds it as it was given."""

    kind: ClassVar[str] = "decision_taken"
    do: str
    decision: dict[str, Any]


@dataclass(init=False, repr=False, eq=False)
class DecisionRefused(Entry):
    """A decision could not be carried out and changed nothing."""

    kind: ClassVar[str] = "decision_refused"
    do: str
    decision: dict[str, Any]
    reason: dict[str, str]


@dataclass(init=False, repr=False, eq=False)
class DecisionMissing(Entry):
    """Something happened because a decision had not been taken; said once for each."""

    kind: ClassVar[str] = "decision_missing"
    do: str
    about: str


@dataclass(init=False, repr=False, eq=False)
class FactKnown(Entry):
    """The team established a fact, or was told it."""

    kind: ClassVar[str] = "fact_known"
    fact: str


@dataclass(init=False, repr=False, eq=False)
class FactCameOut(Entry):
    """The world learnt a fact from someone else; `withheld` when the team had long known it."""

    kind: ClassVar[str] = "fact_came_out"
    fact: str
    withheld: bool


@dataclass(init=False, repr=False, eq=False)
class BecameAware(Entry):
    """The team can no longer say that it did not know: legal clocks start."""

    kind: ClassVar[str] = "became_aware"
