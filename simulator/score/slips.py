"""What had to be withheld and was given away: in messages, and to journalists on the phone."""

from collections.abc import Iterator
from typing import NamedTuple

from simulator.journal.entries import CallAnswered, DecisionTaken, Entry, FactKnown, StatementIssued
from simulator.score.case import Case

_PHONE = frozenset({"answer_call", "set_line"})


class Slip(NamedTuple):
    """An entry that gave facts away, by their ids."""

    entry: Entry
    facts: frozenset[str]


def slips(case: Case) -> list[Slip]:
    """Return what gave facts away: the messages first, then the calls."""
    words = [Slip(word, frozenset(word.given_away)) for word in case.of(StatementIssued)]
    return [slip for slip in (*words, *_on_the_phone(case)) if slip.facts]


def _on_the_phone(case: Case) -> Iterator[Slip]:
    """Yield what each caller was told, by the answer or the line to take, and should not have."""
    secret = {fact.id for fact in case.scenario.facts if fact.withhold}
    said = {taken.id: taken for taken in case.of(DecisionTaken) if taken.do in _PHONE}
    for call in case.of(CallAnswered):
        told: set[str] = set()
        for cause in call.causes:
            if cause in said:
                told |= _told(case, said[cause], call.at)
        yield Slip(call, frozenset(told & secret))


def _told(case: Case, taken: DecisionTaken, at: float) -> set[str]:
    known = {entry.fact for entry in case.of(FactKnown) if entry.at <= at}
    decision = taken.decision
    return {*decision.get("facts", ())} | ({*decision.get("if_known", ())} & known)
