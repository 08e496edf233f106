"""The staff: one line of time, the world above it and the team below."""

from typing import Any

from simulator.journal.entries import (
    ClaimContradicted,
    ClaimDoubted,
    DecisionTaken,
    FactCameOut,
    HelplineOverloaded,
    StatementIssued,
)
from simulator.journal.names import DECISIONS
from simulator.room.views.articles import Article, articles
from simulator.room.views.due import due
from simulator.room.views.fixed import fixed
from simulator.room.views.inbox import received, words
from simulator.room.views.known import read_about
from simulator.room.views.seen import OTHERS, Seen
from simulator.room.views.sight import Sight
from simulator.text import capital
from simulator.times import Clock

_EVENING, _MORNING = 22.0, 7.0
_MESSAGES = frozenset({"publish", "hold_conference", "brief_employees", "correct_claim"})
_QUIET = frozenset({"write_log", "answer_call", "decline_call", "set_line"})
# How high a stroke stands, 0 to 1, by what it is.
_BREAK, _BLOW, _INJECT = 1.0, 0.85, 0.4
_ARTICLE = {"speculative": 0.7, "critical": 0.65, "fair": 0.45}


def staff(sight: Sight) -> dict[str, Any]:
    """Return the section `staff` of one team."""
    return staff_of(Seen(sight))


def staff_of(seen: Seen) -> dict[str, Any]:
    """Return the section `staff`: only what the team could see stands above the line."""
    return {
        "nights": nights(seen),
        "above": _above(seen),
        "below": _below(seen),
        "due": [{key: item[key] for key in ("id", "at", "label", "state")} for item in due(seen)],
    }


def nights(seen: Seen) -> list[list[float]]:
    """Return the nights of the exercise, from 22 to 7, as pairs of minutes."""
    kept = fixed(seen.scenario)
    found: list[list[float]] | None = kept.__dict__.get("nights")
    if found is None:
        found = kept.__dict__["nights"] = _nights(seen.scenario.clock, seen.scenario.horizon)
    return found


def _nights(clock: Clock, horizon: float) -> list[list[float]]:
    found = []
    dark = not _MORNING <= clock.hour(0.0) < _EVENING
    start = 0.0 if dark else clock.next_hour(0.0, _EVENING)
    while start < horizon:
        end = clock.next_hour(start, _MORNING)
        found.append([start, min(end, horizon)])
        start = clock.next_hour(end, _EVENING)
    return found


def _above(seen: Seen) -> list[dict[str, Any]]:
    breaks = seen.scenario.story.breaks_with
    found = [
        _mark(e.id, e.at, _BREAK if e.inject == breaks else _INJECT, words(seen, line, "title"))
        for e, line in received(seen)
    ]
    found += [_article(seen, article) for article in articles(seen) if not article.breaks]
    for kind in (ClaimContradicted, ClaimDoubted, FactCameOut, HelplineOverloaded):
        told = [e for e in seen.of(kind) if read_about(seen, e.at)]
        found += [_mark(e.id, e.at, _BLOW, seen.tell(e)) for e in told]
    return sorted(found, key=lambda mark: (mark["at"], mark["id"]))


def _article(seen: Seen, article: Article) -> dict[str, Any]:
    entry = article.entry
    label = f"{seen.name('outlet', entry.outlet)}"
    return _mark(entry.id, entry.at, _ARTICLE[entry.tone], label)


def _mark(which: int, at: float, size: float, label: str) -> dict[str, Any]:
    return {"id": which, "at": at, "size": size, "label": label}


def _below(seen: Seen) -> list[dict[str, Any]]:
    found = [_stroke(e.id, e.at, "statement", seen.tell(e)) for e in seen.of(StatementIssued)]
    acts = [e for e in seen.of(DecisionTaken) if _is_act(e)]
    found += [_stroke(e.id, e.at, "act", _act(seen, e)) for e in acts]
    return sorted(found, key=lambda mark: (mark["at"], mark["id"]))


def _is_act(entry: DecisionTaken) -> bool:
    return not (entry.do in OTHERS or entry.do in _MESSAGES or entry.do in _QUIET)


def _act(seen: Seen, entry: DecisionTaken) -> str:
    what = DECISIONS.get(entry.do)
    return capital(seen.say(what)) if what else entry.do.replace("_", " ")


def _stroke(which: int, at: float, kind: str, label: str) -> dict[str, Any]:
    return {"id": which, "at": at, "kind": kind, "label": label}
