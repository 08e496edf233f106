"""What to look at in what a team said, promised, or kept to itself."""

from collections.abc import Iterator

from simulator.journal.entries import (
    ClaimContradicted,
    ClaimCorrected,
    ClaimDoubted,
    ClaimMade,
    ClockMissed,
    EmptyWord,
    FactCameOut,
    HeardFromPress,
    PromiseMissed,
    StatementIssued,
)
from simulator.journal.sentences.phrases import quoted
from simulator.room.views.alert import Alert, recent
from simulator.room.views.due import due
from simulator.room.views.seen import Seen
from simulator.room.views.spans import length

_KEPT_BACK, _NEAR = 480.0, 180.0


def said_alerts(seen: Seen) -> Iterator[Alert]:
    """Yield what is wrong with the team's words, or with those it owes."""
    for rule in (_claims, _promises, _heard, _out, _unsaid, _empty):
        yield from rule(seen)


def _claims(seen: Seen) -> Iterator[Alert]:
    """Yield what was claimed and does not hold, or not yet."""
    ended = {entry.claim for entry in seen.of(ClaimContradicted)}
    ended |= {entry.claim for entry in seen.of(ClaimCorrected)}
    for made in seen.of(ClaimMade):
        if made.claim in ended or not (made.false or made.beyond):
            continue
        what = quoted(seen.names.of("claim", made.claim))
        if made.false:
            text = seen.t(f"Affirme {what.fr}, qui est faux", f"Claims {what.en}, which is false")
            yield Alert(3.0, made, text)
            continue
        text = seen.t(
            f"Affirme {what.fr} sans l’avoir établi",
            f"Claims {what.en} without having established it",
        )
        yield Alert(1.6 + made.beyond, made, text)
    for kind in (ClaimDoubted, ClaimContradicted):
        yield from recent(seen, kind, 2.6)


def _promises(seen: Seen) -> Iterator[Alert]:
    """Yield what is owed: late, soon, or missed today."""
    for item in due(seen):
        entry = seen.journal[item["id"]]
        if item["state"] in ("late", "soon"):
            left = abs(item["at"] - seen.now)
            if left > _NEAR:
                continue
            fr, en = ("en retard de", "late by") if item["state"] == "late" else ("dans", "in")
            label = item["label"]
            text = seen.t(
                f"{label} : {fr} {length(seen, left)}", f"{label}: {en} {length(seen, left)}"
            )
            yield Alert(2.4 if item["state"] == "late" else 1.5, entry, text)
    yield from recent(seen, PromiseMissed, 2.8)
    yield from recent(seen, ClockMissed, 2.9)


def _heard(seen: Seen) -> Iterator[Alert]:
    """Yield who heard it from the press and has still not been told."""
    told = {who for word in seen.of(StatementIssued) for who in word.told}
    found = [entry for entry in seen.of(HeardFromPress) if entry.audience not in told]
    if not found:
        return
    who = ", ".join(seen.name("audience", entry.audience) for entry in found)
    text = seen.t(
        f"Appris par la presse, et toujours pas prévenus : {who}",
        f"Heard it from the press, and still not told: {who}",
    )
    yield Alert(1.8, found[-1], text)


def _out(seen: Seen) -> Iterator[Alert]:
    yield from recent(seen, FactCameOut, 2.3)


def _unsaid(seen: Seen) -> Iterator[Alert]:
    """Yield the weightiest fact that is established and kept back."""
    if seen.broke is None:
        return
    weights = seen.scenario.weights
    held = [
        entry
        for fact, entry in seen.known.items()
        if fact in weights
        and fact not in seen.said
        and seen.now - max(entry.at, seen.broke.at) > _KEPT_BACK
    ]
    if not held:
        return
    entry = max(held, key=lambda one: weights[one.fact])
    span = length(seen, seen.now - max(entry.at, seen.broke.at))
    what = quoted(seen.names.of("fact", entry.fact))
    text = seen.t(
        f"Établi et tu depuis {span} : {what.fr}", f"Established, unsaid for {span}: {what.en}"
    )
    yield Alert(1.2 + weights[entry.fact] / 10, entry, text)


def _empty(seen: Seen) -> Iterator[Alert]:
    yield from recent(seen, EmptyWord, 1.3)
