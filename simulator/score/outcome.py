"""The outcome: what happened beside the score, never mixed into it."""

from typing import get_args

from simulator.journal.entries import (
    ArticlePublished,
    CallLost,
    CallRang,
    ClockMissed,
    CustomersCounted,
    FactCameOut,
    HarmCounted,
    HelplineCounted,
    OpinionMeasured,
    PromiseMissed,
    Tone,
)
from simulator.scenario.shapes import Audience
from simulator.score.case import Case
from simulator.score.clocks import exposure
from simulator.score.cost import cost
from simulator.score.scorecard import AudienceOutcome, Outcome


def outcome(case: Case) -> Outcome:
    """Return what became of opinion, coverage, calls and price; no audiences before a measure."""
    articles, measures = case.of(ArticlePublished), case.of(OpinionMeasured)
    tones = [article.tone for article in articles]
    listed = case.scenario.organisation.listed and measures
    audiences = enumerate(case.scenario.audiences) if measures else ()
    harm, custom, hours = case.of(HarmCounted), case.of(CustomersCounted), case.of(HelplineCounted)
    taken = bool(case.scenario.data_taken)
    return Outcome(
        audiences=tuple(_audience(case, place, audience) for place, audience in audiences),
        articles=len(articles),
        tone={tone: tones.count(tone) for tone in get_args(Tone)},
        with_account=sum(article.account for article in articles),
        calls=len(case.of(CallRang)),
        calls_lost=len(case.of(CallLost)),
        promises_missed=len(case.of(PromiseMissed)),
        clocks_missed=len(case.of(ClockMissed)),
        sanction_exposure=exposure(case),
        facts_came_out=len(case.of(FactCameOut)),
        lowest_return=min(m.abnormal_return for m in measures) if listed else None,
        last_return=measures[-1].abnormal_return if listed else None,
        cost=cost(case),
        harmed=_people(harm[-1].harmed if harm else {}) if taken else None,
        customers_left=_people(custom[-1].left if custom else {}) if taken else None,
        customers_returned=_people(custom[-1].returned if custom else {}) if taken else None,
        helpline_calls=sum(hour.calls for hour in hours),
        helpline_abandoned=sum(hour.abandoned for hour in hours),
        helpline_cost=sum(hour.cost for hour in hours),
    )


def _people(by_audience: dict[str, int]) -> int:
    return sum(by_audience.values())


def _audience(case: Case, place: int, audience: Audience) -> AudienceOutcome:
    measures, people = case.of(OpinionMeasured), audience.headcount
    spreading = [measure.spreaders[place] for measure in measures]
    believing = [y + m.stiflers[place] for y, m in zip(spreading, measures, strict=True)]
    last = measures[-1]
    misled = last.misled[place] / people
    untrue = case.scenario.story.untrue_share * believing[-1] / people
    return AudienceOutcome(
        audience=audience.id,
        peak_spreading=max(spreading) / people,
        peak_belief=max(believing) / people,
        belief=believing[-1] / people,
        account=last.informed[place] / people,
        misled=misled,
        misinformed=min(1.0, untrue + misled),
        trust=last.trust[place],
    )
