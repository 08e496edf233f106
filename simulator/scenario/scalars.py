"""What an unquoted word of a scenario file means: nothing, yes or no, a number, or just itself."""

import math
import re

from simulator.scenario.wording import phrase, quoted
from simulator.text import Text

Scalar = str | int | float | bool | None

_CONSTANTS: dict[str, Scalar] = {"": None, "~": None, "null": None, "true": True, "false": False}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_NOT_A_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_MOST_DIGITS = 15
_CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_ODD = "\u2028\u2029\ufeff\ufffe\uffff"


class BadScalarError(ValueError):
    """A word that looks like a number and is none we can keep."""

    def __init__(self, sentence: Text) -> None:
        self.sentence = sentence
        super().__init__(sentence.en)


def meaning(word: str) -> Scalar:
    """Return what an unquoted word stands for; `12:30`, `no` and `2015-02-20` are just text.

    Raises:
        BadScalarError: for infinities, not-a-number and numbers too large to be exact.
    """
    if word in _CONSTANTS:
        return _CONSTANTS[word]
    if word[0] not in "+-.0123456789":
        return word
    if _INTEGER.fullmatch(word):
        return _integer(word)
    if _DECIMAL.fullmatch(word):
        return _decimal(word)
    if _NOT_A_NUMBER.fullmatch(word):
        raise _bad(word)
    return word


def _integer(word: str) -> int:
    if len(word.lstrip("+-")) > _MOST_DIGITS:
        raise _bad(word)
    return int(word)


def _decimal(word: str) -> float:
    number = float(word)
    if not math.isfinite(number):
        raise _bad(word)
    return number


def _bad(word: str) -> BadScalarError:
    return BadScalarError(
        phrase(
            "{word} n'est pas un nombre utilisable : au plus 15 chiffres, ni infini ni NaN ;"
            " pour un texte, mettre des guillemets",
            "{word} is not a usable number: at most 15 digits, no infinity, no NaN;"
            " for a text, use quotes",
            word=quoted(word),
        )
    )


def forbidden(text: str) -> int | None:
    """Return the index of the first character no file may hold, or None.

    Control characters, tabs, byte-order marks, and the line breaks only computers see.
    """
    control = _CONTROL.search(text)
    places = [control.start()] if control else []
    places += [text.index(odd) for odd in _ODD if odd in text]
    try:
        text.encode()
    except UnicodeEncodeError as error:  # half of a surrogate pair, written as an escape
        places.append(error.start)
    return min(places, default=None)
