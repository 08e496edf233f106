"""The room under load: a thousand teams in one process, and their players in another."""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import httpx

from bench.cost import Cost
from simulator.engine import run
from simulator.room.seats import FACILITATOR, PLAYERS, Keys, Seat
from simulator.room.team import read_back
from simulator.scenario import load

TEAMS = int(os.environ.get("ROOM_TEAMS", "1000"))
LISTENED = int(os.environ.get("ROOM_LISTENED", "200"))  # teams whose five players listen
SECONDS = float(os.environ.get("ROOM_SECONDS", "120"))
EVERY = 60.0  # seconds between two decisions of a team
PACE = 1.0  # minutes of the exercise a second
FROM = 240.0  # minute: the story is out, phones ring
SEED, REPLAYED = 7, 20
GOAL = 500.0  # milliseconds


def cost_of_room() -> list[Cost]:
    """Return how long players wait, what a team weighs, and who uses the processors."""
    with tempfile.TemporaryDirectory() as folder:
        return _measured(Path(folder) / "room")


def _measured(folder: Path) -> list[Cost]:
    room = subprocess.Popen(
        [sys.executable, "-u", "-m", "simulator", "room", "--port", "0", "--data", str(folder),
         "--lang", "en"],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert room.stdout is not None
        address = next(line for line in room.stdout if "http" in line).strip().partition("/?")[0]
        keys = Keys.of(folder)
        headers = {"authorization": f"Bearer {keys.token(FACILITATOR)}"}
        with httpx.Client(base_url=address, headers=headers, timeout=600) as desk:
            return _drilled(folder, room.pid, keys, desk, int(address.rpartition(":")[2]))
    finally:
        room.kill()
        room.wait()


def _drilled(folder: Path, process: int, keys: Keys, desk: httpx.Client, port: int) -> list[Cost]:
    empty, began = _resident(process), time.monotonic()
    names = [f"Team {number}" for number in range(1, TEAMS + 1)]
    exercise = _post(desk, "/api/exercises", scenario="gemalto-2015", seed=SEED, teams=names,
                     pace=PACE)["id"]  # fmt: skip
    made = time.monotonic() - began
    _post(desk, f"/api/exercises/{exercise}/clock", action="jump", to=FROM)
    prepared = time.monotonic() - began
    _post(desk, f"/api/exercises/{exercise}/clock", action="start")
    found, room_share, load_share = _loaded(process, port, keys, exercise)
    weight = (_resident(process) - empty) / TEAMS
    _post(desk, f"/api/exercises/{exercise}/clock", action="end")
    problems = _problems(folder, desk, exercise, found)
    return [
        Cost(f"room: an exercise of {TEAMS} teams is made", made, "s"),
        Cost(f"room: and played to minute {FROM:g}", prepared, "s"),
        *_waits("from a decision to its acknowledgement", found["acknowledged"]),
        *_waits("from a decision to the last listener", found["received"]),
        Cost("room: memory a team", weight * 1024, "KiB"),
        Cost("room: share of a processor", 100 * room_share, "%"),
        Cost("room: share of a processor, the players", 100 * load_share, "%"),
        Cost("room: decisions lost, doubled or unheard", float(problems), "", None, 0,
             note=f"of {len(found['acknowledged'])}; {REPLAYED} journals replayed"),
    ]  # fmt: skip


def _post(desk: httpx.Client, path: str, **body: Any) -> Any:
    answer = desk.post(path, json={"key": os.urandom(8).hex(), **body})
    answer.raise_for_status()
    return answer.json()


def _loaded(
    process: int, port: int, keys: Keys, exercise: str
) -> tuple[dict[str, Any], float, float]:
    """Return what the players measured, and the share of a processor of room and players."""
    players = subprocess.Popen(
        [sys.executable, "-m", "bench.room_load"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert players.stdin is not None
    assert players.stdout is not None
    given = {"port": port, "seconds": SECONDS, "every": EVERY, "calm": 10,
             "teams": [_seats(keys, exercise, n) for n in range(1, TEAMS + 1)]}  # fmt: skip
    players.stdin.write(json.dumps(given) + "\n")
    players.stdin.flush()
    used = []
    for word in ("ready", "done"):
        line = players.stdout.readline().strip()
        if line != word:
            raise RuntimeError(f"the players said {line!r}")
        used.append((time.monotonic(), _processor(process), _processor(players.pid)))
    found = json.loads(players.stdout.readline())
    players.wait()
    (began, room, load_), (ended, room_after, load_after) = used
    span = ended - began
    return found, (room_after - room) / span, (load_after - load_) / span


def _seats(keys: Keys, exercise: str, number: int) -> dict[str, Any]:
    name = f"team-{number}"
    listen = PLAYERS if number <= LISTENED else ()
    return {
        "head": keys.token(Seat(exercise, name, "head")),
        "listen": [keys.token(Seat(exercise, name, role)) for role in listen],
    }


def _waits(what: str, seconds: list[float]) -> list[Cost]:
    """Return the wait of the middle one, of 95 and 99 in a hundred, and the longest."""
    found = sorted(1000 * wait for wait in seconds)
    goals = {"p50": None, "p95": None, "p99": GOAL, "max": None}
    shares = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "max": 1.0}
    return [
        Cost(f"room: {what}, {name}", found[min(int(share * len(found)), len(found) - 1)], "ms",
             None, goals[name])
        for name, share in shares.items()
    ]  # fmt: skip


def _problems(folder: Path, desk: httpx.Client, exercise: str, found: dict[str, Any]) -> int:
    """Return how many decisions were lost or doubled, unheard, or are not what the journal says."""
    base = sqlite3.connect(folder / "room.sqlite")
    rows = base.execute("SELECT team, key, body FROM decision ORDER BY team, number").fetchall()
    base.close()
    kept = Counter((team, key) for team, key, _ in rows)
    lost = sum(kept[team, key] != 1 for team, some in found["keys"].items() for key in some)
    wrong, scenario = 0, load("gemalto-2015")
    for number in range(1, TEAMS + 1, max(1, TEAMS // REPLAYED)):
        team = f"team-{number}"
        journal = desk.get(f"/api/exercises/{exercise}/teams/{team}/journal.jsonl").text
        decisions = [read_back(body) for name, _, body in rows if name == team]
        wrong += run(scenario, decisions, SEED).lines() != journal
    return int(lost + wrong + found["missed"])


def _resident(process: int) -> float:
    """Return the MiB that a process holds."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _processor(process: int) -> float:
    """Return the processor seconds that a process used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
