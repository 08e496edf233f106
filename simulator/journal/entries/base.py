"""The kinds of entry a journal holds: frozen, typed, each with an id and its causes.

Making, comparing and printing are written once, in Entry: generated for every kind, they would take
as long to import as an exercise takes to run.
"""

import json
from collections.abc import KeysView
from dataclasses import FrozenInstanceError, dataclass, fields
from typing import Any, ClassVar, Literal

Tone = Literal["fair", "critical", "speculative"]
Shares = dict[str, float]


_FIELDS: dict[str, KeysView[str]] = {}
# Made once: `json.dumps` would make one for every line.
_LINE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(init=False, repr=False, eq=False)
class Entry:
    """One line of the journal.

    `at` is minutes since StartEx; `causes` are the ids of the entries that brought this one about.
    """

    kind: ClassVar[str] = "entry"

    id: int
    at: float
    causes: tuple[int, ...]

    def __init__(self, **values: object) -> None:
        """Take a value for every field, by name.

        Raises:
            TypeError: when one is missing or has no field.
        """
        if values.keys() != self._fields():
            odd = sorted(values.keys() ^ self._fields())
            raise TypeError(f"{type(self).__name__}: missing or unknown {', '.join(odd)}")
        self.__dict__.update(values)

    def _fields(self) -> KeysView[str]:
        if self.kind not in _FIELDS:
            _FIELDS[self.kind] = dict.fromkeys(field.name for field in fields(self)).keys()
        return _FIELDS[self.kind]

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: what happened, happened."""
        raise FrozenInstanceError(f"cannot change {name} of an entry")

    def __delattr__(self, name: str) -> None:
        """Refuse: what happened, happened."""
        raise FrozenInstanceError(f"cannot take {name} from an entry")

    def as_dict(self) -> dict[str, Any]:
        """Return the entry as plain values, its kind included."""
        values = {name: getattr(self, name) for name in self._fields()}
        return {"id": self.id, "at": self.at, "kind": self.kind, **values}

    def __eq__(self, other: object) -> bool:
        """Return whether both say the same."""
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        """Return a number that equal entries share."""
        return hash((self.kind, self.id, self.at))

    def __repr__(self) -> str:
        """Return the entry's kind and its values."""
        return f"{type(self).__name__}({self})"

    def __str__(self) -> str:
        """Return the entry as its JSON line, without the line break."""
        return _LINE.encode(self.as_dict())
