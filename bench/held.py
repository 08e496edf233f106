"""An ensemble whose runs arrive ready-made: what the process that asks holds. `-m bench.held N`."""

import pickle
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bench.floor import gemalto
from simulator.study.design import Design
from simulator.study.ensemble import ensemble, jobs
from simulator.study.replication import Job, Replication

ARM = "historical"


class Copies:
    """Workers that play one run and send it again and again, as another process would."""

    def play(self, design: Design, jobs: Iterable[Job]) -> Iterator[Replication]:
        """Yield a run for each job, in the order of the jobs."""
        sent = pickle.dumps(design.play(Job(ARM, 1)))
        for job in jobs:
            yield replace(pickle.loads(sent), seed=job.seed, varied=job.varied)


def main() -> None:
    """Summarise an ensemble of so many replications."""
    design, seeds = gemalto(), range(1, int(sys.argv[1]) + 1)
    ensemble(ARM, Copies().play(design, jobs(design, ARM, seeds)))


if __name__ == "__main__":
    main()
