"""What the team did: its public statements numbered, its other acts in few words."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from reports.figures.glyphs import shortened
from reports.figures.ink import PAPER, SEMIBOLD, TEAM, width
from reports.figures.labels import part
from reports.figures.scene import Scene, Stage
from reports.figures.sheet import Sheet, Style
from reports.figures.timeline import Scale
from simulator.journal.entries import ClaimCorrected, DecisionTaken, StatementIssued
from simulator.journal.names import CHANNELS, DECISIONS
from simulator.scenario.kinds import DIRECTION
from simulator.text import Text, capital

MOST_NUMBERS = 9
_DIGITS, _APART = 7.0, 0.3
_SPOKEN = ("publish", "hold_conference", "brief_employees")
# Shown as statements, as calls, or no act of the team at all.
_ELSEWHERE = {*_SPOKEN, "answer_call", "decline_call", "promise_call_back", *DIRECTION}
_CONFERENCE = Text(fr="conférence de presse", en="press conference")
_SEVERAL = Text(fr="déclarations", en="statements")
_FACTS = Text(fr="{what} : {n} faits", en="{what}: {n} facts")
_ONE_FACT = Text(fr="{what} : 1 fait", en="{what}: 1 fact")
_HOLDING = Text(fr="{what} d’attente", en="holding {what}")
_PARTNER = Text(fr="Prévenu : {who}", en="Told: {who}")
_SERIOUS = ("file_complaint", "notify_authority", "open_helpline", "inform_partner")
_CORRECTED = Text(fr="Propos corrigé", en="Claim corrected")


@dataclass(frozen=True, slots=True)
class Act:
    """Something the team did; `number` is empty unless it is a public statement.

    `what` names the act inside a sentence, `text` says it as a label.
    """

    at: float
    number: str
    text: str
    rank: float
    what: str = ""


def public_statements(scene: Stage) -> list[StatementIssued]:
    """Return the statements that carry a number, in order."""
    return [word for word in scene.statements if word.public]


def numbered(scene: Stage, most: int = MOST_NUMBERS) -> list[Act]:
    """Return the public statements; the closest share an act until at most `most` are left."""
    words = public_statements(scene)
    groups = [[n] for n in range(len(words))]
    while len(groups) > max(1, most):
        gaps = [words[b[0]].at - words[a[-1]].at for a, b in pairwise(groups)]
        place = gaps.index(min(gaps))
        groups[place : place + 2] = [groups[place] + groups[place + 1]]
    return [_statements(scene, [(n + 1, words[n]) for n in group]) for group in groups]


def _statements(scene: Stage, words: list[tuple[int, StatementIssued]]) -> Act:
    (first, word), (last, _) = words[0], words[-1]
    if first == last:
        return Act(word.at, str(first), _said(scene, word), 100, _what(scene, word))
    several = scene.say(_SEVERAL)
    return Act(word.at, f"{first}–{last}", several, 100, several)


def _said(scene: Stage, word: StatementIssued) -> str:
    what = capital(_what(scene, word))
    if len(word.disclosed) == 1:
        return scene.say(_ONE_FACT, what=what)
    if word.disclosed:
        return scene.say(_FACTS, what=what, n=len(word.disclosed))
    return what


def _what(scene: Stage, word: StatementIssued) -> str:
    if word.conference:
        return scene.say(_CONFERENCE)
    main = next((channel for channel in CHANNELS if channel in word.channels), "")
    what = scene.say(CHANNELS[main]) if main else scene.say(DECISIONS["publish"])
    if word.holding and not word.disclosed and main == "press_release":
        what = scene.say(_HOLDING, what=what)
    return what


def others(scene: Scene) -> list[Act]:
    """Return what the team did besides its public statements; the first of a kind ranks higher."""
    taken = scene.journal.of(DecisionTaken)
    acts = [_taken(scene, entry) for entry in taken if entry.do not in _ELSEWHERE]
    quiet = [word for word in scene.journal.of(StatementIssued) if not word.public]
    acts += [Act(word.at, "", capital(_what(scene, word)), 70) for word in quiet]
    corrected = scene.journal.of(ClaimCorrected)
    acts += [Act(entry.at, "", scene.say(_CORRECTED), 80) for entry in corrected]
    return sorted(_first_before_repeats(acts), key=lambda act: (act.at, act.text))


def _taken(scene: Scene, entry: DecisionTaken) -> Act:
    rank = 78 if entry.do in _SERIOUS else 75
    if entry.do == "inform_partner":
        who = shortened(scene.named("partner", str(entry.decision.get("partner"))), 26)
        return Act(entry.at, "", scene.say(_PARTNER, who=who), rank)
    text = scene.say(DECISIONS.get(entry.do, Text(fr=entry.do, en=entry.do)))
    return Act(entry.at, "", capital(text), rank)


def _first_before_repeats(acts: Iterable[Act]) -> list[Act]:
    seen: set[str] = set()
    ranked: list[Act] = []
    for act in sorted(acts, key=lambda act: act.at):
        rank = act.rank - 40 if act.text in seen else act.rank
        seen.add(act.text)
        ranked.append(Act(act.at, "", act.text, rank))
    return ranked


def draw_numbers(sheet: Sheet, scene: Stage, scale: Scale, rows: tuple[float, float]) -> None:
    """Draw a dashed line for each public statement and its numbered block above the frame."""
    acts = _that_fit(scene, scale)
    places = [scale(act.at) for act in acts]
    sizes = [_size(act) for act in acts]
    edges = (scale.left - 0.6, scale.right + 1.5)
    spots = part(places, [size + _APART for size in sizes], edges)
    for act, x, spot, size in zip(acts, places, spots, sizes, strict=True):
        sheet.line([x, x], [rows[0], rows[1]], TEAM, 0.7, dashed=True)
        top = rows[0] - 3.6
        sheet.block(spot - size / 2, top, spot + size / 2, top + 2.9, TEAM)
        sheet.write(spot, top + 1.45, act.number, Style(_DIGITS, PAPER, SEMIBOLD, "center"))


def _size(act: Act) -> float:
    return max(2.7, width(act.number, _DIGITS, SEMIBOLD) + 1.3)


def _that_fit(scene: Stage, scale: Scale) -> list[Act]:
    for most in range(MOST_NUMBERS, 0, -1):
        acts = numbered(scene, most)
        if sum(_size(act) + _APART for act in acts) <= scale.right - scale.left:
            return acts
    return []
