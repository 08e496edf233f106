"""The hot wash as a report reads it: questions, and what each role answered."""

from typing import Annotated, Literal

from pydantic import Field, SkipValidation

from simulator.scenario.base import Shape
from simulator.text import Text


class Answer(Shape):
    """What somebody answered: 1 to 5 on a scale, or a text; `team` where there are several."""

    role: Annotated[str, Field(min_length=1, max_length=120)]
    # Told apart by the question's kind, which this shape does not know: `reports.hotwash` does.
    value: Annotated[int | str, SkipValidation]
    team: Annotated[str, Field(min_length=1, max_length=120)] | None = None


class Asked(Shape):
    """One question with everybody's answers."""

    question: Text
    kind: Literal["scale", "text"]
    answers: Annotated[tuple[Answer, ...], Field(max_length=20_000)]
