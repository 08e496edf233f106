"""A cluster plays what one process plays, and says what is wrong with it."""

import os
import signal
import sys
import time
from itertools import count, islice
from types import SimpleNamespace

import numpy as np
import pytest

from simulator.errors import DrillError
from simulator.study import cluster as clusters
from simulator.study import release as releases
from simulator.study.cluster import Cluster
from simulator.study.release import release
from simulator.study.store import Kept, Store
from simulator.study.workers import Alone, Processes
from tests.clusters import a_local_cluster
from tests.study.builders import a_design

DESIGN = a_design()
JOBS = DESIGN.jobs(range(20))


@pytest.fixture
def team(office):
    """Return these two as workers of a study, both of them there."""
    office.wait_for_workers(2, timeout=60)
    return Cluster(office.scheduler_address)


def asked(office, function, *arguments, workers=None):
    """Call a function on workers; return what it gave, by worker."""
    from distributed import Client

    with Client(office.scheduler_address, set_as_default=False) as client:
        return client.run(function, *arguments, workers=workers)


def kill(office, number):
    """Kill workers as a machine that is switched off would."""
    for pid in islice(asked(office, os.getpid).values(), number):
        os.kill(pid, signal.SIGKILL)


def soon(true, seconds=20):
    """Return whether something comes true within seconds."""
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    return true()


def pretend(numpy):
    """Have a worker report another NumPy; None for its own again."""
    releases.np = SimpleNamespace(__version__=numpy) if numpy else np
    release.cache_clear()


@pytest.mark.slow
def test_cluster_plays_what_one_plays(team):
    """Workers are for speed; a run depends on its job alone."""
    assert list(team.play(DESIGN, JOBS)) == list(Alone().play(DESIGN, JOBS))


@pytest.mark.slow
def test_file_does_not_tell_who_played(team, tmp_path):
    """Alone, two processes, a cluster, a cluster stopped and taken up: byte for byte the same."""

    def kept(name, workers, runs=None):
        path = tmp_path / name
        played = Kept(Store(path, DESIGN), workers).play(DESIGN, JOBS)
        list(islice(played, runs))
        played.close()
        return path.read_bytes()

    alone = kept("alone", Alone())
    assert len(kept("stopped", team, 7)) < len(alone)
    assert (
        kept("processes", Processes(2)) == kept("cluster", team) == kept("stopped", team) == alone
    )


@pytest.mark.slow
@pytest.mark.parametrize("number", [1, 2], ids=["one worker", "every worker"])
def test_killed_workers_lose_nothing(office, team, number):
    """Machines go; what they had is played again elsewhere, the design with it."""
    played = team.play(DESIGN, JOBS)
    begun = list(islice(played, 1))
    kill(office, number)
    assert begun + list(played) == list(Alone().play(DESIGN, JOBS))


@pytest.mark.slow
def test_workers_that_always_die_are_told_of(office, team, monkeypatch):
    """A batch that needs more memory than there is ends with a word, not with a night of trying."""
    monkeypatch.setattr(office.scheduler, "allowed_failures", 0)
    played = team.play(DESIGN, DESIGN.jobs(range(2000)))
    next(played)
    kill(office, 2)
    with pytest.raises(DrillError, match="1 workers died one after the other") as error:
        list(played)
    assert "relancer la même commande" in error.value.say("fr")


@pytest.mark.slow
@pytest.mark.parametrize("leave", ["close", "interrupt"])
def test_leaving_early_leaves_nothing_behind(office, team, leave):
    """Ctrl-C gives the cluster back to the others."""
    played = team.play(DESIGN, DESIGN.jobs(range(2000)))
    next(played)
    assert office.scheduler.tasks
    if leave == "close":
        played.close()
    else:
        with pytest.raises(KeyboardInterrupt):
            played.throw(KeyboardInterrupt())
    assert soon(lambda: not office.scheduler.tasks)


@pytest.mark.slow
def test_few_batches_are_under_way(office, team):
    """A million runs must not wait in the scheduler at once."""
    played = team.play(DESIGN, (job for seed in count() for job in DESIGN.jobs([seed])))
    for _ in islice(played, 20):
        assert len(office.scheduler.tasks) <= 2 * clusters.AHEAD + 3
    played.close()


@pytest.mark.slow
def test_other_release_is_refused(office, team, monkeypatch):
    """Half a study played by another NumPy would be no study; nothing is played at all."""
    place = next(iter(asked(office, os.getpid)))
    asked(office, pretend, "1.26.0", workers=[place])
    try:
        monkeypatch.setattr(clusters, "_play", None)
        with pytest.raises(DrillError, match=rf"{place}: .*numpy 1\.26\.0 \(here ") as error:
            list(team.play(DESIGN, JOBS))
        assert "numpy 1.26.0 (ici " in error.value.say("fr")
    finally:
        asked(office, pretend, None)


@pytest.mark.slow
def test_late_comer_of_another_release_is_refused(office, team):
    """A worker that joins after the first check is checked as well."""
    played = team.play(DESIGN, DESIGN.jobs(range(2000)))
    next(played)
    asked(office, pretend, "1.26.0")
    try:
        with pytest.raises(DrillError, match=r"numpy 1\.26\.0 \(here "):
            list(played)
    finally:
        asked(office, pretend, None)


@pytest.mark.slow
def test_lost_cluster_is_told():
    """The scheduler's machine may go too; what was played is on file."""
    with a_local_cluster(1) as local:
        played = Cluster(local.scheduler_address).play(DESIGN, DESIGN.jobs(range(2000)))
        next(played)
    with pytest.raises(DrillError, match=r"was lost on the way; .* what was played is kept"):
        list(played)


@pytest.mark.slow
def test_cluster_without_workers_is_told(monkeypatch):
    """One forgot to start them; the message says how."""
    with a_local_cluster(0) as empty:
        address = empty.scheduler_address
        monkeypatch.setattr(clusters, "TIMEOUT", 1)
        with pytest.raises(DrillError, match=f"no worker; start some: dask worker {address}"):
            list(Cluster(address).play(DESIGN, JOBS))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "", "localhost", "tls://127.0.0.1:9"])
def test_nobody_at_the_address(monkeypatch, address):
    """A slip in the address is told within seconds, with what to check."""
    pytest.importorskip("distributed")
    monkeypatch.setattr(clusters, "TIMEOUT", 0.2)
    with pytest.raises(DrillError, match="no Dask cluster answers; check the address") as error:
        list(Cluster(address).play(DESIGN, JOBS))
    assert "aucun cluster Dask ne répond" in error.value.say("fr")


def test_without_dask_the_way_is_told(monkeypatch):
    """It is an extra: most users never need it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(DrillError, match=r'pip install "cellule\[cluster\]"') as error:
        list(Cluster("tcp://127.0.0.1:9").play(DESIGN, JOBS))
    assert "n’est pas installé" in error.value.say("fr")


def test_no_jobs_ask_nobody():
    """A study that is whole on file needs no cluster any more."""
    assert list(Cluster("tcp://127.0.0.1:9").play(DESIGN, [])) == []
