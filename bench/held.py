"""An ensemble whose runs arrive ready-made: what the process that asks holds. `-m bench.held N`."""

import pickle
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bench.floor import gemalto
from simulator.study.design import Design
from simulator.study.ensemble import ensemble, jobs
from simulator.study.replication import Job, Replication

ARM = "historical"


class Copies:
    """One run, sent again and again as from a file: none is kept."""

    def __init__(self, design: Design, wanted: Sequence[Job]) -> None:
        """Play it."""
        self._sent, self._wanted = pickle.dumps(design.play(Job(ARM, 1))), wanted

    def __len__(self) -> int:
        """Return how many runs there are."""
        return len(self._wanted)

    def __iter__(self) -> Iterator[Replication]:
        """Yield a run for each job, in the order of the jobs."""
        for job in self._wanted:
            yield replace(pickle.loads(self._sent), seed=job.seed, varied=job.varied)


def main() -> None:
    """Summarise an ensemble of so many replications."""
    design, seeds = gemalto(), range(1, int(sys.argv[1]) + 1)
    ensemble(ARM, Copies(design, list(jobs(design, ARM, seeds))))


if __name__ == "__main__":
    main()
