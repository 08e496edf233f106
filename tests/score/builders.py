"""A small case and its journal, written by hand: only what a test says happened."""

import json
from typing import Any

from simulator.journal.book import Journal
from simulator.journal.entries import (
    ClaimMade,
    DecisionTaken,
    EmptyWord,
    Ended,
    FactKnown,
    News,
    OpinionMeasured,
    Started,
    StatementIssued,
)
from simulator.scenario.shapes import Scenario
from simulator.score import Scorecard, score
from simulator.score.scorecard import CriterionScore

HOUR, DAY = 60.0, 1440.0
START = "2024-03-05 08:00"  # a Tuesday
BROKE = HOUR  # 09:00, so that 13 hours of day follow
END = 3 * DAY


def two(text: str) -> dict[str, str]:
    return {"fr": text, "en": text}


def a_scenario(**changes: Any) -> Scenario:
    """Return a case with five audiences; facts that weigh 2, 3, 4, 1 and one to withhold."""
    audiences = {
        "operators": "clients",
        "staff": "employees",
        "investors": "investors",
        "regulator": "authorities",
        "people": "public",
    }
    plain: dict[str, Any] = {
        "format": 1,
        "id": "small-case",
        "title": two("Small case"),
        "subtitle": two("…"),
        "brief": two("…"),
        "fictional": True,
        "timezone": "Europe/Paris",
        "start": START,
        "horizon": END,
        "organisation": {
            "name": "Firm",
            "about": two("…"),
            "spokespeople": [{"id": "ann", "name": two("Ann"), "role": "communication"}],
        },
        "story": {
            "breaks_with": "article",
            "worst_version": two("…"),
            "untrue_share": 0.5,
            "people_concerned": 10_000,
            "sensitive": 1,
            "known": 1,
        },
        "audiences": [
            {
                "id": who,
                "name": {"fr": f"{who}-fr", "en": f"{who}-en"},
                "kind": kind,
                "people": 1000,
            }
            for who, kind in audiences.items()
        ],
        "investigations": [{"id": "logs", "title": two("Logs"), "people": 3}],
        "facts": [
            a_fact("what", "nature", 2, known_at=0),
            a_fact("how-many", "scope", 3, investigation="logs", takes=10 * HOUR),
            a_fact("harm", "consequences", 4, investigation="logs", takes=20 * HOUR),
            a_fact("call-us", "contact", 1, known_at=0),
            {**a_fact("culprit", "cause", 2, known_at=0), "withhold": two("police")},
        ],
        "claims": [
            {"id": "denial", "text": two("…"), "truth": "false", "certainty": 1},
            {"id": "all-safe", "text": two("…"), "truth": "unproven", "certainty": 0.8},
        ],
        "injects": [
            {
                "id": "article",
                "medium": "article",
                "sender": two("Paper"),
                "title": two("…"),
                "text": two("…"),
                "at": BROKE,
            }
        ],
    }
    return Scenario.model_validate_json(json.dumps(plain | changes))


def a_fact(name: str, topic: str, weight: float, **when: Any) -> dict[str, Any]:
    return {"id": name, "topic": topic, "text": two("…"), "weight": weight, **when}


CASE = a_scenario()
QUIET = CASE.model_dump(mode="json", exclude_none=True)


class Play:
    """A journal being written; `score` judges it as it stands."""

    def __init__(self, scenario: Scenario = CASE, broke: float | None = BROKE) -> None:
        self.scenario, self.journal = scenario, Journal()
        self.record(Started, 0, version="0", seed=7, scenario=QUIET)
        for fact in ("what", "call-us"):
            self.record(FactKnown, 0, fact=fact)
        self.broke = self.news(broke) if broke is not None else None

    def record(self, kind: type[Any], at: float, *causes: Any, **said: Any) -> Any:
        return self.journal.record(kind, at, *causes, **said)

    def news(self, at: float, what: str = "break", size: float = 1.0) -> News:
        return self.record(News, at, what=what, size=size)

    def decide(
        self, do: str, at: float, origin: str | None = "plan", **more: object
    ) -> DecisionTaken:
        decision = {"id": do, "do": do, "at": at} | ({"origin": origin} if origin else {}) | more
        if do == "investigate":
            decision = {"investigation": "logs"} | decision
        return self.record(DecisionTaken, at, do=do, decision=decision)

    def say(self, at: float, *facts: str, **changes: Any) -> StatementIssued:
        """Issue a release; it answers something when it discloses facts."""
        plain: dict[str, Any] = {
            "statement": f"s{len(self.journal)}",
            "channels": ("press_release",),
            "conference": False,
            "document": False,
            "public": True,
            "inside": False,
            "holding": False,
            "speakers": (),
            "signed": True,
            "disclosed": facts,
            "repeated": (),
            "given_away": (),
            "claims": (),
            "elements": (),
            "responsibility": "neutral",
            "substance": 0.2 if facts else 0.0,
            "quality": 0.8,
            "found": (),
            "unworded": (),
            "lacking": (),
            "letters": {},
            "over_assurance": 0.0,
            "keeps_promise": False,
            "reach": {"people": 0.02, "operators": 0.35},
            "best": {"people": 0.02, "operators": 0.35},
            "told": {},
            "answered": {},
        }
        return self.record(StatementIssued, at, **(plain | changes))

    def say_nothing(self, at: float) -> StatementIssued:
        word = self.say(at)
        self.record(EmptyWord, at, word, heard=True)
        return word

    def say_all(self, at: float = BROKE, **changes: Any) -> StatementIssued:
        return self.say(at, "what", "how-many", "harm", "call-us", **changes)

    def note(self, at: float, facts: tuple[str, ...] = (), **told: float) -> StatementIssued:
        """Tell audiences directly, not the public."""
        changes: dict[str, Any] = {"channels": ("staff_note",), "public": False, "inside": True}
        changes |= {"answered": dict.fromkeys(told, facts)} if facts else {}
        return self.say(at, told=told, **changes)

    def claim(self, at: float, name: str, *, false: bool = False, beyond: float = 0.0) -> ClaimMade:
        return self.record(ClaimMade, at, claim=name, false=false, beyond=beyond)

    def measure(self, at: float, questions: float = 1.0, **changes: Any) -> OpinionMeasured:
        plain: dict[str, Any] = dict.fromkeys(
            ("spreaders", "stiflers", "informed", "new_believers", "misled"), (0,) * 5
        )
        plain |= {"trust": (0.5,) * 5, "vacuum": 0.0, "questions_open": questions, "heat": 0.0}
        plain |= {"attention": 0.0, "abnormal_return": 0.0}
        return self.record(OpinionMeasured, at, **(plain | changes))

    def end(self, at: float = END) -> "Play":
        self.record(Ended, at)
        return self

    def score(self, at: float = END) -> Scorecard:
        return score(self.end(at).journal, self.scenario)

    def points(self, criterion: str, at: float = END) -> float:
        return found(self.score(at), criterion).score


def found(card: Scorecard, criterion: str) -> CriterionScore:
    both = (*card.reactivity.criteria, *card.transparency.criteria)
    return next(each for each in both if each.id == criterion)


def ids(card: Scorecard) -> list[str]:
    return [each.id for each in (*card.reactivity.criteria, *card.transparency.criteria)]
