"""The hot wash: what players are asked as soon as the exercise is over."""

from typing import Any, Literal, NamedTuple

from simulator.text import Language, Text


class Question(NamedTuple):
    """One question: answered on a scale of 1 to 5, or in words."""

    id: str
    kind: Literal["scale", "text"]
    text: Text


QUESTIONS = (
    Question(
        "ready",
        "scale",
        Text(
            fr="Nous savions qui faisait quoi dès le premier appel.",
            en="We knew who did what from the first call on.",
        ),
    ),
    Question(
        "picture",
        "scale",
        Text(
            fr="Nous avions une vue commune de ce qui était su et de ce qui ne l’était pas.",
            en="We shared one picture of what was known and what was not.",
        ),
    ),
    Question(
        "pace",
        "scale",
        Text(
            fr="Nous avons parlé assez tôt, et assez souvent.",
            en="We spoke early enough, and often enough.",
        ),
    ),
    Question(
        "truth",
        "scale",
        Text(
            fr="Tout ce que nous avons affirmé, nous pouvions l’établir.",
            en="All that we asserted, we could establish.",
        ),
    ),
    Question(
        "useful",
        "scale",
        Text(
            fr="Cet exercice changera quelque chose à notre préparation.",
            en="This exercise will change something in how we prepare.",
        ),
    ),
    Question(
        "well",
        "text",
        Text(fr="Qu’est-ce qui a bien marché ?", en="What worked well?"),
    ),
    Question(
        "badly",
        "text",
        Text(fr="Qu’est-ce qui nous a manqué ?", en="What did we lack?"),
    ),
    Question(
        "next",
        "text",
        Text(
            fr="Que faut-il changer avant la prochaine crise, et qui s’en charge ?",
            en="What must change before the next crisis, and who sees to it?",
        ),
    ),
)
LONGEST = 2000  # characters of an answer


def questions(language: Language) -> list[dict[str, Any]]:
    """Return the questions as a page shows them."""
    return [{"id": q.id, "kind": q.kind, "text": q.text.say(language)} for q in QUESTIONS]


def accepted(answers: object) -> dict[str, int | str] | None:
    """Return the answers that make sense, or None when what was sent is no set of answers."""
    if not isinstance(answers, dict):
        return None
    kinds = {q.id: q.kind for q in QUESTIONS}
    return {
        name: value
        for name, value in answers.items()
        if name in kinds and _fits(kinds[name], value)
    }


def _fits(kind: str, value: object) -> bool:
    if kind == "scale":
        return type(value) is int and 1 <= value <= 5
    return isinstance(value, str) and len(value.strip()) > 0 and len(value) <= LONGEST
