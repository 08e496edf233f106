"""The commands of `cellule`, in the user's language."""

from importlib import import_module

import click

from simulator.cli.language import Voice
from simulator.cli.options import json_option, language_option, print_json
from simulator.cli.room import room_command
from simulator.cli.runs import replay_command, report_command, score_command, why_command
from simulator.cli.scenarios import check_command, list_command, show_command

# Studies stand on heavy libraries: only who asks for one imports them.
_STUDIES = {"ensemble": "studies", "compare": "studies", "whatif": "whatif", "best": "best"}


class _Group(click.Group):
    """The commands, those of the studies made when they are asked for."""

    say: Voice

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return every name, in the order of a day's work."""
        return [*self.commands, *_STUDIES]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return a command by its name, None when there is none."""
        if name not in _STUDIES:
            return super().get_command(ctx, name)
        module = import_module(f"simulator.cli.{_STUDIES[name]}")
        command: click.Command = getattr(module, f"{name}_command")(self.say)
        command.params.append(language_option(self.say))
        return command


def build(say: Voice) -> click.Group:
    """Return the command line, speaking `say`'s language."""
    about = say(
        "Cellule : exercices de communication de crise cyber, rejoués et notés.",
        "Cellule: cyber-crisis communication exercises, replayed and scored.",
    )
    group = _Group("cellule", help=about, params=[language_option(say)])
    group.say = say
    for make in _COMMANDS:
        command = make(say)
        command.params.append(language_option(say))
        group.add_command(command)
    return group


def _grade(say: Voice) -> click.Command:
    about = say(
        "Lit un message (fichier, ou - pour l’entrée) et le note.",
        "Reads a message (a file, or - for standard input) and grades it.",
    )

    @click.command("grade", help=about)
    @click.argument("text", metavar=say("TEXTE", "TEXT"))
    @json_option(say)
    def run(text: str, as_json: bool) -> None:
        # The rubric's lexicons take a while to read: only this command needs them.
        from simulator.cli.grading import page, text_of
        from simulator.rubric import grade

        reading = grade(text_of(text))
        print_json(reading.as_json(say.language)) if as_json else click.echo(page(reading, say))

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


_COMMANDS = (
    list_command,
    show_command,
    check_command,
    replay_command,
    score_command,
    report_command,
    why_command,
    room_command,
    _grade,
    _completion,
)
