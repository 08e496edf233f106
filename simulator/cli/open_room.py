"""Opens the drill room and says where it is."""

import sys
from pathlib import Path

import click

from simulator.cli.language import Voice


def open_room(say: Voice, port: int, data: Path, lan: bool) -> None:
    """Serve until told to stop.

    Raises:
        DrillError: when the folder or the port is taken.
    """
    # Web servers are heavy: only this command needs one.
    import reports
    from simulator.room.links import facilitators_link, in_terminal
    from simulator.room.room import Room
    from simulator.room.serve import lan_address, listening, lock, serve

    with lock(data), listening("0.0.0.0" if lan else "127.0.0.1", port) as place:
        chosen = place.getsockname()[1]
        network = lan_address() if lan else None
        address = f"http://{network or '127.0.0.1'}:{chosen}"
        room = Room(data)
        link = facilitators_link(room, address, say.language)
        click.echo(_welcome(say, len(room.drills), link, data, network))
        if network and "utf" in (sys.stdout.encoding or "").lower():
            click.echo(in_terminal(link))
        sys.stdout.flush()
        fonts = Path(reports.__path__[0]) / "fonts"
        names = ["127.0.0.1", "localhost", *([network] if network else [])]
        serve(room, place, address, [f"{name}:{chosen}" for name in names], fonts)
    click.echo(
        say("La salle est fermée. Rien n’est perdu.", "The room is closed. Nothing is lost.")
    )


def _welcome(say: Voice, kept: int, link: str, data: Path, network: str | None) -> str:
    found = say(
        f"{kept} exercice{'s' if kept > 1 else ''} dans {data}.",
        f"{kept} exercise{'' if kept == 1 else 's'} in {data}.",
    )
    lines = [
        say(
            "La salle est ouverte. Le lien de l’animateur :",
            "The room is open. The facilitator's link:",
        ),
        f"  {link}",
        say(
            "Il ouvre tout : le garder pour soi. Les liens des équipes se donnent depuis la page.",
            "It opens everything: keep it to yourself. The teams' links are given from the page.",
        ),
    ]
    if network:
        lines.append(
            say(
                "Ouverte au réseau local, sans chiffrement : n’y écrire rien de secret.",
                "Open to the local network, not encrypted: write nothing secret in it.",
            )
        )
    return "\n".join([*lines, found, say("Ctrl-C la ferme.", "Ctrl-C closes it.")])
