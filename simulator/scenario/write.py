"""Writing a decision set as the YAML that people read and `load_decisions` accepts."""

import re
from typing import Any

import yaml

from simulator.scenario.decisions import Decision, DecisionSet
from simulator.text import Text
from simulator.times import Clock, TimeError

_FIRST = ("id", "at", "do")
_WORD = re.compile(r"[a-z][a-z0-9_-]*|\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?")
_WIDE = 2**20  # a line of text is one line of the file


def written(clock: Clock, plan: DecisionSet) -> str:
    """Return a decision set as YAML, its times as local ones; what is usual is left out."""
    document = {
        "title": plan.title.model_dump(),
        "about": plan.about.model_dump(),
        **({"sources": list(plan.sources)} if plan.sources else {}),
        "decisions": [_plain(clock, decision) for decision in plan.decisions],
    }
    text: str = yaml.dump(
        document, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDE
    )
    return text


def local(clock: Clock, minute: float) -> str:
    """Return a whole second as a local time; an hour that happens twice carries its offset."""
    now = clock.local(minute)
    text = f"{now:%Y-%m-%d %H:%M:%S}".removesuffix(":00")
    try:
        clock.minute(text)
    except TimeError:
        offset = f"{now:%z}"
        return f"{text}{offset[:3]}:{offset[3:]}"
    return text


def _plain(clock: Clock, decision: Decision) -> dict[str, Any]:
    given: dict[str, Any] = decision.model_dump(exclude_defaults=True)
    for key in ("at", "next_update"):
        if key in given:
            given[key] = local(clock, given[key])
    inject = given.get("inject")
    if isinstance(inject, dict) and "at" in inject:
        inject["at"] = local(clock, inject["at"])
    return {key: given[key] for key in (*_FIRST, *given)}


class _Dumper(yaml.SafeDumper):
    """Our files have no aliases, short lists on one line, texts as they read."""

    def ignore_aliases(self, data: object) -> bool:
        """Return that nothing is ever written as a reference to something above."""
        return True


def _string(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None if _WORD.fullmatch(text) else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _sequence(dumper: yaml.SafeDumper, items: list[Any] | tuple[Any, ...]) -> yaml.Node:
    short = all(isinstance(item, str) and _WORD.fullmatch(item) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=short)


_Dumper.add_representer(str, _string)
_Dumper.add_representer(list, _sequence)
_Dumper.add_representer(tuple, _sequence)


def as_set(title: Text, about: Text, plan: tuple[Decision, ...], *sources: str) -> DecisionSet:
    """Return decisions as a set, whoever decided them."""
    anew = tuple(decision.model_copy(update={"origin": None}) for decision in plan)
    return DecisionSet(title=title, about=about, decisions=anew, sources=sources)
