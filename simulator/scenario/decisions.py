"""What a decision is: one shape a kind, told apart by `do`."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.scenario.kinds import Channel, Element, Responsibility
from simulator.scenario.shapes import Id, Minute, Shape
from simulator.text import Text


class _Decision(Shape):
    id: Id
    at: Minute
    note: Text | None = None
    origin: Annotated[str, Field(max_length=200)] | None = None


class ActivateCell(_Decision):
    """Bring the crisis cell together: from now on phones are answered from 7 to 22 every day."""

    do: Literal["activate_cell"]


class MonitorMedia(_Decision):
    """Set up media monitoring; without it the team is half blind."""

    do: Literal["monitor_media"]


class Investigate(_Decision):
    """Order an investigation, with so many people."""

    do: Literal["investigate"]
    investigation: Id
    people: Annotated[int, Field(ge=1, le=10_000)]


class NameSpokespeople(_Decision):
    """Say who answers the press, from now on and instead of those named before."""

    do: Literal["name_spokespeople"]
    spokespeople: Annotated[tuple[Id, ...], Field(min_length=1, max_length=10)]


class OpenPressLine(_Decision):
    """Have the phones answered by whoever is there, with nobody named."""

    do: Literal["open_press_line"]


class _Message(_Decision):
    facts: tuple[Id, ...] = ()
    if_known: tuple[Id, ...] = ()
    claims: tuple[Id, ...] = ()
    elements: tuple[Element, ...] = ()
    responsibility: Responsibility = "neutral"
    holding: bool = False
    revises: tuple[Id, ...] = ()
    next_update: Minute | None = None
    signed_by: Id | None = None
    text: Text | None = None


class Publish(_Message):
    """Say something on one or several channels.

    `facts` must be established, or the statement is refused; `if_known` are said if they are.
    `holding` says: we know, we are looking, we will be back. `revises` names facts that were put
    more favourably before.
    """

    do: Literal["publish"]
    channels: Annotated[tuple[Channel, ...], Field(min_length=1)]


class HoldConference(_Message):
    """Meet the press with named speakers; `document` says whether a written follow-up is given."""

    do: Literal["hold_conference"]
    speakers: Annotated[tuple[Id, ...], Field(min_length=1, max_length=10)]
    document: bool = False


class BriefEmployees(_Message):
    """Tell the people inside."""

    do: Literal["brief_employees"]


class CorrectClaim(_Message):
    """Take back a claim of one's own before others do."""

    do: Literal["correct_claim"]
    claim: Id
    channels: Annotated[tuple[Channel, ...], Field(min_length=1)]


Message = Publish | HoldConference | BriefEmployees | CorrectClaim
Decision = Annotated[
    ActivateCell
    | MonitorMedia
    | Investigate
    | NameSpokespeople
    | OpenPressLine
    | Publish
    | HoldConference
    | BriefEmployees
    | CorrectClaim,
    Field(discriminator="do"),
]


class DecisionSet(Shape):
    """A named list of decisions, as a file holds it."""

    title: Text
    about: Text
    decisions: Annotated[tuple[Decision, ...], Field(max_length=2000)]
    sources: tuple[Annotated[str, Field(max_length=500)], ...] = ()
