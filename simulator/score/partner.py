"""Partners: how soon they were told."""

from simulator.journal.entries import BecameAware, PartnerInformed
from simulator.scenario.others import Partner
from simulator.score.case import Case, Finding
from simulator.score.criteria import Criterion
from simulator.score.waking import hl
from simulator.score.words import ALREADY, NEVER, duration, fill, listed
from simulator.text import Text


def partner(case: Case, rule: Criterion) -> Finding | None:
    """Judge how soon after awareness each partner was told; an insurer counts for less."""
    partners, aware = case.scenario.partners, case.aware
    if not partners or aware is None:
        return None
    told = {entry.partner: entry for entry in reversed(case.of(PartnerInformed))}
    weights = [rule.constants["insurer_weight"] if p.role == "insurer" else 1.0 for p in partners]
    points = [_points(case, rule, aware, told.get(p.id)) for p in partners]
    return case.finding(
        sum(w * p for w, p in zip(weights, points, strict=True)) / sum(weights),
        [aware, *told.values(), *case.missing("inform_partner")],
        "delays" if told else "nobody",
        delays=listed([_delay(aware, p, told.get(p.id)) for p in partners]),
        names=listed([p.name for p in partners]),
    )


def _points(case: Case, rule: Criterion, aware: BecameAware, told: PartnerInformed | None) -> float:
    if told is None:
        return 0.0
    hours = case.hours(aware.at, told.at)
    return hl(hours, rule.constants["free"], rule.constants["half_life"])


def _delay(aware: BecameAware, who: Partner, told: PartnerInformed | None) -> Text:
    delay = NEVER
    if told is not None:
        delay = ALREADY if told.at < aware.at else duration(told.at - aware.at)
    return fill(Text(fr="{name} : {delay}", en="{name}: {delay}"), name=who.name, delay=delay)
