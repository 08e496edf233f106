"""The arguments and options that several commands share, and how a shell completes them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from simulator.cli.language import Voice
from simulator.errors import DrillError
from simulator.scenario import decision_sets, load, shipped
from simulator.text import LANGUAGES

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
_FILE = click.Path(path_type=Path)


def language_option(say: Voice) -> click.Option:
    """Return `--lang`, which `asked_for` has read before click does."""
    return click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=say("Langue ; sinon celle du système.", "Language; else the system's."),
    )


def json_option(say: Voice) -> Decorator:
    """Return `--json`, as `as_json`: one value on standard output and nothing else there."""
    return click.option(
        "--json", "as_json", is_flag=True, help=say("Sortie pour machines.", "Output for machines.")
    )


def print_json(value: object) -> None:
    """Print a value for machines."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def out_option(say: Voice) -> Decorator:
    """Return `--out`, as `out`: the folder where results go."""
    return click.option(
        "--out",
        type=_FILE,
        default=Path("out"),
        show_default=True,
        metavar=say("DOSSIER", "DIR"),
        help=say("Dossier des résultats.", "Folder of the results."),
    )


def journal_argument() -> Decorator:
    """Return the path of a journal, as `journal`."""
    return click.argument("journal", type=_FILE)


def journals_argument() -> Decorator:
    """Return the paths of one journal or several, as `journals`."""
    return click.argument("journals", type=_FILE, nargs=-1, required=True, metavar="JOURNAL…")


def scenario_argument() -> Decorator:
    """Return what is to be played, as `scenario`: a shipped id or a path, `:variant` after it."""
    return click.argument("scenario", shell_complete=_complete_scenarios)


def decisions_option(say: Voice) -> Decorator:
    """Return `--decisions`, as `decisions`: the name of a set or a file, None when not given."""
    return click.option(
        "--decisions",
        metavar=say("JEU|FICHIER", "SET|FILE"),
        shell_complete=_complete_sets,
        help=say(
            "Jeu de décisions ; sinon le premier de historical, typical.",
            "Decision set; else the first of historical, typical.",
        ),
    )


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
