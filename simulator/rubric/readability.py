"""How easy a text is to read: Flesch in English, Kandel and Moles in French."""

import re
from collections.abc import Sequence
from functools import lru_cache

from simulator.rubric.sentences import Sentence
from simulator.rubric.shapes import Readability
from simulator.rubric.words import fold
from simulator.text import Language, Text

_VOWELS = re.compile("[aeiouy]+")
_LEAST_WORDS = 3
# Two or more syllables in one run of French vowels: an accent on the second (aéré, créer, naïf).
_HIATUS = re.compile("[aeiouyàâîôûù](?=[éèêëïü])|é(?=[aeiouy])(?!es?$|e[nm]t$)|[ïüë](?=[aeiouy])")
_MUTE = re.compile("(?<=[^aeiouy])es?$|(?<=[aiouyé])es?$|(?<=ai|oi)ent$|(?<=èr|ss)ent$")
_SILENT = re.compile("(?<=[^aeiouyl])es?$|(?<=[aeiouyrnmst]l)es?$|(?<=[^aeiouytd])ed$")
_SPEAKS = re.compile("(?:[sxz]|ch|sh|[cg])es$")

_LABELS = (
    (80, Text(fr="très facile", en="very easy")),
    (60, Text(fr="facile", en="plain")),
    (45, Text(fr="assez difficile", en="fairly difficult")),
    (30, Text(fr="difficile", en="difficult")),
)
_HARDEST = Text(fr="très difficile", en="very difficult")
_UNKNOWN = Text(fr="trop court pour être mesuré", en="too short to measure")
_LEAST_MEASURED = 10


@lru_cache(maxsize=20_000)
def syllables(word: str, language: Language) -> int:
    """Return how many syllables a word has, at least one."""
    return _french(word.lower()) if language == "fr" else _english(fold(word))


def _french(word: str) -> int:
    """Count runs of vowels; a final -e, -es is mute, and -ent after -ai, -oi, -èr, -iss.

    Mute only when another vowel is left: *le* has one syllable, *cause* one, *données* two.
    """
    word = word.replace("qu", "q").replace("gu", "g") if len(word) > 3 else word
    spoken = _MUTE.sub("", word)
    runs = len(_VOWELS.findall(fold(spoken))) + len(_HIATUS.findall(spoken))
    return max(1, runs)


def _english(word: str) -> int:
    """Count runs of vowels; a final -e, -es, -ed is silent unless a consonant needs it."""
    spoken = word if _SPEAKS.search(word) else _SILENT.sub("", word)
    return max(1, len(_VOWELS.findall(spoken)))


def measure(text: str, sentences: Sequence[Sentence], language: Language) -> Readability:
    """Return the readability of the sentences that are not headings.

    Source: Flesch (1948), 206.835 - 1.015 words/sentence - 84.6 syllables/word; Kandel & Moles
    (1958), 207 - 1.015 words/sentence - 73.6 syllables/word. Labels after Flesch's, shortened.
    """
    found = (_words(text, sentence) for sentence in sentences if not sentence.heading)
    counted = [words for words in found if len(words) >= _LEAST_WORDS]
    words = [word for sentence in counted for word in sentence]
    index = "Kandel-Moles" if language == "fr" else "Flesch"
    if len(words) < _LEAST_MEASURED:
        return Readability(index, None, _UNKNOWN, len(words), len(counted))
    spoken = sum(syllables(word, language) for word in words) / len(words)
    length = len(words) / len(counted)
    start, slope = (207, 73.6) if language == "fr" else (206.835, 84.6)
    value = round(start - 1.015 * length - slope * spoken, 1)
    return Readability(index, value, _label(value), len(words), len(counted))


def _words(text: str, sentence: Sentence) -> list[str]:
    """Return the words as written: French syllables need the accents."""
    return [text[token.start : token.end] for token in sentence.tokens if token.kind == "WORD"]


def _label(value: float) -> Text:
    return next((label for least, label in _LABELS if value >= least), _HARDEST)
