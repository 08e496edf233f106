"""What a message holds, and how good it is given what was known."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

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
# What of a notice, in the rubric's words, shows that a message holds it.
SHOWN_BY: dict[str, frozenset[str]] = {
    "nature": frozenset({"what_happened"}),
    "scope": frozenset({"data_concerned", "number", "not_concerned"}),
    "cause": frozenset({"cause"}),
    "consequences": frozenset({"consequences"}),
    "measures": frozenset({"measures", "help_offered", "authorities"}),
    "advice": frozenset({"advice", "phishing_warning"}),
    "contact": frozenset({"contact"}),
    "empathy": frozenset({"empathy"}),
    "responsibility": frozenset({"responsibility"}),
    "next_update": frozenset({"next_update"}),
    "signature": frozenset({"signature"}),
}
# A plain sentence that holds nothing of it is still readable.
_FLOOR = 0.35
_BLAME = 0.7
_UNWORDED = 0.5
# Done by sending the message and putting a name under it, whatever the words.
_ACTS = frozenset({"acknowledgement", "signature"})


class Wording(NamedTuple):
    """What the words of a message show, the points its faults cost, 0 to 100, and two letters."""

    shows: frozenset[str]
    lost: float
    letters: dict[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A message's quality, 0 to 1, and the elements it holds, means to hold, and lacks.

    `unworded` elements are meant but not to be read in its words; `letters` are the verdicts on
    those words, none without words.
    """

    quality: float
    found: tuple[str, ...]
    unworded: tuple[str, ...]
    lacking: tuple[str, ...]
    letters: dict[str, str]


def judge(
    message: Message,
    facts: Mapping[str, Fact],
    said: Collection[str],
    known: Collection[str],
    told_before: Collection[str] = (),
    words: Wording | None = None,
) -> Judged:
    """Return how good a message is.

    `said` are the facts it tells, `told_before` those it builds on, told before on that side;
    `known` those that could have been told: a message is not blamed for what nobody knew. Where
    there are `words`, what it means to say and does not show in them counts half.
    """
    topics, earlier = _topics(facts, said), _topics(facts, told_before)
    possible = topics | earlier | _topics(facts, (f for f in known if not facts[f].withhold))
    wanted = {topic: weight for topic, weight in _TOPICS.items() if topic in possible} | _EXTRAS
    meant = topics | _extras(message)
    shown = meant if words is None else words.shows & (meant | _EXTRAS.keys()) | meant & _ACTS
    found = tuple(item for item in wanted if item in shown | earlier)
    unworded = tuple(item for item in wanted if item in meant and item not in found)
    share = sum(wanted[item] for item in found) + _UNWORDED * sum(wanted[i] for i in unworded)
    quality = _FLOOR + (1 - _FLOOR) * share / sum(wanted.values())
    quality *= _BLAME if message.responsibility == "shifted" else 1
    quality *= 1 - words.lost / 100 if words else 1
    lacking = tuple(item for item in wanted if item not in found and item not in unworded)
    return Judged(quality, found, unworded, lacking, words.letters if words else {})


def _topics(facts: Mapping[str, Fact], which: Iterable[str]) -> set[str]:
    return {facts[fact].topic for fact in which}


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
