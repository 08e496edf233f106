"""Reports: made by a process of their own, kept in the data folder, opened by sealed links."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from simulator.files import write_whole
from simulator.room.drill import Drill
from simulator.room.hotwash import QUESTIONS
from simulator.room.room import Room
from simulator.room.team import LiveTeam
from simulator.scenario.decisions import DecisionSet
from simulator.scenario.write import written
from simulator.score.verdict import score
from simulator.text import Language, Text

ROOM = "room"  # in the place of a team: the report on all of them
OFFERED = ("report.html", "report.pdf", "journal.jsonl", "decisions.yaml", "scorecard.json")


class Papers:
    """Makes the papers of teams, and of the room, and knows how far they are."""

    def __init__(self, room: Room) -> None:
        """Write under the room's folder."""
        self.room = room
        self._work: dict[Path, asyncio.Task[bool]] = {}
        self._turn = asyncio.Semaphore(1)

    def close(self) -> None:
        """Give up what is being made."""
        for task in self._work.values():
            task.cancel()

    def folder(self, drill: Drill, team: LiveTeam | None, language: Language) -> Path:
        """Return where a team's files go, or the room's."""
        return self.room.folder / "papers" / _place(drill, team, language)

    def state(self, drill: Drill, team: LiveTeam | None, language: Language) -> dict[str, Any]:
        """Return how far the report is, and links to what is there; begin it if nobody has.

        Without a team it is the room's; that of a room of one team is its report.
        """
        if team is None and len(drill.teams) == 1:
            team = next(iter(drill.teams.values()))
        folder = self.folder(drill, team, language)
        task = self._work.get(folder)
        if task is None or (task.done() and self._old(folder, drill, team)):
            task = self._work[folder] = asyncio.create_task(
                self._make(folder, drill, team, language)
            )
        if not task.done():
            return {"state": "making", "files": []}
        made = not task.cancelled() and task.exception() is None and task.result()
        names = [name for name in OFFERED if (folder / name).exists()]
        files = [{"name": name, "url": self.link(drill, team, language, name)} for name in names]
        return {"state": "ready" if made else "failed", "files": files}

    def link(self, drill: Drill, team: LiveTeam | None, language: Language, name: str) -> str:
        """Return a link that opens one file and nothing else: a browser sends no token."""
        place = _place(drill, team, language)
        return f"/files/{place}/{self.room.keys.seal(place)}/{name}"

    def _old(self, folder: Path, drill: Drill, team: LiveTeam | None) -> bool:
        """Return whether something was decided or answered since the report was made."""
        return self._mark(folder) != self._marking(drill, team)

    def _mark(self, folder: Path) -> str:
        path = folder / "made-of"
        return path.read_text() if path.exists() else ""

    def _marking(self, drill: Drill, team: LiveTeam | None) -> str:
        teams = drill.teams.values() if team is None else (team,)
        return " ".join(f"{len(one.journal)} {len(self.answers(drill, one))}" for one in teams)

    def answers(self, drill: Drill, team: LiveTeam) -> dict[str, Any]:
        """Return what the team's players answered, by role."""
        place = f"{drill.id}/{team.id}/"
        return {
            seat.removeprefix(place): given
            for seat, given in self.room.answers.items()
            if seat.startswith(place)
        }

    async def _make(
        self, folder: Path, drill: Drill, team: LiveTeam | None, language: Language
    ) -> bool:
        async with self._turn:
            marking = self._marking(drill, team)
            words = await self._of_each(folder, drill, team)
            done = await _run("report", *words, "--out", str(folder), "--lang", language)
            write_whole(folder / "made-of", marking.encode())
            return done

    async def _of_each(self, folder: Path, drill: Drill, team: LiveTeam | None) -> list[str]:
        """Write what the report is made from; return how the command line is told."""
        if team is not None:
            self._write(folder, drill, team)
            return [str(folder / "journal.jsonl"), f"--team={team.name}"]
        words = []
        for one in drill.teams.values():
            self._write(folder / "teams" / one.id, drill, one)
            words += [str(folder / "teams" / one.id / "journal.jsonl"), f"--team={one.name}"]
            await asyncio.sleep(0)  # others get their turn
        return words

    def _write(self, folder: Path, drill: Drill, team: LiveTeam) -> None:
        """Write what the report is made from."""
        write_whole(folder / "journal.jsonl", team.journal.lines().encode())
        write_whole(folder / "decisions.yaml", plan(drill, team).encode())
        write_whole(folder / "scorecard.json", scorecard(drill, team).encode())
        write_whole(folder / "hotwash.json", _json(hot_wash(self.answers(drill, team))))


def _place(drill: Drill, team: LiveTeam | None, language: Language) -> str:
    return f"{drill.id}/{team.id if team else ROOM}/{language}"


def plan(drill: Drill, team: LiveTeam) -> str:
    """Return a team's decisions as a set that `cellule replay` plays."""
    title = Text(fr=f"{drill.row.title} · {team.name}", en=f"{drill.row.title} · {team.name}")
    about = Text(fr="Décisions prises en salle.", en="Decisions taken in the drill room.")
    decisions = DecisionSet(title=title, about=about, decisions=tuple(team.decisions))
    return written(drill.scenario.clock, decisions)


def scorecard(drill: Drill, team: LiveTeam) -> str:
    """Return a team's scorecard as `cellule replay` writes it."""
    card = score(team.journal, drill.scenario).as_json()
    return json.dumps(card, ensure_ascii=False, indent=2) + "\n"


def hot_wash(answers: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the questions with everybody's answers, as the report reads them."""
    return [
        {
            "question": question.text.model_dump(),
            "kind": question.kind,
            "answers": [
                {"role": role, "value": given[question.id]}
                for role, given in sorted(answers.items())
                if question.id in given
            ],
        }
        for question in QUESTIONS
    ]


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


async def _run(*words: str) -> bool:
    """Run a command of ours beside; return whether it went well."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", *words,
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        return await process.wait() == 0
    except asyncio.CancelledError:
        process.kill()
        raise
