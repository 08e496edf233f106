"""Whether the posts that a scenario brings along can be shown."""

import re
from collections.abc import Iterator

from simulator.scenario.rules import one, unknown
from simulator.scenario.shapes import Scenario, Voice
from simulator.scenario.wording import Finding, found, quoted

SLOTS = ("{organisation}", "{hours}")
_SLOT = re.compile(r"\{[^}]*\}?|\}")
_LONGEST = 500


def check_voices(scenario: Scenario) -> Iterator[Finding]:
    """Yield what is wrong with the posts: who posts them, their places to fill, their length."""
    for index, voice in enumerate(scenario.voices or ()):
        path = ("voices", index)
        yield from unknown(one((*path, "audience"), "audience", voice.audience), scenario)
        yield from _owner(index, voice)
        for language, text in (("fr", voice.text.fr), ("en", voice.text.en)):
            yield from _words((*path, "text", language), text)


def _owner(index: int, voice: Voice) -> Iterator[Finding]:
    if voice.audience is not None and voice.kind is not None:
        yield found(
            ("voices", index),
            "« audience » et « kind » disent tous deux qui parle ; n'en garder qu'un",
            "'audience' and 'kind' both say who speaks; keep one",
        )


def _words(path: tuple[str | int, ...], text: str) -> Iterator[Finding]:
    if len(text) > _LONGEST:
        yield found(
            path,
            "{n} caractères, {most} au plus pour un message ; raccourcir",
            "{n} characters, at most {most} for a post; shorten it",
            n=len(text),
            most=_LONGEST,
        )
    for slot in dict.fromkeys(_SLOT.findall(text)):
        if slot not in SLOTS:
            yield found(
                path,
                "{slot} ne sera pas remplacé ; écrire {allowed}, ou enlever les accolades",
                "{slot} will not be filled; write {allowed}, or take the braces away",
                slot=quoted(slot),
                allowed=" / ".join(SLOTS),
            )
