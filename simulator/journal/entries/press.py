"""The press: news, newsrooms, calls and articles."""

from dataclasses import dataclass
from typing import ClassVar

from simulator.journal.entries.base import Entry, Tone


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
