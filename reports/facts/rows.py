"""Short ways to make tables."""

from collections.abc import Iterable

from reports.facts.shape import Cell, Column


def row(*texts: str | Cell) -> tuple[Cell, ...]:
    """Return a row; plain texts become plain cells."""
    return tuple(text if isinstance(text, Cell) else Cell(text) for text in texts)


def columns(*titles: str | tuple[str, float]) -> tuple[Column, ...]:
    """Return columns: a title alone takes what is left, (title, mm) is that wide.

    A negative width sets the column to the right, as numbers are.
    """
    return tuple(
        Column(title) if isinstance(title, str) else Column(title[0], abs(title[1]), title[1] < 0)
        for title in titles
    )


def kept(sentences: Iterable[str | None]) -> tuple[str, ...]:
    """Return the sentences there are."""
    return tuple(sentence for sentence in sentences if sentence)
