"""The shape of a report: sections of blocks, all plain values, in one language."""

from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any, Literal

from reports.facts.glue import glued
from simulator.text import Language

Tone = Literal["plain", "world", "team"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` in millimetres, 0 for what is left."""

    title: str
    width: float = 0
    right: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `tone` says who moved, the world or the team."""

    text: str
    tone: Tone = "plain"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `label` and `note` stand in the margin, `name` says what it holds."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    label: str = ""
    note: str = ""
    wide: bool = False
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs of ours beside a label in the margin."""

    label: str
    paragraphs: tuple[str, ...]
    note: str = ""
    kind: str = "prose"


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody wrote, as they wrote it; blue marks what was found in it, red a fault."""

    label: str
    note: str
    paragraphs: tuple[tuple[Cell, ...], ...]
    kind: str = "quote"


@dataclass(frozen=True, slots=True)
class Picture:
    """A place for the figure called `name`; left out when there is none."""

    name: str
    wide: bool = True
    label: str = ""
    note: str = ""
    kind: str = "picture"


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of a chain: its hour, its number as said, its act, and who moved."""

    hour: str
    mark: str
    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Chain:
    """Entries that brought one another about, the cause first."""

    label: str
    note: str
    links: tuple[Link, ...]
    kind: str = "chain"


@dataclass(frozen=True, slots=True)
class Lines:
    """The journal in small print, day by day: hour, number, act."""

    name: str
    columns: tuple[str, str, str]
    days: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]
    kind: str = "lines"


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody typed, as they typed it: who and `note` in the margin, `foot` below it."""

    who: str
    note: str
    text: str
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Voices:
    """What several people said to one matter, in few lines each."""

    label: str
    title: str
    voices: tuple[Said, ...]
    kind: str = "voices"


Block = Table | Prose | Quote | Picture | Chain | Lines | Voices


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its topic in the margin, its finding as the title, a lead, then blocks."""

    key: str
    topic: str
    title: str
    lead: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Illustration:
    """A figure as a report sets it: its SVG, the sentence read in its place, its caption."""

    svg: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page."""

    kind: str
    case: str
    case_more: str
    subtitle: str
    grade_label: str
    grade: str
    overall: str
    scales: tuple[tuple[str, str], ...]
    verdict: tuple[str, ...]
    foot: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of the first page of a study, which goes on below it: its finding, how it came."""

    kind: str
    case: str
    finding: str
    lead: tuple[str, ...]


@dataclass(frozen=True)
class ReportFacts:
    """All that a report prints, in one language; `numbers` are the tables behind the figures.

    `dated` is the date a file may carry, in seconds of the epoch: StartEx, the same on any day.
    """

    language: Language
    dated: int
    title: str
    header: tuple[str, str]
    footer: str
    numbers_label: str
    cover: Cover | Masthead
    sections: tuple[Section, ...]
    numbers: dict[str, Table] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain values, no number broken at the end of a line."""
        return self._plain

    @cached_property
    def _plain(self) -> dict[str, Any]:
        """Made once: the PDF and the HTML both set it, and neither changes it."""
        values: dict[str, Any] = glued(asdict(self))
        return values
