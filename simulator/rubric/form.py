"""The form of a notice: its headings, its signature, whether it speaks plainly."""

import re
from collections.abc import Sequence

from simulator.rubric.lexicon import Lexicon
from simulator.rubric.sentences import Sentence
from simulator.rubric.shapes import Readability, Span
from simulator.rubric.words import Token, tokens

_LEAST_HEADINGS = 2
_LEAST_LABELS = 3
_LONGEST_LABEL = 7
# A label that opens its line: in italics, before a colon and some words, or numbered and short.
_LABEL = re.compile(
    r"^\s{0,5}(?:[-–—•▪►] ?|(?P<number>\d{1,2} ?[.)–-] ))?(?P<mark>\*\*|__|[*_](?! ))?"
    r"(?P<label>[A-ZÀ-Ý][^.:;,?!\n*_]{1,50})"
    r"(?:(?(mark)[.?!:]?(?P=mark) ?:? |(?(number) ?[.?!:] | ?: ))(?=\S.{11}))"
    r"(?! ?(?:\+|0\d|\S{1,60}@|https?:|www))",
    re.MULTILINE,
)
_NO_LABEL = re.compile(
    r"(?:objet|subject|re|réf|ref|de|à|from|to|cc|ps|nb|note|t[ée]l|phone|e?-?mail|courriel"
    r"|adresse|address|site|contact|standard|bonjour|hello|dear|cher|chère)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:ce qu|what|how|comment|pourquoi|why)", re.IGNORECASE)
_LEAST_WORDS = 40
# Below these a text is no longer for everyone; the limits are a judgement, set on written examples.
_HARDEST = {"fr": 35.0, "en": 30.0}
_LONGEST_SENTENCE = 30.0
_MOST_JARGON = 0.03

_LEAD = r"\s{0,9}(?:[-–—•*] |/s/ |(?:Signed|Signé)(?: by| par)?:? )?"
_TITLE = (
    r"(?:(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Dre?(?: méd\.)?(?: dent\.| vét\.)?"
    r"|Rev\.?|Fr\.?|Cllr\.?|Docteure?|Doctor|Prof\.?|Professeure?|Professor) )?"
)
_WORD = r"[A-ZÀ-Ý][\w'’.-]{0,20}"
_NAME = re.compile(
    rf"{_LEAD}{_TITLE}{_WORD}(?: (?:{_WORD}|de|du|le|la|van|von|and|et|&)){{0,4}}\s?[,–—|(-]"
)
_NAME_ALONE = re.compile(
    rf"{_LEAD}{_TITLE}{_WORD}(?: (?:{_WORD}|de|du|le|la|van|von)){{1,3}}(?:, [A-Z.]{{2,8}})?\s*"
)
_YOURS = re.compile(r"\s{0,9}(?:your|votre|(?:for|pour|p\.?/?o\.?) (?:the|l[ea])\b)", re.IGNORECASE)
_MOST_SIGNATURE = 110
_MOST_BEFORE_ROLE = 3


def headings(sentences: Sequence[Sentence], text: str) -> tuple[Span, ...]:
    """Return the headings, if there are enough of them to guide the reader."""
    found = {
        each.tokens[0].start: _span(each.tokens[0].start, each.tokens[-1].end, text)
        for each in sentences
        if each.heading
    }
    orders = {each.tokens[0].start for each in sentences if each.has("ORDER", 0, 2)}
    found |= {span.start: span for span in _labels(text) if span.start not in orders}
    if len(found) < _LEAST_HEADINGS:
        return ()
    return tuple(found[start] for start in sorted(found)[:4])


def _labels(text: str) -> list[Span]:
    """Return the labels that open lines, if several do: *Origine : …*, *Quoi ?* …, *2. Nos …*."""
    found = [
        label
        for label in _LABEL.finditer(text)
        if len(label["label"].split()) <= _LONGEST_LABEL and not _NO_LABEL.match(label["label"])
    ]
    sure = [label for label in found if label["mark"] or _ASKS.match(label["label"])]
    enough = len(sure) >= _LEAST_HEADINGS or len(found) >= _LEAST_LABELS
    return [_span(*label.span("label"), text) for label in found] if enough else []


def signature(text: str, words: Lexicon) -> tuple[Span, ...]:
    """Return the line a person or a role signs; a team, a department, a company do not sign."""
    at, before = 0, ""
    for line in text.split("\n"):
        if len(line) <= _MOST_SIGNATURE and line.strip() and _signs(line, before, words):
            start = at + len(line) - len(line.lstrip())
            return (_span(start, at + len(line.rstrip()), text),)
        at += len(line) + 1
        before = line
    return ()


def _signs(line: str, before: str, words: Lexicon) -> bool:
    """Return whether a line is *Name, role* or begins, without a full stop, with a role.

    Below a line that is but a name, any words in capitals may stand before the role.
    """
    named = _NAME.match(line)
    if named and _has_role(line[named.end() :], words):
        return True
    ends = ".!?:;" if _YOURS.match(line) else ".!?:;,"
    sentence = line.strip()[:1].islower() or line.rstrip()[-1] in ends
    below = _NAME_ALONE.fullmatch(before) is not None
    return not sentence and _has_role(line, words, named=below)


def _has_role(line: str, words: Lexicon, *, named: bool = False) -> bool:
    """Return whether a role stands among the first words, behind words such as *the*."""
    found = [each for each in tokens(line, words.language) if not _is_rank(each)]
    for index in range(min(len(found), _MOST_BEFORE_ROLE + 1)):
        classes = {name for name, _ in words.classes_at(found, index)}
        if "ROLE" in classes:
            return True
        capital = named and line[found[index].start].isupper()
        if not capital and "BEFORE_ROLE" not in classes:
            return False
    return False


def _is_rank(token: Token) -> bool:
    """Return whether a token only abbreviates or numbers what stands before a role."""
    return token.word == "." or token.kind == "NUMBER" or len(token.word) == 1


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
