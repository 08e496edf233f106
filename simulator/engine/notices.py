"""What a formal notice tells the authority, and what that is worth."""

from collections.abc import Collection

import numpy as np

from simulator.channels import REACH
from simulator.engine.model import Model
from simulator.engine.word import SUBSTANTIVE
from simulator.journal.entries import DecisionTaken, StatementIssued
from simulator.scenario.decisions import NotifyAuthority

# As for any word of substance: a notice of which nothing is missing is worth a good message.
GAIN_NOTICE = 0.35
_REACH = REACH["authority_note"]["authorities"]


def facts_of(model: Model, notice: NotifyAuthority, owed: Collection[str]) -> tuple[str, ...]:
    """Return the facts a notice gives, those of `if_known` when they are established.

    With the insurer's lawyers at work it gives all that is established of what is `owed`, but for
    what must be withheld.
    """
    given = [*notice.facts, *(fact for fact in notice.if_known if fact in model.knowledge.known)]
    if "lawyers" in model.services:
        known = (model.knowledge.facts[fact] for fact in model.knowledge.known)
        given += [fact.id for fact in known if fact.topic in owed and not fact.withhold]
    return tuple(dict.fromkeys(given))


def tell(
    model: Model,
    audience: str,
    notice: NotifyAuthority,
    facts: tuple[str, ...],
    owed: Collection[str],
    lacking: tuple[str, ...],
    taken: DecisionTaken,
) -> StatementIssued:
    """Give the facts of a notice to one `audience`: its questions, its trust, nobody else's.

    `owed` are the topics the law asks for, `lacking` those not given yet: the notice is judged by
    them. An authority may know what the public may not.
    """
    side, met = model.questions.sides[audience], model.questions.met[audience]
    new = tuple(fact for fact in facts if fact not in side.answered)
    substance, told = side.tell(facts, False), met.tell(facts, False)
    found = tuple(topic for topic in owed if topic not in lacking)
    quality = len(found) / len(owed) if owed else 1.0
    entry = model.record(
        StatementIssued, taken,
        statement=notice.id, channels=("authority_note",), conference=False, document=False,
        public=False, inside=True, holding=False, speakers=(), signed=True,
        disclosed=(), repeated=(), given_away=_given_away(model, audience, facts),
        claims=(), elements=(), responsibility="neutral",
        substance=round(substance, 6), quality=round(quality, 4), found=found,
        unworded=(), lacking=lacking, letters={}, over_assurance=0.0, keeps_promise=False,
        reach={audience: _REACH}, best={audience: _REACH},
        told={audience: round(told, 6)} if told > SUBSTANTIVE else {},
        answered={audience: new} if new else {},
    )  # fmt: skip
    if entry.told:
        model.noted.note("told", audience, entry)
    here = np.array([float(each.id == audience) for each in model.audiences])
    gain = model.opinion.gain(GAIN_NOTICE * substance * quality * _REACH * here)
    model.trust("substance", gain, entry)
    return entry


def _given_away(model: Model, audience: str, facts: tuple[str, ...]) -> tuple[str, ...]:
    kind = next(each.kind for each in model.audiences if each.id == audience)
    withheld = (fact for fact in facts if model.knowledge.facts[fact].withhold)
    return () if kind == "authorities" else tuple(withheld)
