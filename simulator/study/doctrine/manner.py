"""How words should have been: owning up, feeling with people, asserting what is established."""

from collections.abc import Callable, Iterator
from typing import Any

from simulator.journal import Journal
from simulator.journal.entries import ClaimMade
from simulator.scenario.decisions import Message
from simulator.study.changes import Change
from simulator.study.design import Plan
from simulator.text import Text

_OWNED = Text(
    fr="Nous assumons notre responsabilité dans cet incident et nous vous présentons nos excuses.",
    en="We take responsibility for this incident and we apologise to you for it.",
)
_FELT = Text(
    fr="Nous comprenons l’inquiétude que cette nouvelle vous cause.",
    en="We understand how worrying this news is for you.",
)
_NOTHING_FALSE = Text(fr="ne rien affirmer de faux", en="asserting nothing false")
_NOTHING_BEYOND = Text(
    fr="n’affirmer que ce qui est établi", en="asserting only what is established"
)


def feeling(plan: Plan) -> Iterator[Change]:
    """Yield owning up, and words of empathy, in the texts too where there are texts."""
    messages = [d for d in plan if isinstance(d, Message)]
    if messages and all(d.responsibility != "owned" for d in messages):
        own = {"responsibility": "owned", "blames": None}
        yield Change(
            "own-up",
            Text(fr="assumer la responsabilité", en="owning the responsibility"),
            _each(plan, _OWNED, lambda d: own),
        )
    if messages and not any("empathy" in d.elements for d in messages):
        yield Change(
            "empathy",
            Text(fr="des mots d’empathie", en="words of empathy"),
            _each(plan, _FELT, lambda d: {"elements": (*d.elements, "empathy")}),
        )


def _each(plan: Plan, sentence: Text, update: Callable[[Message], dict[str, Any]]) -> Plan:
    """Return the plan with every message changed, and the sentence that says it at its end."""
    return tuple(
        d.model_copy(update={**update(d), "text": _longer(d.text, sentence)})
        if isinstance(d, Message)
        else d
        for d in plan
    )


def _longer(text: Text | None, sentence: Text) -> Text | None:
    if text is None:
        return None
    return Text(fr=f"{text.fr}\n\n{sentence.fr}", en=f"{text.en}\n\n{sentence.en}")


def asserting(plan: Plan, journal: Journal) -> Iterator[Change]:
    """Yield the plan without what was false, and without what went beyond the known."""
    made = journal.of(ClaimMade)
    if false := {each.claim for each in made if each.false}:
        yield Change("no-false", _NOTHING_FALSE, _without_claims(plan, false))
    if beyond := {each.claim for each in made if each.beyond > 0 and not each.false}:
        yield Change("no-beyond", _NOTHING_BEYOND, _without_claims(plan, beyond))


def _without_claims(plan: Plan, claims: set[str]) -> Plan:
    kept = (d for d in plan if not (d.do == "correct_claim" and d.claim in claims))
    return tuple(
        d.model_copy(update={"claims": tuple(c for c in d.claims if c not in claims)})
        if isinstance(d, Message)
        else d
        for d in kept
    )
