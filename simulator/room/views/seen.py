"""What happened so far, sorted as the views of one moment ask for it."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Any, TypeVar

from simulator.journal.book import Journal
from simulator.journal.entries import (
    CallRang,
    DecisionTaken,
    Ended,
    Entry,
    FactCameOut,
    FactKnown,
    News,
    OpinionMeasured,
    Started,
    StatementIssued,
)
from simulator.journal.names import Names
from simulator.journal.tell import tell
from simulator.room.views.fixed import Fixed, Line, fixed, line_of
from simulator.room.views.sight import Sight
from simulator.scenario.kinds import DIRECTION
from simulator.scenario.shapes import Inject
from simulator.text import Text, spaced

_Kind = TypeVar("_Kind", bound=Entry)
_Made = TypeVar("_Made")
# Outlets that nobody needs to look for: they are on every screen and every counter.
_LOUD = frozenset({"wire", "daily", "evening_news", "radio", "local"})
# Decisions that are not the team's own doing; its log is.
OTHERS = DIRECTION - {"write_log"}


class Seen:
    """One moment of one team's exercise; nothing after `now` is in it."""

    def __init__(self, sight: Sight) -> None:
        """Look at `sight`; everything is worked out when first asked for."""
        self.scenario, self.journal, self.now, self.language = sight
        self.fixed: Fixed = fixed(sight.scenario)
        self.french = sight.language == "fr"
        self._kinds: dict[type[Entry], list[Any]] = {}
        self._made: dict[Callable[[Seen], Any], Any] = {}

    def of(self, kind: type[_Kind]) -> list[_Kind]:
        """Return the entries of one kind so far, in order."""
        found = self._kinds.get(kind)
        if found is None:
            found = _so_far(self.journal, kind, self.now)
            self._kinds[kind] = found
        return found

    def once(self, make: Callable[["Seen"], _Made]) -> _Made:
        """Return what `make` makes of this moment, made once."""
        if make not in self._made:
            self._made[make] = make(self)
        made: _Made = self._made[make]
        return made

    @cached_property
    def seed(self) -> int:
        """Return the seed of the exercise, which chooses the world's words."""
        found = self.of(Started)
        return found[0].seed if found else 0

    def t(self, fr: str, en: str) -> str:
        """Return our own sentence in the language, French spaces right."""
        return _spaced(fr) if self.french else en

    def say(self, text: Text | None) -> str:
        """Return a text of the scenario in the language."""
        if text is None:
            return ""
        return _spaced(text.fr) if self.french else text.en

    def typed(self, text: object) -> str:
        """Return what a person wrote, as they wrote it: {fr, en} or one for both."""
        if isinstance(text, Text):
            return text.fr if self.french else text.en
        if isinstance(text, Mapping):
            given = text.get(self.language) or next(iter(text.values()), "")
            return str(given)
        return str(text or "")

    def name(self, what: str, which: str) -> str:
        """Return the name of something of the scenario."""
        return self.say(self.names.of(what, which))

    def tell(self, entry: Entry) -> str:
        """Return an entry as a sentence; what nobody has words for, by its kind."""
        try:
            return self.say(tell(entry, self.names))
        except KeyError:
            return entry.kind.replace("_", " ")

    @cached_property
    def names(self) -> Names:
        """Return the names of things; the journal's own only where it makes a difference."""
        own = self.did("add_inject") or self.did("decline_call")
        return Names(self.scenario, self.journal) if own else self.fixed.names

    @cached_property
    def taken(self) -> dict[str, list[DecisionTaken]]:
        """Return the decisions carried out, by what they do."""
        found: dict[str, list[DecisionTaken]] = {}
        for entry in self.of(DecisionTaken):
            found.setdefault(entry.do, []).append(entry)
        return found

    def did(self, do: str) -> list[DecisionTaken]:
        """Return the decisions of one kind."""
        return self.taken.get(do, [])

    @cached_property
    def monitored(self) -> float | None:
        """Return the minute from which the team follows the media, None when it does not."""
        found = self.did("monitor_media")
        return found[0].at if found else None

    @cached_property
    def broke(self) -> News | None:
        """Return the news that the story is out."""
        return next((news for news in self.of(News) if news.what == "break"), None)

    @cached_property
    def known(self) -> dict[str, FactKnown]:
        """Return how each fact was established, in the order of time."""
        found: dict[str, FactKnown] = {}
        for entry in self.of(FactKnown):
            found.setdefault(entry.fact, entry)
        return found

    @cached_property
    def out(self) -> dict[str, FactCameOut]:
        """Return the facts that the world learnt from others."""
        return {entry.fact: entry for entry in self.of(FactCameOut)}

    @cached_property
    def said(self) -> dict[str, StatementIssued]:
        """Return the statement that first told each fact where the public could hear it."""
        found: dict[str, StatementIssued] = {}
        for word in self.of(StatementIssued):
            for fact in (*word.disclosed, *word.repeated):
                found.setdefault(fact, word)
        return found

    @cached_property
    def public(self) -> list[StatementIssued]:
        """Return the statements where the public could hear them."""
        return [word for word in self.of(StatementIssued) if not word.inside]

    @cached_property
    def measure(self) -> OpinionMeasured | None:
        """Return the last measure of opinion."""
        found = self.of(OpinionMeasured)
        return found[-1] if found else None

    @cached_property
    def ended(self) -> bool:
        """Return whether the exercise has ended."""
        return bool(self.of(Ended))

    @cached_property
    def injects(self) -> Mapping[str, Inject]:
        """Return every inject by id, those that a facilitator added included."""
        return self.names.injects

    @cached_property
    def lines(self) -> Mapping[str, Line]:
        """Return every line of the MSEL by id, those that a facilitator added included."""
        extra = self.did("add_inject")
        if not extra:
            return self.fixed.lines
        given = {str(entry.decision["inject"]["id"]): entry.at for entry in extra}
        more = {one: line_of(self.injects[one], True, at) for one, at in given.items()}
        return {**self.fixed.lines, **more}

    @cached_property
    def rung(self) -> list[CallRang]:
        """Return the calls so far, in the order of ringing."""
        return self.of(CallRang)

    @cached_property
    def heard(self) -> frozenset[str]:
        """Return the outlets that the team cannot miss, monitoring or not.

        The loud ones, the one that broke the story, and those that have called.
        """
        broke = self.scenario.break_inject.outlet
        loud = {outlet.id for outlet in self.scenario.outlets if outlet.kind in _LOUD}
        return frozenset(loud | {call.outlet for call in self.rung} | {broke or ""})


@lru_cache(8192)
def _spaced(text: str) -> str:
    """Return French text with its spaces; the same sentences come again at every look."""
    return spaced(text)


def belief(measure: OpinionMeasured, place: int, headcount: int) -> float:
    """Return the share of an audience that believes the worst version, 0 to 1."""
    return round((measure.spreaders[place] + measure.stiflers[place]) / headcount, 4)


def account(measure: OpinionMeasured, place: int, headcount: int) -> float:
    """Return the share of an audience that holds the organisation's account, 0 to 1."""
    return round(measure.informed[place] / headcount, 4)


def _so_far(journal: Journal, kind: type[_Kind], now: float) -> list[_Kind]:
    found = journal.of(kind)
    if found and found[-1].at > now:
        return found[: bisect_right(found, now, key=attrgetter("at"))]
    return found
