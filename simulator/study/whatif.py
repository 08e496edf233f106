"""What if: single changes to a plan, each under the same luck, ranked by what they are worth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.engine import run
from simulator.journal.names import CHANNELS, DECISIONS
from simulator.scenario import Decision, Scenario
from simulator.scenario.kinds import DIRECTION
from simulator.study.changes import Change, dropped, shifted
from simulator.study.compare import Difference, difference
from simulator.study.design import Design, Plan
from simulator.study.doctrine import missing
from simulator.study.replication import Job, Replication
from simulator.study.workers import Workers
from simulator.text import Text

BASE = "as-played"
# By how much each decision is tried earlier and later, minutes.
SHIFT = 180.0
# Every change is looked at over a few seeds; those that seem to matter, over all of them.
FEW, KEPT = 3, 12
RANKED = ("reactivity", "transparency", "belief")


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change is worth: paired differences to the plan as played."""

    change: Change
    difference: Difference


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The changes that were tried over all seeds, those that move most first."""

    runs: int
    tried: int
    effects: tuple[Effect, ...]

    def ranked(self, value: str) -> list[Effect]:
        """Return the effects whose interval leaves zero out, those that help `value` most first."""
        sign = -1.0 if value in ("belief", "misinformed") else 1.0
        sure = [e for e in self.effects if not e.difference.values[value].crosses_zero]
        return sorted(sure, key=lambda e: -sign * e.difference.values[value].value)


def every_change(scenario: Scenario, plan: Plan, seed: int) -> list[Change]:
    """Return every decision earlier, later and absent, and what doctrine would have added."""
    journal = run(scenario, plan, seed)
    return [*missing(scenario, plan, journal), *_single(scenario, plan)]


def _single(scenario: Scenario, plan: Plan) -> Iterator[Change]:
    hours = f"{SHIFT / 60:g} h"
    for decision in (each for each in plan if each.do not in DIRECTION):
        name = describe(scenario, decision)
        for minutes, fr, en in ((-SHIFT, "plus tôt", "earlier"), (SHIFT, "plus tard", "later")):
            if 0 <= decision.at + minutes < scenario.horizon:
                yield Change(
                    f"{decision.id}{'-' if minutes < 0 else '+'}{hours.replace(' ', '')}",
                    Text(fr=f"{name.fr} {hours} {fr}", en=f"{name.en} {hours} {en}"),
                    shifted(scenario, plan, decision.id, minutes),
                )
        yield Change(
            f"{decision.id}-absent",
            Text(fr=f"sans {name.fr}", en=f"without {name.en}"),
            dropped(plan, [decision.id]),
        )


def describe(scenario: Scenario, decision: Decision) -> Text:
    """Return a decision in words: what, when, and its id."""
    at = scenario.clock.local(decision.at)
    what = DECISIONS.get(decision.do, Text(fr=decision.do, en=decision.do))
    channel = next(iter(getattr(decision, "channels", ())), None)
    what = CHANNELS[channel] if decision.do == "publish" and channel in CHANNELS else what
    return Text(
        fr=f"« {what.fr} » du {at:%d/%m à %H:%M} ({decision.id})",
        en=f"“{what.en}” of {at:%d/%m at %H:%M} ({decision.id})",
    )


def design(scenario: Scenario, plan: Plan, changes: Sequence[Change]) -> Design:
    """Return the plan and its changes side by side."""
    return Design(scenario, {BASE: plan} | {change.name: change.plan for change in changes})


def explore(
    scenario: Scenario, plan: Plan, changes: Sequence[Change], seeds: Sequence[int],
    workers: Workers,
) -> Iterator[Replication]:  # fmt: skip
    """Yield runs: all changes over FEW seeds, then the KEPT that matter over the other seeds."""
    studied = design(scenario, plan, changes)
    first = list(workers.play(studied, studied.jobs(seeds[:FEW])))
    yield from first
    kept = [BASE, *(effect.change.name for effect in effects(changes, first)[:KEPT])]
    jobs = [Job(arm, seed) for seed in seeds[FEW:] for arm in kept]
    yield from workers.play(studied, jobs)


def effects(changes: Sequence[Change], runs: Sequence[Replication]) -> list[Effect]:
    """Return what each change is worth over the seeds it met, the largest effect first."""
    arms: dict[str, dict[int, Replication]] = {}
    for each in runs:
        arms.setdefault(each.arm, {})[each.seed] = each
    found = [
        Effect(change, difference(change.name, BASE, arms[change.name], arms[BASE]))
        for change in changes
        if change.name in arms
    ]
    return sorted(found, key=_size, reverse=True)


def _size(effect: Effect) -> float:
    """Return how much a change moves, points of the overall score or per cent believing."""
    values = effect.difference.values
    return max(abs(values["overall"].value), 100 * abs(values["belief"].value))


def whatif(changes: Sequence[Change], runs: Sequence[Replication]) -> WhatIf:
    """Return the changes that met every seed, ranked; the others were tried and set aside."""
    seeds = {each.seed for each in runs if each.arm == BASE}
    met: dict[str, set[int]] = {}
    for each in runs:
        met.setdefault(each.arm, set()).add(each.seed)
    whole = [change for change in changes if met.get(change.name) == seeds]
    return WhatIf(len(seeds), len(changes), tuple(effects(whole, runs)))
