"""What a story becomes in print: its tone, and whether it carries the organisation's account."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from simulator.journal.entries import CallAnswered, Tone
from simulator.press.desk import Call

# Chance that a reader takes the worst version from an article; judgements, +-0.2.
BELIEVED: dict[Tone, float] = {"speculative": 0.5, "critical": 0.4, "fair": 0.12}
# How well an article that carries the account passes it on; judgements.
PASSES_ON: dict[Tone, float] = {"fair": 0.5, "critical": 0.2, "speculative": 0.2}
RETOLD_QUALITY = 0.7
GRIEVANCE_HALF_LIFE = 72 * 60.0
_COPIES_WIRE = 0.5  # judgement, 0.2-0.8
WIRE_IS_FRESH = 24 * 60.0


class Lots(NamedTuple):
    """The draws of one article, all made whether needed or not, so that luck stays the same."""

    speculative: float
    critical: float
    account: float
    copies: float


class Material(NamedTuple):
    """What a journalist has on the desk when the slot comes.

    information: 0 to 1. answered, unanswered: whether a call was. spoken: whether a statement is
    out. trust: of journalists, 0 to 1. grievances: what they hold against the organisation.
    over_assured: certainty asserted beyond what is known, as this newsroom weighs it. wire: the
    tone of a wire story under a day old, for those who may copy it.
    """

    information: float
    answered: bool
    unanswered: bool
    spoken: bool
    trust: float
    grievances: float
    over_assured: float
    wire: Tone | None


class Piece(NamedTuple):
    """An article before it is printed."""

    tone: Tone
    account: bool
    copied: bool


def write(material: Material, lots: Lots) -> Piece:
    """Return what becomes of the material. All sizes are judgements; their order is doctrine."""
    account = lots.account < (0.95 if material.answered else 0.7 * material.spoken)
    if material.wire and not material.answered and lots.copies < _COPIES_WIRE:
        return Piece(material.wire, account, True)
    if lots.speculative < 0.75 * (1 - material.information) ** 1.5:
        return Piece("speculative", account, False)
    tone: Tone = "critical" if lots.critical < _critical_chance(material) else "fair"
    return Piece(tone, account, False)


def _critical_chance(material: Material) -> float:
    score = (
        0.4
        - 3 * (material.trust - 0.5)
        + 0.5 * material.unanswered
        - 2.2 * material.information
        + material.grievances
        + 0.8 * min(1.5, material.over_assured)
    )
    return 1 / (1 + math.exp(-score))


def information(published: float, calls: Sequence[Call], conference: float) -> float:
    """Return what a journalist knows, 0 to 1: from releases, from answers, from a conference."""
    answers = [c.end.information * c.end.fit for c in calls if isinstance(c.end, CallAnswered)]
    return min(1.0, max([0.75 * published, conference, *answers]))


def print_chance(appetite: float, heat: float, calls: int) -> float:
    """Return the chance that an outlet prints at a slot, given its calls since the last article."""
    return -math.expm1(-appetite * (1.6 * heat + 0.25 * min(2, calls)))
