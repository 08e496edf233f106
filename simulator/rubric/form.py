"""The form of a notice: its headings, its signature, whether it speaks plainly."""

import re
from collections.abc import Sequence

from simulator.rubric.sentences import Sentence
from simulator.rubric.shapes import Readability, Span
from simulator.text import Language

_LEAST_HEADINGS = 2
_LEAST_WORDS = 40
# Below these a text is no longer for everyone; the limits are a judgement, set on written examples.
_HARDEST = {"fr": 35.0, "en": 35.0}
_LONGEST_SENTENCE = 30.0
_MOST_JARGON = 0.03

_ROLES = {
    "fr": r"(?:vice-)?pr[ée]sidente?|directeur|directrice|g[ée]rante?|maire|fondateur|fondatrice"
    r"|cofondateur|cofondatrice|secr[ée]taire g[ée]n[ée]rale?|chef|cheffe|responsable|doyenne?|recteur|rectrice"
    r"|pdg|p\.-?d\.-?g\.|dg|rssi|d[ée]l[ée]gu[ée]e?|adjointe?|tr[ée]sori[èe]re?|d[ée]l[ée]gu[ée]e? g[ée]n[ée]rale?"
    r"|pr[ée]sidente?-directeur|pr[ée]sidente?-directrice|administrateur|administratrice|proviseure?|pharmacienne?"
    r"|ceo|dpo",
    "en": r"(?:vice[- ])?president|pro-vice-chancellor|vice-chancellor|chancellor|chief|ceo|cto|ciso"
    r"|cio|coo|director|managing director|founder|co-founder|head|chair|chairman|chairwoman|mayor|manager"
    r"|secretary|dean|provost|superintendent|principal|owner|partner|officer|commissioner|administrator"
    r"|treasurer|rector|executive director|dpo|general counsel",
}
_NAME = r"(?:(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Docteure?|Doctor|Prof\.?|Professeure?|Professor) )?"
_NAME += r"[A-ZÀ-Ý][\w'’.-]{0,20}(?: (?:[A-ZÀ-Ý][\w'’.-]{0,20}|de|du|le|la|van|von)){1,3}"
_OPENING = r"(?:(?:la|le|l'|l’|the|your|votre|sa|notre|our|executive|deputy|interim|senior|general|chief) ?){0,2}"
_SIGNED = {
    language: (
        re.compile(rf"\s{{0,9}}{_NAME}\s?[,–-]\s?(?i:{_OPENING}(?:\w{{2,20}} ){{0,2}}(?:{roles}))\b"),
        re.compile(rf"\s{{0,9}}(?i:{_OPENING}(?:{roles}))\b[^.!?:;]{{0,70}}$"),
    )
    for language, roles in _ROLES.items()
}
_MOST_SIGNATURE = 110


def headings(sentences: Sequence[Sentence], text: str) -> tuple[Span, ...]:
    """Return the headings, if there are enough of them to guide the reader."""
    found = [sentence for sentence in sentences if sentence.heading]
    if len(found) < _LEAST_HEADINGS:
        return ()
    return tuple(_span(each.tokens[0].start, each.tokens[-1].end, text) for each in found[:4])


def signature(text: str, language: Language) -> tuple[Span, ...]:
    """Return the line a person or a role signs; a team, a department, a company do not sign."""
    at = 0
    for line in text.split("\n"):
        signed = len(line) <= _MOST_SIGNATURE and _signed(line, language)
        if signed:
            start = at + len(line) - len(line.lstrip())
            return (_span(start, at + len(line.rstrip()), text),)
        at += len(line) + 1
    return ()


def _signed(line: str, language: Language) -> bool:
    with_name, role = _SIGNED[language]
    return bool(with_name.match(line) or (role.match(line) and line.strip()[:1].isupper()))


def _span(start: int, end: int, text: str) -> Span:
    return Span(start, end, text[start:end])


def is_plain(reading: Readability, sentences: Sequence[Sentence]) -> bool:
    """Return whether a text long enough to judge has short sentences and few learned words."""
    if reading.value is None or reading.words < _LEAST_WORDS:
        return False
    language = "fr" if reading.index == "Kandel-Moles" else "en"
    learned = sum(len(sentence.places.get("JARGON", ())) for sentence in sentences)
    return (
        reading.value >= _HARDEST[language]
        and reading.words / reading.sentences <= _LONGEST_SENTENCE
        and learned / reading.words <= _MOST_JARGON
    )
