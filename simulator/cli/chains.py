"""What brought an entry about, as the command line says it."""

from typing import Any

from simulator.cli.language import Voice
from simulator.cli.outcome import Played
from simulator.cli.screens import moment
from simulator.journal.causes import chain
from simulator.journal.names import Names
from simulator.journal.tell import tell


def causes(played: Played, entry: int, say: Voice) -> str:
    """Return an entry and under it, indented, all that brought it about."""
    names, clock = Names(played.scenario, played.journal), played.scenario.clock
    lines = []
    for link in chain(played.journal, entry):
        again = say(" (voir plus haut)", " (see above)") if link.again else ""
        when = moment(clock, link.entry.at, say)
        head = f"{'  ' * link.depth}{link.entry.id:>4}  {when}  "
        lines.append(f"{head}{tell(link.entry, names).say(say.language)}{again}")
    return "\n".join(lines)


def chain_as_json(played: Played, entry: int, say: Voice) -> list[dict[str, Any]]:
    """Return the chain for machines: id, minute, kind, depth, causes, sentence."""
    names = Names(played.scenario, played.journal)
    return [
        {
            "id": link.entry.id,
            "at": link.entry.at,
            "kind": link.entry.kind,
            "depth": link.depth,
            "causes": list(link.entry.causes),
            "text": tell(link.entry, names).say(say.language),
        }
        for link in chain(played.journal, entry)
        if not link.again
    ]
