"""Classes of words: which words of a language mean an intruder, a measure, a kind of data."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

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


@dataclass(frozen=True, slots=True)
class _Known:
    """A word of a text: its classes, the phrases it may begin, its keys."""

    names: tuple[str, ...]
    phrases: tuple[int, ...]
    keys: Keys


class Lexicon:
    """The classes of one language."""

    def __init__(self, language: Language, classes: dict[str, list[str]]) -> None:
        self.language: Language = language
        self.names = frozenset(classes) | KINDS
        self._single: dict[str, set[str]] = defaultdict(set)
        self._first: dict[str, set[int]] = defaultdict(set)
        self._phrases: list[tuple[str, tuple[str, ...]]] = []
        self._holders: dict[str, list[str]] = defaultdict(list)
        for name, entries in classes.items():
            for entry in entries:
                if entry.isupper():
                    self._holders[entry].append(name)
                else:
                    self._add(name, entry)
        asked = {*self._single, *self._first}
        self._beginnings = sorted({len(key) - 1 for key in asked if key.startswith("^")})
        self._seen: dict[tuple[str, str], _Known] = {}

    def _add(self, name: str, entry: str) -> None:
        first, *rest = _parts(entry)
        for key in _asked(first, self.language):
            if rest:
                self._first[key].add(len(self._phrases))
            else:
                self._single[key].add(name)
        if rest:
            self._phrases.append((name, tuple(rest)))

    def _held(self, name: str) -> Iterator[str]:
        """Yield a class and those it is a part of."""
        yield name
        for holder in self._holders.get(name, ()):
            yield from self._held(holder)

    def classes_at(self, sentence: Sequence[Token], index: int) -> Iterator[tuple[str, int]]:
        """Yield each class that begins at a token, and how many tokens it takes."""
        token = sentence[index]
        if token.kind != "WORD":
            yield from [(token.kind, 1)] if token.kind in KINDS else []
            return
        known = self._look_up(token)
        yield from ((name, 1) for name in known.names)
        for number in known.phrases:
            name, rest = self._phrases[number]
            if self._goes_on(sentence, index + 1, rest):
                yield from ((each, 1 + len(rest)) for each in self._held(name))

    def _goes_on(self, sentence: Sequence[Token], index: int, rest: tuple[str, ...]) -> bool:
        """Return whether the words of a phrase after its first stand here."""
        if index + len(rest) > len(sentence):
            return False
        for token, part in zip(sentence[index : index + len(rest)], rest, strict=True):
            if self._look_up(token).keys.isdisjoint(_asked(part, self.language)):
                return False
        return True

    def _look_up(self, token: Token) -> _Known:
        key = (token.small, token.word)
        if key not in self._seen:
            if len(self._seen) > 50_000:
                self._seen.clear()
            self._seen[key] = self._known(self._keys(token))
        return self._seen[key]

    def _known(self, keys: Keys) -> _Known:
        single = {name for key in keys for name in self._single.get(key, ())}
        names = {each for name in single for each in self._held(name)}
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


@cache
def lexicon(language: Language) -> Lexicon:
    """Return the classes that come with the package."""
    data = read(files("simulator.rubric").joinpath(f"words_{language}.yaml").read_bytes()).data
    return Lexicon(language, _flat(cast(dict[str, str], data)))


def _flat(data: dict[str, str]) -> dict[str, list[str]]:
    """Return each class's entries; one in capitals is a class that is a part of this one."""
    classes: dict[str, list[str]] = {}
    for name, entries in data.items():
        split = [entry.strip() for entry in entries.split(",")]
        unknown = {entry for entry in split if entry.isupper()} - classes.keys()
        if unknown:
            raise ValueError(f"{name}: no such classes of words above it: {sorted(unknown)}")
        classes[name] = [entry for entry in split if entry]
    return classes
