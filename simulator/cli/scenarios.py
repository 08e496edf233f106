"""The commands about scenarios: which there are, what is in one, whether a file is sound."""

import click

from simulator.cli.language import Voice
from simulator.cli.options import json_option, print_json, scenario_argument
from simulator.cli.screens import row
from simulator.scenario import check_file, decision_sets, load, shipped


def list_command(say: Voice) -> click.Command:
    """Return `cellule list`."""

    @click.command("list", help=say("Les scénarios fournis.", "The shipped scenarios."))
    @json_option(say)
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
            print_json(rows)
            return
        for known in rows:
            click.echo(row(known))

    return run


def show_command(say: Voice) -> click.Command:
    """Return `cellule show`."""

    @click.command("show", help=say("Le dossier de l’animateur.", "The facilitator's brief."))
    @scenario_argument()
    @json_option(say)
    def run(scenario: str, as_json: bool) -> None:
        loaded = load(scenario)
        if as_json:
            print_json(loaded.model_dump(mode="json", exclude_none=True))
            return
        # Only this command shows a brief: the others start without it.
        from simulator.cli.brief import brief

        click.echo(brief(loaded, decision_sets(loaded), say))

    return run


def check_command(say: Voice) -> click.Command:
    """Return `cellule check`."""

    @click.command(
        "check",
        help=say(
            "Valide des fichiers et dit tout ce qui ne va pas.",
            "Validates files and says all that is wrong.",
        ),
    )
    @click.argument("files", nargs=-1, required=True, metavar=say("FICHIER…", "FILE…"))
    @json_option(say)
    def run(files: tuple[str, ...], as_json: bool) -> int:
        found = {file: check_file(file) for file in files}
        if as_json:
            print_json(
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
