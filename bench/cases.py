"""Every shipped case and variant with its plans, and one bad turn at a time."""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from typing import Any

from simulator import load, load_decisions, run, score
from simulator.scenario import Decision, Scenario, decision_sets, shipped
from simulator.scenario.decisions import CorrectClaim
from simulator.score import Scorecard

Plan = tuple[Decision, ...]


def cases() -> list[str]:
    """Return the names of all cases, variants spelt out: franchisee-theft:networked."""
    found = []
    for name in shipped():
        variants = load(name).variants
        found += [f"{name}:{variant.id}" for variant in variants] or [name]
    return found


@cache
def case(name: str) -> Scenario:
    """Return a case by its name."""
    return load(name)


@cache
def plan(name: str, which: str) -> Plan:
    """Return a decision set of a case; 'usual' is the historical or the typical one."""
    sets = decision_sets(case(name))
    usual = "historical" if "historical" in sets else "typical"
    return load_decisions(case(name), usual if which == "usual" else which)


def judged(name: str, decisions: Iterable[Decision], seed: int) -> Scorecard:
    """Return the scorecard of one run."""
    return score(run(case(name), decisions, seed), case(name))


def _one(job: tuple[str, Plan, int]) -> Scorecard:
    return judged(*job)


def many(name: str, decisions: Iterable[Decision], seeds: Iterable[int]) -> list[Scorecard]:
    """Return the scorecards of a plan under several seeds, on two processes."""
    jobs = [(name, tuple(decisions), seed) for seed in seeds]
    with ProcessPoolExecutor(2) as pool:
        return list(pool.map(_one, jobs, chunksize=8))


def points(card: Scorecard) -> dict[str, float]:
    """Return the points of every criterion by its id."""
    rows = (*card.reactivity.criteria, *card.transparency.criteria)
    return {row.id: row.score for row in rows}


_MANY = 1000


def believing(name: str, card: Scorecard) -> float:
    """Return the mean share that believes the worst, over audiences of a thousand or more.

    In smaller ones a single person is a jump of per cents.
    """
    large = {audience.id for audience in case(name).audiences if audience.headcount >= _MANY}
    shares = [row.belief for row in card.outcome.audiences if row.audience in large]
    return sum(shares) / len(shares)


def edited(decisions: Iterable[Decision], keep: Any = None, **update: Any) -> Plan:
    """Return the decisions with `update` made to those for which `keep` holds."""
    return tuple(
        d.model_copy(update={k: v for k, v in update.items() if hasattr(d, k)})
        if keep is None or keep(d)
        else d
        for d in decisions
    )


def without(decisions: Iterable[Decision], drop: Any) -> Plan:
    """Return the decisions but those for which `drop` holds."""
    return tuple(decision for decision in decisions if not drop(decision))


def says(decision: Decision) -> bool:
    """Return whether a decision is a message."""
    return decision.do in ("publish", "hold_conference", "brief_employees", "correct_claim")


def corrected(decisions: Iterable[Decision], claim: str, said: float) -> Plan:
    """Return the decisions with a claim taken back in public, a day after it was `said`."""
    defaults = {k: v.default for k, v in CorrectClaim.model_fields.items() if not v.is_required()}
    given = {"id": "taken-back", "at": said + 24 * 60, "do": "correct_claim", "claim": claim}
    back = CorrectClaim.model_construct(**{**defaults, **given, "channels": ("press_release",)})
    return tuple(sorted([*decisions, back], key=lambda decision: decision.at))


def later(decisions: Iterable[Decision], minutes: float, horizon: float) -> Plan:
    """Return the messages so much later, announced dates too; the rest as it was."""
    moved = []
    for decision in decisions:
        due = getattr(decision, "next_update", None)
        if not says(decision):
            moved.append(decision)
        elif decision.at + minutes < horizon:
            update = {"at": decision.at + minutes}
            update |= {"next_update": due + minutes} if due is not None else {}
            moved.append(decision.model_copy(update=update))
    return tuple(sorted(moved, key=lambda decision: decision.at))
