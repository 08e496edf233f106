"""What a journalist quotes from a text: the sentence that tells most."""

import re
from functools import lru_cache

_MOST, _LEAST = 170, 25
_ENDS = re.compile(r"(?<=[.!?…])\s+|\n+")
_WORDS = re.compile(r"\w{4,}|\d+")
_MARKS = "#*_->• \t"


@lru_cache(512)
def telling(text: str, told: str) -> str:
    """Return the sentence of `text` that shares most words with what was `told`, cut if long.

    Titles and greetings have few such words; of equals, the first.
    """
    found = [part.strip(_MARKS) for part in _ENDS.split(text)]
    whole = [part for part in found if len(part) >= _LEAST] or [*filter(None, found), ""]
    wanted = _words(told)
    best = max(whole, key=lambda part: (_fits(part), len(_words(part) & wanted)))
    return cut(best)


def cut(text: str) -> str:
    """Return the text without its full stop, shortened at a word where it is long."""
    text = text.rstrip(". ")
    return text if len(text) <= _MOST else text[:_MOST].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _fits(part: str) -> bool:
    return len(part) <= _MOST


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORDS.findall(text)}
