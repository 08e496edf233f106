"""What happened to the team: the few events that deserve a label, the most telling first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar

from reports.figures.calls import FEW, lost_by_day, lost_early
from reports.figures.glyphs import shortened, shown
from reports.figures.scene import Scene
from simulator.journal.entries import (
    CallLost,
    CallRang,
    ClaimContradicted,
    ClaimDoubted,
    ClockMissed,
    Entry,
    FactCameOut,
    HeardFromPress,
    HelplineOverloaded,
    InjectGiven,
    IntrusionClimbed,
    News,
    PartnerBlamed,
    PromiseMissed,
    RevisedDownward,
)
from simulator.journal.names import RULES
from simulator.text import Text

PUBLIC_MEDIA = ("article", "broadcast", "post")
_LABEL = 32
_BREAKS = Text(fr="{who} publie", en="{who} publishes")
_AIRS = Text(fr="{who} diffuse", en="{who} goes on air")
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_STORY_BREAKS = Text(fr="L’affaire éclate", en="The story breaks")
_LOST_BEFORE = Text(fr="{n} appels perdus avant {hour}", en="{n} calls lost before {hour}")
_LOST_DAY = Text(fr="{n} appels perdus ce jour", en="{n} calls lost that day")
_OUT = Text(fr="Sorti : {fact}", en="Out: {fact}")
_DOUBTED = Text(fr="Mis en doute : « {claim} »", en="Doubted: “{claim}”")
_CONTRADICTED = Text(fr="Démenti : « {claim} »", en="Contradicted: “{claim}”")
_MISSED = Text(fr="Rendez-vous manqué", en="Promise missed")
_REVISED = Text(fr="Chiffre revu en pire", en="Revised for the worse")
_HEARD = Text(fr="{who} : appris par la presse", en="{who}: heard from the press")
_HEARD_MANY = Text(
    fr="{n} publics l’apprennent par la presse", en="{n} audiences hear it from the press"
)
_LOWEST = Text(fr="Titre : {low} au plus bas", en="Shares: {low} at the lowest")
_CLOCK = Text(fr="Délai manqué : {law}", en="Clock missed: {law}")
_CLOCKS = Text(fr="{n} délais légaux manqués", en="{n} legal clocks missed")
_CLIMBED = Text(fr="L’intrusion gagne {who}", en="The intrusion reaches {who}")
_BLAMED = Text(fr="{who} répond en public", en="{who} answers in public")
_OVERLOADED = Text(
    fr="Ligne d’assistance débordée : {share} d’abandons", en="Helpline overloaded: {share} give up"
)
_TOGETHER = 12 * 60.0

_Kind = TypeVar("_Kind", bound=Entry)
About = Literal["break", "calls", "fact", "claim", "heard", "promise", "market", "others", "script"]


@dataclass(frozen=True, slots=True)
class Happening:
    """Something the world did, of which kind; the greater its rank, the longer it keeps a label."""

    at: float
    text: str
    rank: float
    about: About


def happenings(scene: Scene) -> list[Happening]:
    """Return what happened, oldest first."""
    found = [
        *_breaking(scene), *_calls(scene), *_facts(scene), *_claims(scene), *_heard(scene),
        *_missed(scene), *_market(scene), *_others(scene), *_seen_by_all(scene),
    ]  # fmt: skip
    return sorted(found, key=lambda h: (h.at, -h.rank, h.text))


def _breaking(scene: Scene) -> Iterable[Happening]:
    inject = scene.scenario.break_inject
    for news in scene.journal.of(News):
        if news.what == "break":
            who = shortened(_ASIDE.sub("", scene.of(inject.sender)), 28)
            public = inject.medium in PUBLIC_MEDIA
            verb = _AIRS if inject.medium == "broadcast" else _BREAKS
            said = scene.say(verb, who=who) if public else scene.say(_STORY_BREAKS)
            yield Happening(news.at, said, 100, "break")


def _calls(scene: Scene) -> Iterable[Happening]:
    """Yield the calls lost before the first answer, then the days on which many were lost."""
    early, until = lost_early(scene)
    if early:
        said = scene.say(_LOST_BEFORE, n=len(early), hour=scene.hour(until))
        yield Happening(early[0], said, 90, "calls")
    for day, lost in lost_by_day(scene).items():
        if len(lost) >= FEW and not (early and day == scene.day(early[0])):
            said = scene.say(_LOST_DAY, n=len(lost))
            yield Happening(lost[0], said, 40 + min(31, len(lost)), "calls")


def _facts(scene: Scene) -> Iterable[Happening]:
    for entry in scene.journal.of(FactCameOut):
        fact = shortened(scene.named("fact", entry.fact), _LABEL)
        said = scene.say(_OUT, fact=_plain(fact))
        yield Happening(entry.at, said, 78 if entry.withheld else 65, "fact")


def _claims(scene: Scene) -> Iterable[Happening]:
    doubted, contradicted = scene.journal.of(ClaimDoubted), scene.journal.of(ClaimContradicted)
    for text, entries, rank in ((_DOUBTED, doubted, 80), (_CONTRADICTED, contradicted, 95)):
        for entry in entries:
            claim = shortened(scene.named("claim", entry.claim), _LABEL - 6)
            said = scene.say(text, claim=_plain(claim))
            yield Happening(entry.at, said, rank, "claim")


def _plain(text: str) -> str:
    """Return a quotation fit to stand inside a sentence of ours."""
    return shown(text).strip("«»“” \u00a0\u202f")


def _heard(scene: Scene) -> Iterable[Happening]:
    for group in _together(scene.journal.of(HeardFromPress)):
        yield Happening(group[0].at, _hearers(scene, group), 70, "heard")


def _hearers(scene: Scene, group: list[HeardFromPress]) -> str:
    who = scene.list(shown(scene.named("audience", entry.audience)) for entry in group)
    said = scene.say(_HEARD, who=who)
    if len(said) <= 1.5 * _LABEL:
        return said
    if len(group) > 1:
        return scene.say(_HEARD_MANY, n=len(group))
    return scene.say(_HEARD, who=shortened(who, 24))


def _together(entries: Iterable[_Kind]) -> list[list[_Kind]]:
    """Return entries in groups that share a label: those at most half a day after their first."""
    groups: list[list[_Kind]] = []
    for entry in entries:
        if not groups or entry.at - groups[-1][0].at > _TOGETHER:
            groups.append([])
        groups[-1].append(entry)
    return groups


def _missed(scene: Scene) -> Iterable[Happening]:
    for missed in scene.journal.of(PromiseMissed):
        yield Happening(missed.due, scene.say(_MISSED), 85, "promise")
    for revised in scene.journal.of(RevisedDownward):
        yield Happening(revised.at, scene.say(_REVISED), 75, "claim")


def _market(scene: Scene) -> Iterable[Happening]:
    if not scene.scenario.organisation.listed or not scene.measures:
        return
    lowest = min(scene.measures, key=lambda measure: measure.abnormal_return)
    if lowest.abnormal_return <= -1:
        low = scene.percent(lowest.abnormal_return, 1)
        yield Happening(lowest.at, scene.say(_LOWEST, low=low), 72, "market")


def _others(scene: Scene) -> Iterable[Happening]:
    """Yield the clocks that ran out, and what happened at partners and at the helpline."""
    yield from _clocks(scene)
    for climbed in scene.journal.of(IntrusionClimbed):
        who = shortened(scene.named("partner", climbed.partner), 24)
        yield Happening(climbed.at, scene.say(_CLIMBED, who=who), 92, "others")
    for blamed in scene.journal.of(PartnerBlamed):
        who = shortened(scene.named("partner", blamed.partner), 24)
        yield Happening(blamed.at, scene.say(_BLAMED, who=who), 76, "others")
    over = scene.journal.of(HelplineOverloaded)
    for n, entry in enumerate(over):  # one text: only the first day is labelled
        said = scene.say(_OVERLOADED, share=scene.percent(100 * over[0].abandoned_share))
        yield Happening(entry.at, said, 35 if n else 87, "others")


def _clocks(scene: Scene) -> Iterable[Happening]:
    for group in _together(scene.journal.of(ClockMissed)):
        yield Happening(group[0].at, _laws(scene, group), 90, "others")


def _laws(scene: Scene, group: list[ClockMissed]) -> str:
    if len(group) > 1:
        return scene.say(_CLOCKS, n=len(group))
    rule = group[0].rule
    law = scene.say(RULES[rule]) if rule in RULES else rule
    return scene.say(_CLOCK, law=shortened(law, _LABEL))


def _seen_by_all(scene: Scene) -> Iterable[Happening]:
    """Yield what the script made public: it fills the room that consequences leave."""
    injects = scene.names.injects
    for entry in scene.journal.of(InjectGiven):
        inject = injects.get(entry.inject)
        if inject and inject.medium in PUBLIC_MEDIA and inject is not scene.scenario.break_inject:
            weight = 20 if inject.medium == "post" else 30
            title = shortened(scene.of(inject.title), _LABEL + 4)
            yield Happening(entry.at, title, weight, "script")


def pressure(scene: Scene) -> list[tuple[float, float]]:
    """Return minutes and weights of all that pressed: news, articles, calls rung and lost."""
    injects = scene.names.injects.values()
    script = {inject.id for inject in injects if inject.medium in PUBLIC_MEDIA}
    found = [(entry.at, 12.0 if entry.size >= 1 else 4.0) for entry in scene.journal.of(News)
             if entry.what != "word"]  # fmt: skip
    found += [(e.at, 3.0) for e in scene.journal.of(InjectGiven) if e.inject in script]
    found += [
        (h.at, h.rank / 16)
        for h in (*_claims(scene), *_missed(scene), *_heard(scene), *_clocks(scene))
    ]
    found += [(entry.at, 1.0) for entry in scene.journal.of(CallRang)]
    return found + [(entry.at, 1.0) for entry in scene.journal.of(CallLost)]
