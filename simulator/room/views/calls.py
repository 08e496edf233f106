"""The phones: who rings, who is on the line, who gave up, who can answer."""

from typing import Any

from simulator.journal.entries import CallAnswered, CallLost, CallRang, DecisionTaken
from simulator.press.desk import CONFERENCE_TAKES
from simulator.press.switchboard import CALL_BACK
from simulator.room.views.seen import Seen
from simulator.room.voices.questions import question

_LOST_SHOWN = 60.0
_CELL_HOURS, _OFFICE_HOURS = (7, 22), (9, 18)


def calls(seen: Seen) -> dict[str, Any]:
    """Return the section `calls`: minutes since StartEx; a lost call stays for an hour."""
    answered = {entry.call: entry for entry in seen.of(CallAnswered)}
    lost = {entry.call: entry for entry in seen.of(CallLost)}
    held = {str(e.decision.get("call", "")): e for e in seen.did("promise_call_back")}
    found = [
        _item(seen, rang, answered.get(rang.call), lost.get(rang.call), held.get(rang.call))
        for rang in seen.of(CallRang)
    ]
    return {
        "lost": len(lost),
        "items": [item for item in found if item is not None],
        "can_answer": _can_answer(seen, answered),
        "open": is_open(seen),
        "by_hand": by_hand(seen),
    }


def _item(
    seen: Seen,
    rang: CallRang,
    answered: CallAnswered | None,
    lost: CallLost | None,
    held: DecisionTaken | None,
) -> dict[str, Any] | None:
    """Return one call as the section shows it, or None when it is over."""
    if answered is not None:
        ends = answered.at + answered.handled
        if ends <= seen.now:
            return None
        return _shown(seen, rang, "talking", answered.at, until=ends, by=who(seen, answered.by))
    if lost is not None:
        return _shown(seen, rang, "lost", lost.at) if seen.now - lost.at < _LOST_SHOWN else None
    if held is not None:
        return _shown(seen, rang, "held", held.at, until=rang.gives_up + CALL_BACK)
    return _shown(seen, rang, "ringing", rang.at)


def _shown(
    seen: Seen,
    rang: CallRang,
    state: str,
    at: float,
    until: float | None = None,
    by: str | None = None,
) -> dict[str, Any]:
    return {
        "call": rang.call,
        "outlet": seen.name("outlet", rang.outlet),
        "question": asked(seen, rang),
        "state": state,
        "rang": rang.at,
        "gives_up": until if state == "held" else rang.gives_up,
        "until": until,
        "by": by,
        "at": at,
    }


def asked(seen: Seen, rang: CallRang) -> str:
    """Return the question: the facilitator's own words, or one on the call's topic."""
    for cause in rang.causes:
        entry = seen.journal[cause]
        if isinstance(entry, DecisionTaken) and entry.do == "ring_team":
            return seen.typed(entry.decision.get("question"))
    outlet = seen.fixed.outlets.get(rang.outlet)
    slots = {"organisation": seen.scenario.organisation.name}
    kind = outlet.kind if outlet else ""
    return question(rang.topic, kind, seen.language, slots, seen.seed, rang.call)


def who(seen: Seen, by: str) -> str:
    """Return the names of those who answered; nobody named is whoever was there."""
    if by == "conference":
        return seen.t("conférence de presse", "press conference")
    names = [seen.name("person", one) for one in by.split(", ") if one]
    return ", ".join(names) or seen.t("qui était là", "whoever was there")


def is_open(seen: Seen) -> bool:
    """Return whether somebody can answer now: at any hour by hand, else by the desk's hours."""
    if by_hand(seen):
        return True
    if not (seen.did("name_spokespeople") or seen.did("open_press_line")) or _meeting(seen):
        return False
    hour, weekend = seen.scenario.clock.hour_and_weekend(seen.now)
    if seen.did("activate_cell"):
        return _CELL_HOURS[0] <= hour < _CELL_HOURS[1]
    return _OFFICE_HOURS[0] <= hour < _OFFICE_HOURS[1] and not weekend


def by_hand(seen: Seen) -> bool:
    """Return whether a call rings until the team takes it: not while they are left to others."""
    changes = (*seen.did("take_calls"), *seen.did("leave_calls"))
    last = max(changes, key=lambda entry: entry.id, default=None)
    return last is not None and last.do == "take_calls"


def named(seen: Seen) -> tuple[str, ...]:
    """Return the spokespeople who answer now, by id; nobody named is none."""
    last = max(
        (*seen.did("name_spokespeople"), *seen.did("open_press_line")),
        key=lambda entry: entry.id,
        default=None,
    )
    return tuple(last.decision.get("spokespeople", ())) if last else ()


def _meeting(seen: Seen) -> DecisionTaken | None:
    """Return the press conference that keeps people from the phones, if any."""
    met = seen.did("hold_conference")
    return met[-1] if met and seen.now < met[-1].at + CONFERENCE_TAKES else None


def _can_answer(seen: Seen, answered: dict[str, CallAnswered]) -> list[dict[str, Any]]:
    """Return who can take a call, those named first; minutes until which they are busy."""
    chosen, people = named(seen), seen.scenario.organisation.spokespeople
    busy = {
        entry.by: entry.at + entry.handled
        for entry in answered.values()
        if entry.at + entry.handled > seen.now
    }
    if meeting := _meeting(seen):
        speakers = meeting.decision.get("speakers", ())
        busy |= dict.fromkeys(speakers, meeting.at + CONFERENCE_TAKES)
    order = [*chosen, *(person.id for person in people if person.id not in chosen)]
    return [
        {"id": one, "name": seen.name("person", one), "busy_until": busy.get(one)} for one in order
    ]
