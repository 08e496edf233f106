"""What the sentences have in common: names put in their place, quotations, lengths of time."""

from collections.abc import Callable
from typing import Any

from simulator.journal.entries import Entry
from simulator.journal.names import Names
from simulator.text import Text

Tellers = dict[type[Entry], Callable[[Any, Names], Text]]
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


def some(people: int) -> Text:
    """Return a headcount to two figures, which is all a model knows: 'environ 91 000'."""
    if people < 100:
        return t(str(people), str(people))
    number = f"{float(f'{people:.2g}'):,.0f}"
    return t("environ " + number.replace(",", "\u202f"), f"about {number}")


def hours(minutes: float) -> str:
    """Return a length of time, alike in both languages: '45 min', '1 h 15'."""
    whole = round(minutes)
    return f"{whole} min" if whole < 60 else f"{whole // 60} h {whole % 60:02d}"
