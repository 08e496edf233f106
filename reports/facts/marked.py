"""The words of a message, those that the rubric found marked: what it holds, and its faults."""

import re
from collections.abc import Iterator
from itertools import groupby

from reports.facts.run import Run
from reports.facts.shape import Cell, Tone
from simulator.organisation.message import SHOWN_BY
from simulator.rubric import Reading, Span

_PARAGRAPH = re.compile(r"\S.*?(?=\s*(?:\n\n|\Z))", re.DOTALL)
_APOSTROPHES = re.compile("['’]")

Paragraph = tuple[Cell, ...]


def marked(run: Run, text: str, found: tuple[str, ...], reading: Reading) -> tuple[Paragraph, ...]:
    """Return a text by paragraphs, in pieces: blue where it shows what was found, red at a fault.

    Words that the rubric has cleaned beyond recognition stay unmarked.
    """
    text = run.say.t(text, text)
    tones: list[Tone] = ["plain"] * len(text)
    for span, tone in _spans(found, reading):
        if where := _same(text, reading.text, span):
            tones[where.start() : where.end()] = [tone] * (where.end() - where.start())
    return tuple(
        tuple(
            Cell("".join(text[place] for place in places), tone)
            for tone, places in groupby(range(part.start(), part.end()), tones.__getitem__)
        )
        for part in _PARAGRAPH.finditer(text)
    )


def _spans(found: tuple[str, ...], reading: Reading) -> Iterator[tuple[Span, Tone]]:
    """Yield the words that show the elements found, then those of the faults, which win."""
    shown = frozenset[str]().union(*(SHOWN_BY.get(item, frozenset()) for item in found))
    for element in reading.elements:
        yield from ((span, "team") for span in element.evidence if element.id in shown)
    for fault in reading.faults:
        yield from ((span, "world") for span in fault.evidence)


def _same(text: str, read: str, span: Span) -> re.Match[str] | None:
    """Return the place in `text` of words of the text as read, whatever spaces it had."""
    words = (_APOSTROPHES.sub("['’]", re.escape(word)) for word in span.quote.split())
    pattern = re.compile(r"\s+".join(words) or r"(?!)")
    before = sum(match.start() < span.start for match in pattern.finditer(read))
    return next((m for n, m in enumerate(pattern.finditer(text)) if n == before), None)
