"""The journal: what happened, in order; only ever added to."""

from collections.abc import Iterator
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from simulator.files import write_whole
from simulator.journal.entries import Entry

_Kind = TypeVar("_Kind", bound=Entry)


class Journal:
    """The entries of one exercise; an entry's id is its place, from 1."""

    def __init__(self) -> None:
        """Start an empty journal."""
        self._entries: list[Entry] = []
        self._by_kind: dict[type[Entry], list[Entry]] = {}

    def record(
        self, kind: type[_Kind], at: float, *causes: Entry | int | None, **said: object
    ) -> _Kind:
        """Add an entry of `kind` at minute `at` and return it; a cause of None is left out."""
        ids = {c.id if isinstance(c, Entry) else c for c in causes if c is not None}
        entry = kind(id=len(self._entries) + 1, at=at, causes=tuple(sorted(ids)), **said)
        self._add(entry)
        return entry

    def append(self, entry: Entry) -> None:
        """Add an entry that already has its id, as a reader of files does.

        Raises:
            ValueError: when its id is not the next one.
        """
        if entry.id != len(self._entries) + 1:
            raise ValueError(f"entry id {entry.id}, expected {len(self._entries) + 1}")
        self._add(entry)

    def _add(self, entry: Entry) -> None:
        self._entries.append(entry)
        self._by_kind.setdefault(type(entry), []).append(entry)

    def of(self, *kinds: type[_Kind]) -> list[_Kind]:
        """Return the entries of these kinds, in order."""
        found = [some for kind, some in self._by_kind.items() if issubclass(kind, kinds)]
        return sorted(chain.from_iterable(found), key=attrgetter("id"))  # type: ignore[arg-type]

    def __getitem__(self, number: int) -> Entry:
        """Return the entry whose id is `number`."""
        if not 1 <= number <= len(self._entries):
            raise IndexError(number)
        return self._entries[number - 1]

    def __iter__(self) -> Iterator[Entry]:
        """Iterate over the entries, oldest first."""
        return iter(self._entries)

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self._entries)

    def __eq__(self, other: object) -> bool:
        """Return whether both hold the same entries."""
        return isinstance(other, Journal) and self._entries == other._entries

    __hash__ = None  # type: ignore[assignment]

    def lines(self) -> str:
        """Return the journal as JSON lines."""
        return "".join(f"{entry}\n" for entry in self._entries)

    def write(self, path: Path) -> None:
        """Write the journal as JSON lines, beside `path` first, then in its place."""
        write_whole(path, self.lines().encode())
