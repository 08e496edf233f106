"""The commands that play many runs of whole plans: ensembles and comparisons."""

from dataclasses import asdict
from pathlib import Path

import click

from simulator.cli.language import Voice
from simulator.cli.options import decisions_option, scenario_argument
from simulator.cli.runs import usual_set
from simulator.cli.study_screens import comparison_page, ensemble_page
from simulator.cli.team import kept, save, study_options, team_of, tell
from simulator.errors import wrong
from simulator.scenario import decision_sets, load, load_decisions
from simulator.study import compare as comparing
from simulator.study import ensemble as ensembling
from simulator.study.design import Design
from simulator.study.store import Store


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
    @study_options(say, 200)
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
        store = Store(out / "ensemble.jsonl", design)
        for _ in kept(store, team_of(workers, cluster), say).play(design, jobs):
            pass  # it is on file: a summary reads it there, and memory does not fill with runs
        result = ensembling.ensemble(arm, store.runs(len(jobs)))
        written = [store.path, save(asdict(result), out / "ensemble.json")]
        if report:
            from reports.studies.write import write_ensemble

            written += write_ensemble(loaded, result, out, say.language)
        tell(asdict(result), ensemble_page(loaded, result, say), written, say, as_json)

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
    @study_options(say, 40)
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
        store = Store(out / "comparison.jsonl", design)
        team = kept(store, team_of(workers, cluster), say)
        result = comparing.compare(team.play(design, jobs))
        written = [store.path, save(asdict(result), out / "comparison.json")]
        if report:
            from reports.studies.write import write_comparison

            written += write_comparison(loaded, result, out, say.language)
        tell(asdict(result), comparison_page(loaded, result, say), written, say, as_json)

    return run
