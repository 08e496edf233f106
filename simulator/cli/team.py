"""Who plays the runs of a study, watched; and the options that all studies share."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from simulator.cli.language import Voice
from simulator.cli.options import Decorator, json_option, out_option, print_json
from simulator.cli.study_screens import study_files
from simulator.files import write_whole
from simulator.study.cluster import Cluster
from simulator.study.design import Design
from simulator.study.replication import Job, Replication
from simulator.study.store import Kept, Store
from simulator.study.workers import Alone, Processes, Workers

_MOST = 1_000_000


class Watched:
    """Workers with a progress bar, on the terminal's error side."""

    def __init__(self, workers: Workers, say: Voice) -> None:
        """Watch over `workers`."""
        self.workers, self.say = workers, say

    def play(self, design: Design, jobs: Iterable[Job]) -> Iterator[Replication]:
        """Yield the run of each job, in the order of the jobs."""
        asked = list(jobs)
        label = self.say("Répétitions", "Replications")
        with click.progressbar(
            length=len(asked), label=label, file=sys.stderr, show_pos=True
        ) as bar:
            for run in self.workers.play(design, asked):
                bar.update(1)
                yield run


def team_of(count: int, cluster: str | None) -> Workers:
    """Return who plays the runs: the cluster if one was named, else processes of this machine."""
    if cluster is not None:
        return Cluster(cluster)
    return Alone() if count == 1 else Processes(count)


def kept(store: Store, team: Workers, say: Voice) -> Workers:
    """Return the team watched, its runs kept on file as they come."""
    return Watched(Kept(store, team), say)


def save(plain: object, path: Path) -> Path:
    """Write plain values as JSON, whole or not at all."""
    text = json.dumps(plain, ensure_ascii=False, indent=1)
    return write_whole(path, f"{text}\n".encode())


def tell(plain: object, page: str, written: list[Path], say: Voice, as_json: bool) -> None:
    """Print a result for machines, or its page and where the files are."""
    if as_json:
        print_json(plain)
    else:
        click.echo(f"{page}\n\n{study_files(written, say)}")


def study_options(say: Voice, replications: int, seed: int | None = 1) -> Decorator:
    """Return the options of every study: how many runs, from which seed, by whom, where to."""
    options = (
        _replications(say, replications),
        seed_option(say, seed),
        workers_option(say),
        _cluster(say),
        out_option(say),
        _report(say),
        json_option(say),
    )

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def seed_option(say: Voice, default: int | None = 1) -> Decorator:
    """Return `--seed`, the first one of a study."""
    return click.option(
        "--seed",
        type=click.IntRange(0, 2**32),
        default=default,
        show_default=default is not None,
        help=say("La première graine.", "The first seed."),
    )


def workers_option(say: Voice) -> Decorator:
    """Return `--workers`, as many as there are processors unless told."""
    return click.option(
        "--workers",
        type=click.IntRange(1, 256),
        default=os.cpu_count() or 1,
        help=say("Combien de processus.", "How many processes."),
    )


def _replications(say: Voice, default: int) -> Decorator:
    return click.option(
        "--replications",
        "-n",
        type=click.IntRange(1, _MOST),
        default=default,
        show_default=True,
        help=say("Combien de graines.", "How many seeds."),
    )


def _cluster(say: Voice) -> Decorator:
    return click.option(
        "--cluster",
        metavar=say("ADRESSE", "ADDRESS"),
        help=say(
            "Cluster Dask, à la place des processus : tcp://machine:8786.",
            "Dask cluster, in place of processes: tcp://machine:8786.",
        ),
    )


def _report(say: Voice) -> Decorator:
    return click.option(
        "--report/--no-report",
        default=True,
        help=say("Écrire aussi le PDF et la page.", "Also write the PDF and the page."),
    )
