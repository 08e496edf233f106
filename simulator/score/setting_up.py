"""Set-up: the cell met, inquiries were ordered and spokespeople were named, in the first hours."""

from math import inf

from simulator.journal.entries import DecisionTaken, Entry, ServiceStarted
from simulator.scenario.shapes import Fact
from simulator.score.case import Case, Finding
from simulator.score.criteria import Criterion
from simulator.score.waking import hl
from simulator.score.words import fill, number, since
from simulator.text import Text

_AWARE = Text(fr="la prise de connaissance", en="becoming aware")


def set_up(case: Case, rule: Criterion) -> Finding:
    """Judge when the cell met, inquiries were ordered and spokespeople were named.

    From the story, or from the minute the team knew that something had happened.
    """
    cell, voices = _cell(case), _first(case, "name_spokespeople")
    points = [_points(case, rule, "cell", cell), _points(case, rule, "spokesperson", voices)]
    points += _inquiry_points(case, rule)
    orders = _orders(case)
    return case.finding(
        sum(points) / len(points),
        [_origin(case), cell, voices, *orders.values(), *case.missing(*_kinds(case))],
        "steps" if case.scenario.investigations else "no_investigation",
        since=_AWARE if case.alerted < case.broke else case.story,
        cell=since(cell, case.alerted),
        spokesperson=since(voices, case.alerted),
        inquiries=_inquiries_said(case, rule, orders),
    )


def _kinds(case: Case) -> list[str]:
    looked = ["investigate"] if case.scenario.investigations else []
    return ["activate_cell", "name_spokespeople", *looked]


def _origin(case: Case) -> Entry:
    return case.aware if case.aware and case.alerted < case.broke else case.origin


def _first(case: Case, do: str) -> Entry | None:
    return next((entry for entry in case.of(DecisionTaken) if entry.do == do), None)


def _cell(case: Case) -> Entry | None:
    """Return when the cell first met; the insurer's crisis cell is a crisis cell too."""
    lent = [e for e in case.of(ServiceStarted) if e.service == "crisis_cell"]
    own = _first(case, "activate_cell")
    met: list[Entry] = [*lent, *([own] if own else [])]
    return min(met, key=lambda entry: entry.at, default=None)


def _points(case: Case, rule: Criterion, step: str, taken: Entry | None) -> float:
    return _at(case, rule, step, taken.at if taken else inf)


def _at(case: Case, rule: Criterion, step: str, at: float) -> float:
    if at == inf:
        return 0.0
    free, half_life = rule.constants[f"{step}_free"], rule.constants[f"{step}_half_life"]
    return hl(case.hours(case.alerted, at), free, half_life)


def _orders(case: Case) -> dict[str, Entry]:
    """Return the first order of each inquiry."""
    taken = [entry for entry in case.of(DecisionTaken) if entry.do == "investigate"]
    return {str(entry.decision.get("investigation")): entry for entry in reversed(taken)}


def _inquiry_points(case: Case, rule: Criterion) -> list[float]:
    """Return the points for looking into things, each fact by its weight; none where none need be.

    By facts, so that a scenario which cuts one inquiry in three asks no more of anybody.
    """
    orders = _orders(case)
    facts = [f for f in case.scenario.facts if f.investigation and _asks(case, rule, orders, f)]
    if not facts:
        return []
    weights = [case.scenario.weights.get(fact.id, 0.0) for fact in facts]
    weights = weights if sum(weights) else [1.0] * len(facts)
    points = [_at(case, rule, "investigation", _looked_into(case, orders, f)) for f in facts]
    return [sum(w * p for w, p in zip(weights, points, strict=True)) / sum(weights)]


def _asks(case: Case, rule: Criterion, orders: dict[str, Entry], fact: Fact) -> bool:
    """Return whether a fact had to be looked into: not when it was learnt in time without."""
    known = case.known.get(fact.id)
    if known is None or fact.investigation in orders:
        return True
    return case.hours(case.alerted, known.at) > rule.constants["investigation_free"]


def _looked_into(case: Case, orders: dict[str, Entry], fact: Fact) -> float:
    """Return when a fact was looked into; an order after it was known came no later than that."""
    ordered, known = orders.get(fact.investigation or ""), case.known.get(fact.id)
    if ordered is None:
        return inf
    return min(ordered.at, known.at) if known else ordered.at


def _inquiries_said(case: Case, rule: Criterion, orders: dict[str, Entry]) -> Text:
    """Return how many inquiries were ordered, and when the last one was."""
    if not orders:
        return rule.says["none_ordered"]
    last = max(orders.values(), key=lambda entry: entry.at)
    possible = len(case.scenario.investigations)
    said = "one" if possible == 1 else "ordered"
    return fill(
        rule.says[said],
        n=number(len(orders)),
        possible=number(possible),
        last=since(last, case.alerted),
    )
