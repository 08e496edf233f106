"""What the sentences have in common: names put in their place, quotations, lengths of time."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from simulator.journal.entries import Entry
from simulator.journal.names import Names
from simulator.text import Text

Tellers = dict[type[Entry], Callable[[Any, Names], Text]]
_MONTHS = "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
_LINE = 110  # so long, a name leaves a line of the timeline one line


def t(fr: str, en: str) -> Text:
    """Return the text of these two."""
    return Text(fr=fr, en=en)


def naming(name: Text, fr: str, en: str) -> Text:
    """Return the text of these two, each with the name where its {} stands."""
    return Text(fr=fr.format(name.fr), en=en.format(name.en))


def short(text: Text) -> Text:
    """Return the text cut at a word where it is too long for a line."""
    return Text(fr=_cut(text.fr), en=_cut(text.en))


def _cut(text: str) -> str:
    return text if len(text) <= _LINE else text[:_LINE].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def quoted(text: Text) -> Text:
    """Return the text between quotation marks, cut like `short`, without its full stop."""
    cut = short(text)
    return Text(fr=f"« {cut.fr.rstrip('.')} »", en=f"“{cut.en.rstrip('.')}”")


def some(people: int, figures: int = 2) -> Text:
    """Return a headcount to so many figures, which is all a model knows: 'environ 91 000'."""
    if people < 10**figures:
        return t(str(people), str(people))
    number = f"{float(f'{people:.{figures}g}'):,.0f}"
    return t("environ " + number.replace(",", "\u202f"), f"about {number}")


def dated(due: datetime) -> Text:
    """Return a day and its hour: '25/02 à 10:30', '25 Feb at 10:30'."""
    return t(f"{due:%d/%m à %H:%M}", f"{due.day} {_MONTHS[due.month - 1]} at {due:%H:%M}")


def hours(minutes: float) -> str:
    """Return a length of time, alike in both languages and never torn apart: '45 min', '1 h 15'."""
    whole = round(minutes)
    said = f"{whole} min" if whole < 60 else f"{whole // 60} h {whole % 60:02d}"
    return said.replace(" ", "\u00a0")
