"""Workers on other machines: a Dask cluster, whose scheduler hands out the runs."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from itertools import chain, islice
from types import ModuleType
from typing import Protocol

from simulator.errors import DrillError, wrong
from simulator.study.design import Design
from simulator.study.release import Release, refuse_others, release
from simulator.study.replication import Job, Replication
from simulator.study.workers import AHEAD, Pending, in_order

TIMEOUT = 10.0  # seconds to reach the scheduler, and as many for a first worker to be there
# Times a batch that failed is tried again, elsewhere if the scheduler can; a worker that dies does
# not count here: the scheduler has its own limit, `allowed-failures`, 3 unless it was told more.
RETRIES = 2


class Client(Protocol):
    """What is asked of `distributed.Client`."""

    def submit(self, function: Callable[..., object], *args: object, **how: object) -> Pending:
        """Have a call made somewhere; arguments under way are waited for."""
        ...

    def run(
        self, function: Callable[[], Release], *, on_error: str
    ) -> Mapping[str, Release | Exception]:
        """Make a call on every worker, and return what came of it by address."""
        ...

    def nthreads(self) -> Mapping[str, int]:
        """Return how many calls each worker makes at once."""
        ...

    def wait_for_workers(self, n_workers: int, timeout: float) -> None:
        """Wait until so many workers are there."""
        ...

    def close(self) -> None:
        """Leave; what was asked for and not begun is forgotten."""
        ...


class OtherReleaseError(Exception):
    """A worker that came in the course of a study would not play what the others play."""


class Cluster:
    """A Dask cluster, by the address of its scheduler."""

    def __init__(self, address: str) -> None:
        """Nothing is asked of it yet."""
        self.address = address

    def play(self, design: Design, jobs: Iterable[Job]) -> Iterator[Replication]:
        """Yield the run of each job, in the order of the jobs.

        Raises:
            DrillError: when Dask is not installed, when nobody answers, when a worker would play
                with other versions than these, when the cluster is lost.
        """
        rest = iter(jobs)
        first = tuple(islice(rest, 1))
        if first:  # else nobody need be there
            dask = _dask()
            with _told(dask, self.address), _joined(dask, self.address) as client:
                yield from _played(client, self.address, design, chain(first, rest))


def _dask() -> ModuleType:
    try:
        dask = import_module("distributed")
    except ImportError:
        raise wrong(
            '--cluster demande Dask, qui n’est pas installé : pip install "cellule[cluster]"',
            '--cluster needs Dask, which is not installed: pip install "cellule[cluster]"',
        ) from None
    # It prints pages when a cluster is lost: the message is ours to give.
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
    return dask


@contextmanager
def _joined(dask: ModuleType, address: str) -> Iterator[Client]:
    """Be a client of the cluster; whatever happens, leave it without anything of ours."""
    client: Client = _reached(dask, address)
    try:
        yield client
    finally:
        client.close()


def _reached(dask: ModuleType, address: str) -> Client:
    try:
        asyncio.run(_knock(dask, address))
        client: Client = dask.Client(address, timeout=TIMEOUT, set_as_default=False)
    except Exception as error:  # whatever listens at a wrong address may answer anything
        raise _unreachable(address, error) from None
    return client


async def _knock(dask: ModuleType, address: str) -> None:
    """See that a scheduler answers: a client that fails to begin takes long to go away."""
    how = dask.Security().get_connection_args("client")
    visit = await dask.comm.connect(address, timeout=TIMEOUT, **how)
    await visit.close()


def _played(
    client: Client, address: str, design: Design, jobs: Iterable[Job]
) -> Iterator[Replication]:
    """Yield the runs, once every worker was found to play what is played here."""
    threads = _threads(client, address)
    refuse_others(address, release(), client.run(release, on_error="return"))
    # The result of a call, not data sent out: were all who hold it to die, it is made again.
    held = client.submit(_held, design, pure=False)

    def submit(batch: Sequence[Job]) -> Pending:
        # A generation each: the oldest batch, which is waited for, goes first.
        return client.submit(
            _play, release(), held, batch, pure=False, retries=RETRIES, fifo_timeout=0
        )

    yield from in_order(submit, jobs, AHEAD * threads)


def _threads(client: Client, address: str) -> int:
    try:
        client.wait_for_workers(1, timeout=TIMEOUT)
    except TimeoutError:
        raise wrong(
            f"{address} : le cluster n’a aucun worker ; en lancer : dask worker {address}",
            f"{address}: the cluster has no worker; start some: dask worker {address}",
        ) from None
    return sum(client.nthreads().values()) or 1


def _held(design: Design) -> Design:
    return design


def _play(expected: Release, design: Design, jobs: Sequence[Job]) -> list[Replication]:
    """Play a batch, on a worker: it may have come after all were asked for their release."""
    if release() != expected:
        raise OtherReleaseError(_dask().get_worker().address, release())
    return [design.play(job) for job in jobs]


@contextmanager
def _told(dask: ModuleType, address: str) -> Iterator[None]:
    """Say what a user can put right in the user's words."""
    try:
        yield
    except DrillError:
        raise
    except OtherReleaseError as error:
        refuse_others(address, release(), dict([error.args]))
        raise
    except dask.scheduler.KilledWorker as error:
        raise _killed(address, error.allowed_failures + 1) from None
    except (dask.CancelledError, OSError):
        raise _lost(address) from None


def _unreachable(address: str, error: Exception) -> DrillError:
    why = str(error).partition("\n")[0][:200]
    return wrong(
        f"--cluster {address} : aucun cluster Dask ne répond ; vérifier l’adresse"
        f" (tcp://machine:8786), le pare-feu, et que « dask scheduler » y tourne ({why})",
        f"--cluster {address}: no Dask cluster answers; check the address (tcp://machine:8786),"
        f" the firewall, and that “dask scheduler” runs there ({why})",
    )


def _killed(address: str, times: int) -> DrillError:
    return wrong(
        f"{address} : {times} workers sont morts l’un après l’autre sur les mêmes répétitions,"
        " souvent faute de mémoire ; lire leurs journaux, puis relancer la même commande : ce qui"
        " est joué est gardé",
        f"{address}: {times} workers died one after the other on the same replications, often for"
        " want of memory; read their logs, then give the same command again: what was played is"
        " kept",
    )


def _lost(address: str) -> DrillError:
    return wrong(
        f"{address} : le cluster a été perdu en route ; le relancer, puis relancer la même"
        " commande : ce qui est joué est gardé",
        f"{address}: the cluster was lost on the way; start it again, then give the same command"
        " again: what was played is kept",
    )
