"""The MSEL: which injects are due, and when a condition holds."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from simulator.journal.entries import Entry
from simulator.scenario.shapes import Condition, Inject


class Noted:
    """The first entry of each thing a condition can ask about."""

    def __init__(self) -> None:
        """Start with nothing noted."""
        self._first: dict[tuple[str, str], Entry] = {}

    def __len__(self) -> int:
        """Return how many things were noted: it grows whenever something new was."""
        return len(self._first)

    def note(self, what: str, which: str, entry: Entry) -> None:
        """Note that `what` happened to `which` (told, operators), if it is the first time."""
        self._first.setdefault((what, which), entry)

    def find(self, what: str, which: str) -> Entry | None:
        """Return the entry by which `what` first happened to `which`, or None."""
        return self._first.get((what, which))


class Sight(NamedTuple):
    """What conditions can see beside what was noted.

    `belief` gives the share of an audience's headcount, 0 to 1; `silence` the minutes since the
    last public word and the entry it counts from; `lost` the calls lost so far.
    """

    belief: Callable[[str], float]
    silence: Callable[[], tuple[float, Entry | None]]
    lost: Callable[[], list[Entry]]
    last_measure: Callable[[], Entry | None]


def holds(condition: Condition, noted: Noted, sight: Sight) -> list[Entry] | None:
    """Return the entries that make `condition` hold, or None when it does not."""
    found: list[Entry] = []
    for part in (_named, _said, _believed, _silent, _lost):
        entries = part(condition, noted, sight)
        if entries is None:
            return None
        found.extend(entries)
    return found


def _named(condition: Condition, noted: Noted, _sight: Sight) -> list[Entry] | None:
    found = []
    for what, which in condition.named:
        entry = noted.find(what, which)
        if entry is None:
            return None
        found.append(entry)
    return found


def _said(condition: Condition, noted: Noted, _sight: Sight) -> list[Entry] | None:
    if condition.said_anything is None:
        return []
    first = noted.find("said", "anything")
    return _only(first) if (first is not None) == condition.said_anything else None


def _believed(condition: Condition, _noted: Noted, sight: Sight) -> list[Entry] | None:
    if condition.belief_above is None:
        return []
    above = all(sight.belief(who) > share for who, share in condition.belief_above.items())
    return _only(sight.last_measure()) if above else None


def _silent(condition: Condition, _noted: Noted, sight: Sight) -> list[Entry] | None:
    if condition.silent_for is None:
        return []
    minutes, since = sight.silence()
    return _only(since) if minutes >= condition.silent_for else None


def _lost(condition: Condition, _noted: Noted, sight: Sight) -> list[Entry] | None:
    if condition.calls_lost is None:
        return []
    lost = sight.lost()
    return lost[-1:] if len(lost) >= condition.calls_lost else None


def _only(entry: Entry | None) -> list[Entry]:
    return [entry] if entry is not None else []


def dated(injects: Iterable[Inject]) -> list[Inject]:
    """Return the injects that have a time, in the order of time, then of the file."""
    return sorted((i for i in injects if i.at is not None), key=lambda inject: inject.at or 0.0)


def awaited(injects: Iterable[Inject]) -> list[Inject]:
    """Return the injects that wait for a condition, in the order of the file."""
    return [inject for inject in injects if inject.when is not None]
