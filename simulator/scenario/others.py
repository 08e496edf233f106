"""What a scenario says of others: whose data were taken, partners, and legal clocks."""

from typing import Annotated

from pydantic import Field

from simulator.scenario.base import Headcount, Id, Shape, Share, Span
from simulator.scenario.kinds import DataKind, Entity, PartnerRole, Service
from simulator.text import Text


class DataTaken(Shape):
    """One kind of data that was taken, of a `share` of an audience; `fact` establishes it.

    Who is at risk, and how urgent it is to warn them, follows from the kind.
    """

    id: Id
    kind: DataKind
    name: Text
    audience: Id
    share: Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)] = 1.0
    fact: Id


class Partner(Shape):
    """An organisation that can help, share the bill, or blame: a franchisor, a host, an insurer.

    `shared_systems`: whether an intrusion can climb from one to the other. `helps`: the
    investigations that go faster with it. `pays`: the share of the bill it would accept when it
    was told in time. `services`: what an insurer's crisis contract offers.
    """

    id: Id
    name: Text
    role: PartnerRole
    shared_systems: bool = False
    helps: tuple[Id, ...] = ()
    answers_after: Span = 120.0
    pays: Share = 0.0
    services: tuple[Service, ...] = ()


class Duty(Shape):
    """A legal clock that runs in this case; `rule` names its law, length and contents.

    It starts when the `starts_with` fact is established, else when the team becomes aware; a
    scenario leaves out the clocks that do not apply. `entity` is what the organisation is to NIS2.
    """

    id: Id
    rule: Id
    starts_with: Id | None = None
    audience: Id | None = None
    entity: Entity = "essential"


class Bill(Shape):
    """What repairing costs, in euros, and who should act for it to go well."""

    repair: Annotated[int, Field(ge=1, le=10_000_000_000)]
    revenue: Headcount | None = None
