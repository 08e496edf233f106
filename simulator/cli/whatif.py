"""The command that asks what would have changed the outcome."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from simulator.cli.language import Voice
from simulator.cli.options import decisions_option, scenario_argument
from simulator.cli.outcome import judge
from simulator.cli.runs import JOURNAL, usual_set
from simulator.cli.study_screens import whatif_page
from simulator.cli.team import kept, save, study_options, team_of, tell
from simulator.errors import wrong
from simulator.journal.read import read_journal
from simulator.scenario import Scenario, decision_sets, load, load_decisions
from simulator.study import whatif as asking
from simulator.study.changes import Change, added, dropped, shifted
from simulator.study.compare import COMPARED
from simulator.study.design import Plan
from simulator.study.recorded import plan_of, unattended
from simulator.study.store import Store
from simulator.text import Text
from simulator.times import TimeError, span


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
    @study_options(say, 24, seed=None)
    def run(
        scenario: str, decisions: str | None, shifts: tuple[str, ...], drops: tuple[str, ...],
        adds: tuple[Path, ...], replications: int, seed: int | None, workers: int,
        cluster: str | None, out: Path, report: bool, as_json: bool,
    ) -> None:  # fmt: skip
        loaded, plan, name, own = _played(scenario, decisions)
        seed = own if seed is None else seed
        changed = _changed(loaded, plan, shifts, drops, adds)
        changes = [changed] if changed else asking.every_change(loaded, plan, seed)
        design = asking.design(loaded, plan, changes)
        seeds = range(seed, seed + replications)
        store = Store(out / "whatif.jsonl", design)
        team = kept(store, team_of(workers, cluster), say)
        runs = asking.explore(loaded, plan, changes, seeds, team)
        result = asking.whatif(changes, [each.only(COMPARED) for each in runs])
        written = [store.path, save(_plain(result), out / "whatif.json")]
        if report:
            from reports.studies.write import write_whatif

            written += write_whatif(loaded, result, out, say.language)
            written += _report_again(scenario, loaded, result, out, say)
        tell(_plain(result), whatif_page(loaded, name, result, say), written, say, as_json)

    return run


def _report_again(
    given: str, scenario: Scenario, result: asking.WhatIf, out: Path, say: Voice
) -> list[Path]:
    """Write the after-action report of a journal again, with what would have changed it."""
    if Path(given).suffix != JOURNAL:
        return []
    from reports.studies.whatif import whatif_section
    from reports.studies.whatif_figure import whatif_figures
    from reports.write import write_report

    played = judge(read_journal(Path(given)), Path(given))
    section = whatif_section(scenario, result, say.language)
    more = section, whatif_figures(scenario, result, say.language)
    return write_report(scenario, played.journal, played.card, out, say.language, more)


def _played(scenario: str, decisions: str | None) -> tuple[Scenario, Plan, str, int]:
    """Return what was played, its name and its seed: a set of a scenario, or a journal."""
    path = Path(scenario)
    if path.suffix == JOURNAL:
        played = judge(read_journal(path), path)
        plan = unattended(plan_of(played.journal))
        return played.scenario, plan, path.stem, played.card.seed
    loaded = load(scenario)
    name = decisions or usual_set(decision_sets(loaded), scenario)
    return loaded, load_decisions(loaded, name), Path(name).stem, 1


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
