"""What a message's own words show, as the rubric reads them."""

from functools import lru_cache

from simulator.organisation.message import SHOWN_BY, Message, Wording


def wording(message: Message) -> Wording | None:
    """Return what the text of a message shows; None when it has no text."""
    text = message.text
    return _read(text.fr, text.fr == text.en) if text and text.fr.strip() else None


@lru_cache(maxsize=512)
def _read(text: str, only_version: bool) -> Wording:
    """Read the French version, or the only one there is: a replay reads each text once."""
    # Imported here: the words of a language take a tenth of a second to learn.
    from simulator.rubric import grade

    reading = grade(text, None if only_version else "fr")
    shown = reading.found()
    return Wording(
        frozenset(item for item, by in SHOWN_BY.items() if by & shown),
        reading.lost,
        {"communication": reading.communication.grade, "legal": reading.legal.grade},
    )
