"""Why an entry is there: the chain of its causes, back to where it began."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from simulator.journal.book import Journal
from simulator.journal.entries import (
    DecisionMissing,
    DecisionRefused,
    DecisionTaken,
    Entry,
    InjectGiven,
)

ROOTS = (InjectGiven, DecisionTaken, DecisionRefused, DecisionMissing)


@dataclass(frozen=True, slots=True)
class Link:
    """An entry in a chain of causes; `depth` counts from the entry asked about, 0.

    `again` marks an entry already shown higher up, whose causes are not repeated.
    """

    entry: Entry
    depth: int
    again: bool


def chain(journal: Journal, number: int) -> Iterator[Link]:
    """Yield the entry `number` and all that brought it about, each cause under its effect."""
    seen: set[int] = set()
    waiting = [(number, 0)]
    while waiting:
        place, depth = waiting.pop()
        entry, again = journal[place], place in seen
        yield Link(entry, depth, again)
        if not again:
            seen.add(place)
            waiting.extend((cause, depth + 1) for cause in reversed(entry.causes))


def main_line(journal: Journal, number: int) -> list[Entry]:
    """Return one chain from a root to the entry: at each step the last cause that leads to one.

    The latest cause is what tipped it over; roots are injects, decisions and missing decisions.
    """
    line, rooted = [journal[number]], _rooted(journal, number)
    while line[-1].causes and not isinstance(line[-1], ROOTS):
        line.append(journal[max(rooted.intersection(line[-1].causes) or line[-1].causes)])
    return line[::-1]


def _rooted(journal: Journal, number: int) -> set[int]:
    """Return the ids up to `number` that are roots or have one behind them."""
    rooted: set[int] = set()
    for entry in islice(journal, number):
        if isinstance(entry, ROOTS) or not rooted.isdisjoint(entry.causes):
            rooted.add(entry.id)
    return rooted
