"""Who plays the runs: this process, several, or a cluster; always in the order asked."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import parent_process
from threading import Thread
from typing import Protocol

from simulator.study.design import Design
from simulator.study.replication import Job, Replication

# Runs handed to a worker at a time, and how many such batches wait for each: enough that nobody
# idles, few enough that memory does not grow with the number of runs.
BATCH, AHEAD = 4, 3


class Workers(Protocol):
    """Whoever plays runs."""

    def play(self, design: Design, jobs: Iterable[Job]) -> Iterator[Replication]:
        """Yield the run of each job, in the order of the jobs."""
        ...


class Pending(Protocol):
    """A batch under way."""

    def result(self) -> list[Replication]:
        """Wait for its runs."""
        ...


class Alone:
    """This process, one run after the other."""

    def play(self, design: Design, jobs: Iterable[Job]) -> Iterator[Replication]:
        """Yield the run of each job, in the order of the jobs."""
        return map(design.play, jobs)


class Processes:
    """Several processes of this machine."""

    def __init__(self, count: int) -> None:
        """Ask for `count` processes, 1 or more."""
        self.count = count

    def play(self, design: Design, jobs: Iterable[Job]) -> Iterator[Replication]:
        """Yield the run of each job, in the order of the jobs."""
        with ProcessPoolExecutor(self.count, initializer=_take, initargs=(design,)) as pool:
            try:
                yield from in_order(
                    lambda batch: pool.submit(_play, batch), jobs, AHEAD * self.count
                )
            finally:
                pool.shutdown(cancel_futures=True)


def in_order(
    submit: Callable[[Sequence[Job]], Pending],
    jobs: Iterable[Job],
    ahead: int,
) -> Iterator[Replication]:
    """Yield results in the order of the jobs, with at most `ahead` batches under way."""
    batches = _batches(iter(jobs))
    waiting = deque(submit(batch) for batch in islice(batches, ahead))
    while waiting:
        done = waiting.popleft().result()
        waiting.extend(submit(batch) for batch in islice(batches, 1))
        yield from done


def _batches(jobs: Iterator[Job]) -> Iterator[tuple[Job, ...]]:
    while batch := tuple(islice(jobs, BATCH)):
        yield batch


_design: Design | None = None


def _take(design: Design) -> None:
    """Keep what is played: it is sent to a process once. Ctrl-C is for the one who asked."""
    global _design
    _design = design
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """End when the one who asked was killed: nobody else would ever tell this process to."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _play(jobs: Sequence[Job]) -> list[Replication]:
    assert _design is not None
    return [_design.play(job) for job in jobs]
