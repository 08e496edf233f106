"""A small study, played for real, and runs made up where only their numbers matter."""

from collections.abc import Iterable, Iterator

from simulator.score.criteria import LETTERS
from simulator.streams import Source
from simulator.study.compare import COMPARED
from simulator.study.design import Design, Plan
from simulator.study.replication import Job, Replication
from tests.builders import a_scenario, decided

SMALL = a_scenario()
PLAN = decided(SMALL)
GRADES = [*(letter for _, letter in LETTERS), "F"]


def a_design(**arms: Plan) -> Design:
    """Return a study of these plans; with none, of the small plan beside silence."""
    return Design(SMALL, arms or {"plan": PLAN, "silence": ()})


def a_run(
    arm: str = "plan", seed: int = 1, varied: Source | None = None, grade: str = "B",
    **values: float,
) -> Replication:  # fmt: skip
    """Return a made-up run; every number that is not given is 0."""
    numbers = dict.fromkeys((*COMPARED, "clocks_missed"), 0.0) | values
    return Replication(arm, seed, varied, grade, numbers, {"trust": (0.5, 0.5 + seed / 100)})


def invented(job: Job) -> Replication:
    """Return a made-up run of a job: another job has other numbers."""
    return a_run(job.arm, job.seed, job.varied, overall=len(job.arm) + job.seed / 7)


class Inventing:
    """Workers that play nothing and keep count of what they were asked for."""

    def __init__(self) -> None:
        self.asked: list[Job] = []

    def play(self, design: Design, jobs: Iterable[Job]) -> Iterator[Replication]:
        for job in jobs:
            self.asked.append(job)
            yield invented(job)


class Judging(Inventing):
    """Workers that like public words, the more the better; no luck in it."""

    def play(self, design: Design, jobs: Iterable[Job]) -> Iterator[Replication]:
        for job in jobs:
            self.asked.append(job)
            words = sum(d.do in ("publish", "hold_conference") for d in design.arms[job.arm])
            yield a_run(job.arm, job.seed, overall=float(words))
