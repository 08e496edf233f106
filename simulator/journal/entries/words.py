"""What the organisation said, promised and claimed, and what became of it."""

from dataclasses import dataclass
from typing import ClassVar

from simulator.journal.entries.base import Entry, Shares


@dataclass(init=False, repr=False, eq=False)
class StatementIssued(Entry):
    """The organisation spoke.

    `substance` is the fall of the share of questions open on the side it spoke to, 0 to 1;
    `quality` 0 to 1 judges the message against what was known then; `reach` is the share of the
    attentive people of each audience, `best` the same by the single best channel; `told` holds the
    substance for each audience met by one channel that reaches half of it; `answered` the facts
    new to each audience that a quarter of it could read. `found`, `unworded` (meant, but not to be
    read in the text) and `lacking` are the elements of a good message; `letters` the rubric's two
    verdicts, `communication` and `legal`, on a message with a text.
    """

    kind: ClassVar[str] = "statement_issued"
    statement: str
    channels: tuple[str, ...]
    conference: bool
    document: bool
    public: bool
    inside: bool
    holding: bool
    speakers: tuple[str, ...]
    signed: bool
    disclosed: tuple[str, ...]
    repeated: tuple[str, ...]
    given_away: tuple[str, ...]
    claims: tuple[str, ...]
    elements: tuple[str, ...]
    responsibility: str
    substance: float
    quality: float
    found: tuple[str, ...]
    unworded: tuple[str, ...]
    lacking: tuple[str, ...]
    letters: dict[str, str]
    over_assurance: float
    keeps_promise: bool
    reach: Shares
    best: Shares
    told: Shares
    answered: dict[str, tuple[str, ...]]


@dataclass(init=False, repr=False, eq=False)
class EmptyWord(Entry):
    """A public word with nothing in it; after three in a day nobody listens."""

    kind: ClassVar[str] = "empty_word"
    heard: bool


@dataclass(init=False, repr=False, eq=False)
class RevisedDownward(Entry):
    """Facts put more favourably before were revised for the worse."""

    kind: ClassVar[str] = "revised_downward"
    facts: tuple[str, ...]


@dataclass(init=False, repr=False, eq=False)
class Contradiction(Entry):
    """Two claims that cannot both hold were made, on different channels or days."""

    kind: ClassVar[str] = "contradiction"
    claims: tuple[str, str]


@dataclass(init=False, repr=False, eq=False)
class PromiseMade(Entry):
    """A next update was announced for minute `due`."""

    kind: ClassVar[str] = "promise_made"
    due: float


@dataclass(init=False, repr=False, eq=False)
class PromiseKept(Entry):
    """An announced update came; `late` minutes after it was due, `news` when it held something."""

    kind: ClassVar[str] = "promise_kept"
    promise: int
    due: float
    late: float
    news: bool


@dataclass(init=False, repr=False, eq=False)
class PromiseMissed(Entry):
    """Half an hour after it was due, the announced update had not come."""

    kind: ClassVar[str] = "promise_missed"
    promise: int
    due: float


@dataclass(init=False, repr=False, eq=False)
class ClaimMade(Entry):
    """A claim was asserted; `beyond` is the certainty asserted beyond what was established."""

    kind: ClassVar[str] = "claim_made"
    claim: str
    false: bool
    beyond: float


@dataclass(init=False, repr=False, eq=False)
class ClaimDoubted(Entry):
    """Experts said in public that a claim goes beyond what is known."""

    kind: ClassVar[str] = "claim_doubted"
    claim: str
    beyond: float


@dataclass(init=False, repr=False, eq=False)
class ClaimContradicted(Entry):
    """Others showed that a claim was false."""

    kind: ClassVar[str] = "claim_contradicted"
    claim: str
    certainty: float


@dataclass(init=False, repr=False, eq=False)
class ClaimCorrected(Entry):
    """The organisation took its own claim back first."""

    kind: ClassVar[str] = "claim_corrected"
    claim: str
