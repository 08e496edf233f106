"""What a search came to: its best plan against the reference, on seeds that it has not met."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulator.scenario import Scenario
from simulator.study.compare import COMPARED, Difference, difference
from simulator.study.design import Design, Plan
from simulator.study.following import wordless
from simulator.study.intervals import Interval
from simulator.study.replication import Replication
from simulator.study.workers import Workers

_NOTHING = Interval(0.0, 0.0, 0.0)
_SEEN = 0.05  # points that a reader of one decimal can see
_LEAST = 3  # seeds an interval stands on


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to.

    `on_search` are the means of the start and of the best over the `seeds` of the search; `alike`
    is what the best is worth over the reference on fresh seeds, both without texts, `as_written`
    with them; None when it was stopped before.
    """

    start: str
    reference: str
    plan: Plan
    tried: int
    spent: int
    seeds: int
    on_search: tuple[float, float]
    alike: Difference | None = None
    as_written: Difference | None = None

    @property
    def beats(self) -> bool:
        """Return whether it is surely and visibly better than the reference, texts or not."""
        found = [d.values["overall"] for d in (self.alike, self.as_written) if d]
        return len(found) == 2 and all(f.low > 0 and f.value >= _SEEN for f in found)

    @property
    def same(self) -> bool:
        """Return whether the reference itself came out best of the search."""
        return bool(self.alike and all(v == _NOTHING for v in self.alike.values.values()))


def confirm(
    scenario: Scenario, found: Found, reference: Plan, seeds: Sequence[int], workers: Workers
) -> Found:
    """Return the best against the reference over seeds; the reference where it is no better.

    Raises:
        KeyboardInterrupt: when it is stopped before there is anything to say.
    """
    plans = {"best": found.plan, found.reference: reference}
    design = Design(
        scenario, plans | {f"{name}, bare": wordless(plan) for name, plan in plans.items()}
    )
    met: dict[str, dict[int, Replication]] = {arm: {} for arm in design.arms}
    try:
        for run in workers.play(design, design.jobs(seeds)):
            met[run.arm][run.seed] = run.only(COMPARED)
    except KeyboardInterrupt:
        if min(map(len, met.values())) < _LEAST:
            raise
    written, other, bare, other_bare = met.values()
    alike = difference("best", found.reference, bare, other_bare)
    return replace(
        found,
        plan=found.plan if alike.values["overall"].value > 0 else reference,
        spent=found.spent + sum(map(len, met.values())),
        alike=alike,
        as_written=difference("best", found.reference, written, other),
    )
