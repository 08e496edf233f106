"""The command that searches for the best plan."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from simulator.cli.language import Voice
from simulator.cli.options import json_option, out_option, print_json, scenario_argument
from simulator.cli.runs import usual_set
from simulator.cli.study_screens import best_page
from simulator.cli.team import save, seed_option, team_of, workers_option
from simulator.files import write_whole
from simulator.scenario import Scenario, decision_sets, load, load_decisions
from simulator.scenario.write import as_set, written
from simulator.study.budget import LEAST, shared_out
from simulator.study.confirm import Found, confirm
from simulator.study.design import Design, Plan
from simulator.study.proposals import sampler
from simulator.study.replication import Job, Replication
from simulator.study.search import Search
from simulator.study.store import Kept, Store
from simulator.study.told import told
from simulator.study.workers import Workers
from simulator.text import Text

_INTERRUPTED = 130


def best_command(say: Voice) -> click.Command:
    """Return `cellule best`."""

    @click.command(
        "best",
        help=say(
            "Cherche le meilleur plan, et le compare à exemplary sur d’autres graines.",
            "Searches for the best plan, and compares it with exemplary on other seeds.",
        ),
    )
    @scenario_argument()
    @click.option(
        "--budget",
        type=click.IntRange(LEAST, 1_000_000),
        default=400,
        show_default=True,
        help=say("Combien de répétitions en tout.", "How many replications in all."),
    )
    @seed_option(say)
    @workers_option(say)
    @out_option(say)
    @json_option(say)
    def run(scenario: str, budget: int, seed: int, workers: int, out: Path, as_json: bool) -> int:
        optuna = sampler().__version__  # says at once when it is not there
        loaded = load(scenario)
        starts = _starts(loaded, scenario)
        # Asked the same, a search takes the same way: what is on file is met again, not played.
        store = Store(
            out / "best.jsonl", Design(loaded, starts), budget=budget, seed=seed, optuna=optuna
        )
        with _Counted(Kept(store, team_of(workers, None)), budget, say) as team:
            search = Search(loaded, starts, shared_out(budget), seed, team)
            found, whole = _searched(search, team)
        lines = told(loaded, starts[found.reference], found.plan)
        result = _plain(loaded, found, whole, lines)
        paths = [_save(loaded, found, out), save(result, out / "best.json")]
        if as_json:
            print_json(result)
        else:
            click.echo(best_page(loaded, found, lines, paths, say))
        return 0 if whole else _INTERRUPTED

    return run


def _starts(scenario: Scenario, given: str) -> dict[str, Plan]:
    """Return the plans that the search starts from, the one to beat first."""
    sets = decision_sets(scenario)
    usual = usual_set(sets, given)
    names = dict.fromkeys(("exemplary", usual) if "exemplary" in sets else (usual,))
    return {name: load_decisions(scenario, name) for name in names}


def _searched(search: Search, team: Workers) -> tuple[Found, bool]:
    """Return what was found, and whether it came to the end; Ctrl-C keeps the best so far."""
    whole = False
    with suppress(KeyboardInterrupt):
        search.run()
        whole = True
    found = search.found
    if not found.seeds:
        raise KeyboardInterrupt  # nothing was met yet
    if not whole:
        return found, False
    with suppress(KeyboardInterrupt):
        return confirm(search.scenario, found, search.to_beat, search.fresh, team), True
    return found, False


class _Counted:
    """Workers with one progress bar for the whole budget, on the terminal's error side."""

    def __init__(self, workers: Workers, budget: int, say: Voice) -> None:
        """Watch over `workers`."""
        self.workers = workers
        label = say("Répétitions", "Replications")
        self.bar = click.progressbar(length=budget, label=label, file=sys.stderr, show_pos=True)

    def __enter__(self) -> "_Counted":
        self.bar.__enter__()
        return self

    def __exit__(self, *raised: Any) -> None:
        self.bar.__exit__(*raised)

    def play(self, design: Design, jobs: Iterable[Job]) -> Iterator[Replication]:
        """Yield the run of each job, in the order of the jobs."""
        for run in self.workers.play(design, jobs):
            self.bar.update(1)
            yield run


def _save(scenario: Scenario, found: Found, out: Path) -> Path:
    title = Text(fr="Le meilleur plan trouvé", en="The best plan found")
    about = Text(
        fr=f"Trouvé par cellule best : {found.tried} plans, {found.spent} répétitions, à partir de"
        f" {found.start}. Les textes restés là où le message dit la même chose sont à relire ; les"
        " autres sont à écrire.",
        en=f"Found by cellule best: {found.tried} plans, {found.spent} replications, starting from"
        f" {found.start}. Texts left where the message says the same are to be reread; the others"
        " are to be written.",
    )
    plan = as_set(title, about, found.plan, "cellule best")
    return write_whole(out / "best.yaml", written(scenario.clock, plan).encode())


def _plain(scenario: Scenario, found: Found, whole: bool, lines: list[Text]) -> dict[str, Any]:
    """Return what was found as plain values, without the plan."""
    compared = {"alike": found.alike, "as_written": found.as_written}
    return {
        "scenario": scenario.id,
        "variant": scenario.variant,
        "whole": whole,
        "start": found.start,
        "reference": found.reference,
        "tried": found.tried,
        "spent": found.spent,
        "search": {"seeds": found.seeds, "start": found.on_search[0], "best": found.on_search[1]},
        "beats": found.beats,
        "differences": {
            name: {value: asdict(interval) for value, interval in difference.values.items()}
            for name, difference in compared.items()
            if difference
        },
        "changes": [line.model_dump() for line in lines],
    }
