"""The teams of an exercise side by side, under the same luck."""

import time
from typing import Any

from simulator.journal.entries import (
    CallLost,
    CallRang,
    ClockMissed,
    OpinionMeasured,
    PromiseKept,
    PromiseMissed,
    StatementIssued,
)
from simulator.room.drill import Drill
from simulator.room.faces import Faces
from simulator.room.papers import hot_wash
from simulator.room.room import Room
from simulator.room.team import LiveTeam
from simulator.score.case import Case
from simulator.score.criteria import criteria
from simulator.score.scorecard import Scorecard
from simulator.text import Language

# On a curve as many points as an eye tells apart; of a thousand teams fewer, or the answer is vast.
_MOST_POINTS, _LEAST_POINTS, _ALL_POINTS = 160, 16, 4000


async def comparison(faces: Faces, room: Room, drill: Drill, language: Language) -> dict[str, Any]:
    """Return every team's numbers, curves and answers, leaving turns to others."""
    cards, teams, began = {}, [], time.monotonic()
    for team in drill.teams.values():
        cards[team.id] = faces.making.card(drill, team)
        teams.append(_team(drill, team, faces.making.line(drill, team, language).row))
        began = await room.haste.pause(began)
    return {
        "title": drill.row.title,
        "state": drill.state,
        "teams": teams,
        "audiences": [{"id": a.id, "name": a.name.say(language)} for a in drill.scenario.audiences],
        "criteria": _criteria(cards, language),
        "hotwash": _answers(room, drill, language),
        "horizon": drill.scenario.horizon,
        "end": drill.minute,
        "breaks": drill.scenario.breaks,
        "epoch": int(drill.scenario.clock.start.timestamp() * 1000),
        "timezone": drill.scenario.timezone,
    }


def _team(drill: Drill, team: LiveTeam, row: dict[str, Any]) -> dict[str, Any]:
    """Return what is compared of a team; `row` is its line in the table, for the marks."""
    journal = team.journal
    words = [word.at for word in journal.of(StatementIssued) if word.public]
    case = Case(journal, drill.scenario)
    curves = _curves(drill, team)
    return {
        "id": team.id, "name": team.name,
        "reactivity": row["reactivity"], "transparency": row["transparency"],
        "grade": row["grade"],
        "first_word": round(case.first.at - case.broke, 2) if case.first else None,
        "calls": len(journal.of(CallRang)), "lost": len(journal.of(CallLost)),
        "promises_kept": len(journal.of(PromiseKept)),
        "promises_missed": len(journal.of(PromiseMissed)),
        "clocks_missed": len(journal.of(ClockMissed)),
        "beliefs": {name: curve[-1][1] if curve else 0.0 for name, curve in curves.items()},
        "curves": curves, "statements": words,
    }  # fmt: skip


def _curves(drill: Drill, team: LiveTeam) -> dict[str, list[list[float]]]:
    """Return each audience's belief over time: pairs of minute and share, 0 to 1."""
    measures = team.journal.of(OpinionMeasured)
    points = max(_LEAST_POINTS, min(_MOST_POINTS, _ALL_POINTS // len(drill.teams)))
    every = max(1, len(measures) // points)
    shown = [*measures[:-1:every], *measures[-1:]]
    return {
        audience.id: [
            [m.at, round((m.spreaders[place] + m.stiflers[place]) / audience.headcount, 4)]
            for m in shown
        ]
        for place, audience in enumerate(drill.scenario.audiences)
    }


def _criteria(cards: dict[str, Scorecard], language: Language) -> list[dict[str, Any]]:
    rows = []
    for axis in ("reactivity", "transparency"):
        for rule in getattr(criteria(), axis):
            scores = {
                team: mark.score
                for team, card in cards.items()
                for mark in getattr(card, axis).criteria
                if mark.id == rule.id
            }
            if scores:
                name = rule.name.say(language)
                rows.append({"id": rule.id, "name": name, "axis": axis, "scores": scores})
    return rows


def _answers(room: Room, drill: Drill, language: Language) -> list[dict[str, Any]]:
    """Return the hot wash's questions with every team's answers."""
    place = f"{drill.id}/"
    given = {
        seat.removeprefix(place): answers
        for seat, answers in room.answers.items()
        if seat.startswith(place)
    }
    return [
        {
            "question": item["question"][language],
            "kind": item["kind"],
            "answers": [
                {"team": drill.teams[team].name, "role": role, "value": answer["value"]}
                for answer in item["answers"]
                for team, _, role in [answer["role"].partition("/")]
                if team in drill.teams
            ],
        }
        for item in hot_wash(given)
    ]
