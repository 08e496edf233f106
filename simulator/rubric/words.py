"""Words of a text: where they stand, how they are folded, what they stem to."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

import snowballstemmer  # type: ignore[import-untyped]

from simulator.text import Language

_NUMBER = "\\d+(?:[.,\\-  \u00a0\u202f]{1,1}\\d+)*"
TOKEN = re.compile(
    r"(?P<MAIL>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})"
    r"|(?P<URL>(?:https?://|www\.)[^\s<>()]{1,200}(?<![.,;:!?»”\"'])"
    r"|(?<![\w.])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}"
    r"\.(?:com|fr|org|net|eu|io|gov|gouv|uk|ca|be|ch|info|example)\b(?:/[^\s<>()]{0,200}(?<![.,;:!?»”\"']))?)"
    r"|(?P<PHONE>0\d{1,3}/\d{2,3}(?:[ .]\d{2,3}){1,3}\b)"
    r"|(?P<DATE>\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\d{4}-\d\d-\d\d\b"
    r"|(?:0?[1-9]|[12]\d|3[01])/(?:0[1-9]|1[0-2])\b(?![/ ]?\d{2} ?\d))"
    r"|(?P<TIME>\d{1,2}[:h]\d\d\b|\d{1,2}\.\d\d(?= ?[ap]m\b))"
    rf"|(?P<NUMBER>\+?\(?{_NUMBER}(?:\) ?{_NUMBER})?(?:/\d+)?)"
    r"|(?P<WORD>[^\W\d_]{1,30}n['’ʼ]t\b"
    r"|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.(?= ?\d)|[^\W\d_]{1,40})"
    r"|(?P<MARK>[.,;:?!()%#*•·–—/«»“”\"…\n])",
    re.IGNORECASE,
)
_THOUSANDS = re.compile("[1-9]\\d{0,2}(?:[ ,.\u00a0\u202f]\\d{3})+")
_PHONE_DIGITS = 7
_PERSONS = re.compile("(?<=..)(?<!i)(er|ge|ç|)(?:ons|ez)$")
# *volee*, typed without its accent.
_BARE_PARTICIPLE = re.compile("(?<=..)ees?$")
# Plurals Snowball keeps apart from their singular: *numéros*, *foyers*.
_PLURAL = re.compile("(?<=o)s$|(?<=er)s$")
_INFINITIVE = {"er": "er", "ge": "ger", "ç": "cer", "": "er"}


class Token(NamedTuple):
    """One word, number or mark: its place, its kind, its folded form and its stem.

    `small` keeps the accents; it is empty for words in capitals, which often lack theirs.
    """

    start: int
    end: int
    kind: str
    word: str
    stem: str
    small: str = ""


# What Normalization Form D does to the letters of French, at once.
_LETTERS = str.maketrans("àâäáãçéèêëíìîïñóòôöúùûüýÿ’ʼ", "aaaaaceeeeiiiinoooouuuuyy''")
_PLAIN: dict[int, int | str] = {**_LETTERS, ord("œ"): "oe", ord("æ"): "ae"}


# The month of May, where it is not the verb.
MAY = "maymonth"


@cache
def _stemmer(language: Language) -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer("french" if language == "fr" else "english")


def fold(word: str) -> str:
    """Return `word` in small letters, without accents, apostrophes straight."""
    small = word.lower()
    if small.isascii():
        return small
    small = small.translate(_PLAIN)
    if small.isascii():
        return small
    return "".join(c for c in unicodedata.normalize("NFD", small) if not unicodedata.combining(c))


@lru_cache(maxsize=50_000)
def stem(word: str, language: Language) -> str:
    """Return the folded stem (Snowball: Porter 2001).

    Snowball leaves the French first and second persons plural alone (*recommandons*): they are
    given their infinitive first.
    """
    small = word.lower()
    if language == "fr":
        small = _PERSONS.sub(lambda ending: _INFINITIVE[ending[1]], small)
        small = _PLURAL.sub("", _BARE_PARTICIPLE.sub("ée", small))
    return fold(_stemmer(language).stemWord(small))


def tokens(text: str, language: Language) -> list[Token]:
    """Return the tokens of `text`, in order."""
    found = [_token(each, language) for each in TOKEN.finditer(text)]
    if language == "en" and "May" in text:
        _name_may(found, text)
    return found


def _name_may(found: list[Token], text: str) -> None:
    """Tell the month in *16 May* and *May 3* from the verb."""
    for index, token in enumerate(found):
        near = found[max(0, index - 1) : index + 2]
        dated = any(each.kind in ("NUMBER", "YEAR") for each in near)
        if token.word == "may" and text[token.start] == "M" and dated:
            found[index] = token._replace(word=MAY, stem=MAY, small=MAY)


def plain_words(text: str) -> list[str]:
    """Return the words of `text` in small letters, unstemmed; '' for numbers and marks."""
    return [_small(each[0]) if each.lastgroup == "WORD" else "" for each in TOKEN.finditer(text)]


def _small(word: str) -> str:
    return word.lower().replace("’", "'").replace("ʼ", "'")


def _token(found: re.Match[str], language: Language) -> Token:
    kind, word, end = found.lastgroup or "", found[0], found.end()
    if kind == "NUMBER":
        return Token(found.start(), end, _number_kind(word), word, word)
    if kind != "WORD":
        return Token(found.start(), end, kind, word, word)
    word = word.removesuffix(".")
    small = "" if word.isupper() else _small(word)
    return Token(found.start(), end, kind, fold(word), stem(word, language), small)


def _number_kind(number: str) -> str:
    digits = sum(c.isdigit() for c in number)
    if digits >= _PHONE_DIGITS and "/" not in number and not _THOUSANDS.fullmatch(number):
        return "PHONE"
    if digits == 4 and number[:2] in ("19", "20") and number.isdigit():
        return "YEAR"
    return "NUMBER"
