"""Rhythm: no long silence while the story is hot."""

from bisect import bisect_right

from simulator.journal.entries import (
    News,
    OpinionMeasured,
    PromiseKept,
    PromiseMade,
    StatementIssued,
)
from simulator.score.case import Case, Finding
from simulator.score.criteria import Criterion
from simulator.score.waking import hl
from simulator.score.words import count, duration, percent
from simulator.story import NewsFlow, newsworthiness
from simulator.text import Text

_NOTHING = Text(fr="", en="")
_DAY = 1440.0


def rhythm(case: Case, rule: Criterion) -> Finding | None:
    """Judge the share of the hot time in which a word was fresh or a promised one awaited.

    Left out while nothing was measured: before that there is no hot time.
    """
    spans = _spans(case)
    flow = _heat(case)
    weights = [_weight(rule, flow.heat(at), q) * length for at, length, q in spans]
    if not sum(weights):
        return None
    voices = [_voice(case, rule, at, q) for at, _, q in spans]
    held = sum(w * v for w, v in zip(weights, voices, strict=True)) / sum(weights)
    quiet = [at + length for (at, length, _), v in zip(spans, voices, strict=True) if v < 1]
    longest, until = max(((_silence(case, end), end) for end in quiet), default=(0.0, case.broke))
    return case.finding(
        100 * held * _clear(case),
        [case.origin, *case.substantive, *case.empty],
        _sentence(case, bool(quiet)),
        share=percent(held),
        silence=duration(longest),
        weekend=rule.says["weekend"] if _covers_weekend(case, until, longest) else _NOTHING,
        span=case.so_far,
        empty=count(
            len(case.empty),
            Text(fr="message public vide", en="empty public message"),
            Text(fr="messages publics vides", en="empty public messages"),
        ),
    )


def _covers_weekend(case: Case, until: float, longest: float) -> bool:
    """Return whether a silence of `longest` minutes up to `until` holds a whole weekend."""
    clock = case.scenario.clock
    local = clock.local(until - longest)
    to_saturday = (5 - local.weekday()) % 7 * _DAY - 60 * local.hour - local.minute
    return longest >= (to_saturday if to_saturday >= 0 else to_saturday + 7 * _DAY) + 2 * _DAY


def _sentence(case: Case, quiet: bool) -> str:
    if not case.substantive:
        return "silent"
    if len(case.empty) > 1:
        return "noisy"
    return "held" if quiet else "full"


def _spans(case: Case) -> list[tuple[float, float, float]]:
    """Return (start, length, questions open) between measures, from the break to the end."""
    measures = case.of(OpinionMeasured)
    starts = [measure.at for measure in measures]
    ends = [*starts, case.end][1:]
    return [
        (max(start, case.broke), end - max(start, case.broke), measure.questions_open)
        for start, end, measure in zip(starts, ends, measures, strict=True)
        if end > max(start, case.broke)
    ]


def _weight(rule: Criterion, heat: float, questions: float) -> float:
    floor = rule.constants["answered_share"]
    return min(1.0, heat) * (floor + (1 - floor) * questions)


def _heat(case: Case) -> NewsFlow:
    flow = NewsFlow(newsworthiness(case.scenario.story))
    for news in case.of(News):
        flow.add(news.at, news.size, news.id)
    return flow


def _voice(case: Case, rule: Criterion, at: float, questions: float) -> float:
    """Return 1 while the organisation holds the floor, less and less after that, 0 to 1."""
    place = bisect_right(case.substantive, at, key=_when)
    if not place:
        return 0.0
    last = case.substantive[place - 1].at
    if questions < rule.constants["settled_share"] or _awaited(case, rule, at, last):
        return 1.0
    return hl((at - last) / 60, rule.constants["free"], rule.constants["half_life"]) / 100


def _when(word: StatementIssued) -> float:
    return word.at


def _awaited(case: Case, rule: Criterion, at: float, last: float) -> bool:
    """Return whether a promised word is awaited, not too long after the last one."""
    kept = {entry.promise for entry in case.of(PromiseKept) if entry.at <= at}
    latest = last + 60 * rule.constants["longest_wait"]
    return any(
        promise.at <= at <= promise.due <= latest and promise.id not in kept
        for promise in case.of(PromiseMade)
    )


def _clear(case: Case) -> float:
    """Return the share of public words left when empty ones, but one, are taken as noise."""
    return 1 - min(1.0, max(0, len(case.empty) - 1) / max(1, len(case.public)))


def _silence(case: Case, at: float) -> float:
    """Return how long the public had been without a word of substance at `at`."""
    before = [word.at for word in case.substantive if word.at < at]
    return at - max(case.broke, before[-1] if before else case.broke)
