"""What each seat is shown: the sections of its page, as JSON."""

import asyncio
import json
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, NamedTuple

from simulator.room import views
from simulator.room.drill import Drill
from simulator.room.hotwash import questions
from simulator.room.hub import Listener
from simulator.room.room import Room
from simulator.room.team import LiveTeam
from simulator.room.turns import Turns
from simulator.room.views.sight import Sight
from simulator.score.scorecard import Scorecard
from simulator.score.verdict import score
from simulator.text import Language

_STALE = 3.0  # seconds before the score of an exercise under way is judged again
_SLICE = 0.005  # seconds of work before others get their turn
_MOST_MADE = 6000  # so much is kept for who looks next: desk, wall, line of each team
Sections = dict[str, bytes]


class _Made(NamedTuple):
    """Sections as they were when the journal had so many entries, in this minute."""

    entries: int
    minute: int
    sections: Any


class _Line(NamedTuple):
    """A team's line in the table, and what is to be watched in it."""

    row: dict[str, Any]
    watch: list[dict[str, Any]]


class _Judged(NamedTuple):
    entries: int
    at: float
    card: Scorecard


class Faces:
    """Makes sections, each once for everybody who looks at the same."""

    def __init__(self, room: Room) -> None:
        """Show what lives in `room`."""
        self.room = room
        self._made: OrderedDict[tuple[str, ...], _Made] = OrderedDict()
        self.turns = Turns()
        self._judged: dict[tuple[str, str], _Judged] = {}

    def made(self, listener: Listener) -> bool:
        """Return whether a listener's page is at hand, made for another one."""
        drill, team = listener.drill, listener.drill.team(listener.team)
        face = "wall" if listener.seat.role == "wall" else "desk"
        known = self._made.get((face, drill.id, team.id, listener.language))
        return known is not None and known[:2] == (len(team.journal), int(drill.minute))

    async def ready(self, listener: Listener) -> float:
        """Make what concerns every team, for who watches all; return the seconds it took."""
        begun = began = time.monotonic()
        if not listener.seat.watches_all:
            return 0.0
        for team in listener.drill.teams.values():
            self._line(listener.drill, team, listener.language)
            if time.monotonic() - began > _SLICE:
                await asyncio.sleep(_SLICE)
                await self.room.haste.over()
                began = time.monotonic()
        return time.monotonic() - begun

    def of(self, listener: Listener) -> Sections:
        """Return every section of a listener's page."""
        seat, drill = listener.seat, listener.drill
        common = _packed(self._common(listener))
        if seat.watches_all:
            return common | self._console(drill, listener.team, listener.language)
        team = drill.team(listener.team)
        if seat.role == "wall":
            return common | self._face("wall", views.wall, drill, team, listener.language)
        desk = self._face("desk", views.desk, drill, team, listener.language)
        return common | desk | _packed(self._own(listener, team))

    def _common(self, listener: Listener) -> dict[str, Any]:
        drill, seat, language = listener.drill, listener.seat, listener.language
        team = drill.teams.get(listener.team)
        return {
            "clock": clock(drill, language),
            "who": {
                "title": drill.row.title,
                "organisation": drill.scenario.organisation.name,
                "team": team.name if team else None,
                "team_id": team.id if team else None,
                "role": seat.role,
                "exercise": drill.id,
                "seed": drill.row.seed,
                "coaching": bool(drill.settings.get("coaching")),
            },
        }

    def _own(self, listener: Listener, team: LiveTeam) -> dict[str, Any]:
        """Return what one seat alone is shown: its draft, and the hot wash once all is over."""
        name = listener.seat.name
        own: dict[str, Any] = {"draft": self.room.drafts.get(name)}
        if team.ended:
            own["hotwash"] = {
                "questions": questions(listener.language),
                "answered": name in self.room.answers,
            }
        return own

    def _console(self, drill: Drill, chosen: str, language: Language) -> Sections:
        team = drill.teams.get(chosen) or next(iter(drill.teams.values()))
        truth = self._face("truth", self._truth_of(drill, team), drill, team, language)
        desk = self._face("desk", views.desk, drill, team, language)
        own = ("calls", "inbox", "feed", "known", "due", "log")
        inner = b",".join(b'"%s":%s' % (name.encode(), desk[name]) for name in own)
        whole = {**truth, "desk": b"{%s}" % inner, "staff": desk["staff"]}
        return whole | _packed(self._overview(drill, language))

    def _overview(self, drill: Drill, language: Language) -> dict[str, Any]:
        """Return what concerns every team: table, script, what to watch, where to restart."""
        journals = {team.id: team.journal for team in drill.teams.values()}
        scenario, now = drill.scenario, drill.minute
        return {
            "teams": [self._row(drill, team, language) for team in drill.teams.values()],
            "script": views.script(scenario, journals, now, language),
            "next": views.next_line(scenario, journals, now),
            "watch": [
                item
                for team in drill.teams.values()
                for item in self._kept_line(drill, team, language).watch
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
        given = {
            team: [
                answers
                for name, answers in self.room.answers.items()
                if name.startswith(f"{drill.id}/{team}/")
            ]
            for team in drill.teams
        }
        return {
            "questions": [
                {
                    **question,
                    "answers": [
                        {
                            "team": team,
                            "values": [a[question["id"]] for a in some if question["id"] in a],
                        }
                        for team, some in given.items()
                    ],
                }
                for question in questions(language)
            ],
            "answered": sum(map(len, given.values())),
            "seats": sum(max(team.present, len(given[team.id])) for team in drill.teams.values()),
        }

    def _row(self, drill: Drill, team: LiveTeam, language: Language) -> dict[str, Any]:
        away = None if team.present or team.left_at is None else drill.minute - team.left_at
        row = self._kept_line(drill, team, language).row
        return {**row, "seats": team.present, "away": away}

    def _line(self, drill: Drill, team: LiveTeam, language: Language) -> _Line:
        """Return what the tables hold of one team."""

        def make() -> _Line:
            sight = _sight(drill, team, language)
            row = views.row(sight, team.id, team.name, self.card(drill, team))
            return _Line(row, views.watch(sight, team.name, team.id))

        line: _Line = self._cached(("line", drill.id, team.id, language), drill, team, make)
        return line

    def _kept_line(self, drill: Drill, team: LiveTeam, language: Language) -> _Line:
        """Return the same as it was last made: a thousand anew would keep everybody waiting."""
        known = self._made.get(("line", drill.id, team.id, language))
        return known.sections if known else self._line(drill, team, language)

    def _truth_of(self, drill: Drill, team: LiveTeam) -> Callable[[Sight], dict[str, Any]]:
        return lambda sight: views.truth(sight, self.card(drill, team), team.name)

    def card(self, drill: Drill, team: LiveTeam) -> Scorecard:
        """Return a team's scorecard so far, at most a few seconds old while time passes."""
        key, now = (drill.id, team.id), time.monotonic()
        known, entries = self._judged.get(key), len(team.journal)
        # While time stands what changes was decided by hand, and must show.
        rest = _STALE if drill.state == "running" else 0.0
        if known is None or (known.entries != entries and now - known.at >= rest):
            known = _Judged(entries, now, score(team.journal, drill.scenario))
            self._judged[key] = known
        return known.card

    def _face(
        self, name: str, view: Callable[[Sight], dict[str, Any]], drill: Drill, team: LiveTeam,
        language: Language,
    ) -> Sections:  # fmt: skip
        made: Sections = self._cached(
            (name, drill.id, team.id, language), drill, team,
            lambda: _packed(view(_sight(drill, team, language))),
        )  # fmt: skip
        return made

    def _cached(
        self, key: tuple[str, ...], drill: Drill, team: LiveTeam, make: Callable[[], Any]
    ) -> Any:
        known, entries, minute = self._made.get(key), len(team.journal), int(drill.minute)
        if known is None or known.entries != entries or known.minute != minute:
            known = self._made[key] = _Made(entries, minute, make())
        self._made.move_to_end(key)
        if len(self._made) > _MOST_MADE:
            self._made.popitem(last=False)
        return known.sections


def clock(drill: Drill, language: Language) -> dict[str, Any]:
    """Return where the clock stands; the page counts on by itself."""
    return {
        "epoch": int(drill.scenario.clock.start.timestamp() * 1000),
        "timezone": drill.scenario.timezone,
        "now": round(drill.minute, 4),
        "running": drill.state == "running",
        "pace": drill.pace.rate,
        "horizon": drill.scenario.horizon,
        "state": drill.state,
        "why": drill.why.say(language) if drill.why else None,
        "language": drill.row.language,
        "sound": bool(drill.settings.get("sound")),
    }


def _sight(drill: Drill, team: LiveTeam, language: Language) -> Sight:
    # A decision is timed to the nearest second: it may stand just ahead of the clock, and is seen.
    journal = team.journal
    return Sight(drill.scenario, journal, max(drill.minute, journal[len(journal)].at), language)


def _packed(sections: dict[str, Any]) -> Sections:
    """Return every section as one line of JSON."""
    return {
        name: json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
        for name, data in sections.items()
    }
