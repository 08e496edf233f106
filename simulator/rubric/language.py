"""Which language a text is written in, by its commonest little words."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from simulator.text import Language, Text

_LITTLE = {
    "fr": "le la les des est et vous nous que qui pour dans une un sur pas au aux avec votre vos "
    "notre nos ce cette ne ont été par du en se son ses leur il elle sont de a",
    "en": "the of and to you we that is in for your our was were has have been this it with not "
    "are on by be from at will as an or which any if they their may a",
    "de": "der die das und nicht ist wir sie ihre ein eine mit auf für den von zu im dass wurden",
    "es": "el los las que y en por con su una es se del para nuestros sus hemos ha como de la",
    "it": "il lo gli che e di per con una è sono dei della nostri suoi abbiamo del non alla",
    "pt": "o os que e em por com uma não é seus dos das para nossos foram do da ao",
    "nl": "de het een en van wij uw niet zijn op dat voor met is door hebben onze",
}
_WORDS = {language: frozenset(words.split()) for language, words in _LITTLE.items()}
_LEAST = 3
_OTHER_LEAST = 4
_MIXED = 0.3


class Guess(NamedTuple):
    """The language a text is read in, and a note when it is not plainly that one."""

    language: Language
    note: Text | None = None
    other: bool = False


def guess(text: str) -> Guess:
    """Return the likelier of French and English, saying when it is neither or both."""
    scores = _scores(text.lower().replace("’", " ").replace("'", " ").split())
    language: Language = "fr" if scores["fr"] > scores["en"] else "en"
    best, most = max(scores.items(), key=lambda item: (item[1], item[0] == language))
    if best not in ("fr", "en") and most >= _OTHER_LEAST and most > 1.2 * scores[language]:
        return Guess(language, OTHER, other=True)
    second = min(scores["fr"], scores["en"])
    if second > _LEAST and second >= _MIXED * scores[language]:
        return Guess(language, MIXED_FR if language == "fr" else MIXED_EN)
    return Guess(language)


def _scores(words: Iterable[str]) -> dict[str, float]:
    """Return how often each language's little words come, a word shared by several shared out."""
    scores = dict.fromkeys(_WORDS, 0.0)
    for word, count in Counter(words).items():
        owners = [language for language, known in _WORDS.items() if word.strip(".,;:!?") in known]
        for language in owners:
            scores[language] += count / len(owners)
    return scores


OTHER = Text(
    fr="Ce texte ne semble écrit ni en français ni en anglais : la grille ne sait pas le lire.",
    en="This text seems to be neither in French nor in English: the rubric cannot read it.",
)
MIXED_FR = Text(
    fr="Ce texte mêle le français et l’anglais : seul le français a été lu.",
    en="This text mixes French and English: only the French was read.",
)
MIXED_EN = Text(
    fr="Ce texte mêle le français et l’anglais : seul l’anglais a été lu.",
    en="This text mixes French and English: only the English was read.",
)
