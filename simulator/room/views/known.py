"""What the team knows: facts established, inquiries, and what its claims rest on."""

from typing import Any

from simulator.journal.entries import ClaimContradicted, ClaimCorrected, ClaimMade, FactKnown
from simulator.journal.names import TOPICS
from simulator.room.views.seen import Seen
from simulator.scenario.shapes import Claim, Investigation


def known(seen: Seen) -> dict[str, Any]:
    """Return the section `known`; what nobody has established is never in it."""
    return {
        "facts": [_fact(seen, entry) for entry in seen.known.values()],
        "investigations": [_inquiry(seen, one) for one in seen.scenario.investigations],
        "claims": _claims(seen),
    }


def _fact(seen: Seen, entry: FactKnown) -> dict[str, Any]:
    fact = seen.fixed.facts[entry.fact]
    return {
        "id": fact.id,
        "topic": fact.topic,
        "topic_name": seen.say(TOPICS[fact.topic]),
        "text": seen.say(fact.text),
        "at": entry.at,
        "said": fact.id in seen.said,
        "out": fact.id in seen.out and read_about(seen, seen.out[fact.id].at),
        "withhold": seen.say(fact.withhold) if fact.withhold else None,
    }


def read_about(seen: Seen, at: float) -> bool:
    """Return whether the team has read what the world learnt at minute `at`."""
    return seen.monitored is not None or any(call.at > at for call in seen.rung)


def _inquiry(seen: Seen, inquiry: Investigation) -> dict[str, Any]:
    ordered = next(
        (e for e in seen.did("investigate") if e.decision.get("investigation") == inquiry.id), None
    )
    sought = [fact.id for fact in seen.scenario.facts if fact.investigation == inquiry.id]
    found = sum(fact in seen.known for fact in sought)
    state = "open" if ordered is None else "ordered" if found < len(sought) else "finished"
    return {
        "id": inquiry.id,
        "title": seen.say(inquiry.title),
        "people": ordered.decision.get("people", inquiry.people) if ordered else inquiry.people,
        "state": state,
        "ordered": ordered.at if ordered else None,
        "facts_found": found,
    }


def _claims(seen: Seen) -> list[dict[str, Any]]:
    free = (0, "free")
    found = {claim.id: free for claim in seen.scenario.claims}
    for entry in seen.of(ClaimMade):
        found[entry.claim] = max(found.get(entry.claim, free), (entry.id, "standing"))
    for shown in seen.of(ClaimContradicted):
        found[shown.claim] = max(found.get(shown.claim, free), (shown.id, "contradicted"))
    for taken in seen.of(ClaimCorrected):
        found[taken.claim] = max(found.get(taken.claim, free), (taken.id, "corrected"))
    return [_claim(seen, claim, found[claim.id][1]) for claim in seen.scenario.claims]


def _claim(seen: Seen, claim: Claim, state: str) -> dict[str, Any]:
    """Return one claim; whether it is true is the scenario's secret, what it rests on is not."""
    uncertain = sum(fact not in seen.known for fact in claim.rests_on)
    denied = any(fact in seen.known for fact in claim.denies)
    return {
        "id": claim.id,
        "text": seen.say(claim.text),
        "established": bool(claim.rests_on) and not uncertain and not denied,
        "rests": len(claim.rests_on),
        "uncertain": uncertain,
        "state": state,
    }
