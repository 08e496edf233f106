"""Reactivity: how soon, to whom, and for how long the organisation spoke."""

from collections.abc import Callable, Iterable

from simulator.journal.entries import (
    CallAnswered,
    CallLost,
    CallRang,
    DecisionTaken,
    Entry,
    HeardFromPress,
    PromiseKept,
    PromiseMade,
    PromiseMissed,
    StatementIssued,
)
from simulator.scenario.shapes import Audience
from simulator.score.case import ALIBI, SUBSTANCE, Case, Finding
from simulator.score.clocks import clocks
from simulator.score.criteria import Criterion
from simulator.score.partner import partner
from simulator.score.rhythm import rhythm
from simulator.score.setting_up import set_up
from simulator.score.waking import hl
from simulator.score.words import count, duration, fill, listed, number, since
from simulator.text import Text
from simulator.triage import urgency

# So long with one voice, and a facilitator asks why.
_LONG_ALONE = 360.0


def first_word(case: Case, rule: Criterion) -> Finding:
    """Judge when the organisation first said something of substance in public."""
    word = case.first
    if word is None:
        return _no_word(case)
    if word.at < case.broke:
        early = duration(case.broke - word.at)
        points = 100 * _kept_up(case)
        return case.finding(
            points,
            [word, case.origin],
            "initiative",
            before=early,
            story=case.story,
            alone=_alone_for(case, rule),
        )
    hours = case.hours(case.broke, word.at)
    points = _kept_up(case) * hl(hours, rule.constants["free"], rule.constants["half_life"])
    nights = word.at - case.broke - 60 * hours > 30
    return case.finding(
        points,
        [case.origin, word],
        "late_night" if nights else "late",
        alone=_alone_for(case, rule),
        after=duration(word.at - case.broke),
        counted=duration(60 * hours),
        story=case.story,
    )


def _alone_for(case: Case, rule: Criterion) -> Text:
    """Return how long the first word stood alone, where that cost something; else nothing."""
    if not case.overdue:
        return Text(fr="", en="")
    return fill(rule.says["alone"], gap=duration(case.alone))


def _kept_up(case: Case) -> float:
    """Return what a first word is worth by what followed it, 0.3 to 1."""
    return ALIBI + (1 - ALIBI) * case.followed


def _no_word(case: Case) -> Finding:
    evidence = [case.origin, *case.public, *case.missing("publish", "hold_conference")]
    if case.public:
        words = count(
            len(case.public),
            Text(fr="message public", en="public message"),
            Text(fr="messages publics", en="public messages"),
        )
        return case.finding(0, evidence, "empty", words=words)
    if case.end <= case.broke:
        return case.finding(0, evidence, "not_yet")
    return case.finding(0, evidence, "silent", span=case.so_far, story=case.story)


def audiences_told(case: Case, rule: Criterion) -> Finding | None:
    """Judge when each audience was told, and whether employees heard it after the public."""
    meant = [each for each in case.scenario.audiences if each.kind in rule.audiences]
    if not meant:
        return None
    told = {each.id: _first_told(case, each) for each in meant}
    weights = [rule.audiences[each.kind] for each in meant]
    points = [_told_points(case, rule, each, told[each.id]) for each in meant]
    return case.finding(
        _kept_up(case) * sum(w * p for w, p in zip(weights, points, strict=True)) / sum(weights),
        [case.origin, *told.values(), *_heard(case, told)],
        "delays" if any(told.values()) else "nobody",
        delays=listed([_delay(case, rule, each, told[each.id]) for each in meant]),
        names=listed([each.name for each in meant]),
        story=case.story,
    )


def _first_told(case: Case, audience: Audience) -> StatementIssued | None:
    words = [w for w in case.of(StatementIssued) if w.told.get(audience.id, 0.0) > SUBSTANCE]
    return next((w for w in words if case.timely(w, w.answered.get(audience.id, ()))), None)


def _told_points(
    case: Case, rule: Criterion, audience: Audience, word: StatementIssued | None
) -> float:
    if word is None:
        return 0.0
    hours = case.hours(_since_when(case, audience), word.at)
    points = hl(hours, _free(case, rule, audience), rule.constants["half_life"])
    late = _after_public(case, rule, audience, word)
    return points * (rule.constants["after_public_factor"] if late else 1)


def _since_when(case: Case, audience: Audience) -> float:
    """Return from when an audience was owed a word: the story, or sooner when it is at risk.

    Those whose data were taken are owed one as soon as the team knows it.
    """
    taken = {data.fact for data in case.scenario.data_taken if data.audience == audience.id}
    return min([case.broke, *(case.known[fact].at for fact in taken if fact in case.known)])


def _free(case: Case, rule: Criterion, audience: Audience) -> float:
    """Return the hours without loss: fewer when what was taken from them can be used at once."""
    taken = [data.kind for data in case.scenario.data_taken if data.audience == audience.id]
    return min(rule.constants["free"], urgency(taken) / rule.constants["urgency_part"])


def _after_public(case: Case, rule: Criterion, audience: Audience, word: StatementIssued) -> bool:
    grace = 60 * rule.constants["after_public"]
    public = case.first
    return audience.kind == "employees" and public is not None and word.at > public.at + grace


def _heard(case: Case, told: dict[str, StatementIssued | None]) -> Iterable[HeardFromPress]:
    return (entry for entry in case.of(HeardFromPress) if entry.audience in told)


def _delay(case: Case, rule: Criterion, audience: Audience, word: StatementIssued | None) -> Text:
    after = word is not None and _after_public(case, rule, audience, word)
    said = Text(fr="{name} : {delay}", en="{name}: {delay}")
    late = Text(fr="{name} : {delay}, après le public", en="{name}: {delay}, after the public")
    start = _since_when(case, audience)
    if word is not None and start < case.broke:
        told = duration(max(0.0, word.at - start))
        known = Text(fr="{name} : {delay} après l’avoir su", en="{name}: {delay} after knowing")
        return fill(known, name=audience.name, delay=told)
    return fill(late if after else said, name=audience.name, delay=since(word, case.broke))


def press_calls(case: Case, rule: Criterion) -> Finding | None:
    """Judge how many journalists got an answer before they gave up."""
    answers = {entry.call: entry for entry in case.of(CallAnswered)}
    losses = {entry.call: entry for entry in case.of(CallLost)}
    rang = case.of(CallRang)
    taken = [call for call in rang if call.call in answers]
    lost = [
        call
        for call in rang
        if call.call not in answers and (call.call in losses or _gave_up(case, call))
    ]
    calls = len(taken) + len(lost)
    if not calls:
        return None
    decided: list[Entry] = [answers[call.call] for call in taken]
    decided += [losses.get(call.call, call) for call in lost]
    alone = _alone(case)
    said = case.finding(
        100 * len(taken) / calls,
        decided,
        _voices(case, alone),
        taken=len(taken),
        calls=calls,
        alone=duration(alone),
    )
    return said._replace(factor=min(1.0, calls / rule.constants["calls_for_full_weight"]))


def _gave_up(case: Case, call: CallRang) -> bool:
    """Return whether a call without an end is over; who was promised a call back may wait on."""
    promised = [e for e in case.of(DecisionTaken) if e.do == "promise_call_back"]
    held = any(entry.decision.get("call") == call.call for entry in promised)
    return call.gives_up <= case.end and not held


def _voices(case: Case, alone: float) -> str:
    done = {entry.do for entry in case.of(DecisionTaken)}
    if "take_calls" in done:
        return "taken"  # whoever was sent to the phone
    if "name_spokespeople" not in done:
        return "unmanned"
    return "alone" if alone >= _LONG_ALONE else "taken"


def _alone(case: Case) -> float:
    """Return the minutes of the story during which one single person was named to answer."""
    named = [e for e in case.of(DecisionTaken) if e.do == "name_spokespeople"]
    ends = [*(entry.at for entry in named[1:]), case.end]
    spans = zip(named, ends, strict=False)
    single = [(e.at, end) for e, end in spans if len(e.decision.get("spokespeople", ())) == 1]
    return sum(max(0.0, end - max(start, case.broke)) for start, end in single)


def promises(case: Case, rule: Criterion) -> Finding | None:
    """Judge whether announced updates came on time and with something new."""
    kept = {entry.promise: entry for entry in reversed(case.of(PromiseKept))}
    missed = {entry.promise: entry for entry in case.of(PromiseMissed)}
    grace = 60 * rule.constants["grace"]
    due = [p for p in case.of(PromiseMade) if p.id in kept or p.due + grace <= case.end]
    if not due:
        return None
    points = [_promise_points(rule, kept.get(promise.id)) for promise in due]
    ends: list[Entry | None] = [end.get(p.id) for p in due for end in (kept, missed)]
    return case.finding(
        sum(points) / len(points),
        [*due, *ends],
        "kept",
        kept=_promises_said(rule, [kept.get(promise.id) for promise in due]),
    )


def _promise_points(rule: Criterion, kept: PromiseKept | None) -> float:
    if kept is None:
        return 0.0
    value = 1.0 if kept.news else rule.constants["hollow_factor"]
    late = kept.late / 60 if kept.late > 60 * rule.constants["grace"] else 0.0
    return value * hl(late, 0, rule.constants["half_life"])


def _promises_said(rule: Criterion, ends: list[PromiseKept | None]) -> Text:
    grace = 60 * rule.constants["grace"]
    late = [end for end in ends if end and end.late > grace]
    parts = {
        "on_time": sum(end is not None and end.late <= grace and end.news for end in ends),
        "hollow": sum(end is not None and end.late <= grace and not end.news for end in ends),
        "late": len(late),
        "missed": sum(end is None for end in ends),
    }
    said = [fill(rule.says[part], n=number(n)) for part, n in parts.items() if n]
    return listed(said)


REACTIVITY: dict[str, Callable[[Case, Criterion], Finding | None]] = {
    "first_word": first_word,
    "set_up": set_up,
    "audiences_told": audiences_told,
    "press_calls": press_calls,
    "clocks": clocks,
    "rhythm": rhythm,
    "promises": promises,
    "partner": partner,
}
