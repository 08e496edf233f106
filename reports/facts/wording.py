"""What a message holds, with the words that show it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from reports.facts.rows import columns, row
from reports.facts.run import Run
from reports.facts.shape import Cell, Table
from reports.facts.speech import capital, lower
from simulator.journal.entries import ClaimMade, StatementIssued
from simulator.journal.names import ELEMENTS, TOPICS, join
from simulator.organisation.message import SHOWN_BY
from simulator.rubric import Reading, Span, fault_names, grade
from simulator.text import Language, Text, spaced

_LONGEST_QUOTE, _LEAD_IN = 90, 45
_STOP = re.compile(r"[.!?](?=\s)|\n")
_CLOSING = ("contact", "next_update")  # what a message ends with
_CLAUSE = re.compile(r"[,;:]\s")
_ACTS = {
    "acknowledgement": Text(fr="par l’envoi même", en="by the sending itself"),
    "signature": Text(fr="un nom sous le message", en="a name under the message"),
}


def verdicts(run: Run, word: StatementIssued) -> str:
    """Return the rubric's two letters; they judge notices, so only where data were taken."""
    if not word.letters or not run.scenario.data_taken:
        return ""
    said, law = (word.letters[which].replace("-", "−") for which in ("communication", "legal"))
    return run.say.t(
        f" Notée comme notification aux personnes : communication {said}, droit\u00a0{law}.",
        f" Graded as a notice to the people: communication {said}, law\u00a0{law}.",
    )


def grid(run: Run, word: StatementIssued) -> Table:
    """Return what a message holds with its words, means to hold, lacks, and its faults."""
    say, reading = run.say, reading_of(run, word)
    rows = [
        row(_name(run, item), Cell(_words(run, word, reading, item), "team")) for item in word.found
    ]
    left = [
        (say.t("Annoncé, mais pas dans le texte", "Meant, but not in the text"), word.unworded),
        (say.t("Manque", "Lacking"), word.lacking),
    ]
    rows += [row(title, Cell(elements(run, which), "world")) for title, which in left if which]
    if faults := [*_faults_read(run, reading), *_faults(run, word)]:
        rows.append(row(say.t("Fautes", "Faults"), Cell(_listed(run, faults), "world")))
    heads = columns(
        (say.t("Élément", "Element"), 34), say.t("Mots du message", "Words of the message")
    )
    return Table(f"message_{word.id}", heads, tuple(rows), "")


def elements(run: Run, which: tuple[str, ...]) -> str:
    """Return the names of elements in one line."""
    known = [ELEMENTS[element] for element in which if element in ELEMENTS]
    return (
        capital(join(known, "\u00a0· ").say(run.say.language))
        if known
        else run.say.t("rien", "nothing")
    )


def _name(run: Run, item: str) -> str:
    return capital(ELEMENTS[item].say(run.say.language))


def reading_of(run: Run, word: StatementIssued) -> Reading:
    """Read the version in the report's language, or the only one in its own."""
    versions = set(run.texts_of(word).values())
    return _read(run.text_of(word), run.say.language if len(versions) > 1 else None)


@lru_cache(maxsize=64)
def _read(text: str, language: Language | None) -> Reading:
    """Read a text once, for the words marked in it and for the list of what it holds."""
    return grade(text, language)


def _words(run: Run, word: StatementIssued, reading: Reading, item: str) -> str:
    """Return the words that show an element, or how it is there without any."""
    say, by = run.say, SHOWN_BY.get(item, frozenset())
    spans = [span for element in reading.elements if element.id in by for span in element.evidence]
    if spans:
        return _quoted(run, reading, spans[-1 if item in _CLOSING else 0])
    if item in _ACTS:
        return _ACTS[item].say(say.language)
    if item in TOPICS and any(_told(each, item) for each in run.words if each.id < word.id):
        return say.t("dit plus tôt", "said earlier")
    # The exercise has read the French version; a translation may put it out of the rubric's sight.
    return say.t("dans le texte", "in the French text")


def _told(word: StatementIssued, item: str) -> bool:
    return item in word.found or item in word.unworded


def _quoted(run: Run, reading: Reading, span: Span) -> str:
    """Return the sentence around some words when it is short, else what follows them."""
    text = reading.text
    start = max((stop.end() for stop in _STOP.finditer(text, 0, span.start)), default=0)
    stop = _STOP.search(text, span.end)
    end = stop.start() if stop else len(text)
    if end - start > _LONGEST_QUOTE:
        start = _clause(text, start, span.start)
    quote = run.say.quoted(" ".join(text[start:end].split()), _LONGEST_QUOTE)
    # Reading made all spaces alike: French ones are put back, so that no line breaks at them.
    return spaced(quote) if run.say.french else quote


def _clause(text: str, sentence: int, start: int) -> int:
    """Return where the words from `start` on are best begun: their sentence, clause, or they."""
    begins = [sentence, *(found.end() for found in _CLAUSE.finditer(text, sentence, start))]
    return begins[-1] if start - begins[-1] <= _LEAD_IN else start


def _faults_read(run: Run, reading: Reading) -> Iterable[str]:
    names = fault_names()
    for fault in reading.faults:
        name, quote = (
            names[fault.id].say(run.say.language),
            _quoted(run, reading, fault.evidence[0]),
        )
        yield run.say.t(f"{name} : {quote}", f"{name}: {quote}")


def _listed(run: Run, faults: list[str]) -> str:
    return capital(run.say.t(" ; ".join(map(lower, faults)), "; ".join(map(lower, faults))))


def _faults(run: Run, word: StatementIssued) -> Iterable[str]:
    """Yield what was wrong in a message beside its words."""
    say = run.say
    for claim in run.of(ClaimMade):
        if word.id in claim.causes and (claim.false or claim.beyond > 0):
            what = say.quoted(run.name("claim", claim.claim))
            yield (
                say.t(f"faux : {what}", f"false: {what}")
                if claim.false
                else say.t(
                    f"affirmé avant d’être établi : {what}",
                    f"asserted before it was established: {what}",
                )
            )
    if word.responsibility == "shifted":
        yield say.t("la faute est rejetée sur d’autres", "the blame is put on others")
    if word.given_away:
        facts = run.names.list("fact", word.given_away).say(say.language)
        yield say.t(
            f"divulgue ce qui était à taire : {facts}",
            f"gives away what was to be withheld: {facts}",
        )
