"""Decisions of a live exercise, as short as a test wants them."""

from simulator import Exercise
from simulator.journal.entries import DecisionRefused, Entry
from tests.builders import a_scenario, decided

SMALL = a_scenario()
BY_HAND = {"do": "take_calls", "at": 0}
WORDS = {"fr": "Des mots", "en": "Words"}


def ring(at: object = 60, **more: object) -> dict[str, object]:
    """Return a call by the agency: the first one is 'agency.room.1'."""
    return {"do": "ring_team", "at": at, "outlet": "agency", "question": "Vrai ?", **more}


def answer(at: object = 65, call: str = "agency.room.1", **more: object) -> dict[str, object]:
    """Return the director's answer to it."""
    return {"do": "answer_call", "at": at, "call": call, "by": "chief", **more}


def an_inject(name: str = "extra", **more: object) -> dict[str, object]:
    """Return an inject as a file holds it."""
    same = {"medium": "mail", "sender": WORDS, "title": WORDS, "text": WORDS}
    return {"id": name, **same, **more}


def played(*given: dict[str, object], until: float = SMALL.horizon, seed: int = 7) -> Exercise:
    """Return the small exercise with these decisions, played until a minute."""
    exercise = Exercise(SMALL, seed, decided(SMALL, *given) if given else ())
    exercise.advance(until)
    return exercise


def refusals(*given: dict[str, object], until: float = 200) -> list[str]:
    """Return why decisions were refused, in English."""
    entries = played(*given, until=until).journal.of(DecisionRefused)
    return [entry.reason["en"] for entry in entries]


def plain(entries: list[Entry]) -> list[tuple[object, ...]]:
    """Return what entries say, without their numbers, which shift when others come between."""
    return [
        tuple(v for k, v in vars(entry).items() if k not in ("id", "causes")) for entry in entries
    ]
