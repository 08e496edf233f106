"""What the team owes, and by when: promised updates, legal clocks, calls to return."""

from typing import Any

from simulator.clocks.rules import laws_of
from simulator.journal.entries import (
    CallAnswered,
    CallLost,
    CallRang,
    ClockMet,
    ClockMissed,
    ClockStarted,
    DecisionTaken,
    PromiseKept,
    PromiseMade,
    PromiseMissed,
    StatementIssued,
)
from simulator.journal.names import CHANNELS, TOPICS
from simulator.press.switchboard import CALL_BACK
from simulator.room.views.calls import asked
from simulator.room.views.seen import Seen
from simulator.text import capital

_SOON, _THIRD = 60.0, 1 / 3


def due(seen: Seen) -> list[dict[str, Any]]:
    """Return the section `due`, the first due first."""
    return seen.once(_due)


def _due(seen: Seen) -> list[dict[str, Any]]:
    found = [*_promises(seen), *_clocks(seen), *_callbacks(seen)]
    return sorted(found, key=lambda item: (item["at"], item["id"]))


def _item(
    seen: Seen,
    entry: PromiseMade | ClockStarted | DecisionTaken,
    kind: str,
    at: float,
    label: str,
    detail: str,
    missed: bool,
    met: float | None,
) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": kind,
        "label": label,
        "detail": detail,
        "at": at,
        "state": _state(seen, entry.at, at, missed, met),
        "met_at": met,
    }


def _state(seen: Seen, since: float, at: float, missed: bool, met: float | None) -> str:
    """Return the state; 'soon' is under an hour, or a third of the whole time."""
    if missed or met is not None:
        return "missed" if missed else "kept"
    left = at - seen.now
    if left < 0:
        return "late"
    return "soon" if left <= max(_SOON, _THIRD * (at - since)) else "running"


def _promises(seen: Seen) -> list[dict[str, Any]]:
    kept = {entry.promise: entry for entry in seen.of(PromiseKept)}
    missed = {entry.promise for entry in seen.of(PromiseMissed)}
    label = seen.t("Point promis", "Promised update")
    return [
        _item(
            seen,
            made,
            "promise",
            made.due,
            label,
            _promised_by(seen, made),
            made.id in missed,
            kept[made.id].at if made.id in kept else None,
        )
        for made in seen.of(PromiseMade)
    ]


def _promised_by(seen: Seen, made: PromiseMade) -> str:
    """Return which statement made a promise: its channels."""
    for cause in made.causes:
        word = seen.journal[cause]
        if isinstance(word, StatementIssued):
            out = [seen.say(CHANNELS[channel]) for channel in word.channels if channel in CHANNELS]
            what = [seen.t("conférence de presse", "press conference")] if word.conference else out
            return seen.t(f"annoncé : {', '.join(what)}", f"announced: {', '.join(what)}")
    return ""


def _clocks(seen: Seen) -> list[dict[str, Any]]:
    met: dict[str, list[ClockMet]] = {}
    for entry in seen.of(ClockMet):
        met.setdefault(entry.duty, []).append(entry)
    missed = {entry.duty for entry in seen.of(ClockMissed)}
    return [
        _item(
            seen,
            started,
            "clock",
            started.due,
            capital(seen.say(seen.names.of_law(started.rule))),
            _asked_by_law(seen, started, met.get(started.duty, [])),
            started.duty in missed,
            met[started.duty][0].at if started.duty in met else None,
        )
        for started in seen.of(ClockStarted)
    ]


def _asked_by_law(seen: Seen, started: ClockStarted, met: list[ClockMet]) -> str:
    """Return whom the law wants told, and what is still lacking."""
    law = laws_of(seen.scenario).get(started.rule)
    who = seen.say(law.who) if law else ""
    lacking = [seen.say(TOPICS[topic]) for topic in (met[-1].lacking if met else ()) if topic]
    if not lacking:
        return who
    more = ", ".join(lacking)
    return seen.t(f"{who} ; manque encore {more}", f"{who}; still lacking {more}")


def _callbacks(seen: Seen) -> list[dict[str, Any]]:
    promised = seen.did("promise_call_back")
    if not promised:
        return []
    rung = {entry.call: entry for entry in seen.of(CallRang)}
    answered = {entry.call: entry.at for entry in seen.of(CallAnswered)}
    lost = {entry.call for entry in seen.of(CallLost)}
    return [
        _callback(seen, entry, rung[call], call in lost, answered.get(call))
        for entry in promised
        if (call := str(entry.decision.get("call", ""))) in rung
    ]


def _callback(
    seen: Seen, entry: DecisionTaken, rang: CallRang, missed: bool, met: float | None
) -> dict[str, Any]:
    outlet = seen.name("outlet", rang.outlet)
    label = seen.t(f"Rappeler {outlet}", f"Call back {outlet}")
    until = rang.gives_up + CALL_BACK
    return _item(seen, entry, "callback", until, label, asked(seen, rang), missed, met)
