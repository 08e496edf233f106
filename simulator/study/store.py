"""Results on disk, a line a run, in the order asked: a killed study goes on where it stopped."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from simulator.errors import DrillError, wrong
from simulator.files import write_whole
from simulator.study.design import Design
from simulator.study.release import what_differs
from simulator.study.replication import Job, Replication, from_line
from simulator.study.workers import Workers

FORMAT = 1
# What a first line says of the Cellule that began a file; older ones said `version` alone.
_RELEASE = {"release", "version"}


class Store:
    """A file of results. Its first line says what was studied; every other is one run."""

    def __init__(self, path: Path, design: Design, **more: Any) -> None:
        """Open or begin the file; `more`, plain values, also tells this study from others.

        Raises:
            DrillError: when it holds another study's results, or another release's.
        """
        self.path, asked = path, {"format": FORMAT, **design.described(), **more}
        path.parent.mkdir(parents=True, exist_ok=True)
        head, held = f"{json.dumps(asked)}\n".encode(), self._first_line()
        if not head.startswith(held):
            _check(path, held, asked)
        elif held != head:  # nothing yet, or a kill has torn the first line
            write_whole(path, held := head)
        self._met = len(held)  # bytes of the file that are gone through

    def _first_line(self) -> bytes:
        if not self.path.exists():
            return b""
        with self.path.open("rb") as file:
            return file.readline()

    def collect(
        self, design: Design, jobs: Sequence[Job], workers: Workers
    ) -> Iterator[Replication]:
        """Yield the run of every job, those on file first; each is on file before it is yielded.

        What is asked for next follows on file what was asked for before.
        """
        done = 0
        for run in self._on_file(jobs):
            done += 1
            yield run
        if done < len(jobs):
            yield from self._played(design, jobs[done:], workers)

    def _on_file(self, jobs: Sequence[Job]) -> Iterator[Replication]:
        """Yield the runs on file as long as they are those asked for; a kill may have torn one."""
        with self.path.open("rb") as file:
            file.seek(self._met)
            for job, line in zip(jobs, file, strict=False):
                run = _read(line)
                if run is None or run.job != job:
                    return
                self._met += len(line)
                yield run

    def _played(
        self, design: Design, jobs: Sequence[Job], workers: Workers
    ) -> Iterator[Replication]:
        """Yield the runs of jobs that are not on file; what else stands below is cut off."""
        os.truncate(self.path, self._met)
        with self.path.open("ab") as file:
            for run in workers.play(design, jobs):
                line = f"{run.as_line()}\n".encode()
                file.write(line)
                file.flush()
                self._met += len(line)
                yield run

    def runs(self, count: int) -> "Runs":
        """Return the first runs on file, so many; all must be there."""
        return Runs(self.path, count)


class Runs:
    """Runs on file, read anew, one by one, each time they are gone through: none is kept."""

    def __init__(self, path: Path, count: int) -> None:
        """Nothing is read yet."""
        self._path, self._count = path, count

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    def __iter__(self) -> Iterator[Replication]:
        """Yield them in the order of the file."""
        with self._path.open(encoding="utf-8") as file:
            for line in islice(file, 1, 1 + self._count):
                yield from_line(line)


class Kept:
    """Workers whose runs go to a store: what is there already is not played again."""

    def __init__(self, store: Store, workers: Workers) -> None:
        """Nothing has been asked for yet."""
        self._store, self._workers = store, workers

    def play(self, design: Design, jobs: Iterable[Job]) -> Iterator[Replication]:
        """Yield the run of each job, in the order of the jobs."""
        return self._store.collect(design, list(jobs), self._workers)


def _read(line: bytes) -> Replication | None:
    """Return the run of a line, None when it is not one, or was not written whole."""
    try:
        return from_line(line.decode()) if line.endswith(b"\n") else None
    except ValueError:
        return None


def _check(path: Path, line: bytes, asked: dict[str, Any]) -> None:
    """Refuse a file whose first line says otherwise than asked, the order of plans included."""
    held = _plain(line)
    keys = dict.fromkeys((*asked, *held))
    what = [key for key in keys if json.dumps(held.get(key)) != json.dumps(asked.get(key))]
    if what and _RELEASE.issuperset(what):
        there = held.get("release")
        raise _another_release(path, asked["release"], there if isinstance(there, dict) else {})
    if what:
        raise _another_study(path, what)


def _plain(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _another_study(path: Path, what: Sequence[str]) -> DrillError:
    return wrong(
        f"{path} : ce fichier tient les résultats d’une autre étude ({', '.join(what)} diffèrent) ;"
        " choisir un autre dossier avec --out, ou supprimer ce fichier",
        f"{path}: this file holds another study's results ({', '.join(what)} differ);"
        " choose another folder with --out, or delete this file",
    )


def _another_release(path: Path, here: dict[str, str], there: dict[str, str]) -> DrillError:
    what = what_differs(here, there)
    return wrong(
        f"{path} : ces résultats viennent d’un autre Cellule : {what.fr}. Deux modèles ne se"
        " mêlent pas dans une étude : choisir un autre dossier avec --out, ou supprimer ce fichier"
        " pour tout rejouer",
        f"{path}: these results come from another Cellule: {what.en}. Two models do not mix in"
        " one study: choose another folder with --out, or delete this file to play all anew",
    )
