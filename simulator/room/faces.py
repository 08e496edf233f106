"""What each seat is shown: the sections of its page, as JSON."""

import time
from typing import Any

from simulator.room import views
from simulator.room.drill import Drill
from simulator.room.hotwash import questions
from simulator.room.hub import Listener
from simulator.room.making import Making, Sections, packed
from simulator.room.overview import Overview
from simulator.room.room import Room
from simulator.room.team import LiveTeam
from simulator.room.turns import Turns
from simulator.text import Language


class Faces:
    """Makes sections, each once for everybody who looks at the same."""

    def __init__(self, room: Room) -> None:
        """Show what lives in `room`."""
        self.room, self.making, self.turns = room, Making(), Turns()
        self.overview = Overview(room, self.making)

    def made(self, listener: Listener) -> bool:
        """Return whether a listener's page is at hand, made for another one."""
        drill, team = listener.drill, listener.drill.team(listener.team)
        face = "wall" if listener.seat.role == "wall" else "desk"
        return self.making.knows(face, drill, team, listener.language)

    async def ready(self, listener: Listener) -> float:
        """Make what concerns every team, for who watches all; return the seconds it took."""
        begun = began = time.monotonic()
        if not listener.seat.watches_all:
            return 0.0
        for team in listener.drill.teams.values():
            self.making.line(listener.drill, team, listener.language)
            began = await self.room.haste.pause(began)
        return time.monotonic() - begun

    def of(self, listener: Listener) -> Sections:
        """Return every section of a listener's page."""
        seat, drill = listener.seat, listener.drill
        common = packed(self._common(listener))
        if seat.watches_all:
            return common | self._console(drill, listener.team, listener.language)
        team = drill.team(listener.team)
        if seat.role == "wall":
            return common | self.making.face("wall", views.wall, drill, team, listener.language)
        desk = self.making.face("desk", views.desk, drill, team, listener.language)
        return common | desk | packed(self._own(listener, team))

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
        truth = self.making.truth(drill, team, language)
        desk = self.making.face("desk", views.desk, drill, team, language)
        own = ("calls", "inbox", "feed", "known", "due", "log")
        inner = b",".join(b'"%s":%s' % (name.encode(), desk[name]) for name in own)
        whole = {**truth, "desk": b"{%s}" % inner, "staff": desk["staff"]}
        return whole | packed(self.overview.of(drill, language))


def clock(drill: Drill, language: Language) -> dict[str, Any]:
    """Return where the clock stands; the page counts on by itself."""
    return {
        "epoch": int(drill.scenario.clock.start.timestamp() * 1000),
        "timezone": drill.scenario.timezone,
        "now": round(drill.minute, 4),
        "running": drill.state == "running",
        "takes": drill.takes,
        "pace": drill.pace.rate,
        "horizon": drill.scenario.horizon,
        "state": drill.state,
        "why": drill.why.say(language) if drill.why else None,
        "language": drill.row.language,
        "sound": bool(drill.settings.get("sound")),
    }
