"""Others who count: legal clocks, partners, the helpline."""

from dataclasses import dataclass
from typing import ClassVar

from simulator.journal.entries.base import Entry


@dataclass(init=False, repr=False, eq=False)
class ClockStarted(Entry):
    """A legal clock started; `due` is the minute at which it runs out."""

    kind: ClassVar[str] = "clock_started"
    duty: str
    rule: str
    due: float


@dataclass(init=False, repr=False, eq=False)
class ClockMet(Entry):
    """What a clock asks for was done, `late` minutes after it ran out (0 when in time).

    `lacking` holds the required contents that were still missing; `reasons` whether a delay was
    explained; `complete` whether nothing more is owed.
    """

    kind: ClassVar[str] = "clock_met"
    duty: str
    rule: str
    late: float
    lacking: tuple[str, ...]
    reasons: bool
    complete: bool


@dataclass(init=False, repr=False, eq=False)
class ClockMissed(Entry):
    """A clock ran out; `exposure` is the largest fine in euros, 0 when the law sets none."""

    kind: ClassVar[str] = "clock_missed"
    duty: str
    rule: str
    exposure: float


@dataclass(init=False, repr=False, eq=False)
class PartnerInformed(Entry):
    """A partner was told by the team."""

    kind: ClassVar[str] = "partner_informed"
    partner: str


@dataclass(init=False, repr=False, eq=False)
class PartnerJoined(Entry):
    """A partner joined the diagnosis: the investigations it helps go `speed` times faster."""

    kind: ClassVar[str] = "partner_joined"
    partner: str
    speed: float


@dataclass(init=False, repr=False, eq=False)
class PartnerAnswered(Entry):
    """A partner answered a proposal; `our_share` of the bill 0 to 1 is what it would sign."""

    kind: ClassVar[str] = "partner_answered"
    partner: str
    agreed: bool
    who_acts: str
    our_share: float
    cost: float


@dataclass(init=False, repr=False, eq=False)
class PartnerBlamed(Entry):
    """A partner answered in public that the fault is the team's own."""

    kind: ClassVar[str] = "partner_blamed"
    partner: str


@dataclass(init=False, repr=False, eq=False)
class IntrusionClimbed(Entry):
    """The intrusion reached a partner's systems through ours."""

    kind: ClassVar[str] = "intrusion_climbed"
    partner: str


@dataclass(init=False, repr=False, eq=False)
class ServiceStarted(Entry):
    """A service of the insurer's crisis contract began to work."""

    kind: ClassVar[str] = "service_started"
    partner: str
    service: str


@dataclass(init=False, repr=False, eq=False)
class HelplineCounted(Entry):
    """One hour of the helpline: people who called, got through, gave up, wait to be called back.

    `wait` is the mean wait in minutes of those who got through; `cost` in euros.
    """

    kind: ClassVar[str] = "helpline_counted"
    calls: int
    answered: int
    abandoned: int
    called_back: int
    to_call_back: int
    agents: int
    wait: float
    cost: float


@dataclass(init=False, repr=False, eq=False)
class HelplineOverloaded(Entry):
    """So many callers gave up that it became news."""

    kind: ClassVar[str] = "helpline_overloaded"
    abandoned_share: float
