"""The commands that play many runs: ensembles, comparisons, what-ifs."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from simulator.cli.language import Voice
from simulator.cli.options import (
    Decorator,
    decisions_option,
    json_option,
    out_option,
    print_json,
    scenario_argument,
)
from simulator.cli.outcome import judge
from simulator.cli.runs import usual_set
from simulator.cli.study_screens import comparison_page, ensemble_page, study_files, whatif_page
from simulator.errors import wrong
from simulator.files import write_whole
from simulator.journal.read import read_journal
from simulator.scenario import Scenario, decision_sets, load, load_decisions
from simulator.study import compare as comparing
from simulator.study import ensemble as ensembling
from simulator.study import whatif as asking
from simulator.study.changes import Change, added, dropped, shifted
from simulator.study.cluster import Cluster
from simulator.study.design import Design, Plan
from simulator.study.recorded import plan_of
from simulator.study.replication import Job, Replication
from simulator.study.store import Kept, Store
from simulator.study.workers import Alone, Processes, Workers
from simulator.text import Text
from simulator.times import TimeError, span

_MOST = 1_000_000
_JOURNAL = ".jsonl"


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


def ensemble_command(say: Voice) -> click.Command:
    """Return `cellule ensemble`."""

    @click.command(
        "ensemble",
        help=say(
            "Beaucoup de graines : intervalles, bandes, part de la chance.",
            "Many seeds: intervals, bands, the share of luck.",
        ),
    )
    @scenario_argument()
    @decisions_option(say)
    @_study_options(say, 200)
    def run(
        scenario: str, decisions: str | None, replications: int, seed: int, workers: int,
        cluster: str | None, out: Path, report: bool, as_json: bool,
    ) -> None:  # fmt: skip
        loaded = load(scenario)
        name = decisions or usual_set(decision_sets(loaded), scenario)
        arm = Path(name).stem
        plans = {arm: load_decisions(loaded, name)}
        plans |= {s: load_decisions(loaded, s) for s in decision_sets(loaded) if s not in plans}
        design = Design(loaded, plans)
        jobs = ensembling.jobs(design, arm, range(seed, seed + replications))
        team = _workers(design, out / "ensemble.jsonl", _team(workers, cluster), say)
        runs = list(team.play(design, jobs))
        result = ensembling.ensemble(arm, runs)
        written = [out / "ensemble.jsonl", _save(asdict(result), out / "ensemble.json")]
        if report:
            from reports.studies.write import write_ensemble

            written += write_ensemble(loaded, result, out, say.language)
        _tell(asdict(result), ensemble_page(loaded, result, say), written, say, as_json)

    return run


def compare_command(say: Voice) -> click.Command:
    """Return `cellule compare`."""

    @click.command(
        "compare",
        help=say(
            "Des plans sous la même chance, et ce qui les sépare.",
            "Plans under the same luck, and what lies between them.",
        ),
    )
    @scenario_argument()
    @click.option(
        "--decisions",
        "sets",
        multiple=True,
        metavar=say("JEU|FICHIER", "SET|FILE"),
        help=say("À répéter : deux plans au moins.", "Repeat it: two plans at least."),
    )
    @_study_options(say, 40)
    def run(
        scenario: str, sets: tuple[str, ...], replications: int, seed: int, workers: int,
        cluster: str | None, out: Path, report: bool, as_json: bool,
    ) -> None:  # fmt: skip
        loaded = load(scenario)
        names = sets or decision_sets(loaded)
        plans = {Path(name).stem: load_decisions(loaded, name) for name in names}
        if len(plans) < 2:
            raise wrong(
                f"{', '.join(names)} : il faut deux plans à comparer ; répéter --decisions",
                f"{', '.join(names)}: two plans are needed to compare; repeat --decisions",
            )
        design = Design(loaded, plans)
        jobs = design.jobs(range(seed, seed + replications))
        team = _workers(design, out / "comparison.jsonl", _team(workers, cluster), say)
        result = comparing.compare(team.play(design, jobs))
        written = [out / "comparison.jsonl", _save(asdict(result), out / "comparison.json")]
        if report:
            from reports.studies.write import write_comparison

            written += write_comparison(loaded, result, out, say.language)
        _tell(asdict(result), comparison_page(loaded, result, say), written, say, as_json)

    return run


def whatif_command(say: Voice) -> click.Command:
    """Return `cellule whatif`."""

    @click.command(
        "whatif",
        help=say(
            "Un changement et son effet ; sans option, ceux qui auraient le plus compté."
            " SCENARIO peut être un journal.",
            "One change and its effect; without options, those that would have mattered most."
            " SCENARIO may be a journal.",
        ),
    )
    @scenario_argument()
    @decisions_option(say)
    @click.option(
        "--shift",
        "shifts",
        multiple=True,
        metavar="ID=-3h",
        help=say("Déplacer une décision.", "Move a decision."),
    )
    @click.option(
        "--drop",
        "drops",
        multiple=True,
        metavar="ID",
        help=say("Retirer une décision.", "Leave a decision out."),
    )
    @click.option(
        "--add",
        "adds",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar=say("FICHIER", "FILE"),
        help=say(
            "Ajouter les décisions d’un fichier ; de même nom, elles remplacent.",
            "Add the decisions of a file; of the same name, they replace.",
        ),
    )
    @_study_options(say, 24)
    def run(
        scenario: str, decisions: str | None, shifts: tuple[str, ...], drops: tuple[str, ...],
        adds: tuple[Path, ...], replications: int, seed: int, workers: int,
        cluster: str | None, out: Path, report: bool, as_json: bool,
    ) -> None:  # fmt: skip
        loaded, plan, name = _played(scenario, decisions)
        changed = _changed(loaded, plan, shifts, drops, adds)
        changes = [changed] if changed else asking.every_change(loaded, plan, seed)
        design = asking.design(loaded, plan, changes)
        seeds = range(seed, seed + replications)
        team = _workers(design, out / "whatif.jsonl", _team(workers, cluster), say)
        runs = list(asking.explore(loaded, plan, changes, seeds, team))
        result = asking.whatif(changes, runs)
        written = [out / "whatif.jsonl", _save(_plain(result), out / "whatif.json")]
        if report:
            from reports.studies.write import write_whatif

            written += write_whatif(loaded, result, out, say.language)
            written += _report_again(scenario, loaded, result, out, say)
        _tell(_plain(result), whatif_page(loaded, name, result, say), written, say, as_json)

    return run


COMMANDS = {
    "ensemble": ensemble_command,
    "compare": compare_command,
    "whatif": whatif_command,
}


def _study_options(say: Voice, replications: int) -> Decorator:
    """Return the options of every study: how many runs, from which seed, by whom, where to."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(
            (
                click.option(
                    "--replications",
                    "-n",
                    type=click.IntRange(1, _MOST),
                    default=replications,
                    show_default=True,
                    help=say("Combien de graines.", "How many seeds."),
                ),
                click.option(
                    "--seed",
                    type=click.IntRange(0, 2**32),
                    default=1,
                    show_default=True,
                    help=say("La première graine.", "The first seed."),
                ),
                click.option(
                    "--workers",
                    type=click.IntRange(1, 256),
                    default=os.cpu_count() or 1,
                    help=say("Combien de processus.", "How many processes."),
                ),
                click.option(
                    "--cluster",
                    metavar=say("ADRESSE", "ADDRESS"),
                    help=say(
                        "Cluster Dask, à la place des processus : tcp://machine:8786.",
                        "Dask cluster, in place of processes: tcp://machine:8786.",
                    ),
                ),
                out_option(say),
                click.option(
                    "--report/--no-report",
                    default=True,
                    help=say("Écrire aussi le PDF et la page.", "Also write the PDF and the page."),
                ),
                json_option(say),
            )
        ):
            command = option(command)
        return command

    return decorate


def _team(count: int, cluster: str | None) -> Workers:
    """Return who plays the runs: the cluster if one was named, else processes of this machine."""
    if cluster is not None:
        return Cluster(cluster)
    return Alone() if count == 1 else Processes(count)


def _workers(design: Design, path: Path, team: Workers, say: Voice) -> Workers:
    """Return the team watched, its runs kept on file as they come."""
    return Watched(Kept(Store(path, design), team), say)


def _report_again(
    given: str, scenario: Scenario, result: asking.WhatIf, out: Path, say: Voice
) -> list[Path]:
    """Write the after-action report of a journal again, with what would have changed it."""
    if Path(given).suffix != _JOURNAL:
        return []
    from reports.studies.whatif import whatif_section
    from reports.studies.whatif_figure import whatif_figures
    from reports.write import write_report

    played = judge(read_journal(Path(given)), Path(given))
    section = whatif_section(scenario, result, say.language)
    more = section, whatif_figures(scenario, result, say.language)
    return write_report(scenario, played.journal, played.card, out, say.language, more)


def _tell(plain: object, page: str, written: list[Path], say: Voice, as_json: bool) -> None:
    if as_json:
        print_json(plain)
    else:
        click.echo(f"{page}\n\n{study_files(written, say)}")


def _save(plain: object, path: Path) -> Path:
    text = json.dumps(plain, ensure_ascii=False, indent=1)
    return write_whole(path, f"{text}\n".encode())


def _played(scenario: str, decisions: str | None) -> tuple[Scenario, Plan, str]:
    """Return what was played: a scenario and one of its sets, or a journal."""
    path = Path(scenario)
    if path.suffix == _JOURNAL:
        played = judge(read_journal(path), path)
        return played.scenario, plan_of(played.journal), path.stem
    loaded = load(scenario)
    name = decisions or usual_set(decision_sets(loaded), scenario)
    return loaded, load_decisions(loaded, name), Path(name).stem


def _changed(
    scenario: Scenario, plan: Plan, shifts: Sequence[str], drops: Sequence[str],
    adds: Sequence[Path],
) -> Change | None:  # fmt: skip
    """Return the one change that was asked for, all options together; None without any."""
    if not (shifts or drops or adds):
        return None
    for each in shifts:
        which, minutes = _shift(each)
        plan = shifted(scenario, plan, which, minutes)
    plan = dropped(plan, drops)
    for file in adds:
        plan = added(plan, load_decisions(scenario, file))
    said = ", ".join([*shifts, *(f"– {d}" for d in drops), *(f"+ {file.name}" for file in adds)])
    return Change("changed", Text(fr=said, en=said), plan)


def _shift(given: str) -> tuple[str, float]:
    which, _, length = given.partition("=")
    try:
        sign = -1.0 if length[:1] in "-−" else 1.0
        return which, sign * span(length.lstrip("+-−"))
    except TimeError:
        raise wrong(
            f"--shift {given} : écrire l’identifiant, =, et un décalage : friday-release=-3h",
            f"--shift {given}: write the id, =, and a shift: friday-release=-3h",
        ) from None


def _plain(result: asking.WhatIf) -> dict[str, Any]:
    """Return the effects as plain values, without the plans."""
    return {
        "runs": result.runs,
        "tried": result.tried,
        "effects": [
            {
                "change": effect.change.name,
                "what": effect.change.what.model_dump(),
                "values": {k: asdict(v) for k, v in effect.difference.values.items()},
                "both_axes": asdict(effect.difference.both_axes),
            }
            for effect in result.effects
        ],
    }
