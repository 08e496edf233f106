"""Numbers, lengths of time and dates as sentences say them, in one language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import floor

from simulator.text import Language, spaced
from simulator.text import capital as capital  # sections take their words from here
from simulator.times import Clock

_FULL, _THIN = "\u00a0", "\u202f"
_WORDS = {
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen",
}
_DAYS = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
_SHORT_DAYS = {
    "fr": "lun. mar. mer. jeu. ven. sam. dim.",
    "en": "Mon Tue Wed Thu Fri Sat Sun",
}
_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}


@dataclass(frozen=True, slots=True)
class Speech:
    """One language and one clock."""

    language: Language
    clock: Clock

    def t(self, fr: str, en: str) -> str:
        """Return the sentence in this language, French spaces right."""
        return spaced(fr) if self.language == "fr" else en

    @property
    def french(self) -> bool:
        """Return whether this is French."""
        return self.language == "fr"

    def digits(self, value: float, places: int = 0) -> str:
        """Return a number with `places` decimals, minus sign and separators as readers expect."""
        text = f"{value:,.{places}f}".replace("-", "−")
        if float(f"{value:.{places}f}") == 0:
            text = text.replace("−", "")
        if not self.french:
            return text
        return text.replace(",", "\0").replace(".", ",").replace("\0", _THIN)

    def points(self, score: float) -> str:
        """Return a score out of 100, never rounded up: its letter is that of the score itself."""
        return self.digits(floor(score))

    def word(self, value: int, feminine: bool = False) -> str:
        """Return a whole number in words up to sixteen, in digits above."""
        if not 0 <= value <= 16:
            return self.digits(value)
        if value == 1 and feminine and self.french:
            return "une"
        return _WORDS[self.language].split()[value]

    def n(self, value: int, fr: str, en: str, feminine: bool = False) -> str:
        """Return a count with its noun; `fr` and `en` are 'singular' or 'singular|plural'."""
        one, many = self._forms(fr if self.french else en)
        if value == 0:
            none = ("aucune" if feminine else "aucun") if self.french else "no"
            return f"{none} {one if self.french else many}"
        noun = one if value == 1 else many
        return f"{self.word(value, feminine)}{_FULL}{noun}"

    @staticmethod
    def _forms(noun: str) -> tuple[str, str]:
        one, _, many = noun.partition("|")
        return one, many or f"{one}s"

    def of(self, part: int, total: int) -> tuple[str, str]:
        """Return a part and its total, both in words or both in digits."""
        if total <= 16:
            return self.word(part), self.word(total)
        return self.digits(part), self.digits(total)

    def percent(self, share: float) -> str:
        """Return a share, 0 to 1, in per cent; one decimal under one per cent."""
        value = 100 * share
        text = self.digits(value, 1 if 0 < value < 0.95 else 0)
        if value > 0 and text in ("0,0", "0.0"):
            text = self.t("< 0,1", "< 0.1").replace(" ", _FULL)
        return f"{text}{_FULL}%" if self.french else f"{text}%"

    def euros(self, amount: float) -> str:
        """Return an amount to three figures: '10 millions d’euros', '14 400 €', '€14,400'."""
        if amount >= 1e6:
            millions = round(amount / 1e6, 1)
            text = self.digits(millions, 0 if millions == round(millions) else 1)
            many = "millions" if millions >= 2 else "million"
            return self.t(f"{text}{_FULL}{many} d’euros", f"€{text}{_FULL}million")
        text = self.digits(rounded(amount, 3))
        return self.t(f"{text}{_FULL}€", f"€{text}")

    def people(self, number: int) -> str:
        """Return a headcount to three figures, as a sentence says it: '15 millions'."""
        if number < 1_000_000:
            return self.digits(rounded(number, 3))
        billions = number >= 999_500_000
        value = rounded(number, 3) / (1e9 if billions else 1e6)
        text = self.digits(value, 0 if value == round(value) else 1)
        fr, en = ("milliard", "billion") if billions else ("million", "million")
        return f"{text}{_FULL}" + self.t(fr if value < 2 else f"{fr}s", en)

    def all_of(self, number: int) -> str:
        """Return 'les deux' or 'both', 'les quatre' or 'all four'."""
        word = self.word(number)
        return self.t(f"les {word}", "both" if number == 2 else f"all {word}")

    def about(self, number: int, figures: int = 1) -> str:
        """Return a headcount of which only so many figures count: 'environ 30 000'."""
        if number <= 0:
            return self.t("aucune", "none")
        if number < 10:
            return self.t("moins de dix", "fewer than ten")
        return self.t("environ ", "about ") + self.people(int(rounded(number, figures)))

    def about_some(self, number: int, figures: int = 1) -> str:
        """Return a headcount fit to stand before its noun: 'environ 3 millions de'."""
        said = self.about(number, figures)
        return f"{said} de" if self.french and ("million" in said or "milliard" in said) else said

    def span(self, minutes: float) -> str:
        """Return a length of time as a sentence says it: 'treize heures', '2 h 40', 'two days'."""
        whole = max(0, round(minutes))
        if whole < 56:
            return self.n(max(1, whole), "minute", "minute", feminine=True)
        hours, rest = divmod(whole, 60)
        near = hours + (rest > 54)
        if whole < 600 and 5 < rest < 55:
            return f"{hours}{_FULL}h{_FULL}{rest:02d}"
        if whole < 2880:
            hours = near if whole < 600 else round(whole / 60)
            return self.n(hours, "heure", "hour", feminine=True)
        return self._days(whole)

    def _days(self, minutes: int) -> str:
        halves = round(minutes / 720)
        if halves % 2 == 0:
            return self.n(halves // 2, "jour", "day")
        if self.french:
            return f"{self.n(halves // 2, 'jour', 'day')} et demi"
        return f"{self.word(halves // 2)} and a half days"

    def day(self, minute: float) -> str:
        """Return the day: 'vendredi 20 février'."""
        now = self.clock.local(minute)
        return f"{self._weekday(now)} {self.date(now)}"

    def weekday(self, minute: float) -> str:
        """Return the day of the week and its number: 'vendredi 20'."""
        now = self.clock.local(minute)
        return f"{self._weekday(now)}{_FULL}{now.day}"

    def _weekday(self, now: datetime) -> str:
        return _DAYS[self.language].split()[now.weekday()]

    def date(self, now: datetime) -> str:
        """Return a date without its year: '1er mars', '20 février'."""
        number = "1er" if self.french and now.day == 1 else str(now.day)
        return f"{number}{_FULL}{_MONTHS[self.language].split()[now.month - 1]}"

    def hour(self, minute: float) -> str:
        """Return the hour in prose: '9 h', '10 h 30', '09:00'."""
        now = self.clock.local(minute)
        if not self.french:
            return f"{now:%H:%M}"
        return f"{now.hour}{_FULL}h" + (f"{_FULL}{now.minute:02d}" if now.minute else "")

    def when(self, minute: float) -> str:
        """Return day and hour in prose: 'vendredi 20 à 9 h'."""
        joint = " à " if self.french else " at "
        return f"{self.weekday(minute)}{joint}{self.hour(minute)}"

    def stamp(self, minute: float) -> str:
        """Return day and hour as data: 'ven. 20 · 09:00'."""
        now = self.clock.local(minute)
        short = _SHORT_DAYS[self.language].split()[now.weekday()]
        return f"{short}{_FULL}{now.day} {now:%H:%M}"

    def listed(self, items: Sequence[str]) -> str:
        """Return items joined by commas and a last 'and'."""
        if len(items) < 2:
            return "".join(items)
        joint = " et " if self.french else " and "
        return ", ".join(items[:-1]) + joint + items[-1]

    def quoted(self, text: str, length: int = 90) -> str:
        """Return a text between quotation marks, without its full stop, cut at a word."""
        short = cut(text.rstrip(". "), length)
        return f"«{_FULL}{short}{_FULL}»" if self.french else f"“{short}”"


def rounded(value: float, figures: int) -> float:
    """Return a number with so many significant figures."""
    return float(f"{value:.{figures}g}")


def cut(text: str, length: int) -> str:
    """Return the text, cut at a word when it is longer than `length`."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:.\u00a0\u202f") + "…"


def lower(text: str) -> str:
    """Return the text without its capital, unless it is an acronym."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def inner(name: str) -> str:
    """Return a name as it stands inside a sentence: 'les salariés', but 'LinkedIn members'."""
    article = name.split(" ")[0].split("’")[0].split("'")[0]
    return lower(name) if article in ("Le", "La", "Les", "L", "The") else name
