"""Patterns over the words of a sentence: `WE ..3 CLOSE ..6 ASSET`.

Capitals name a class of words, small letters a word itself, `|` stands for or, `..n` lets up to n
words pass (`..` alone: 8), `^` asks for the beginning of a clause.
"""

import re
from typing import NamedTuple

from simulator.rubric.sentences import Sentence
from simulator.rubric.words import fold

_GAP = 8
# Words this near belong together: no comma passes between them.
_TIGHT = 3
_SHORT = 5
_CUTS = frozenset(",;.")
_GAP_ITEM = re.compile(r"\.\.(\d{0,2})")

Found = tuple[int, int]


class Item(NamedTuple):
    """One step of a pattern: which words may stand there, and how many may pass before them."""

    choices: tuple[str, ...]
    gap: int = 0

    def places(self, sentence: Sentence) -> list[Found]:
        """Return where the step can be taken, first and one past the last token."""
        found = sentence.places
        return [place for choice in self.choices for place in found.get(choice, ())]


class Pattern(NamedTuple):
    """Steps to be taken in order, within one sentence."""

    items: tuple[Item, ...]
    at_start: bool = False

    def key(self) -> tuple[str, ...]:
        """Return the words of the step that fewest sentences are likely to hold."""
        return min((item.choices for item in self.items), key=_frequency)

    def found(self, sentence: Sentence) -> list[Found]:
        """Return where the pattern stands, each ending at its nearest beginning."""
        reached = self.items[0].places(sentence)
        if self.at_start:
            reached = [place for place in reached if opens(sentence, place[0])]
        for item in self.items[1:]:
            if not reached:
                return []
            reached = _steps(sentence, reached, item)
        return reached


def pattern(text: str) -> Pattern:
    """Return the pattern that `text` writes."""
    items: list[Item] = []
    gap = 0
    words = text.split()
    for word in words:
        if word == "^":
            continue
        skipped = _GAP_ITEM.fullmatch(word)
        if skipped:
            gap = int(skipped[1] or _GAP)
            continue
        choices = (choice if choice.isupper() else fold(choice) for choice in word.split("|"))
        items.append(Item(tuple(choices), gap))
        gap = 0
    return Pattern(tuple(items), words[0] == "^")


def _frequency(choices: tuple[str, ...]) -> int:
    """Return how common some words are, roughly: classes are wide, short words are everywhere."""
    return sum(8 if each.isupper() else 4 if len(each) < _SHORT else 1 for each in choices)


def _steps(sentence: Sentence, reached: list[Found], item: Item) -> list[Found]:
    """Return the places that can be reached, each from the nearest place before it."""
    steps: dict[Found, int] = {}
    gap, places = item.gap, item.places(sentence)
    for start, end in reached:
        for place in places:
            if 0 <= place[0] - end <= gap and not (gap <= _TIGHT and _cut(sentence, end, place[0])):
                steps[place] = max(start, steps.get(place, 0))
    return [(start, place[1]) for place, start in steps.items()]


def _cut(sentence: Sentence, start: int, end: int) -> bool:
    return any(token.word in _CUTS for token in sentence.tokens[start:end])


def opens(sentence: Sentence, index: int) -> bool:
    """Return whether a clause begins here, or after words that may stand before an order."""
    before = sentence.clause_of(index)
    return all(
        sentence.tokens[i].kind == "MARK"
        or any(a <= i < b for a, b in sentence.places.get("BEFORE_ORDER", ()))
        for i in range(before, index)
    )
