"""A notice read from end to end: cleaned, cut into sentences, proved, weighed."""

from simulator.rubric.clean import MOST_GIVEN, MOST_READ, clean
from simulator.rubric.form import headings, is_plain, signature
from simulator.rubric.knowledge import knowledge
from simulator.rubric.language import guess
from simulator.rubric.readability import measure
from simulator.rubric.rules import evidence
from simulator.rubric.sentences import Sentence, sentences
from simulator.rubric.shapes import Element, Fault, Readability, Reading, Span
from simulator.rubric.weights import communication, element_names, fault_names, legal, points_lost
from simulator.text import Language, Text

LEAST_WORDS = 40

TOO_SHORT = Text(
    fr="Texte très court : une notification tient rarement en moins de {least} mots.",
    en="Very short text: a notice seldom fits into fewer than {least} words.",
)
TOO_LONG = Text(
    fr="Texte très long : seul le début a été lu ({most} caractères).",
    en="Very long text: only its beginning was read ({most} characters).",
)


def grade(text: str, language: Language | None = None) -> Reading:
    """Return what a notice holds and what it is worth; `language` overrides the one detected."""
    seen = clean(text)
    guessed = guess(seen)
    spoken = language or guessed.language
    found = [] if guessed.other and language is None else sentences(seen, knowledge(spoken).words)
    measured = measure(seen, found, spoken)
    proved = _proved(seen, found, spoken, measured)
    notes = [guessed.note] if guessed.note and language is None else []
    return Reading(
        text=seen,
        language=spoken,
        communication=communication(proved.keys(), proved.keys()),
        legal=legal(proved.keys()),
        elements=tuple(Element(id, id in proved, proved.get(id, ())) for id in element_names()),
        faults=tuple(Fault(id, proved[id]) for id in fault_names() if id in proved),
        lost=points_lost(proved.keys()),
        readability=measured,
        notes=(*notes, *_size_notes(text, seen, measured)),
    )


def _proved(
    text: str, found: list[Sentence], language: Language, measured: Readability
) -> dict[str, tuple[Span, ...]]:
    """Return the elements and faults found, each with the words that prove it."""
    known = knowledge(language)
    proved = evidence(found, text, known.rules)
    form = {
        "structure": headings(found, text),
        "signature": signature(text, known.words) if found else (),
    }
    plain: dict[str, tuple[Span, ...]] = {"plain_language": ()} if is_plain(measured, found) else {}
    return proved | plain | {name: spans for name, spans in form.items() if spans}


def _size_notes(given: str, seen: str, measured: Readability) -> list[Text]:
    notes = []
    if measured.words < LEAST_WORDS:
        notes.append(_filled(TOO_SHORT, least=LEAST_WORDS))
    if len(given) > MOST_GIVEN or len(seen) >= MOST_READ:
        notes.append(_filled(TOO_LONG, most=MOST_READ))
    return notes


def _filled(text: Text, **values: int) -> Text:
    return Text(fr=text.fr.format(**values), en=text.en.format(**values))
