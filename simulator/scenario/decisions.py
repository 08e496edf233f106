"""What a decision is: one shape a kind, told apart by `do`."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.scenario.base import Decided, Id, Minute, Shape, Share
from simulator.scenario.kinds import Channel, Element, Phase, Responsibility, Service, WhoActs
from simulator.scenario.live import (
    AddInject,
    AnswerCall,
    DeclineCall,
    EndExercise,
    GiveInject,
    LeaveCalls,
    Overrule,
    PromiseCallBack,
    RingTeam,
    SetLine,
    SkipInject,
    TakeCalls,
    TakeNote,
    WriteLog,
)
from simulator.text import Text


class ActivateCell(Decided):
    """Bring the crisis cell together: from now on phones are answered from 7 to 22 every day."""

    do: Literal["activate_cell"]


class MonitorMedia(Decided):
    """Set up media monitoring; without it the team is half blind."""

    do: Literal["monitor_media"]


class Investigate(Decided):
    """Order an investigation, with so many people."""

    do: Literal["investigate"]
    investigation: Id
    people: Annotated[int, Field(ge=1, le=10_000)]


class NameSpokespeople(Decided):
    """Say who answers the press, from now on and instead of those named before."""

    do: Literal["name_spokespeople"]
    spokespeople: Annotated[tuple[Id, ...], Field(min_length=1, max_length=10)]


class OpenPressLine(Decided):
    """Have the phones answered by whoever is there, with nobody named."""

    do: Literal["open_press_line"]


class _Message(Decided):
    facts: tuple[Id, ...] = ()
    if_known: tuple[Id, ...] = ()
    claims: tuple[Id, ...] = ()
    elements: tuple[Element, ...] = ()
    responsibility: Responsibility = "neutral"
    holding: bool = False
    revises: tuple[Id, ...] = ()
    blames: Id | None = None
    next_update: Minute | None = None
    signed_by: Id | None = None
    text: Text | None = None


class Publish(_Message):
    """Say something on one or several channels.

    `facts` must be established, or the statement is refused; `if_known` are said if they are.
    `holding` says: we know, we are looking, we will be back. `revises` names facts that were put
    more favourably before. `audiences` are those an e-mail or a note goes to; without it, all whom
    the channel can reach. What is published, everybody can read.
    """

    do: Literal["publish"]
    channels: Annotated[tuple[Channel, ...], Field(min_length=1)]
    audiences: Annotated[tuple[Id, ...], Field(min_length=1)] | None = None


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


class InformPartner(Decided):
    """Tell a partner what is known; it joins the diagnosis after the time it needs."""

    do: Literal["inform_partner"]
    partner: Id


class AgreeWithPartner(Decided):
    """Propose to a partner who acts, and the share of the bill that we pay."""

    do: Literal["agree_with_partner"]
    partner: Id
    who_acts: WhoActs
    our_share: Share


class UseService(Decided):
    """Call on a service of the insurer's crisis contract."""

    do: Literal["use_service"]
    partner: Id
    service: Service


class NotifyAuthority(Decided):
    """Notify the authority a duty names, with the facts told; a first notice may be incomplete.

    `facts` must be established; `if_known` are given if they are. `reasons` explains a delay.
    """

    do: Literal["notify_authority"]
    duty: Id
    phase: Phase = "initial"
    facts: tuple[Id, ...] = ()
    if_known: tuple[Id, ...] = ()
    reasons: bool = False


class FileComplaint(Decided):
    """File a criminal complaint; `duty` names the clock it meets, if one runs."""

    do: Literal["file_complaint"]
    duty: Id | None = None


class OpenHelpline(Decided):
    """Open a helpline with so many agents, from one local hour to another."""

    do: Literal["open_helpline"]
    agents: Annotated[int, Field(ge=1, le=5_000)]
    opens: Annotated[float, Field(ge=0, lt=24)] = 9.0
    closes: Annotated[float, Field(gt=0, le=24)] = 18.0
    weekends: bool = False


class ResizeHelpline(Decided):
    """Change the number of agents."""

    do: Literal["resize_helpline"]
    agents: Annotated[int, Field(ge=1, le=5_000)]


class CloseHelpline(Decided):
    """Close the helpline."""

    do: Literal["close_helpline"]


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
    | CorrectClaim
    | InformPartner
    | AgreeWithPartner
    | UseService
    | NotifyAuthority
    | FileComplaint
    | OpenHelpline
    | ResizeHelpline
    | CloseHelpline
    | TakeCalls
    | LeaveCalls
    | AnswerCall
    | DeclineCall
    | PromiseCallBack
    | SetLine
    | WriteLog
    | GiveInject
    | SkipInject
    | AddInject
    | RingTeam
    | TakeNote
    | Overrule
    | EndExercise,
    Field(discriminator="do"),
]


class DecisionSet(Shape):
    """A named list of decisions, as a file holds it."""

    title: Text
    about: Text
    decisions: Annotated[tuple[Decision, ...], Field(max_length=2000)]
    sources: tuple[Annotated[str, Field(max_length=500)], ...] = ()
