"""Grading a text from the command line: read it, and print what was found in it."""

import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

from simulator.cli.language import Voice
from simulator.errors import wrong
from simulator.rubric import Reading, Span, element_names, fault_names

_WIDTH = 88
_MOST_BYTES = 8_000_000
_STANDARD_INPUT = "-"


def text_of(given: str) -> str:
    """Return the text of a file, or of standard input for '-'.

    Raises:
        DrillError: when there is none to read, or it is not text.
    """
    try:
        return _content(given).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise wrong(
            f"{given} : ce n’est pas un texte en UTF-8 ; l’enregistrer en UTF-8",
            f"{given}: not a text in UTF-8; save it as UTF-8",
        ) from None


def _content(given: str) -> bytes:
    if given == _STANDARD_INPUT:
        return sys.stdin.buffer.read(_MOST_BYTES)
    path = Path(given)
    if not path.is_file():
        raise wrong(
            f"{given} : pas de fichier à cet endroit ; donner un texte, ou - pour l’entrée",
            f"{given}: no file there; give a text file, or - for standard input",
        )
    if path.stat().st_size > _MOST_BYTES:
        raise wrong(f"{given} : trop grand pour un message", f"{given}: too large for a message")
    return path.read_bytes()


def page(reading: Reading, say: Voice) -> str:
    """Return both letters, then every element with the words that earned it, and the faults."""
    letters = {"Communication": reading.communication, say("Juridique", "Legal"): reading.legal}
    names = element_names()
    lines = [
        *(
            f"{name:<13}  {verdict.grade:<3} {verdict.score:.0f}"
            for name, verdict in letters.items()
        ),
        "",
        *(
            _item(
                "+" if element.found else "-", names[element.id].say(say.language), element.evidence
            )
            for element in reading.elements
        ),
    ]
    if reading.faults:
        faults = fault_names()
        lines += ["", say("Fautes", "Faults")]
        lines += [
            _item("!", faults[fault.id].say(say.language), fault.evidence)
            for fault in reading.faults
        ]
    notes = [note.say(say.language) for note in reading.notes]
    return "\n".join([*lines, *(["", *notes] if notes else [])])


def _item(mark: str, name: str, evidence: Sequence[Span]) -> str:
    quotes = [" ".join(span.quote.split()) for span in evidence]
    said = f"{mark} {name}" + (f": “{quotes[0]}”" if quotes else "")
    return textwrap.shorten(said, _WIDTH, placeholder="…”" if quotes else "…")
