"""What concerns every team of an exercise: table, script, what to watch, hot wash."""

from typing import Any

from simulator.room import views
from simulator.room.drill import Drill
from simulator.room.hotwash import questions
from simulator.room.making import Making
from simulator.room.room import Room
from simulator.room.team import LiveTeam
from simulator.text import Language


class Overview:
    """Shows an exercise to who watches all its teams."""

    def __init__(self, room: Room, making: Making) -> None:
        """Show what lives in `room`, lines and scores as `making` has them."""
        self.room, self.making = room, making

    def of(self, drill: Drill, language: Language) -> dict[str, Any]:
        """Return the sections of the console that are the same whichever team it looks at."""
        journals = {team.id: team.journal for team in drill.teams.values()}
        scenario, now = drill.scenario, drill.minute
        return {
            "teams": [self._row(drill, team, language) for team in drill.teams.values()],
            "script": views.script(scenario, journals, now, language),
            "next": views.next_line(scenario, journals, now),
            "watch": [
                item
                for team in drill.teams.values()
                for item in self.making.kept_line(drill, team, language).watch
            ],
            "points": views.points(
                journals, scenario, language, {team.id: team.name for team in drill.teams.values()}
            ),
            "objectives": [{"id": o.id, "text": o.text.say(language)} for o in scenario.objectives],
            "outlets": [{"id": o.id, "name": o.name} for o in scenario.outlets],
            "settings": drill.settings,
            "hotwash": self._answers(drill, language),
        }

    def _answers(self, drill: Drill, language: Language) -> dict[str, Any]:
        """Return the hot wash's questions with every team's answers."""
        given, teams = self._given(drill), drill.teams.values()
        asked = questions(language)
        return {
            "questions": [
                {**question, "answers": _to(question["id"], given)} for question in asked
            ],
            "answered": sum(map(len, given.values())),
            "seats": sum(max(team.present, len(given[team.id])) for team in teams),
        }

    def _given(self, drill: Drill) -> dict[str, list[dict[str, Any]]]:
        """Return what each seat of each team answered."""
        return {
            team: [
                answers
                for name, answers in self.room.answers.items()
                if name.startswith(f"{drill.id}/{team}/")
            ]
            for team in drill.teams
        }

    def _row(self, drill: Drill, team: LiveTeam, language: Language) -> dict[str, Any]:
        away = None if team.present or team.left_at is None else drill.minute - team.left_at
        row = self.making.kept_line(drill, team, language).row
        return {**row, "seats": team.present, "away": away}


def _to(question: str, given: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return each team's answers to one question."""
    return [
        {"team": team, "values": [answers[question] for answers in some if question in answers]}
        for team, some in given.items()
    ]
