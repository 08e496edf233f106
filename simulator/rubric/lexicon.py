"""Classes of words: which words of a language mean an intruder, a measure, a kind of data."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import cast

from simulator.rubric.words import Token, fold, plain_words, stem
from simulator.scenario.marks import read
from simulator.text import Language

_LONGEST = 30
_ENDINGS = (2, 3, 4)
KINDS = frozenset({"NUMBER", "PHONE", "YEAR", "DATE", "TIME", "MAIL", "URL"})


@dataclass(slots=True)
class Words:
    """Entries by how they match.

    `word` by its stem, `=word` exactly, `word*` by its beginning, `*ez` by its last two to four
    letters.
    """

    stems: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    exact: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    capitals: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    beginnings: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    endings: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, entry: str, name: str, language: Language) -> None:
        """Make `entry` a word of the class `name`."""
        if entry.startswith("="):
            self.exact[entry[1:].lower()].add(name)
            self.capitals[fold(entry[1:])].add(name)
        elif entry.startswith("*"):
            self.endings[fold(entry[1:])].add(name)
        elif entry.endswith("*"):
            self.beginnings[fold(entry[:-1])].add(name)
        else:
            # Accents are often left out, in capitals above all: both spellings stem to the class.
            self.stems[stem(entry, language)].add(name)
            if not entry.isascii():
                self.stems[stem(fold(entry), language)].add(name)

    def of(self, token: Token) -> set[str]:
        """Return the classes of a word."""
        word = token.word
        starts = (word[:size] for size in range(1, min(len(word), _LONGEST) + 1))
        exact = self.exact.get(token.small, ()) if token.small else self.capitals.get(word, ())
        return {
            *exact,
            *self.stems.get(token.stem, ()),
            *(name for size in _ENDINGS for name in self.endings.get(word[-size:], ())),
            *(name for start in starts for name in self.beginnings.get(start, ())),
        }


class Lexicon:
    """The classes of one language."""

    def __init__(self, language: Language, classes: dict[str, list[str]]) -> None:
        self.language: Language = language
        self.names = frozenset(classes) | KINDS
        self._single = Words()
        self._first = Words()
        self._phrases: list[tuple[str, tuple[str, ...]]] = []
        self._rests: dict[int, list[Words]] = {}
        self._holders: dict[str, list[str]] = defaultdict(list)
        for name, entries in classes.items():
            for entry in entries:
                if entry.isupper():
                    self._holders[entry].append(name)
                else:
                    self._add(name, entry)
        self._known: dict[tuple[str, str], tuple[tuple[str, ...], tuple[int, ...]]] = {}

    def _add(self, name: str, entry: str) -> None:
        parts = _parts(entry)
        if len(parts) == 1:
            self._single.add(entry, name, self.language)
            return
        index = str(len(self._phrases))
        self._first.add(parts[0], index, self.language)
        self._phrases.append((name, tuple(parts[1:])))

    def _held(self, name: str) -> Iterator[str]:
        """Yield a class and those it is a part of."""
        yield name
        for holder in self._holders.get(name, ()):
            yield from self._held(holder)

    def _rest(self, number: int) -> list[Words]:
        """Return the words of a phrase after its first, made when that one is first met."""
        if number not in self._rests:
            parts = self._phrases[number][1]
            self._rests[number] = [_only(part, self.language) for part in parts]
        return self._rests[number]

    def classes_at(self, sentence: Sequence[Token], index: int) -> Iterator[tuple[str, int]]:
        """Yield each class that begins at a token, and how many tokens it takes."""
        token = sentence[index]
        names, phrases = self._look_up(token)
        yield from ((name, 1) for name in names)
        for number in phrases:
            name, rest = self._phrases[number][0], self._rest(number)
            following = sentence[index + 1 : index + 1 + len(rest)]
            if len(following) == len(rest) and all(map(_is_in, rest, following)):
                yield from ((each, 1 + len(rest)) for each in self._held(name))

    def _look_up(self, token: Token) -> tuple[tuple[str, ...], tuple[int, ...]]:
        if token.kind != "WORD":
            return ((token.kind,) if token.kind in KINDS else ()), ()
        key = (token.small, token.word)
        if key not in self._known:
            if len(self._known) > 50_000:
                self._known.clear()
            single = self._single.of(token)
            names = tuple(sorted({each for name in single for each in self._held(name)}))
            self._known[key] = names, tuple(sorted(map(int, self._first.of(token))))
        return self._known[key]


def _is_in(words: Words, token: Token) -> bool:
    return bool(words.of(token))


def _only(part: str, language: Language) -> Words:
    words = Words()
    words.add(part, "here", language)
    return words


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
