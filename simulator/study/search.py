"""The best plan under a budget of runs: many at a glance, the few best again, one confirmed.

Plans are searched and compared without their texts, so that one that lost a text to a change is
judged like one that kept it: both by what their messages declare.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from simulator.engine import Exercise
from simulator.errors import DrillError
from simulator.journal.entries import DecisionRefused
from simulator.scenario import Scenario, load_decisions
from simulator.scenario.write import as_set, written
from simulator.study.budget import Budget
from simulator.study.confirm import Found
from simulator.study.design import Design, Plan
from simulator.study.following import wordless
from simulator.study.knobs import Turned, knobs
from simulator.study.proposals import Proposals
from simulator.study.replication import Job, Replication, digest
from simulator.study.turning import turned
from simulator.study.workers import Workers
from simulator.text import Text

_BATCH = 6  # plans thought of at a time, whoever plays them: so workers change nothing
_TIRED = 4  # times as many proposals as plans, most of them known already: nothing new comes
# A change that earns less is left out, and a refused decision costs what no change can earn.
PRICE, _REFUSED = 0.02, 100.0
_NAMELESS = Text(fr="plan", en="plan")


class Watchful(Design):
    """A design whose runs say what a search asks: `overall`, and how many were `refused`."""

    def play(self, job: Job) -> Replication:
        """Play one run."""
        exercise = Exercise(self.scenario, job.seed, self.arms[job.arm], job.luck)
        exercise.advance(self.scenario.horizon)
        run = digest(self.scenario, exercise.journal, job)
        refused = float(len(exercise.journal.of(DecisionRefused)))
        return replace(
            run, values={"overall": run.values["overall"], "refused": refused}, curves={}
        )


class Search:
    """A search under way: what was tried and met; stopped at any moment, it knows its best."""

    def __init__(
        self, scenario: Scenario, starts: Mapping[str, Plan], budget: Budget, seed: int,
        workers: Workers,
    ) -> None:  # fmt: skip
        """Start from plans by name, the reference first; nothing has been played."""
        self.scenario, self.budget, self.workers = scenario, budget, workers
        self.seeds = range(seed, seed + budget.seeds)
        self.plans: dict[str, Plan] = dict(starts)
        self.reference = self.start = next(iter(starts))
        self._names = {wordless(starts[name]): name for name in reversed([*starts])}
        self._choices: dict[str, Turned] = {name: {} for name in starts}
        self._met: dict[str, dict[int, Replication]] = {}
        self._round: Sequence[int] = self.seeds[: budget.few]
        self._seed, self.spent = seed, 0

    @property
    def to_beat(self) -> Plan:
        """Return the plan that a better one must beat."""
        return self.plans[self.reference]

    @property
    def fresh(self) -> Sequence[int]:
        """Return the seeds that the search keeps away from."""
        return range(self.seeds.stop, self.seeds.stop + self.budget.fresh)

    def run(self) -> None:
        """Search to the end of the budget, the confirmation left aside."""
        self._play(self.plans, self._round)
        self.start = self.ranked()[0]
        self._look()
        for place, (kept, more) in enumerate(self.budget.rounds):
            if place:
                self._tidy()
            self._play(self._best(kept), self.seeds[len(self._round) :][:more])
            self._round = self.seeds[: len(self._round) + more]

    def ranked(self) -> list[str]:
        """Return the plans that met every seed of the last whole round, the best first."""
        whole = [n for n, met in self._met.items() if all(seed in met for seed in self._round)]
        return sorted(whole, key=self._worth, reverse=True)

    def mean(self, name: str) -> float:
        """Return the mean score of a plan over the last whole round."""
        met = self._met[name]
        return sum(met[seed].values["overall"] for seed in self._round) / len(self._round)

    @property
    def found(self) -> Found:
        """Return what there is so far."""
        best = next(iter(self.ranked()), self.start)
        known = best in self.ranked()
        means = (self.mean(self.start), self.mean(best)) if known else (0.0, 0.0)
        seeds = len(self._round) if known else 0
        tried = len(self._met)
        return Found(
            self.start, self.reference, self.plans[best], tried, self.spent, seeds, means
        )  # fmt: skip

    def _best(self, kept: int) -> list[str]:
        """Return the best plans, the start always among them."""
        return [self.start, *(n for n in self.ranked() if n != self.start)][:kept]

    def _worth(self, name: str) -> float:
        met = self._met[name]
        refused = max(met[seed].values.get("refused", 0.0) for seed in self._round)
        return self.mean(name) - PRICE * len(self._choices[name]) - _REFUSED * refused

    def _look(self) -> None:
        """Try plans near the best and where the sampler hopes, each over a few seeds."""
        start = self.plans[self.start]
        proposals = Proposals(knobs(self.scenario, start), self._seed)
        tired = _TIRED * self.budget.plans
        while (left := self.budget.plans - len(self._met)) > 0 and proposals.made < tired:
            asked = proposals.ask(min(_BATCH, left))
            names = [self._named(choices) for choices in asked]
            self._play(self._unmet(names), self._round)
            proposals.tell([self._worth(name) if name else None for name in names])

    def _tidy(self) -> None:
        """Try the best plan without each of its changes, then without all that earn nothing."""
        best = self.ranked()[0]
        choices = self._choices[best]
        without = {
            name: self._named({k: c for k, c in choices.items() if k != name})
            for name in list(choices)[: max(0, self.budget.tidied - 1)]
        }
        self._play(self._unmet(without.values()), self._round)
        idle = {k for k, plan in without.items() if plan and self._worth(plan) >= self._worth(best)}
        together = self._named({k: c for k, c in choices.items() if k not in idle})
        self._play(self._unmet([together]), self._round)

    def _unmet(self, names: Iterable[str | None]) -> list[str]:
        """Return the plans that have not met every seed of the last whole round, each once."""
        return [
            n for n in dict.fromkeys(names) if n and len(self._met.get(n, ())) < len(self._round)
        ]

    def _named(self, choices: Turned) -> str | None:
        """Return the name of the plan that choices make, None when it cannot be played."""
        plan = turned(self.scenario, self.plans[self.start], choices)
        bare = wordless(plan)
        if bare not in self._names:
            if not playable(self.scenario, bare):
                return None
            name = f"plan-{len(self._names)}"
            self.plans[name], self._names[bare] = plan, name
            self._choices[name] = {k: c for k, c in choices.items() if c is not None}
        return self._names[bare]

    def _play(self, names: Iterable[str], seeds: Sequence[int]) -> None:
        design = Watchful(self.scenario, {name: wordless(self.plans[name]) for name in names})
        jobs = [job for job in design.jobs(seeds) if job.seed not in self._met.get(job.arm, {})]
        for run in self.workers.play(design, jobs) if jobs else ():
            self.spent += 1
            self._met.setdefault(run.arm, {})[run.seed] = run


def playable(scenario: Scenario, plan: Plan) -> bool:
    """Return whether a plan, written as a file, passes the checks of one."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "plan.yaml"
        file.write_text(
            written(scenario.clock, as_set(_NAMELESS, _NAMELESS, plan)), encoding="utf-8"
        )
        try:
            load_decisions(scenario, file)
        except DrillError:
            return False
    return True
