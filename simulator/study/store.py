"""Results on disk, a line a run, in the order asked: a killed study goes on where it stopped."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from simulator.errors import wrong
from simulator.files import write_whole
from simulator.study.design import Design
from simulator.study.replication import Job, Replication, from_line
from simulator.study.workers import Workers

FORMAT = 1


class Store:
    """A file of results. Its first line says what was studied; every other is one run."""

    def __init__(self, path: Path, design: Design) -> None:
        """Open or begin the file.

        Raises:
            DrillError: when it holds another study's results.
        """
        self.path, self._head = path, {"format": FORMAT, **design.described()}
        path.parent.mkdir(parents=True, exist_ok=True)
        head, held = f"{json.dumps(self._head)}\n", self._text() if path.exists() else ""
        if head.startswith(held):  # nothing yet, or a kill has torn the first line
            write_whole(path, head.encode())
        elif what := _differing(held.partition("\n")[0], self._head):
            raise _another_study(path, what)

    def _text(self) -> str:
        return self.path.read_text(encoding="utf-8", errors="replace")

    def _whole_lines(self) -> list[str]:
        """Return the lines that were written whole; a kill may have torn the last one."""
        return self._text().split("\n")[:-1]

    def collect(
        self, design: Design, jobs: Sequence[Job], workers: Workers
    ) -> Iterator[Replication]:
        """Yield the run of every job, those on file first; each is on file before it is yielded."""
        done = self._done(jobs)
        yield from done
        with self.path.open("a", encoding="utf-8", newline="\n") as file:
            for run in workers.play(design, jobs[len(done) :]):
                file.write(f"{run.as_line()}\n")
                file.flush()
                yield run

    def _done(self, jobs: Sequence[Job]) -> list[Replication]:
        """Return the runs on file that were asked for; cut the rest when more are to come."""
        done: list[Replication] = []
        lines = self._whole_lines()
        for line, job in zip(lines[1:], jobs, strict=False):
            try:
                run = from_line(line)
            except ValueError:
                break
            if run.job != job:
                break
            done.append(run)
        if len(done) < len(jobs):
            write_whole(self.path, "".join(f"{x}\n" for x in lines[: len(done) + 1]).encode())
        return done


class Kept:
    """Workers whose runs go to a store: what is there already is not played again."""

    def __init__(self, store: Store, workers: Workers) -> None:
        """Nothing has been asked for yet."""
        self._store, self._workers, self._asked = store, workers, list[Job]()

    def play(self, design: Design, jobs: Iterable[Job]) -> Iterator[Replication]:
        """Yield the run of each job, in the order of the jobs."""
        before = len(self._asked)
        self._asked.extend(jobs)
        runs = self._store.collect(design, self._asked, self._workers)
        yield from islice(runs, before, None)


def _differing(line: str, asked: dict[str, Any]) -> list[str]:
    """Return what a first line says otherwise than asked, the order of plans included."""
    try:
        found = json.loads(line)
    except ValueError:
        found = None
    held = found if isinstance(found, dict) else {}
    keys = dict.fromkeys((*asked, *held))
    return [key for key in keys if json.dumps(held.get(key)) != json.dumps(asked.get(key))]


def _another_study(path: Path, what: Sequence[str]) -> Exception:
    return wrong(
        f"{path} : ce fichier tient les résultats d’une autre étude ({', '.join(what)} diffèrent) ;"
        " choisir un autre dossier avec --out, ou supprimer ce fichier",
        f"{path}: this file holds another study's results ({', '.join(what)} differ);"
        " choose another folder with --out, or delete this file",
    )
