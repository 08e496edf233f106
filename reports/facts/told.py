"""Each partner: when it was told, and when it joined."""

from dataclasses import dataclass

from reports.facts.run import Run
from simulator.journal.entries import PartnerInformed, PartnerJoined
from simulator.scenario.others import Partner


@dataclass(frozen=True, slots=True)
class Told:
    """One partner: when it was told, how many minutes after awareness, when it joined."""

    partner: Partner
    informed: PartnerInformed | None
    after: float
    joined: PartnerJoined | None


def told(run: Run) -> list[Told]:
    """Return every partner, in the scenario's order."""
    informed = {entry.partner: entry for entry in reversed(run.of(PartnerInformed))}
    joined = {entry.partner: entry for entry in reversed(run.of(PartnerJoined))}
    found = []
    for partner in run.scenario.partners:
        entry = informed.get(partner.id)
        after = float("inf") if entry is None else entry.at - (run.aware or 0.0)
        found.append(Told(partner, entry, after, joined.get(partner.id)))
    return found
