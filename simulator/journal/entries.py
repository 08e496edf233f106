"""The kinds of entry a journal holds: frozen, typed, each with an id and its causes.

Making, comparing and printing are written once, in Entry: generated for every kind, they would take
as long to import as an exercise takes to run.
"""

import json
from collections.abc import KeysView
from dataclasses import FrozenInstanceError, dataclass, fields
from functools import cache
from typing import Any, ClassVar, Literal

Tone = Literal["fair", "critical", "speculative"]
Shares = dict[str, float]


@cache
def _names(kind: str) -> KeysView[str]:
    return dict.fromkeys(field.name for field in fields(KINDS[kind])).keys()


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
        if values.keys() != _names(self.kind):
            odd = sorted(values.keys() ^ _names(self.kind))
            raise TypeError(f"{type(self).__name__}: missing or unknown {', '.join(odd)}")
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: what happened, happened."""
        raise FrozenInstanceError(f"cannot change {name} of an entry")

    def __delattr__(self, name: str) -> None:
        """Refuse: what happened, happened."""
        raise FrozenInstanceError(f"cannot take {name} from an entry")

    def as_dict(self) -> dict[str, Any]:
        """Return the entry as plain values, its kind included."""
        values = {name: getattr(self, name) for name in _names(self.kind)}
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
        return json.dumps(self.as_dict(), ensure_ascii=False, separators=(",", ":"))


@dataclass(init=False, repr=False, eq=False)
class Started(Entry):
    """StartEx: what is played, with the whole scenario, so that the journal stands alone."""

    kind: ClassVar[str] = "started"
    version: str
    seed: int
    scenario: dict[str, Any]


@dataclass(init=False, repr=False, eq=False)
class Ended(Entry):
    """EndEx: the horizon was reached."""

    kind: ClassVar[str] = "ended"


@dataclass(init=False, repr=False, eq=False)
class InjectGiven(Entry):
    """A line of the MSEL reached the team; its text is in the scenario."""

    kind: ClassVar[str] = "inject_given"
    inject: str


@dataclass(init=False, repr=False, eq=False)
class InjectSpared(Entry):
    """A contingency inject was not needed: the team had acted."""

    kind: ClassVar[str] = "inject_spared"
    inject: str


@dataclass(init=False, repr=False, eq=False)
class DecisionTaken(Entry):
    """A decision was carried out; `decision` holds it as it was given."""

    kind: ClassVar[str] = "decision_taken"
    do: str
    decision: dict[str, Any]


@dataclass(init=False, repr=False, eq=False)
class DecisionRefused(Entry):
    """A decision could not be carried out and changed nothing."""

    kind: ClassVar[str] = "decision_refused"
    do: str
    decision: dict[str, Any]
    reason: dict[str, str]


@dataclass(init=False, repr=False, eq=False)
class DecisionMissing(Entry):
    """Something happened because a decision had not been taken; said once for each."""

    kind: ClassVar[str] = "decision_missing"
    do: str
    about: str


@dataclass(init=False, repr=False, eq=False)
class FactKnown(Entry):
    """The team established a fact, or was told it."""

    kind: ClassVar[str] = "fact_known"
    fact: str


@dataclass(init=False, repr=False, eq=False)
class FactCameOut(Entry):
    """The world learnt a fact from someone else; `withheld` when the team had long known it."""

    kind: ClassVar[str] = "fact_came_out"
    fact: str
    withheld: bool


@dataclass(init=False, repr=False, eq=False)
class StatementIssued(Entry):
    """The organisation spoke.

    `substance` is the fall of the share of questions open on the side it spoke to, 0 to 1;
    `quality` 0 to 1 judges the message against what was known then; `reach` is the share of the
    attentive people of each audience, `best` the same by the single best channel; `told` holds the
    substance for each audience met by one channel that reaches half of it; `answered` the facts
    new to each audience that a quarter of it could read.
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
    lacking: tuple[str, ...]
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


@dataclass(init=False, repr=False, eq=False)
class News(Entry):
    """Something new for the press: size 1 is the break of the story itself."""

    kind: ClassVar[str] = "news"
    what: str
    size: float


@dataclass(init=False, repr=False, eq=False)
class OutletDecided(Entry):
    """A newsroom took the story up, or left it."""

    kind: ClassVar[str] = "outlet_decided"
    outlet: str
    takes_up: bool
    chance: float


@dataclass(init=False, repr=False, eq=False)
class CallRang(Entry):
    """A journalist called; `topic` is the question, `gives_up` the minute at which they will."""

    kind: ClassVar[str] = "call_rang"
    call: str
    outlet: str
    topic: str
    gives_up: float


@dataclass(init=False, repr=False, eq=False)
class CallAnswered(Entry):
    """A call was answered; `handled` is how long checking and answering took.

    `fit` 0 to 1 is the standing of who answered, `information` 0 to 1 what the caller took away.
    """

    kind: ClassVar[str] = "call_answered"
    call: str
    outlet: str
    waited: float
    handled: float
    by: str
    fit: float
    information: float


@dataclass(init=False, repr=False, eq=False)
class CallLost(Entry):
    """The caller gave up before anyone answered."""

    kind: ClassVar[str] = "call_lost"
    call: str
    outlet: str
    waited: float


@dataclass(init=False, repr=False, eq=False)
class ArticlePublished(Entry):
    """An outlet printed; `account` when it carries the organisation's side.

    `information` 0 to 1 is what the journalist had; `unreachable` prints "could not be reached";
    `copied` when the tone is the wire's.
    """

    kind: ClassVar[str] = "article_published"
    outlet: str
    tone: Tone
    account: bool
    unreachable: bool
    copied: bool
    information: float


@dataclass(init=False, repr=False, eq=False)
class HeardFromPress(Entry):
    """An audience read in the press what it should have heard from the organisation."""

    kind: ClassVar[str] = "heard_from_press"
    audience: str


@dataclass(init=False, repr=False, eq=False)
class TrustMoved(Entry):
    """Trust changed by so much in each audience, -1 to 1; audiences unmoved are left out."""

    kind: ClassVar[str] = "trust_moved"
    why: str
    change: Shares


@dataclass(init=False, repr=False, eq=False)
class OpinionMeasured(Entry):
    """What a perfect poll would find, in the scenario's order of audiences.

    `spreaders`, `stiflers`, `informed`: people. `new_believers` since the last measure. `misled`:
    people holding an account that is false or was asserted beyond what was known. `trust`,
    `vacuum`, `questions_open`: 0 to 1. `abnormal_return`: per cent, 0 when not listed.
    """

    kind: ClassVar[str] = "opinion_measured"
    spreaders: tuple[int, ...]
    stiflers: tuple[int, ...]
    informed: tuple[int, ...]
    new_believers: tuple[int, ...]
    misled: tuple[int, ...]
    trust: tuple[float, ...]
    vacuum: float
    questions_open: float
    heat: float
    attention: float
    abnormal_return: float


KINDS: dict[str, type[Entry]] = {
    kind.kind: kind
    for kind in list(globals().values())
    if isinstance(kind, type) and issubclass(kind, Entry) and kind is not Entry
}
