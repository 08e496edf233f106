"""A message as it leaves: composed from a decision, and what it is worth to each audience."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from simulator import channels as own
from simulator.engine.model import Model
from simulator.engine.wording import wording
from simulator.organisation.message import Judged, Message, judge
from simulator.organisation.promises import Promise
from simulator.partners import ALIGNED_QUALITY
from simulator.scenario.decisions import BriefEmployees, HoldConference, Publish
from simulator.scenario.kinds import OPEN_CHANNELS, PUBLIC_CHANNELS, Channel
from simulator.scenario.shapes import Claim

Floats = NDArray[np.float64]

SUBSTANTIVE = 0.02
READS = 0.25  # an audience has been answered when a channel reaches a quarter of it
_MEETS = 0.5  # and told when one single channel reaches half of it
THROUGH_PRESS = 0.35  # at least so many notice what was said in public
_FALSE_ANSWER = 0.3


@dataclass(frozen=True, slots=True)
class Word:
    """A message as it leaves: what it tells, to whom, and what it is worth.

    `reach`, `told` and `met` have the shape (audiences,): the share reached, the substance for
    them, and the substance for those whom one channel alone reaches by half.
    """

    message: Message
    channels: tuple[Channel, ...]
    facts: tuple[str, ...]
    claims: tuple[Claim, ...]
    beyond: float
    reach: Floats
    told: Floats
    met: Floats
    substance: float
    judged: Judged
    due: tuple[Promise, ...]
    awaited: bool

    @property
    def open(self) -> bool:
        """Return whether it is said where the public can hear it."""
        return bool(OPEN_CHANNELS & set(self.channels))

    @property
    def public(self) -> bool:
        """Return whether it is published."""
        return bool(PUBLIC_CHANNELS & set(self.channels))

    @property
    def noticed(self) -> Floats:
        """Return the share of each audience that notices, through the press at least."""
        return np.maximum(self.reach, THROUGH_PRESS) if self.open else self.reach

    @property
    def worth(self) -> Floats:
        """Return the substance for each audience: the public's, or more where it was told more."""
        return np.maximum(self.told, self.substance if self.open else 0.0)


def channels_of(message: Message) -> tuple[Channel, ...]:
    """Return the channels a message goes out on."""
    if isinstance(message, HoldConference):
        return ("press_release",)
    return ("staff_note",) if isinstance(message, BriefEmployees) else message.channels


def compose(model: Model, message: Message) -> tuple[Word, dict[str, tuple[str, ...]]]:
    """Return the word as it leaves and the facts new to each audience; answers the questions."""
    out, facts = channels_of(message), _facts(model, message)
    claims = tuple(c for c in model.scenario.claims if c.id in message.claims)
    lies = any(c.truth == "false" and c.id not in model.claims.made for c in claims)
    is_open = bool(OPEN_CHANNELS & set(out))
    holds = (message.holding and _concerns(model, facts, is_open)) or lies
    judged = _judged(model, message, facts, is_open)
    substance = model.questions.public.tell(facts, holds) if is_open else 0.0
    addressed = message.audiences if isinstance(message, Publish) else None
    reach = own.reach(model.audiences, out, addressed)
    told, answered = _tell_sides(model, facts, reach, holds, lies)
    word = Word(
        message=message,
        channels=out,
        facts=facts,
        claims=claims,
        beyond=max((beyond(model, claim) for claim in claims), default=0.0),
        reach=reach,
        told=told,
        met=_tell_met(model, facts, own.best(model.audiences, out, addressed), holds, lies),
        substance=max(substance, _FALSE_ANSWER * lies if is_open else 0.0),
        judged=judged,
        due=tuple(model.promises.due_by(model.now, is_open, frozenset(answered))),
        awaited=is_open and model.promises.awaited(model.now),
    )
    return word, answered


def _facts(model: Model, message: Message) -> tuple[str, ...]:
    told = (fact for fact in message.if_known if fact in model.knowledge.known)
    return tuple(dict.fromkeys((*message.facts, *told)))


def _concerns(model: Model, facts: tuple[str, ...], is_open: bool) -> bool:
    """Return whether readers know what it is about; inside, they are told in person."""
    heard = model.noted.find("news", "break") is not None
    return not is_open or heard or model.scenario.tells_what_happened(facts)


def _judged(model: Model, message: Message, facts: tuple[str, ...], is_open: bool) -> Judged:
    """Return how good the message is, given what was known and said in public before."""
    before = model.questions.public.answered if is_open else ()
    known = model.knowledge
    judged = judge(message, known.facts, facts, known.known, before, wording(message))
    if "alignment" not in model.services:
        return judged
    return replace(judged, quality=judged.quality + ALIGNED_QUALITY * (1 - judged.quality))


def _tell_sides(
    model: Model, facts: tuple[str, ...], reach: Floats, holds: bool, lies: bool
) -> tuple[Floats, dict[str, tuple[str, ...]]]:
    told, answered = np.zeros(len(reach)), {}
    for i, audience in enumerate(model.audiences):
        if reach[i] < READS:
            continue
        side = model.questions.sides[audience.id]
        answered[audience.id] = tuple(fact for fact in facts if fact not in side.answered)
        told[i] = max(side.tell(facts, holds), _FALSE_ANSWER * lies)
    return told, answered


def _tell_met(
    model: Model, facts: tuple[str, ...], best: Floats, holds: bool, lies: bool
) -> Floats:
    """Return the substance for each audience that one channel reaches by half, 0 for the others."""
    met = np.zeros(len(best))
    for i, audience in enumerate(model.audiences):
        if best[i] >= _MEETS:
            side = model.questions.met[audience.id]
            met[i] = max(side.tell(facts, holds), _FALSE_ANSWER * lies)
    return met


def beyond(model: Model, claim: Claim) -> float:
    """Return how far a claim goes beyond what is established, 0 to 1."""
    if claim.truth == "false":
        return 0.0
    founded = bool(claim.rests_on) and model.knowledge.knows(claim.rests_on)
    return 0.0 if founded or (claim.truth == "true" and not claim.rests_on) else claim.certainty
