"""What follows from a changed plan: announced hours move with their words, stale texts go."""

from simulator.scenario import Decision, Scenario
from simulator.scenario.decisions import Message
from simulator.scenario.kinds import PUBLIC_CHANNELS
from simulator.study.design import Plan
from simulator.study.knobs import Turned

_GRACE = 30.0  # within which a word keeps what another has announced
_SAID = (
    "claims", "elements", "responsibility", "revises", "blames",
    "next_update", "signed_by",
)  # fmt: skip


def announcing(scenario: Scenario, start: Plan, plan: Plan, choices: Turned) -> Plan:
    """Return the plan with each announced hour where the announced word now is."""
    due = {d.id: d.next_update for d in start if isinstance(d, Message)}
    words = [d for d in plan if public(d)]

    def when(message: Message) -> float | None:
        choice = choices.get(f"next:{message.id}")
        promised = message.next_update
        if choice is None and promised is not None and message.id in due:
            promised = _followed(start, words, message, due[message.id])
        elif choice is not None:
            promised = _after(words, message) if choice == "next" else None
        fits = promised is not None and message.at < promised < scenario.horizon
        return promised if fits else None

    return tuple(
        d.model_copy(update={"next_update": when(d)}) if isinstance(d, Message) else d for d in plan
    )


def _followed(
    start: Plan, words: list[Decision], message: Message, due: float | None
) -> float | None:
    """Return when the word that was announced comes now; the next one where it is gone."""
    assert due is not None
    meant = {d.id for d in start if public(d) and abs(d.at - due) <= _GRACE}
    if not meant:
        return due
    there = [d.at for d in words if d.id in meant and d.at > message.at]
    return min(there, default=_after(words, message))


def _after(words: list[Decision], message: Message) -> float | None:
    return min((d.at for d in words if d.at > message.at + _GRACE), default=None)


def public(decision: Decision) -> bool:
    """Return whether a decision is a word that everybody can hear."""
    channels = set(getattr(decision, "channels", ()))
    return decision.do == "hold_conference" or bool(PUBLIC_CHANNELS & channels)


def worded(before: Decision | None, decision: Decision) -> Decision:
    """Return a decision without the note and the text that no longer say what it means."""
    if before is None or decision == before:
        return decision
    decision = decision.model_copy(update={"note": None})
    if not (isinstance(decision, Message) and isinstance(before, Message)):
        return decision
    same = all(_same(getattr(before, key), getattr(decision, key)) for key in _SAID)
    kept = same and _told(before) == _told(decision) and decision.at >= before.at
    return decision if kept else decision.model_copy(update={"text": None})


def _same(one: object, other: object) -> bool:
    if isinstance(one, tuple) and isinstance(other, tuple):
        return set(one) == set(other)
    return one == other


def _told(message: Message) -> set[str]:
    return {*message.facts, *message.if_known}


def wordless(plan: Plan) -> Plan:
    """Return the plan without its texts: messages are then judged by what they declare."""
    return tuple(d.model_copy(update={"text": None}) if isinstance(d, Message) else d for d in plan)
