"""Transparency: what was said, how true it was, and whether it met people's questions."""

from collections.abc import Callable

from simulator.journal.entries import (
    Contradiction,
    Entry,
    FactCameOut,
    HelplineCounted,
    HelplineOverloaded,
    StatementIssued,
)
from simulator.scenario.shapes import Audience
from simulator.score.case import SUBSTANCE, Case, Finding
from simulator.score.criteria import Criterion
from simulator.score.slips import slips
from simulator.score.truthfulness import truthfulness
from simulator.score.waking import hl
from simulator.score.words import NEVER, TOPICS, count, duration, fill, listed, number, percent
from simulator.text import Text


def disclosure(case: Case, rule: Criterion) -> Finding | None:
    """Judge which facts the public side was given, against when they could be established."""
    if not case.due:
        return None
    told = [fact for fact in case.due if fact in case.disclosed]
    weights = case.scenario.weights
    points = sum(weights[f] * _freshness(case, rule, f, case.disclosed[f]) for f in told)
    delays = [max(0.0, case.disclosed[fact].at - case.due[fact]) for fact in told]
    evidence: list[Entry] = [case.disclosed[fact] for fact in told]
    return case.finding(
        points / sum(weights[fact] for fact in case.due),
        evidence + _left_unsaid(case),
        ("some" if len(told) < len(case.due) else "all") if told else "none",
        told=len(told),
        facts=len(case.due),
        lag=_lag(rule, sum(delays) / len(delays) if delays else 0.0),
        missing=_missing_topics(case),
    )


def _lag(rule: Criterion, delay: float) -> Text:
    said = rule.says["at_once" if delay < 1 else "lagging"]
    return fill(said, delay=duration(delay))


def _freshness(case: Case, rule: Criterion, fact: str, word: StatementIssued) -> float:
    hours = case.hours(case.due[fact], word.at)
    return hl(hours, rule.constants["free"], rule.constants["half_life"])


def _left_unsaid(case: Case) -> list[Entry]:
    """Return when the facts never disclosed were established, and when they came out."""
    unsaid = [fact for fact in case.due if fact not in case.disclosed]
    known: list[Entry] = [case.known[fact] for fact in unsaid if fact in case.known]
    known += [entry for entry in case.of(FactCameOut) if entry.fact in unsaid]
    return [*known, case.origin] if unsaid else []


def _missing_topics(case: Case) -> Text:
    facts = [fact for fact in case.scenario.facts if fact.id in case.due]
    open_topics = {fact.topic for fact in facts if fact.id not in case.disclosed}
    return listed([text for topic, text in TOPICS.items() if topic in open_topics])


def content(case: Case, rule: Criterion) -> Finding:
    """Judge the messages that went out, weighted by how many people they reached."""
    words = case.outgoing
    if not words:
        return case.finding(0, [], "none")
    reach = [sum(word.reach.values()) for word in words]
    reach = reach if sum(reach) else [1.0] * len(words)
    empty = {cause for entry in case.empty for cause in entry.causes}
    factors = [_factor(rule, word, word.id in empty) for word in words]
    points = [100 * w.quality * f for w, f in zip(words, factors, strict=True)]
    mean = sum(r * p for r, p in zip(reach, points, strict=True)) / sum(reach)
    depth = min(1.0, rule.constants["bare_factor"] + case.told_share)
    return case.finding(
        mean * depth,
        words,
        "flawed" if min(factors) < 1 else "judged",
        words=_messages(len(words)),
        met=_met(rule, words),
        quality=number(mean),
        flaws=_flaws_said(rule, words, empty),
        share=percent(case.told_share),
    )


def _met(rule: Criterion, words: list[StatementIssued]) -> Text:
    """Return how the press was met in person, or nothing."""
    conferences = [word for word in words if word.conference]
    if not conferences:
        return Text(fr="", en="")
    best = max(conferences, key=lambda word: (len(word.speakers), word.document))
    voices = count(len(best.speakers), Text(fr="voix", en="voice"), Text(fr="voix", en="voices"))
    document = rule.says["with_document" if best.document else "without_document"]
    return fill(rule.says["met"], voices=voices, document=document)


def _factor(rule: Criterion, word: StatementIssued, empty: bool) -> float:
    factor = 1.0 if word.signed else rule.constants["unsigned_factor"]
    factor *= rule.constants["empty_factor"] if empty else 1
    return factor * (rule.constants["no_document_factor"] if _bare(word) else 1)


def _bare(word: StatementIssued) -> bool:
    return word.conference and not word.document


def _flaws_said(rule: Criterion, words: list[StatementIssued], empty: set[int]) -> Text:
    flaws = {
        "unsigned": sum(not word.signed for word in words),
        "empty": sum(word.id in empty for word in words),
        "no_document": sum(_bare(word) for word in words),
    }
    return listed([fill(rule.says[flaw], n=number(n)) for flaw, n in flaws.items() if n])


def _messages(how_many: int) -> Text:
    return count(how_many, Text(fr="message", en="message"), Text(fr="messages", en="messages"))


def responsibility(case: Case, rule: Criterion) -> Finding:
    """Judge whether the organisation owned what was its own, or shifted it."""
    owned = [word for word in case.outgoing if word.responsibility == "owned"]
    shifted = [w for w in case.of(StatementIssued) if w.responsibility == "shifted"]
    found = _stance(case, bool(owned), bool(shifted))
    decided = (owned[:1] + shifted) or ([case.first] if case.first else case.public)
    return case.finding(
        rule.constants[f"{found}_points"],
        decided,
        found,
        words=_messages(len(case.outgoing)),
        shifted=_messages(len(shifted)),
        when=_when(case, owned[0]) if owned else NEVER,
        span=case.so_far,
    )


def _when(case: Case, word: StatementIssued) -> Text:
    after = Text(fr="{time} après {story}", en="{time} after {story}")
    before = Text(fr="{time} avant {story}", en="{time} before {story}")
    text = before if word.at < case.broke else after
    return fill(text, time=duration(abs(word.at - case.broke)), story=case.story)


def _stance(case: Case, owned: bool, shifted: bool) -> str:
    if not any(word.substance > SUBSTANCE for word in case.outgoing):
        return "silent"
    if shifted:
        return "both" if owned else "shifted"
    return "owned" if owned else "neutral"


def fit(case: Case, rule: Criterion) -> Finding | None:
    """Judge whether each audience got the answers it needs, by a channel that reaches it."""
    shares = {
        audience: share
        for audience in case.scenario.audiences
        if (share := _needs_met(case, rule, audience)) is not None
    }
    if not shares:
        return None
    reached = [word for word in case.of(StatementIssued) if any(word.answered.values())]
    part = Text(fr="{name} : {share}", en="{name}: {share}")
    said = [fill(part, name=a.name, share=percent(p / 100)) for a, p in shares.items()]
    heard = _heard_out(case, rule)
    if heard is not None:
        said.append(fill(rule.says["helpline"], share=percent(heard / 100)))
    items = [*shares.values(), *([heard] if heard is not None else [])]
    return case.finding(
        sum(items) / len(items),
        [*reached, *case.of(HelplineOverloaded)],
        "met" if any(shares.values()) else "none",
        shares=listed(said),
        names=listed([audience.name for audience in shares]),
    )


def _heard_out(case: Case, rule: Criterion) -> float | None:
    """Return the points for those who called a helpline and got through, or None without calls."""
    hours = case.of(HelplineCounted)
    calls = sum(hour.calls for hour in hours)
    if not calls:
        return None
    answered = sum(hour.answered for hour in hours)
    called_back = sum(hour.called_back for hour in hours)
    return 100 * (answered + rule.constants["called_back"] * called_back) / calls


def _needs_met(case: Case, rule: Criterion, audience: Audience) -> float | None:
    """Return the mean points over the topics an audience needs; None when there are none."""
    topics = [_topic_met(case, rule, audience, t) for t in rule.needs.get(audience.kind, ())]
    scored = [points for points in topics if points is not None]
    return sum(scored) / len(scored) if scored else None


def _topic_met(case: Case, rule: Criterion, audience: Audience, topic: str) -> float | None:
    facts = [f.id for f in case.scenario.facts if f.topic == topic and f.id in case.due]
    if not facts:
        return None
    weights = case.scenario.weights
    reached = {fact: _first_answer(case, audience.id, fact) for fact in facts}
    points = sum(
        weights[fact] * _freshness(case, rule, fact, word)
        for fact, word in reached.items()
        if word is not None
    )
    return points / sum(weights[fact] for fact in facts)


def _first_answer(case: Case, audience: str, fact: str) -> StatementIssued | None:
    words = case.of(StatementIssued)
    return next((word for word in words if fact in word.answered.get(audience, ())), None)


def consistency(case: Case, rule: Criterion) -> Finding:
    """Judge whether the organisation contradicted itself."""
    clashes = case.of(Contradiction)
    points = max(0.0, 100 - rule.constants["contradiction_cost"] * len(clashes))
    one = Text(fr="contradiction", en="contradiction")
    many = Text(fr="contradictions", en="contradictions")
    return case.finding(
        case.cover * points,
        [*clashes, *case.telling],
        ("clash" if clashes else "steady") if case.cover else "silent",
        clashes=count(len(clashes), one, many),
        words=_messages(len(case.of(StatementIssued))),
        share=percent(case.told_share),
    )


def discretion(case: Case, rule: Criterion) -> Finding | None:
    """Judge whether what had to be withheld was; left out when nothing had to be."""
    secret = [fact.id for fact in case.scenario.facts if fact.withhold]
    if not secret:
        return None
    slipped = slips(case)
    given = {fact for slip in slipped for fact in slip.facts}
    points = max(0.0, 100 - rule.constants["given_away_cost"] * len(given))
    return case.finding(
        case.cover * points,
        [*(slip.entry for slip in slipped), *case.telling],
        ("slipped" if given else "kept") if case.cover else "silent",
        given=len(given),
        secrets=len(secret),
        share=percent(case.told_share),
    )


TRANSPARENCY: dict[str, Callable[[Case, Criterion], Finding | None]] = {
    "disclosure": disclosure,
    "truthfulness": truthfulness,
    "content": content,
    "responsibility": responsibility,
    "fit": fit,
    "consistency": consistency,
    "discretion": discretion,
}
