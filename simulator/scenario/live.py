"""Decisions of a live exercise: the phones by hand, the script, notes, grades, the end."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.scenario.base import Citation, Decided, Id, Span, Typed
from simulator.scenario.kinds import CriterionId, Rating
from simulator.scenario.shapes import Inject

# A call is named after its outlet: 'agency.3', 'agency.room.1'.
CallName = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]*$", max_length=100)]


class TakeCalls(Decided):
    """From now on nobody answers by itself: a call rings until somebody takes it."""

    do: Literal["take_calls"]


class LeaveCalls(Decided):
    """Leave the phones to whoever is named: they answer as they can, with the line to take."""

    do: Literal["leave_calls"]


class _Said(Decided):
    facts: tuple[Id, ...] = ()
    if_known: tuple[Id, ...] = ()
    claims: tuple[Id, ...] = ()


class AnswerCall(_Said):
    """Answer a call that rings, by one person, who is busy with it for a while.

    Without `by`, whoever was named to answer and is free. Without facts and claims, the line to
    take is used. Facts told to one journalist inform that journalist; they are not published.
    Claims count as asserted.
    """

    do: Literal["answer_call"]
    call: CallName
    by: Id | None = None


class DeclineCall(Decided):
    """Say no to a caller: the call is over, without an answer."""

    do: Literal["decline_call"]
    call: CallName


class PromiseCallBack(Decided):
    """Promise to call back: the caller waits up to an hour more, once."""

    do: Literal["promise_call_back"]
    call: CallName


class SetLine(_Said):
    """Set the line to take of whoever answers with nothing else in hand."""

    do: Literal["set_line"]


class WriteLog(Decided):
    """Write a line in the team's log."""

    do: Literal["write_log"]
    text: Typed


class GiveInject(Decided):
    """Play a line of the MSEL now, before its time or whatever its condition."""

    do: Literal["give_inject"]
    inject: Id


class SkipInject(Decided):
    """Leave a line of the MSEL out."""

    do: Literal["skip_inject"]
    inject: Id


class AddInject(Decided):
    """Add a line to the MSEL: played now, or at its time, or when its condition holds.

    `replaces` leaves another one out: that is how a line is edited.
    """

    do: Literal["add_inject"]
    inject: Inject
    replaces: Id | None = None


class RingTeam(Decided):
    """Have a journalist call now, with this question, ready to wait so many minutes."""

    do: Literal["ring_team"]
    outlet: Id
    question: Citation
    patience: Annotated[Span, Field(ge=1, le=1440)] = 20.0


class TakeNote(Decided):
    """Note something about the exercise; `about` is the entry of the journal it is about."""

    do: Literal["take_note"]
    text: Typed
    objective: Id | None = None
    rating: Rating | None = None
    about: Annotated[int, Field(ge=1)] | None = None


class Overrule(Decided):
    """Set the points of a criterion by hand, with the reason."""

    do: Literal["overrule"]
    criterion: CriterionId
    score: Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
    reason: Citation


class EndExercise(Decided):
    """End the exercise now, before its horizon."""

    do: Literal["end_exercise"]
