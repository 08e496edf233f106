"""The team's log: what it decided, said, learnt and kept, in sentences."""

import re
from typing import Any

from simulator.journal.entries import (
    BecameAware,
    CallAnswered,
    CallLost,
    ClockMet,
    ClockMissed,
    ClockStarted,
    DecisionRefused,
    DecisionTaken,
    Entry,
    FactKnown,
    PartnerAnswered,
    PartnerJoined,
    PromiseKept,
    PromiseMade,
    PromiseMissed,
    ServiceStarted,
    StatementIssued,
)
from simulator.journal.names import DECISIONS
from simulator.room.views.seen import OTHERS, Seen
from simulator.text import capital

_MOST = 120
ALLOWED = re.compile(r"\s?; (?:possible|allowed)\s?:")
_LINE = 140
# A message is told by the statement that it became, a line of the log by itself.
_MESSAGES = frozenset({"publish", "hold_conference", "brief_employees", "correct_claim"})
_ENDS = frozenset({"answer_call", "decline_call"})
_SYSTEM: tuple[type[Entry], ...] = (
    BecameAware,
    CallAnswered,
    CallLost,
    ClockMet,
    ClockMissed,
    ClockStarted,
    FactKnown,
    PartnerAnswered,
    PartnerJoined,
    PromiseKept,
    PromiseMade,
    PromiseMissed,
    ServiceStarted,
)


def log(seen: Seen) -> list[dict[str, Any]]:
    """Return the section `log`, newest first, at most 120 lines."""
    found: list[Entry] = [e for e in seen.of(DecisionTaken) if _is_told(e)]
    found += [e for e in seen.of(DecisionRefused) if e.do not in OTHERS]
    found += seen.of(StatementIssued)
    for kind in _SYSTEM:
        found += [e for e in seen.of(kind) if not _by_hand(seen, e)]
    found.sort(key=lambda entry: entry.id)
    return [_item(seen, entry) for entry in reversed(found[-_MOST:])]


def _is_told(entry: DecisionTaken) -> bool:
    return entry.do not in OTHERS and entry.do not in _MESSAGES


def _by_hand(seen: Seen, entry: Entry) -> bool:
    """Return whether a call's end is told already: the team answered it, or said no."""
    if not isinstance(entry, CallAnswered | CallLost) or not seen.did("take_calls"):
        return False
    causes = (seen.journal[cause] for cause in entry.causes)
    return any(isinstance(c, DecisionTaken) and c.do in _ENDS for c in causes)


def _item(seen: Seen, entry: Entry) -> dict[str, Any]:
    kind, text = _told(seen, entry)
    return {"id": entry.id, "at": entry.at, "kind": kind, "text": text}


def _told(seen: Seen, entry: Entry) -> tuple[str, str]:
    if isinstance(entry, DecisionTaken):
        if entry.do == "write_log":
            return "note", seen.typed(entry.decision.get("text"))
        return "taken", _taken(seen, entry)
    if isinstance(entry, DecisionRefused):
        return "refused", _refused(seen, entry)
    if isinstance(entry, StatementIssued):
        return "word", _word(seen, entry)
    return "system", seen.tell(entry)


def _taken(seen: Seen, entry: DecisionTaken) -> str:
    """Return a decision in words; a line to take may hope for facts that nobody knows yet."""
    if entry.do == "set_line":
        return seen.t("Éléments de langage fixés", "Line to take set")
    return seen.tell(entry)


def _refused(seen: Seen, entry: DecisionRefused) -> str:
    """Return what was refused, why, and what to do, which the reason holds.

    Not what names are allowed: facts that nobody has established have names too.
    """
    what = DECISIONS.get(entry.do)
    name = capital(seen.say(what)) if what else entry.do.replace("_", " ")
    reason = seen.t(entry.reason.get("fr", ""), entry.reason.get("en", ""))
    reason = ALLOWED.split(reason)[0]
    return seen.t(f"{name} : {reason}", f"{name}: {reason}")


def _word(seen: Seen, entry: StatementIssued) -> str:
    """Return a statement: its channels, and how its text begins."""
    decision = next(
        (seen.journal[c] for c in entry.causes if isinstance(seen.journal[c], DecisionTaken)), None
    )
    text = decision.decision.get("text") if isinstance(decision, DecisionTaken) else None
    told = seen.tell(entry)
    if not text:
        return told
    begins = _cut(seen.typed(text).strip().partition("\n")[0])
    return seen.t(f"{told} : « ", f"{told}: “") + begins + seen.t(" »", "”")


def _cut(text: str) -> str:
    return text if len(text) <= _LINE else text[:_LINE].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
