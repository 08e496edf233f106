"""What to take from a section."""

from collections.abc import Iterable

from reports.facts.rows import kept
from reports.facts.run import Run
from reports.facts.shape import Prose


def lessons(run: Run, sentences: Iterable[str | None]) -> tuple[Prose, ...]:
    """Return one block with the sentences there are, no block when there are none."""
    found = kept(sentences)
    label = run.say.t("Ce qu’il faut en retenir", "What to take from it")
    return (Prose(label, found),) if found else ()
