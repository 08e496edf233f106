"""Classes of words: which words of a language mean an intruder, a measure, a kind of data."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import cast

from simulator.rubric.words import Token, fold, plain_words, stem
from simulator.scenario.marks import read
from simulator.text import Language

_LONGEST = 30
KINDS = frozenset({"NUMBER", "PHONE", "YEAR", "DATE", "TIME", "MAIL", "URL"})


@dataclass(slots=True)
class Words:
    """Entries by how they match.

    `word` by its stem, `=word` exactly, `word*` by its beginning, `*ez` by its last two letters.
    """

    stems: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    exact: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    capitals: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    beginnings: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    endings: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, entry: str, names: Iterable[str], language: Language) -> None:
        """Make `entry` a word of each of the classes `names`."""
        if entry.startswith("="):
            self.exact[entry[1:].lower()].update(names)
            self.capitals[fold(entry[1:])].update(names)
        elif entry.startswith("*"):
            self.endings[fold(entry[1:])].update(names)
        elif entry.endswith("*"):
            self.beginnings[fold(entry[:-1])].update(names)
        else:
            # Accents are often left out, in capitals above all: both spellings stem to the class.
            self.stems[stem(entry, language)].update(names)
            if not entry.isascii():
                self.stems[stem(fold(entry), language)].update(names)

    def of(self, token: Token) -> set[str]:
        """Return the classes of a word."""
        word = token.word
        starts = (word[:size] for size in range(1, min(len(word), _LONGEST) + 1))
        exact = self.exact.get(token.small, ()) if token.small else self.capitals.get(word, ())
        return {
            *exact,
            *self.stems.get(token.stem, ()),
            *self.endings.get(word[-2:], ()),
            *(name for start in starts for name in self.beginnings.get(start, ())),
        }


class Lexicon:
    """The classes of one language."""

    def __init__(self, language: Language, classes: dict[str, list[str]]) -> None:
        self.language: Language = language
        self.names = frozenset(classes) | KINDS
        self._single = Words()
        self._first = Words()
        self._phrases: list[tuple[tuple[str, ...], list[str]]] = []
        for entry, names in _by_entry(classes).items():
            self._add(tuple(names), entry)
        self._known: dict[tuple[str, str], tuple[tuple[str, ...], tuple[int, ...]]] = {}

    def _add(self, names: tuple[str, ...], entry: str) -> None:
        parts = _parts(entry)
        if len(parts) == 1:
            self._single.add(entry, names, self.language)
            return
        index = str(len(self._phrases))
        self._first.add(parts[0], (index,), self.language)
        self._phrases.append((names, parts[1:]))

    def classes_at(self, sentence: Sequence[Token], index: int) -> Iterator[tuple[str, int]]:
        """Yield each class that begins at a token, and how many tokens it takes."""
        token = sentence[index]
        names, phrases = self._look_up(token)
        yield from ((name, 1) for name in names)
        for number in phrases:
            named, rest = self._phrases[number]
            following = sentence[index + 1 : index + 1 + len(rest)]
            if len(following) == len(rest) and all(map(self._is_in, rest, following)):
                yield from ((name, 1 + len(rest)) for name in named)

    def _is_in(self, part: str, token: Token) -> bool:
        """Return whether a token is the word that goes on with a phrase."""
        return bool(_only(part, self.language).of(token))

    def _look_up(self, token: Token) -> tuple[tuple[str, ...], tuple[int, ...]]:
        if token.kind != "WORD":
            return ((token.kind,) if token.kind in KINDS else ()), ()
        key = (token.small, token.word)
        if key not in self._known:
            if len(self._known) > 50_000:
                self._known.clear()
            names = tuple(sorted(self._single.of(token)))
            self._known[key] = names, tuple(sorted(map(int, self._first.of(token))))
        return self._known[key]


def _by_entry(classes: dict[str, list[str]]) -> dict[str, dict[str, None]]:
    """Return the classes of each entry: many belong to several, and are read once."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name, entries in classes.items():
        for entry in entries:
            found[entry][name] = None
    return found


@cache
def _only(part: str, language: Language) -> Words:
    words = Words()
    words.add(part, ("here",), language)
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
    """Return each class's entries; a class named in capitals brings all of its own."""
    classes: dict[str, list[str]] = {}
    for name, entries in data.items():
        split = (entry.strip() for entry in entries.split(","))
        classes[name] = list(_expanded(filter(None, split), classes))
    return classes


def _expanded(entries: Iterable[str], classes: dict[str, list[str]]) -> Iterator[str]:
    for entry in entries:
        if entry.isupper():
            yield from classes[entry]
        else:
            yield entry
