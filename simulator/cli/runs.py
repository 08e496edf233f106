"""The commands about a run: play it, score it, report it, ask it why."""

from pathlib import Path

import click

from simulator.cli.language import Voice
from simulator.cli.options import (
    decisions_option,
    journal_argument,
    journals_argument,
    json_option,
    out_option,
    print_json,
    scenario_argument,
)
from simulator.cli.outcome import Played, judge, play, save
from simulator.cli.screens import files, verdict
from simulator.errors import wrong
from simulator.journal.read import read_journal
from simulator.scenario import decision_sets, load, load_decisions

JOURNAL = ".jsonl"


def replay_command(say: Voice) -> click.Command:
    """Return `cellule replay`."""

    @click.command(
        "replay",
        help=say(
            "Joue, note et rapporte. SCENARIO peut être un journal : ses trois données redonnent"
            " le même.",
            "Plays, scores and reports. SCENARIO may be a journal: what it records gives the same"
            " one again.",
        ),
    )
    @scenario_argument()
    @decisions_option(say)
    @click.option(
        "--seed",
        type=click.IntRange(0, 2**63 - 1),
        show_default="1",
        help=say("Graine du hasard.", "Seed of chance."),
    )
    @out_option(say)
    @click.option(
        "--report/--no-report",
        default=True,
        help=say(
            "Écrire le rapport, ou s’arrêter à la note.",
            "Write the report, or stop at the scorecard.",
        ),
    )
    @json_option(say)
    def run(
        scenario: str, decisions: str | None, seed: int | None, out: Path, report: bool,
        as_json: bool,
    ) -> None:  # fmt: skip
        beside = Path(scenario) if Path(scenario).suffix == JOURNAL else None
        if beside:
            result = _play_again(beside, decisions, seed)
        else:
            loaded = load(scenario)
            name = decisions or usual_set(decision_sets(loaded), scenario)
            plan = load_decisions(loaded, name)
            result = play(loaded, plan, 1 if seed is None else seed, Path(name).stem)
        written = save(result, out)
        if report:
            written = [*written, *_write_report(result, out, say, beside)]
        _print_verdict(result, written, say, as_json)

    return run


def _play_again(path: Path, decisions: str | None, seed: int | None) -> Played:
    """Return the run that a journal records, played again.

    Raises:
        DrillError: when decisions or a seed are given besides, or the journal cannot be read.
    """
    if decisions is not None or seed is not None:
        raise wrong(
            f"{path} : un journal porte déjà ses décisions et sa graine ; ne donner ni --decisions"
            " ni --seed, ou donner le scénario",
            f"{path}: a journal holds its decisions and its seed; give neither --decisions nor"
            " --seed, or give the scenario",
        )
    # Studies take a while to import: only a recorded run needs what they know of plans.
    from simulator.study.recorded import plan_of

    recorded = judge(read_journal(path), path)
    plan = plan_of(recorded.journal)
    return play(recorded.scenario, plan, recorded.card.seed, recorded.card.decisions)


def usual_set(sets: tuple[str, ...], scenario: str) -> str:
    """Return the set that is played when none is named.

    Raises:
        DrillError: when there is none.
    """
    for name in ("historical", "typical", *sets):
        if name in sets:
            return name
    raise wrong(
        f"{scenario} : pas de jeu de décisions à côté ; en donner un avec --decisions FICHIER",
        f"{scenario}: no decision set beside it; give one with --decisions FILE",
    )


def _print_verdict(result: Played, written: list[Path], say: Voice, as_json: bool) -> None:
    if as_json:
        print_json(result.card.as_json())
    else:
        click.echo(verdict(result, written, say))


def score_command(say: Voice) -> click.Command:
    """Return `cellule score`."""

    @click.command(
        "score",
        help=say(
            "La note, depuis le seul journal.", "The scorecard again, from the journal alone."
        ),
    )
    @journal_argument()
    @json_option(say)
    def run(journal: Path, as_json: bool) -> None:
        result = judge(read_journal(journal), journal)
        _print_verdict(result, [], say, as_json)

    return run


def report_command(say: Voice) -> click.Command:
    """Return `cellule report`."""

    @click.command(
        "report",
        help=say(
            "Le rapport, depuis le seul journal ; de plusieurs équipes d’un même exercice, celui de"
            " la salle.",
            "The report again, from the journal alone; of several teams of one exercise, the"
            " room's.",
        ),
    )
    @journals_argument()
    @click.option(
        "--team",
        "names",
        multiple=True,
        metavar=say("NOM", "NAME"),
        help=say(
            "Nom d’une équipe, une fois par journal ; sinon celui du dossier.",
            "A team's name, once a journal; else its folder's.",
        ),
    )
    @out_option(say)
    @json_option(say)
    def run(journals: tuple[Path, ...], names: tuple[str, ...], out: Path, as_json: bool) -> None:
        results = [judge(read_journal(journal), journal) for journal in journals]
        if len(results) == 1:
            written = _write_report(results[0], out, say, journals[0], *names[:1])
        else:
            from simulator.cli.teams import write_room

            written = write_room(results, journals, names, out, say.language)
        if as_json:
            print_json([str(path) for path in written])
        else:
            click.echo(files(written, say))

    return run


def _write_report(
    result: Played, out: Path, say: Voice, beside: Path | None, team: str | None = None
) -> list[Path]:
    """Write the report; `beside` is the journal it comes from, and perhaps a hot wash."""
    # Matplotlib and typst are heavy: only a command that draws pays for them.
    from reports.hotwash import hot_wash_beside
    from reports.write import write_report

    answers = hot_wash_beside(beside) if beside else ()
    return write_report(
        result.scenario, result.journal, result.card, out, say.language, None, answers, team
    )


def why_command(say: Voice) -> click.Command:
    """Return `cellule why`."""

    @click.command(
        "why", help=say("La chaîne des causes d’une entrée.", "The chain of causes of an entry.")
    )
    @journal_argument()
    @click.argument("entry", type=click.IntRange(1))
    @json_option(say)
    def run(journal: Path, entry: int, as_json: bool) -> None:
        result = judge(read_journal(journal), journal)
        if entry > len(result.journal):
            raise wrong(
                f"le journal n’a pas d’entrée {entry} : elles vont de 1 à {len(result.journal)}",
                f"the journal has no entry {entry}: they go from 1 to {len(result.journal)}",
            )
        # Telling entries takes a while to import: only this command needs it.
        from simulator.cli.chains import causes, chain_as_json

        if as_json:
            print_json(chain_as_json(result, entry, say))
        else:
            click.echo(causes(result, entry, say))

    return run
