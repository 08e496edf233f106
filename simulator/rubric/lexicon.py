"""Classes of words: which words of a language mean an intruder, a measure, a kind of data."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, TypedDict, cast

from simulator.rubric.words import Token, fold, plain_words, stem
from simulator.scenario.marks import read
from simulator.text import Language

_ENDINGS = (2, 3, 4)
KINDS = frozenset({"NUMBER", "PHONE", "YEAR", "DATE", "TIME", "MAIL", "URL"})

# How an entry matches: `word` by its stem, `=word` exactly (in capitals, without accents), `word*`
# by its beginning, `*ez` by its last two to four letters. Each is a key; a word of a text has all
# the keys by which an entry may ask for it.
Keys = frozenset[str]


@cache
def _asked(entry: str, language: Language) -> Keys:
    """Return the keys of an entry of one word; a word needs one of them."""
    if entry.startswith("="):
        return frozenset({f"={entry[1:].lower()}", f"A{fold(entry[1:])}"})
    if entry.startswith("*"):
        return frozenset({f"*{fold(entry[1:])}"})
    if entry.endswith("*"):
        return frozenset({f"^{fold(entry[:-1])}"})
    # Accents are often left out, in capitals above all: both spellings stem to the class.
    bare = entry if entry.isascii() else fold(entry)
    return frozenset({f"s{stem(entry, language)}", f"s{stem(bare, language)}"})


class Prepared(TypedDict):
    """The classes of a language, ready to be asked for, as plain data.

    `single` holds the classes by key, `first` the places in `phrases` of those that may begin
    with it; a phrase is its classes and, for each word after the first, the keys it needs.
    """

    language: Language
    names: list[str]
    single: dict[str, list[str]]
    first: dict[str, list[int]]
    phrases: list[tuple[list[str], list[list[str]]]]


def prepare(language: Language, classes: dict[str, list[str]]) -> Prepared:
    """Return the classes of a language; entries in capitals are classes that are parts of one."""
    holders: dict[str, list[str]] = defaultdict(list)
    for name, entries in classes.items():
        for entry in entries:
            if entry.isupper():
                holders[entry].append(name)
    names = sorted({*classes, *KINDS})
    made: Prepared = {
        "language": language, "names": names, "single": {}, "first": {}, "phrases": [],
    }  # fmt: skip
    for name, entries in classes.items():
        held = sorted(set(_held(name, holders)))
        for entry in entries:
            if not entry.isupper():
                _put(made, entry, held, language)
    return made


def _held(name: str, holders: dict[str, list[str]]) -> Iterator[str]:
    """Yield a class and those it is a part of."""
    yield name
    for holder in holders.get(name, ()):
        yield from _held(holder, holders)


def _put(made: Prepared, entry: str, names: list[str], language: Language) -> None:
    first, *rest = _parts(entry)
    for key in sorted(_asked(first, language)):
        if rest:
            made["first"].setdefault(key, []).append(len(made["phrases"]))
        else:
            known = made["single"].setdefault(key, [])
            known += [name for name in names if name not in known]
    if rest:
        made["phrases"].append((names, [sorted(_asked(part, language)) for part in rest]))


class _Known(NamedTuple):
    """A word of a text: its classes, the phrases it may begin, its keys."""

    names: tuple[str, ...]
    phrases: tuple[int, ...]
    keys: Keys


class Lexicon:
    """The classes of one language."""

    def __init__(self, prepared: Prepared) -> None:
        self.language = prepared["language"]
        self.names = frozenset(prepared["names"])
        self._single, self._first = prepared["single"], prepared["first"]
        self._phrases = prepared["phrases"]
        asked = (*self._single, *self._first)
        self._beginnings = sorted({len(key) - 1 for key in asked if key[0] == "^"})
        self._seen: dict[tuple[str, str], _Known] = {}

    def classes_at(self, sentence: Sequence[Token], index: int) -> Iterator[tuple[str, int]]:
        """Yield each class that begins at a token, and how many tokens it takes."""
        token = sentence[index]
        if token.kind != "WORD":
            yield from [(token.kind, 1)] if token.kind in KINDS else []
            return
        known = self._look_up(token)
        yield from ((name, 1) for name in known.names)
        following = [self._look_up(each).keys for each in sentence[index + 1 : index + 2]]
        for number in known.phrases if following else ():
            names, rest = self._phrases[number]
            if not following[0].isdisjoint(rest[0]) and self._goes_on(sentence, index + 2, rest):
                yield from ((name, 1 + len(rest)) for name in names)

    def _goes_on(self, sentence: Sequence[Token], index: int, rest: list[list[str]]) -> bool:
        """Return whether the words of a phrase after its second stand here."""
        if index + len(rest) - 1 > len(sentence):
            return False
        return not any(
            self._look_up(sentence[place]).keys.isdisjoint(asked)
            for place, asked in enumerate(rest[1:], index)
        )

    def _look_up(self, token: Token) -> _Known:
        key = (token.small, token.word)
        if key not in self._seen:
            if len(self._seen) > 50_000:
                self._seen.clear()
            self._seen[key] = self._known(self._keys(token))
        return self._seen[key]

    def _known(self, keys: Keys) -> _Known:
        names = {name for key in keys for name in self._single.get(key, ())}
        phrases = {number for key in keys for number in self._first.get(key, ())}
        return _Known(tuple(sorted(names)), tuple(sorted(phrases)), keys)

    def _keys(self, token: Token) -> Keys:
        """Return every key by which an entry may ask for a word."""
        word = token.word
        return frozenset(
            (
                f"={token.small}" if token.small else f"A{word}",
                f"s{token.stem}",
                *(f"*{word[-size:]}" for size in _ENDINGS),
                *(f"^{word[:size]}" for size in self._beginnings if size <= len(word)),
            )
        )


def _parts(entry: str) -> list[str]:
    """Return the words of an entry, each with its own mark."""
    parts: list[str] = []
    for piece in entry.split():
        if piece.removeprefix("=").isalpha():
            parts.append(piece)
            continue
        mark, tail = piece[: piece.startswith("=")], piece.endswith("*") * "*"
        found = plain_words(piece.strip("=*").lower())
        # Stemming needs the accents that folding takes away.
        if len(found) == 1:
            parts.append(piece)
        else:
            parts += [f"{mark}{word}" for word in found[:-1]] + [f"{mark}{found[-1]}{tail}"]
    return parts


def read_classes(content: bytes) -> dict[str, list[str]]:
    """Return each class's entries, from a file of words.

    Raises:
        ValueError: when an entry in capitals is no class above it.
    """
    classes: dict[str, list[str]] = {}
    for name, entries in cast(dict[str, str], read(content).data).items():
        split = [entry.strip() for entry in entries.split(",")]
        unknown = {entry for entry in split if entry.isupper()} - classes.keys()
        if unknown:
            raise ValueError(f"{name}: no such classes of words above it: {sorted(unknown)}")
        classes[name] = [entry for entry in split if entry]
    return classes
