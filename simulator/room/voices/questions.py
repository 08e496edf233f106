"""What a journalist asks on the phone."""

from collections.abc import Mapping

from simulator.room.voices.bank import Lines, bank, filled
from simulator.room.voices.chance import number
from simulator.text import Language

# Outlets ask alike in five manners.
MANNERS: Mapping[str, str] = {
    "wire": "fast",
    "online": "fast",
    "daily": "paper",
    "business": "paper",
    "evening_news": "air",
    "radio": "air",
    "trade": "expert",
    "investigative": "expert",
    "international": "expert",
    "local": "local",
}


def question(
    topic: str, kind: str, language: Language, slots: Mapping[str, str], *chance: object
) -> str:
    """Return a question on `topic` as an outlet of that kind asks it; `chance` chooses."""
    lines = _lines(topic, MANNERS.get(kind, "fast"))
    return filled(lines[number("question", *chance) % len(lines)], language, slots)


def _lines(topic: str, manner: str) -> Lines:
    """Return the questions on a topic: everybody's, and those of this manner."""
    found = bank("questions").get(topic) or bank("questions")["nature"]
    return [*found["any"], *found.get(manner, ())]
