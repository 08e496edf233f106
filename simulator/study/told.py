"""How one plan differs from another, in words."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from simulator.journal.names import CHANNELS, ELEMENTS
from simulator.scenario import Decision, Scenario
from simulator.scenario.decisions import Message
from simulator.study.design import Plan
from simulator.study.whatif import describe
from simulator.text import Text

_STANCES = {
    "owned": Text(fr="responsabilité assumée", en="responsibility owned"),
    "neutral": Text(fr="responsabilité ni assumée ni rejetée", en="responsibility left open"),
    "shifted": Text(fr="responsabilité rejetée", en="responsibility shifted"),
}
_NO_TEXT = Text(fr="texte à récrire", en="text to be written anew")


def told(scenario: Scenario, before: Plan, after: Plan) -> list[Text]:
    """Return what `after` does otherwise than `before`, one line a decision, by time."""
    old = {decision.id: decision for decision in before}
    new = {decision.id: decision for decision in after}
    lines = [(d.at, _line(scenario, old.get(d.id), d)) for d in after]
    gone = Text(fr="laissé de côté", en="left out")
    lines += [(d.at, _of(scenario, d, [gone])) for d in before if d.id not in new]
    return [line for _, line in sorted(lines, key=lambda pair: pair[0]) if line]


def _line(scenario: Scenario, old: Decision | None, new: Decision) -> Text | None:
    if old is None:
        return _of(scenario, new, [Text(fr="en plus", en="added"), *_added(scenario, new)])
    parts = list(_parts(scenario, old, new))
    return _of(scenario, old, parts) if parts else None


def _of(scenario: Scenario, decision: Decision, parts: Iterable[Text]) -> Text:
    what, said = describe(scenario, decision), list(parts)
    return Text(
        fr=f"{what.fr} : {', '.join(part.fr for part in said)}",
        en=f"{what.en}: {', '.join(part.en for part in said)}",
    )


def _added(scenario: Scenario, new: Decision) -> Iterator[Text]:
    facts = len(getattr(new, "if_known", ()))
    if facts:
        yield Text(fr=f"{facts} faits s’ils sont connus", en=f"{facts} facts if known")
    if getattr(new, "next_update", None) is not None:
        yield _update(scenario, new)


def _parts(scenario: Scenario, old: Decision, new: Decision) -> Iterator[Text]:
    if old.at != new.at:
        yield _moved(new.at - old.at)
    for key, name in _LISTS.items():
        yield from _members(key, name, old, new)
    yield from _facts(old, new)
    if getattr(old, "audiences", None) != getattr(new, "audiences", None):
        yield _audiences(scenario, new)
    if getattr(old, "next_update", None) != getattr(new, "next_update", None):
        yield _update(scenario, new)
    if getattr(old, "responsibility", None) != getattr(new, "responsibility", None):
        yield _STANCES[getattr(new, "responsibility", "neutral")]
    if getattr(old, "agents", None) != getattr(new, "agents", None):
        agents = f"{getattr(old, 'agents', 0)} → {getattr(new, 'agents', 0)}"
        yield Text(fr=f"agents {agents}", en=f"agents {agents}")
    if isinstance(old, Message) and isinstance(new, Message) and old.text and not new.text:
        yield _NO_TEXT


def _moved(minutes: float) -> Text:
    hours, rest = divmod(round(abs(minutes)), 60)
    length = " ".join([*([f"{hours} h"] if hours else []), *([f"{rest} min"] if rest else [])])
    late = minutes > 0
    return Text(
        fr=f"{length} plus {'tard' if late else 'tôt'}",
        en=f"{length} {'later' if late else 'earlier'}",
    )


def _same(word: str) -> Text:
    return Text(fr=word, en=word)


_LISTS: dict[str, Callable[[str], Text]] = {
    "channels": lambda word: CHANNELS.get(word, _same(word)),
    "spokespeople": _same,
    "speakers": _same,
    "elements": lambda word: ELEMENTS.get(word, _same(word)),
}


def _members(key: str, name: Callable[[str], Text], old: Decision, new: Decision) -> Iterator[Text]:
    """Yield who or what is in a list and was not, then the other way round."""
    was, now = _list(old, key), _list(new, key)
    for sign, words in (("+", now), ("–", was)):
        for word in words:
            if word not in was or word not in now:
                said = name(word)
                yield Text(fr=f"{sign} {said.fr}", en=f"{sign} {said.en}")


def _list(decision: Decision, key: str) -> tuple[str, ...]:
    found: Any = getattr(decision, key, None)
    return tuple(found or ())


def _facts(old: Decision, new: Decision) -> Iterator[Text]:
    was = {*_list(old, "facts"), *_list(old, "if_known")}
    now = {*_list(new, "facts"), *_list(new, "if_known")}
    for sign, found in (("+", now - was), ("–", was - now)):
        if found:
            names = ", ".join(sorted(found))
            yield Text(fr=f"{sign} faits : {names}", en=f"{sign} facts: {names}")


def _audiences(scenario: Scenario, new: Decision) -> Text:
    names = [a.name for a in scenario.audiences if a.id in _list(new, "audiences")]
    if not names:
        return Text(fr="à tous", en="to everybody")
    return Text(
        fr=f"à {', '.join(name.fr for name in names)}",
        en=f"to {', '.join(name.en for name in names)}",
    )


def _update(scenario: Scenario, new: Decision) -> Text:
    due = getattr(new, "next_update", None)
    if due is None:
        return Text(fr="sans prochain point annoncé", en="no next update announced")
    at = scenario.clock.local(due)
    return Text(
        fr=f"prochain point annoncé le {at:%d/%m à %H:%M}",
        en=f"next update announced for {at:%d/%m at %H:%M}",
    )
