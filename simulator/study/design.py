"""What a study plays: a scenario, plans, seeds, and the digest that tells two studies apart."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.scenario import Decision, Scenario
from simulator.study.release import release
from simulator.study.replication import Job, Replication, replicate

Plan = tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Design:
    """A scenario and the plans compared on it, by name; every plan meets the same seeds."""

    scenario: Scenario
    arms: Mapping[str, Plan]

    def play(self, job: Job) -> Replication:
        """Play one run."""
        return replicate(self.scenario, self.arms[job.arm], job)

    def jobs(self, seeds: Sequence[int]) -> list[Job]:
        """Return every plan under every seed, all plans of a seed together."""
        return [Job(arm, seed) for seed in seeds for arm in self.arms]

    def described(self) -> dict[str, Any]:
        """Return what the results depend on, beside the seeds: release and digests."""
        return {
            "release": release(),
            "scenario": self.scenario.id,
            "scenario_digest": _digest(self.scenario.model_dump(mode="json")),
            "arms": {arm: _digest(_plain(plan)) for arm, plan in self.arms.items()},
        }


def _plain(plan: Plan) -> list[dict[str, Any]]:
    return [decision.model_dump(mode="json", exclude={"origin"}) for decision in plan]


def _digest(value: object) -> str:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
