"""The commands of `cellule`, in the user's language."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from simulator.cli import screens
from simulator.cli.language import Voice
from simulator.cli.outcome import judge, play, save
from simulator.errors import DrillError, wrong
from simulator.journal.read import read_journal
from simulator.scenario import check_file, decision_sets, load, load_decisions, shipped
from simulator.text import LANGUAGES

_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
_FILE = click.Path(path_type=Path)


def build(say: Voice) -> click.Group:
    """Return the command line, speaking `say`'s language."""
    about = say(
        "Cellule : exercices de communication de crise cyber, rejoués et notés.",
        "Cellule: cyber-crisis communication exercises, replayed and scored.",
    )
    group = click.Group("cellule", help=about, params=[_language_option(say)])
    for make in (_list, _show, _check, _replay, _score, _report, _why, _grade, _completion):
        command = make(say)
        command.params.append(_language_option(say))
        group.add_command(command)
    return group


def _language_option(say: Voice) -> click.Option:
    return click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=say("Langue ; sinon celle du système.", "Language; else the system's."),
    )


def _json_option(say: Voice) -> _Decorator:
    return click.option(
        "--json", "as_json", is_flag=True, help=say("Sortie pour machines.", "Output for machines.")
    )


def _scenario_argument() -> _Decorator:
    return click.argument("scenario", shell_complete=_complete_scenarios)


def _complete_scenarios(_c: click.Context, _p: click.Parameter, part: str) -> list[str]:
    whole = part.partition(":")[0]
    near = [name for name in shipped() if name.startswith(whole)]
    offered = [*near, *(f"{name}:{variant}" for name in near for variant in _variants(name))]
    return [name for name in offered if name.startswith(part)]


def _variants(scenario: str) -> list[str]:
    try:
        return [variant.id for variant in load(scenario).variants]
    except DrillError:
        return []


def _complete_sets(context: click.Context, _parameter: click.Parameter, part: str) -> list[str]:
    try:
        return [name for name in decision_sets(context.params["scenario"]) if name.startswith(part)]
    except (DrillError, KeyError):
        return []


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _list(say: Voice) -> click.Command:
    @click.command("list", help=say("Les scénarios fournis.", "The shipped scenarios."))
    @_json_option(say)
    def run(as_json: bool) -> None:
        rows = [
            {
                "id": name,
                "title": scenario.title.say(say.language),
                "decisions": list(decision_sets(name)),
                "variants": [variant.id for variant in scenario.variants],
            }
            for name, scenario in ((name, load(name)) for name in shipped())
        ]
        if as_json:
            _print_json(rows)
            return
        for row in rows:
            click.echo(screens.row(row))

    return run


def _show(say: Voice) -> click.Command:
    @click.command("show", help=say("Le dossier de l’animateur.", "The facilitator's brief."))
    @_scenario_argument()
    @_json_option(say)
    def run(scenario: str, as_json: bool) -> None:
        loaded = load(scenario)
        if as_json:
            _print_json(loaded.model_dump(mode="json", exclude_none=True))
        else:
            click.echo(screens.brief(loaded, decision_sets(loaded), say))

    return run


def _check(say: Voice) -> click.Command:
    @click.command(
        "check",
        help=say(
            "Valide des fichiers et dit tout ce qui ne va pas.",
            "Validates files and says all that is wrong.",
        ),
    )
    @click.argument("files", nargs=-1, required=True, metavar=say("FICHIER…", "FILE…"))
    @_json_option(say)
    def run(files: tuple[str, ...], as_json: bool) -> int:
        found = {file: check_file(file) for file in files}
        if as_json:
            _print_json(
                {
                    file: [problem.say(say.language) for problem in problems]
                    for file, problems in found.items()
                }
            )
        for file, problems in found.items():
            for problem in problems:
                click.echo(problem.say(say.language), err=True)
            if not problems and not as_json:
                click.echo(say(f"{file} : rien à redire", f"{file}: nothing wrong"))
        return 1 if any(found.values()) else 0

    return run


def _replay(say: Voice) -> click.Command:
    @click.command("replay", help=say("Joue, note et rapporte.", "Plays, scores and reports."))
    @_scenario_argument()
    @click.option(
        "--decisions",
        metavar=say("JEU|FICHIER", "SET|FILE"),
        shell_complete=_complete_sets,
        help=say(
            "Jeu de décisions ; sinon le premier de historical, typical.",
            "Decision set; else the first of historical, typical.",
        ),
    )
    @click.option(
        "--seed",
        type=click.IntRange(0, 2**63 - 1),
        default=1,
        show_default=True,
        help=say("Graine du hasard.", "Seed of chance."),
    )
    @click.option(
        "--out",
        type=_FILE,
        default=Path("out"),
        show_default=True,
        metavar=say("DOSSIER", "DIR"),
        help=say("Dossier des résultats.", "Folder of the results."),
    )
    @click.option(
        "--report/--no-report",
        default=True,
        help=say(
            "Écrire le rapport, ou s’arrêter à la note.",
            "Write the report, or stop at the scorecard.",
        ),
    )
    @_json_option(say)
    def run(
        scenario: str, decisions: str | None, seed: int, out: Path, report: bool, as_json: bool
    ) -> None:
        loaded = load(scenario)
        name = decisions or _usual_set(decision_sets(loaded), scenario)
        result = play(loaded, load_decisions(loaded, name), seed, Path(name).stem)
        written = save(result, out)
        if report:
            written = [*written, *_write_report(result, out, say)]
        _print_json(result.card.as_json()) if as_json else click.echo(
            screens.verdict(result, written, say)
        )

    return run


def _usual_set(sets: tuple[str, ...], scenario: str) -> str:
    for name in ("historical", "typical", *sets):
        if name in sets:
            return name
    raise wrong(
        f"{scenario} : pas de jeu de décisions à côté ; en donner un avec --decisions FICHIER",
        f"{scenario}: no decision set beside it; give one with --decisions FILE",
    )


def _write_report(result: Any, out: Path, say: Voice) -> list[Path]:
    # Matplotlib and typst are heavy: only a command that draws pays for them.
    from reports.write import write_report

    return write_report(result.scenario, result.journal, result.card, out, say.language)


def _score(say: Voice) -> click.Command:
    @click.command(
        "score",
        help=say(
            "La note, depuis le seul journal.", "The scorecard again, from the journal alone."
        ),
    )
    @click.argument("journal", type=_FILE)
    @_json_option(say)
    def run(journal: Path, as_json: bool) -> None:
        result = judge(read_journal(journal), journal)
        _print_json(result.card.as_json()) if as_json else click.echo(
            screens.verdict(result, [], say)
        )

    return run


def _report(say: Voice) -> click.Command:
    @click.command(
        "report",
        help=say(
            "Le rapport, depuis le seul journal.", "The report again, from the journal alone."
        ),
    )
    @click.argument("journal", type=_FILE)
    @click.option(
        "--out",
        type=_FILE,
        default=Path("out"),
        show_default=True,
        metavar=say("DOSSIER", "DIR"),
        help=say("Dossier des résultats.", "Folder of the results."),
    )
    @_json_option(say)
    def run(journal: Path, out: Path, as_json: bool) -> None:
        result = judge(read_journal(journal), journal)
        written = _write_report(result, out, say)
        _print_json([str(path) for path in written]) if as_json else click.echo(
            screens.files(written, say)
        )

    return run


def _why(say: Voice) -> click.Command:
    @click.command(
        "why", help=say("La chaîne des causes d’une entrée.", "The chain of causes of an entry.")
    )
    @click.argument("journal", type=_FILE)
    @click.argument("entry", type=click.IntRange(1))
    @_json_option(say)
    def run(journal: Path, entry: int, as_json: bool) -> None:
        result = judge(read_journal(journal), journal)
        if entry > len(result.journal):
            raise wrong(
                f"le journal n’a pas d’entrée {entry} : elles vont de 1 à {len(result.journal)}",
                f"the journal has no entry {entry}: they go from 1 to {len(result.journal)}",
            )
        _print_json(screens.chain_as_json(result, entry, say)) if as_json else click.echo(
            screens.causes(result, entry, say)
        )

    return run


def _grade(say: Voice) -> click.Command:
    about = say(
        "Lit un message (fichier, ou - pour l’entrée) et le note.",
        "Reads a message (a file, or - for standard input) and grades it.",
    )

    @click.command("grade", help=about)
    @click.argument("text", metavar=say("TEXTE", "TEXT"))
    @_json_option(say)
    def run(text: str, as_json: bool) -> None:
        # The rubric's lexicons take a while to read: only this command needs them.
        from simulator.cli.grading import page, text_of
        from simulator.rubric import grade

        reading = grade(text_of(text))
        _print_json(reading.as_json(say.language)) if as_json else click.echo(page(reading, say))

    return run


def _completion(say: Voice) -> click.Command:
    shells = ("bash", "zsh", "fish")

    @click.command(
        "completion",
        help=say(
            "Le script de complétion d’un shell, à évaluer dans son profil.",
            "A shell's completion script, to be evaluated in its profile.",
        ),
    )
    @click.argument("shell", type=click.Choice(shells))
    def run(shell: str) -> None:
        from click.shell_completion import get_completion_class

        kind = get_completion_class(shell)
        assert kind is not None
        click.echo(kind(build(say), {}, "cellule", "_CELLULE_COMPLETE").source())
        if shell == "bash":
            # Bash would take the colon of `id:variant` for the end of a word.
            click.echo("COMP_WORDBREAKS=${COMP_WORDBREAKS//:}")

    return run
