"""Truthfulness: nothing false, nothing beyond what was known, nothing dug out by others."""

from simulator.journal.entries import (
    ClaimContradicted,
    ClaimCorrected,
    ClaimDoubted,
    ClaimMade,
    Entry,
    FactCameOut,
    RevisedDownward,
)
from simulator.score.case import Case, Finding
from simulator.score.criteria import Criterion
from simulator.score.words import fill, listed, number, percent
from simulator.text import Text


def truthfulness(case: Case, rule: Criterion) -> Finding:
    """Judge what was asserted against what is true and what was known; found out or not."""
    cost = _false(case, rule) + _beyond(case, rule) + _revised(case, rule) + _dug_out(case, rule)
    faults = _faults(case)
    return case.finding(
        case.cover * max(0.0, 100 - cost),
        [*faults, *case.telling],
        _sentence(case, bool(faults)),
        faults=_faults_said(case, rule),
        share=percent(case.told_share),
    )


def _sentence(case: Case, faulty: bool) -> str:
    if faulty:
        return "faulty"
    if not case.cover:
        return "silent"
    return "clean" if case.cover == 1 else "partial"


def _worst(case: Case, false: bool) -> dict[str, float]:
    """Return for each false (or exaggerated) claim how strong it was, halved if taken back first.

    A false claim is as strong as its certainty; an exaggerated one as what goes beyond the facts.
    """
    certainty = {claim.id: claim.certainty for claim in case.scenario.claims}
    worst: dict[str, float] = {}
    for made in case.of(ClaimMade):
        strength = certainty.get(made.claim, made.beyond) if false else made.beyond
        if made.false == false and strength > 0:
            strength *= 0.5 if _owned_up(case, made.claim) else 1.0
            worst[made.claim] = max(strength, worst.get(made.claim, 0.0))
    return worst


def _owned_up(case: Case, claim: str) -> bool:
    """Return whether a claim was taken back before others showed it to be wrong."""
    mine = [entry.id for entry in case.of(ClaimCorrected) if entry.claim == claim]
    theirs = [entry.id for entry in case.of(ClaimContradicted) if entry.claim == claim]
    return bool(mine) and (not theirs or mine[0] < theirs[0])


def _false(case: Case, rule: Criterion) -> float:
    return rule.constants["false_cost"] * sum(_worst(case, false=True).values())


def _beyond(case: Case, rule: Criterion) -> float:
    strengths = _worst(case, false=False).values()
    return rule.constants["beyond_cost"] * max(strengths, default=0.0)


def _revised(case: Case, rule: Criterion) -> float:
    return rule.constants["revision_cost"] * len(case.of(RevisedDownward))


def _dug_out(case: Case, rule: Criterion) -> float:
    weights = case.scenario.weights
    found = sum(weights.get(entry.fact, 0.0) for entry in _withheld(case))
    return rule.constants["dug_out_cost"] * found / sum(weights.values()) if found else 0.0


def _withheld(case: Case) -> list[FactCameOut]:
    return [entry for entry in case.of(FactCameOut) if entry.withheld]


def _faults(case: Case) -> list[Entry]:
    """Return every entry that speaks against, or for, the truth of what was said."""
    wrong = {**_worst(case, false=True), **_worst(case, false=False)}
    claims: list[ClaimMade | ClaimDoubted | ClaimContradicted | ClaimCorrected] = [
        *case.of(ClaimMade),
        *case.of(ClaimDoubted),
        *case.of(ClaimContradicted),
        *case.of(ClaimCorrected),
    ]
    about = [entry for entry in claims if entry.claim in wrong]
    return [*about, *case.of(RevisedDownward), *_withheld(case)]


def _faults_said(case: Case, rule: Criterion) -> Text:
    false, beyond = _worst(case, false=True), _worst(case, false=False)
    counts = {
        "false": len(false),
        "beyond": len(beyond),
        "taken_back": sum(_owned_up(case, claim) for claim in {**false, **beyond}),
        "revised": len(case.of(RevisedDownward)),
        "dug_out": len(_withheld(case)),
    }
    return listed([_counted(rule, fault, n) for fault, n in counts.items() if n])


def _counted(rule: Criterion, fault: str, n: int) -> Text:
    return fill(rule.says[f"{'one' if n == 1 else 'many'}_{fault}"], n=number(n))
