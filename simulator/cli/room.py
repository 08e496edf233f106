"""`cellule room`: the live drill room."""

from pathlib import Path

import click

from simulator.cli.language import Voice
from simulator.cli.open_room import open_room

_PORT = 8765


def room_command(say: Voice) -> click.Command:
    """Return `cellule room`."""

    @click.command(
        "room",
        help=say(
            "Ouvre la salle : des exercices en direct, sur cette machine.",
            "Opens the room: live exercises, on this machine.",
        ),
    )
    @click.option(
        "--port",
        type=click.IntRange(0, 65535),
        default=_PORT,
        show_default=True,
        help=say("Port ; 0 en prend un libre.", "Port; 0 takes a free one."),
    )
    @click.option(
        "--data",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path("room"),
        show_default=True,
        help=say("Dossier des exercices.", "Folder of the exercises."),
    )
    @click.option(
        "--lan",
        is_flag=True,
        help=say(
            "Écouter aussi sur le réseau local ; sinon, cette machine seule.",
            "Listen on the local network too; otherwise this machine alone.",
        ),
    )
    def run(port: int, data: Path, lan: bool) -> None:
        open_room(say, port, data, lan)

    return run
