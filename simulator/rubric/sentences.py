"""Sentences: their words and classes, their clauses, what is denied or left open in them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from simulator.rubric.lexicon import Lexicon
from simulator.rubric.lines import Line, lines, paragraphs
from simulator.rubric.words import Token, tokens

Polarity = Literal["affirmed", "denied", "open"]

# Longer ones are cut: every pattern then looks at a bounded number of words.
MOST_WORDS = 160
MOST_SENTENCES = 1500
_ABBREVIATIONS = frozenset(
    [
        "m",
        "mm",
        "mme",
        "mlle",
        "dr",
        "pr",
        "prof",
        "mr",
        "mrs",
        "ms",
        "st",
        "no",
        "n",
        "inc",
        "ltd",
        "co",
        "art",
        "e",
        "i",
        "g",
        "etc",
        "tel",
        "cf",
        "ex",
        "p",
    ]
)
_BREAKS = frozenset(";:()–—•*·\n…")
_ENDS = frozenset(".!?…")
# A label that opens a line and is followed by its text: *What happened: On Monday …*.
_LABELS = frozenset({"what", "how", "who", "for", "que", "ce", "comment", "pourquoi", "pour", "en"})
_LABELS |= {"whose", "when", "where", "why"}
_LABELS |= {"quel", "quels", "quelle", "quelles", "qu", "qui", "quoi", "ou", "quand", "combien"}
_LABELS |= {"suis", "dois", "est", "faut", "puis", "et", "q"}
_LINKS = frozenset({"and", "so", "but", "et", "alors", "mais"})
_SHORT_LABELS = frozenset({"les", "vos", "nos", "votre", "notre", "la", "le"})
# A text this long without one accent was typed without: its words are folded like capitals.
_ACCENTED = re.compile("[À-ÿ]")
_LEAST_ACCENTED = 120
_LONGEST_LABEL = 8
# A question this short is answered by what follows it in its paragraph.
_LONGEST_QUESTION = 10
_THEY = frozenset({"il", "elle", "ils", "elles", "he", "she", "it", "they"})
_LONGEST_SHORT_LABEL = 4


@dataclass(slots=True)
class Sentence:
    """The words of a sentence, and where each class of words and each word stands in it.

    Classes are written in capitals, words folded: `places` holds both. `lead` counts the words that
    open a list; what they deny is denied of every item. `reports` says whether the sentence tells
    what somebody else claims, not what the writer says.
    """

    tokens: list[Token]
    heading: bool = False
    under: "Sentence | None" = None
    places: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    clauses: list[int] = field(default_factory=list)
    lead: int = 0
    reports: bool = False

    @property
    def asks(self) -> bool:
        """Whether it ends with a question mark."""
        return self.tokens[-1].word == "?"

    def _between(self, name: str, start: int, end: int) -> bool:
        return any(start <= place < end for place, _ in self.places.get(name, ()))

    def has(self, name: str, start: int = 0, end: int = MOST_WORDS * 2) -> bool:
        """Return whether a class of words begins between two tokens."""
        return self._between(name, start, end)

    def clause_of(self, index: int) -> int:
        """Return where the clause of a token begins."""
        return self.clauses[index]

    def polarity(self, start: int, end: int) -> Polarity:
        """Return whether the words from `start` to `end` are affirmed, denied or left open.

        Denial reaches from the beginning of the verb's clause. Denying a denial affirms (we cannot
        rule out); not knowing, or having no evidence, neither affirms nor denies.
        """
        scope = (self.clause_of(start), end)
        verb = max((place for place, _ in self.places.get("DAMAGE", ()) if place < end), default=0)
        denied = self._denials(max(scope[0], self.clause_of(verb)), end)
        denied = denied or (start > self.lead and self._denials(0, self.lead))
        if self.has("IF", *scope) or (denied and self.has("KNOWING", *scope)):
            return "open"
        return "denied" if denied != self.has("EXCLUDE", *scope) else "affirmed"

    def _denials(self, start: int, end: int) -> bool:
        harmless = {
            index
            for first, last in self.places.get("NOT_DENIAL", ())
            for index in range(first, last)
        }
        return any(
            start <= place < end and place not in harmless and not self._only(place)
            for place, _ in self.places.get("NOT", ())
        )

    def _only(self, place: int) -> bool:
        """Return whether a French *ne* means only: *ne … que* without *pas*, not *exclu que*."""
        if self.tokens[place].word not in ("ne", "n") or self.has("EXCLUDE", place, place + 6):
            return False
        after = [token.word for token in self.tokens[place + 1 : place + 6]]
        return bool({"que", "qu"} & set(after)) and not self.has("FULL_NOT", place, place + 6)


def sentences(text: str, words: Lexicon) -> list[Sentence]:
    """Return the sentences of `text`, headings among them, each knowing the heading above it."""
    found: list[Sentence] = []
    under: Sentence | None = None
    bare = len(text) >= _LEAST_ACCENTED and not _ACCENTED.search(text)
    for group in paragraphs(lines(text)):
        if len(found) >= MOST_SENTENCES:
            break
        asked, told = None, False
        for sentence in _split(text, group, words, bare=bare):
            sentence.heading = group[0].heading or _runs_in(sentence, group[0], words)
            sentence.under = asked or under
            if sentence.heading:
                under = sentence
            elif sentence.asks and len(sentence.tokens) <= _LONGEST_QUESTION:
                asked = sentence
            told = sentence.reports = sentence.reports or (told and _goes_on_telling(sentence))
            found.append(sentence)
    return found


def _goes_on_telling(sentence: Sentence) -> bool:
    """Return whether the one told about in the sentence before claims more: *Il parle de …*."""
    return sentence.tokens[0].word in _THEY and sentence.has("CLAIM", 1, 4)


def _split(
    text: str, group: list[Line], words: Lexicon, *, bare: bool = False
) -> Iterator[Sentence]:
    piece = text[group[0].start : group[-1].end]
    current: list[Token] = []
    found = [_moved(token, group[0].start, bare) for token in tokens(piece, words.language)]
    items = {line.start for line in group if line.bullet}
    found = [token for token in found if token.word != "\n" or token.end in items]
    for index, token in enumerate(found):
        current.append(token)
        following = found[index + 1] if index + 1 < len(found) else None
        if len(current) >= MOST_WORDS or _ends(current, following, text, words):
            yield from _made(current, words)
            current = []
    yield from _made(current, words)


def _moved(token: Token, by: int, bare: bool) -> Token:
    small = "" if bare and token.kind == "WORD" else token.small
    return token._replace(start=token.start + by, end=token.end + by, small=small)


def _ends(current: list[Token], following: Token | None, text: str, words: Lexicon) -> bool:
    token = current[-1]
    if token.word == ":" and following and _is_label(current, words):
        return not text[following.start].islower()
    if token.kind != "MARK" or token.word not in _ENDS:
        return False
    if following is None or token.word != ".":
        return True
    before = current[-2] if len(current) > 1 else None
    if before and _is_short(before.word) and before.end == token.start and not _is_unit(current):
        return before.kind == "WORD" and following.word == "\n"
    return following.start > token.end and not text[following.start].islower()


def _is_short(word: str) -> bool:
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())


def _is_unit(current: list[Token]) -> bool:
    """Return whether the letter before a full stop belongs to a number: *until 11 h. The site*."""
    return len(current) > 2 and current[-2].word in ("h", "g") and current[-3].kind == "NUMBER"


def _is_label(current: list[Token], words: Lexicon) -> bool:
    begins = _behind_link(current)
    first = current[begins].word
    if first in _SHORT_LABELS:
        return len(current) <= _LONGEST_SHORT_LABEL
    if len(current) - begins > (_LONGEST_QUESTION if current[-1].word == "?" else _LONGEST_LABEL):
        return False
    return first in _LABELS or any(name == "LABEL" for name, _ in words.classes_at(current, begins))


def _behind_link(current: list[Token]) -> int:
    """Return where a label begins behind its link: *And what wasn't?*."""
    return int(len(current) > 1 and current[0].word in _LINKS and current[1].word in _LABELS)


def _made(found: list[Token], words: Lexicon) -> Iterator[Sentence]:
    if not any(token.kind != "MARK" for token in found):
        return
    sentence = Sentence(found)
    for index, token in enumerate(found):
        sentence.places[token.word].append((index, index + 1))
        for name, length in words.classes_at(found, index):
            sentence.places[name].append((index, index + length))
    sentence.clauses = _clauses(sentence, words)
    sentence.reports = _reports(sentence)
    sentence.lead = next((i for i, token in enumerate(found) if token.word == "\n"), 0)
    yield sentence


def _reports(sentence: Sentence) -> bool:
    outsiders = [place for place, _ in sentence.places.get("OUTSIDER", ())]
    return any(
        0 <= claim - outsider <= 8 and not sentence.has("WE", outsider, claim)
        for outsider in outsiders
        for claim, _ in sentence.places.get("CLAIM", ())
    ) or any(
        0 <= outsider - end <= 3
        for outsider in outsiders
        for _, end in sentence.places.get("ATTRIBUTION", ())
    )


def _clauses(sentence: Sentence, words: Lexicon) -> list[int]:
    """Return, for each token, where its clause begins."""
    begins, clauses = 0, []
    for index, token in enumerate(sentence.tokens):
        if index and _begins_clause(sentence, index, words):
            begins = index
        clauses.append(begins)
        if token.word in _BREAKS:
            begins = index + 1
    return clauses


def _begins_clause(sentence: Sentence, index: int, words: Lexicon) -> bool:
    if sentence.has("BUT", index, index + 1):
        return True
    before = sentence.tokens[index - 1].word
    starts = sentence.has("CLAUSE_START", index, index + 1) or _orders(sentence, index, words)
    return starts and (before == "," or sentence.has("AND", index - 1, index))


def _orders(sentence: Sentence, index: int, words: Lexicon) -> bool:
    """Return whether an order begins; in English the next word tells it from a noun."""
    if not sentence.has("ORDER", index, index + 1):
        return False
    if "ORDER_NEXT" not in words.names:
        return True
    goes_on = sentence.tokens[index - 1].word == "," or any(
        sentence.has(name, 0, index) for name in ("ADVISE", "IF", "ORDER")
    )
    return goes_on and sentence.has("ORDER_NEXT", index + 1, index + 2)


def _runs_in(sentence: Sentence, line: Line, words: Lexicon) -> bool:
    """Return whether a short question or label opens its line: *What happened? On Monday …*."""
    first = sentence.tokens[0].start - line.start
    if first > 6 or not _is_label(sentence.tokens, words):
        return False
    begins = _behind_link(sentence.tokens)
    if sentence.tokens[begins].word in _LABELS | _SHORT_LABELS:
        asks = sentence.asks and sentence.has("QUESTION", 0, begins + 1)
        return asks or sentence.has("SECTION")
    return sentence.tokens[-1].word in (":", "?")
