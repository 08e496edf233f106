"""What every figure is drawn from, and how it says hours, lengths of time and numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from reports.figures.sheet import Sheet
from simulator.journal.book import Journal
from simulator.journal.entries import Ended, News, OpinionMeasured, StatementIssued
from simulator.journal.names import Names
from simulator.scenario.shapes import Scenario
from simulator.score.scorecard import Scorecard
from simulator.text import Language, Text

_DAYS = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_NIGHT_FROM, _NIGHT_TO = 22.0, 7.0


@dataclass(frozen=True)
class Drawn:
    """A figure at its final size, the sentence read in its place, and the words under it."""

    sheet: Sheet
    alt: str
    caption: str


class Stage:
    """A scenario to draw and the language its figures speak, whatever was played on it."""

    scenario: Scenario
    language: Language

    @cached_property
    def names(self) -> Names:
        """Return the names of everything the journal mentions."""
        return Names(self.scenario)

    @cached_property
    def end(self) -> float:
        """Return the last minute to draw."""
        return self.scenario.horizon

    @cached_property
    def statements(self) -> list[StatementIssued]:
        """Return what the team published, in order, where one run is drawn."""
        return []

    @cached_property
    def nights(self) -> list[tuple[float, float]]:
        """Return the nights, 22 to 7 o'clock local, as minutes within the run."""
        clock, now, nights = self.scenario.clock, 0.0, list[tuple[float, float]]()
        while now < self.end:
            dark = not _NIGHT_TO <= clock.hour(now) < _NIGHT_FROM
            then = clock.next_hour(now, _NIGHT_TO if dark else _NIGHT_FROM)
            if dark:
                nights.append((now, min(then, self.end)))
            now = then
        return nights

    def say(self, text: Text, **values: object) -> str:
        """Return our own `text` in the language of the figures."""
        return text.say(self.language, **values)

    def named(self, what: str, which: str) -> str:
        """Return the name of something of the scenario."""
        name = self.names.of(what, which)
        return name.fr if self.language == "fr" else name.en

    def of(self, text: Text) -> str:
        """Return somebody else's `text` in the language of the figures, untouched."""
        return text.fr if self.language == "fr" else text.en

    def day(self, minute: float, *, long: bool = False) -> str:
        """Return the local day: 'ven. 20' or 'vendredi 20', 'Fri 20' or 'Friday 20'."""
        local = self.scenario.clock.local(minute)
        name = _DAYS[self.language][local.weekday()]
        short = name[:3] + ("." if self.language == "fr" else "")
        return f"{name if long else short} {local.day}"

    def hour(self, minute: float) -> str:
        """Return the local hour: '08:05'."""
        return f"{self.scenario.clock.local(minute):%H:%M}"

    def when(self, minute: float) -> str:
        """Return the local day and hour: 'ven. 20 à 08:05'."""
        at = {"fr": " à ", "en": " at "}[self.language]
        return self.day(minute) + at + self.hour(minute)

    def length(self, minutes: float) -> str:
        """Return a length of time: '35 min', '2 h 05', '64 h', '12 j'."""
        whole = round(minutes)
        if whole < 60:
            return f"{whole}\u00a0min"
        if whole < 600:
            return f"{whole // 60}\u00a0h" + (f"\u00a0{whole % 60:02d}" if whole % 60 else "")
        if whole < 10 * 1440:
            return f"{round(minutes / 60)}\u00a0h"
        return f"{round(minutes / 1440)}\u00a0" + {"fr": "j", "en": "d"}[self.language]

    def number(self, value: float, digits: int = 0) -> str:
        """Return a number with its decimals, minus sign and thousands as readers write them."""
        text = f"{abs(value):,.{digits}f}"
        if self.language == "fr":
            text = text.replace(",", "\u202f").replace(".", ",")
        return ("\u2212" if value < 0 and text.strip("0.,") else "") + text

    def percent(self, value: float, digits: int = 0) -> str:
        """Return a number of hundredths: '41 %' or '41%'."""
        return self.number(value, digits) + {"fr": "\u00a0%", "en": "%"}[self.language]

    def list(self, words: Iterable[str]) -> str:
        """Return words as a sentence lists them: 'a, b et c'."""
        *most, last = list(words) or [""]
        joined = {"fr": " et ", "en": " and "}[self.language]
        return joined.join(filter(None, [", ".join(most), last]))

    def people(self, headcount: int) -> str:
        """Return a headcount in few letters: '1 500', '2 milliards'."""
        if headcount >= 10_000_000:
            billions = headcount >= 1_000_000_000
            value = headcount / (1e9 if billions else 1e6)
            many = value >= 2
            word = {
                "fr": ("milliard" if billions else "million") + ("s" if many else ""),
                "en": "billion" if billions else "million",
            }[self.language]
            return f"{self.number(value, 0 if value == round(value) else 1)}\u00a0{word}"
        return self.number(headcount)


@dataclass(frozen=True)
class Scene(Stage):
    """One run to draw, and the language its figures speak."""

    scenario: Scenario
    journal: Journal
    scorecard: Scorecard
    language: Language

    @cached_property
    def names(self) -> Names:
        """Return the names of everything the journal mentions."""
        return Names(self.scenario, self.journal)

    @cached_property
    def end(self) -> float:
        """Return the last minute played; at least one, so that a time scale has a length."""
        ended = self.journal.of(Ended)
        last = ended[-1].at if ended else self.journal[len(self.journal)].at
        return max(1.0, last)

    @cached_property
    def broke(self) -> float:
        """Return the minute at which the story broke, or was to break."""
        breaks = [news.at for news in self.journal.of(News) if news.what == "break"]
        return breaks[0] if breaks else self.scenario.breaks

    @cached_property
    def statements(self) -> list[StatementIssued]:
        """Return what the team published, in order."""
        return self.journal.of(StatementIssued)

    @cached_property
    def measures(self) -> list[OpinionMeasured]:
        """Return every measure of opinion, in order."""
        return self.journal.of(OpinionMeasured)


@dataclass(frozen=True)
class Outlook(Stage):
    """A scenario to draw over many runs: from StartEx to its horizon, no run's acts."""

    scenario: Scenario
    language: Language
