"""Figures and lists as a sentence says them, in French and in English."""

from collections.abc import Mapping, Sequence

from simulator.journal.entries import Entry
from simulator.scenario.kinds import Medium, Topic
from simulator.text import Text

ALREADY = Text(fr="avant", en="before")
NEVER = Text(fr="jamais", en="never")
TOPICS: dict[Topic, Text] = {
    "nature": Text(fr="la nature", en="the nature"),
    "scope": Text(fr="l’ampleur", en="the scope"),
    "cause": Text(fr="la cause", en="the cause"),
    "consequences": Text(fr="les conséquences", en="the consequences"),
    "measures": Text(fr="les mesures", en="the measures"),
    "advice": Text(fr="les conseils", en="the advice"),
    "contact": Text(fr="le contact", en="the contact"),
}
_REVELATION = Text(fr="la révélation", en="the revelation")
_STORIES: dict[Medium, Text] = {
    "article": Text(fr="l’article", en="the article"),
    "broadcast": Text(fr="l’émission", en="the broadcast"),
    "post": Text(fr="la publication en ligne", en="the post"),
}


def story(medium: Medium) -> Text:
    """Return what the story broke with: the article, the broadcast."""
    return _STORIES.get(medium, _REVELATION)


def number(value: float, digits: int = 0) -> Text:
    """Return a number with at most so many decimals, a comma before them in French."""
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if digits else text
    text = "0" if text in ("-0", "") else text
    return Text(fr=text.replace(".", ","), en=text)


def percent(share: float) -> Text:
    """Return a share, 0 to 1, in per cent."""
    return fill(Text(fr="{n} %", en="{n}%"), n=number(100 * share))


def duration(minutes: float) -> Text:
    """Return a length of time: minutes under one hour, days from two days, else hours."""
    if round(minutes) < 60:
        return fill(Text(fr="{n} min", en="{n} min"), n=number(max(0.0, minutes)))
    if minutes < 2880:
        return fill(Text(fr="{n} h", en="{n} h"), n=number(minutes / 60, 1 if minutes < 600 else 0))
    return fill(Text(fr="{n} jours", en="{n} days"), n=number(minutes / 1440, 1))


def since(entry: Entry | None, start: float) -> Text:
    """Return how long after minute `start` something was done: a length, before, or never."""
    if entry is None:
        return NEVER
    return ALREADY if entry.at <= start else duration(entry.at - start)


def count(how_many: int, one: Text, many: Text) -> Text:
    """Return `how_many` with its noun; in French nothing is singular."""
    fr = one.fr if how_many < 2 else many.fr
    en = one.en if how_many == 1 else many.en
    return Text(fr=f"{how_many} {fr}", en=f"{how_many} {en}")


def listed(items: Sequence[Text]) -> Text:
    """Return items joined by commas."""
    return Text(fr=", ".join(i.fr for i in items), en=", ".join(i.en for i in items))


def fill(sentence: Text, **values: Text | int) -> Text:
    """Return `sentence` with each {name} filled in its own language, and no braces left."""
    return Text(
        fr=sentence.fr.format(**{name: _in(value, "fr") for name, value in values.items()}),
        en=sentence.en.format(**{name: _in(value, "en") for name, value in values.items()}),
    )


def _in(value: Text | int, language: str) -> str:
    said = str(getattr(value, language)) if isinstance(value, Text) else str(value)
    # A later Text.say would take a brace in somebody's name for a place to fill.
    return said.replace("{", "(").replace("}", ")")


def sentence(text: Text, values: Mapping[str, Text | int]) -> Text:
    """Return a whole sentence, filled and beginning with a capital."""
    filled = fill(text, **values)
    return Text(fr=filled.fr[:1].upper() + filled.fr[1:], en=filled.en[:1].upper() + filled.en[1:])
