"""What a journalist quotes from a text: the sentences that tell most."""

import re
from functools import lru_cache

_MOST, _LEAST, _SEVERAL = 170, 25, 3
_ENDS = re.compile(r"(?<=[.!?…])\s+|\n+")
_WORDS = re.compile(r"\w{4,}|\d+")
_MARKS = "#*_->• \t"


@lru_cache(512)
def telling(text: str, told: str) -> tuple[str, ...]:
    """Return the sentences of `text` that share most words with what was `told`, the best first.

    At least one; others only when they tell half as much, and no more than three. Titles and
    greetings share few words; of equals, the first.
    """
    found = [part.strip(_MARKS) for part in _ENDS.split(text)]
    whole = [part for part in found if len(part) >= _LEAST] or [*filter(None, found), ""]
    wanted = _words(told)
    worth = [(_fits(part), len(_words(part) & wanted)) for part in whole]
    order = sorted(range(len(whole)), key=lambda place: worth[place], reverse=True)
    best = worth[order[0]]
    good = [p for p in order if worth[p][0] == best[0] and 2 * worth[p][1] >= best[1]]
    return tuple(cut(whole[place]) for place in good[:_SEVERAL])


def cut(text: str) -> str:
    """Return the text without its full stop, shortened at a word where it is long."""
    text = text.rstrip(". ")
    return text if len(text) <= _MOST else text[:_MOST].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _fits(part: str) -> bool:
    return len(part) <= _MOST


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORDS.findall(text)}
