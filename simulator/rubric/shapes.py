"""What reading a notice gives back: elements, faults, readability, two verdicts."""

from dataclasses import dataclass
from typing import NamedTuple

from simulator.text import Language, Text

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class Span(NamedTuple):
    """Words of the cleaned text: `text[start:end] == quote`."""

    start: int
    end: int
    quote: str

    def as_json(self) -> Json:
        """Return the span as plain data."""
        return {"start": self.start, "end": self.end, "quote": self.quote}


class Element(NamedTuple):
    """One thing a good notice holds, and the words that prove it."""

    id: str
    found: bool
    evidence: tuple[Span, ...]

    def as_json(self) -> Json:
        """Return the element as plain data."""
        evidence: list[Json] = [span.as_json() for span in self.evidence]
        return {"id": self.id, "found": self.found, "evidence": evidence}


class Fault(NamedTuple):
    """One thing a good notice avoids, and the words that show it."""

    id: str
    evidence: tuple[Span, ...]

    def as_json(self) -> Json:
        """Return the fault as plain data."""
        return {"id": self.id, "evidence": [span.as_json() for span in self.evidence]}


class Verdict(NamedTuple):
    """A letter, A+ to F, and the points behind it, 0 to 100."""

    grade: str
    score: float

    def as_json(self) -> Json:
        """Return the verdict as plain data."""
        return {"grade": self.grade, "score": self.score}


@dataclass(frozen=True, slots=True)
class Readability:
    """How easy the text is; `value` is None when there is too little to measure."""

    index: str
    value: float | None
    label: Text
    words: int
    sentences: int

    def as_json(self, language: Language) -> Json:
        """Return the measure as plain data, its label in `language`."""
        return {
            "index": self.index,
            "value": self.value,
            "label": self.label.say(language),
            "words": self.words,
            "sentences": self.sentences,
        }


class Reading(NamedTuple):
    """A notice, read. Spans count characters of `text`: what was given, without markup.

    `lost` are the points that faults took off the communication verdict.
    """

    text: str
    language: Language
    communication: Verdict
    legal: Verdict
    elements: tuple[Element, ...]
    faults: tuple[Fault, ...]
    lost: float
    readability: Readability
    notes: tuple[Text, ...]

    def found(self) -> frozenset[str]:
        """Return the ids of the elements found."""
        return frozenset(element.id for element in self.elements if element.found)

    def as_json(self, language: Language | None = None) -> dict[str, Json]:
        """Return the reading as plain data; sentences are in `language`, else the notice's own."""
        speaking = language or self.language
        return {
            "communication": self.communication.as_json(),
            "legal": self.legal.as_json(),
            "elements": [element.as_json() for element in self.elements],
            "faults": [fault.as_json() for fault in self.faults],
            "readability": self.readability.as_json(speaking),
            "language": self.language,
            "notes": [note.say(speaking) for note in self.notes],
        }
