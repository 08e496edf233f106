"""What a message holds, and how good it is given what was known."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from simulator.scenario.decisions import BriefEmployees, CorrectClaim, HoldConference, Publish
from simulator.scenario.shapes import Fact

Message = Publish | HoldConference | BriefEmployees | CorrectClaim

# What a good notice holds and how much it weighs: GDPR art. 34 (nature, contact, consequences,
# measures), then CNIL and FTC practice. The sizes are judgements.
_TOPICS = {
    "nature": 14.0,
    "scope": 14.0,
    "cause": 6.0,
    "consequences": 8.0,
    "measures": 12.0,
    "advice": 12.0,
    "contact": 8.0,
}
_EXTRAS = {
    "acknowledgement": 10.0,
    "empathy": 6.0,
    "responsibility": 6.0,
    "next_update": 5.0,
    "signature": 4.0,
}
# A plain sentence that holds nothing of it is still readable.
_FLOOR = 0.35
_BLAME = 0.7


@dataclass(frozen=True, slots=True)
class Judged:
    """A message's quality, 0 to 1, and the elements it holds and lacks."""

    quality: float
    found: tuple[str, ...]
    lacking: tuple[str, ...]


def judge(
    message: Message, facts: Mapping[str, Fact], said: Collection[str], known: Collection[str]
) -> Judged:
    """Return how good a message is.

    `said` are the facts it tells or builds on (told before on that side), `known` those that could
    have been told: a message is not blamed for what nobody knew.
    """
    topics = {facts[fact].topic for fact in said}
    possible = topics | {facts[fact].topic for fact in known if not facts[fact].withhold}
    wanted = {topic: weight for topic, weight in _TOPICS.items() if topic in possible} | _EXTRAS
    found = tuple(item for item in wanted if item in topics or item in _extras(message))
    share = sum(wanted[item] for item in found) / sum(wanted.values())
    quality = (_FLOOR + (1 - _FLOOR) * share) * (
        _BLAME if message.responsibility == "shifted" else 1
    )
    return Judged(quality, found, tuple(item for item in wanted if item not in found))


def _extras(message: Message) -> set[str]:
    return {
        *(element for element in message.elements if element in _EXTRAS),
        *(["acknowledgement"] if message.holding else []),
        *(
            ["responsibility"]
            if message.responsibility == "owned" or "apology" in message.elements
            else []
        ),
        *(["next_update"] if message.next_update is not None else []),
        *(["signature"] if message.signed_by or isinstance(message, HoldConference) else []),
    }
