"""How well the rubric reads: `python -m tests.rubric.measure` prints precision and recall.

A notice named `fr-12` is unseen when its number divides by three; `second`,
`third` … `tenth` notices were written later, each after the rules had been mended on
the last.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from simulator.rubric import Reading, element_names, fault_names, grade

FOLDER = Path(__file__).parent / "notices"
PARTS = (
    "seen",
    "unseen",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
IDS = (*element_names(), *fault_names())


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice written for the tests, and what a careful reader finds in it."""

    name: str
    text: str
    expected: frozenset[str]

    @property
    def language(self) -> str:
        return self.name[:2]

    @property
    def part(self) -> str:
        middle = self.name.split("-")[1]
        if middle in PARTS:
            return middle
        return "unseen" if int(middle) % 3 == 0 else "seen"


@dataclass(slots=True)
class Count:
    """How often an element was rightly found, wrongly found, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    where: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@cache
def notices() -> tuple[Notice, ...]:
    """Return every notice, in the order of their names."""
    return tuple(map(_notice, sorted(FOLDER.glob("*.yaml"))))


def _notice(path: Path) -> Notice:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Notice(path.stem, data["text"], frozenset(data["elements"]) | set(data["faults"]))


def read_in(reading: Reading) -> frozenset[str]:
    """Return the ids of the elements and faults a reading found."""
    return reading.found() | {fault.id for fault in reading.faults}


@cache
def reading_of(name: str) -> Reading:
    """Return the reading of a notice, made once."""
    return grade(next(notice.text for notice in notices() if notice.name == name))


def counts(language: str, parts: Iterable[str]) -> dict[str, Count]:
    """Return the count of each element and fault over some parts."""
    found = {id: Count() for id in IDS}
    chosen = set(parts)
    for notice in notices():
        if notice.language == language and notice.part in chosen:
            _add(found, notice)
    return found


def _add(found: dict[str, Count], notice: Notice) -> None:
    read = read_in(reading_of(notice.name))
    for id, count in found.items():
        count.right += id in read and id in notice.expected
        count.wrong += id in read and id not in notice.expected
        count.missed += id not in read and id in notice.expected
        if (id in read) != (id in notice.expected):
            count.where.append(notice.name)


def table() -> Iterator[str]:
    """Yield precision and recall, one element a line, seen and unseen, both languages."""
    columns = [(language, part) for language in ("fr", "en") for part in ("seen", "unseen")]
    yield f"{'':24}" + "".join(f"{' '.join(column):>16}" for column in columns)
    cells = [counts(language, _parts(part)) for language, part in columns]
    for id in IDS:
        row = (f"{cell[id].precision:.2f} / {cell[id].recall:.2f}" for cell in cells)
        yield f"{id:24}" + "".join(f"{numbers:>16}" for numbers in row)


def _parts(part: str) -> tuple[str, ...]:
    return PARTS[:1] if part == "seen" else PARTS[1:]


if __name__ == "__main__":
    print("\n".join(table()))
