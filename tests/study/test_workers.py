"""Who plays a study changes nothing of it."""

from collections import deque
from concurrent.futures import Future
from itertools import count, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.study import workers
from simulator.study.replication import Job
from simulator.study.workers import Alone, Processes, in_order
from tests.study.builders import a_design, invented

JOBS = a_design().jobs([1, 2, 3])


class Office:
    """Where batches are worked on: the latest is finished first."""

    def __init__(self):
        self.under_way, self.most, self.ended = deque(), 0, []

    def submit(self, batch):
        future = Asked(self, batch)
        self.under_way.append(future)
        self.most = max(self.most, len(self.under_way))
        return future

    def finish(self):
        for future in reversed(self.under_way):
            if not future.done():
                self.ended.append(future.batch)
                future.set_result([invented(job) for job in future.batch])


class Asked(Future):
    """One batch; whoever waits for it has all the others finished before it."""

    def __init__(self, office, batch):
        super().__init__()
        self.office, self.batch = office, batch

    def result(self, timeout=None):
        self.office.finish()
        self.office.under_way.remove(self)
        return super().result(timeout)


def some_jobs(number):
    return [Job("plan", seed) for seed in range(number)]


@given(st.integers(0, 60), st.integers(1, 9))
def test_runs_come_in_the_order_asked(number, ahead):
    """A file of results is the same whichever process was quickest."""
    jobs = some_jobs(number)
    assert list(in_order(Office().submit, jobs, ahead)) == [invented(job) for job in jobs]


def test_later_batches_may_end_first():
    """The test above would pass in an office that works in order."""
    office = Office()
    list(in_order(office.submit, some_jobs(20), 3))
    assert office.ended[0][0].seed > office.ended[1][0].seed


@given(st.integers(0, 60), st.integers(1, 9))
def test_few_batches_are_under_way(number, ahead):
    """A million runs must not be in memory at once."""
    office = Office()
    list(in_order(office.submit, some_jobs(number), ahead))
    batches = -(-number // workers.BATCH)
    assert office.most == min(ahead, batches)


def test_jobs_are_drawn_as_needed():
    """Nor must a million jobs that nobody has begun."""
    drawn = []
    endless = (drawn.append(seed) or Job("plan", seed) for seed in count())
    taken = list(islice(in_order(Office().submit, endless, 3), 20))
    assert [run.seed for run in taken] == list(range(20))
    assert len(drawn) <= 20 + (3 + 1) * workers.BATCH


@pytest.mark.parametrize("size", [1, 2, 5, 100])
def test_size_of_batches_does_not_matter(monkeypatch, size):
    """It is chosen for speed alone."""
    monkeypatch.setattr(workers, "BATCH", size)
    jobs = some_jobs(11)
    assert list(in_order(Office().submit, jobs, 2)) == [invented(job) for job in jobs]


def test_two_processes_play_what_one_plays(monkeypatch):
    """Workers are for speed; a run depends on its job alone."""
    monkeypatch.setattr(workers, "BATCH", 2)
    jobs = [*JOBS, Job("plan", 1, "press")]
    assert list(Processes(2).play(a_design(), jobs)) == list(Alone().play(a_design(), jobs))


def test_order_of_jobs_does_not_matter():
    """No run leaves anything behind for the next one."""
    forth = list(Alone().play(a_design(), JOBS))
    back = list(Alone().play(a_design(), JOBS[::-1]))
    assert back[::-1] == forth


def test_no_jobs_are_no_runs():
    """A study that is whole on file asks for nothing."""
    assert list(Processes(2).play(a_design(), [])) == list(Alone().play(a_design(), [])) == []


def test_stopping_early_stops_the_processes():
    """Whoever has seen enough gets the machine back."""
    played = Processes(1).play(a_design(), (Job("silence", seed) for seed in count()))
    assert next(played).seed == 0
    played.close()
    assert list(played) == []
