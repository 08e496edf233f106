"""The room dies at any moment: nothing that was acknowledged is lost, nothing is done twice."""

import asyncio
import random
import shutil
import socket
import sqlite3
import threading
import time
import uuid
from collections import Counter

import httpx
import pytest

from simulator.engine import run
from simulator.room.room import Room
from simulator.room.seats import Seat
from simulator.room.store import Store
from simulator.room.team import read_back
from simulator.scenario import load
from tests.room.served import Served

GEMALTO = load("gemalto-2015")
KILLS, SEED, TEAMS, ROLES = 50, 7, ("team-1", "team-2"), ("head", "community", "lawyer")
TOLD = {"fr": "Nous vérifions.", "en": "We are checking."}
DECISIONS = (
    {"do": "activate_cell"},
    {"do": "write_log", "text": "Noted."},
    {"do": "monitor_media"},
    {"do": "publish", "channels": ["press_release"], "holding": True, "text": TOLD},
    {"do": "name_spokespeople", "spokespeople": ["communication-officer"]},
    {"do": "investigate", "investigation": "internal-inquiry", "people": 5},
    {"do": "write_log", "text": "Again."},
    {"do": "set_line", "facts": []},
)


class Player(threading.Thread):
    """Decides without end, each decision asked again with its key until it is acknowledged."""

    def __init__(self, address, token, luck):
        super().__init__(daemon=True)
        self.address, self.luck, self.over = address, luck, threading.Event()
        self.headers = {"authorization": f"Bearer {token}"}
        self.acknowledged = {}
        self.wrong = []

    def run(self):
        with httpx.Client(base_url=self.address, headers=self.headers, timeout=5) as http:
            while not self.over.is_set():
                self.decide(http, str(uuid.uuid4()), self.luck.choice(DECISIONS))
                time.sleep(self.luck.uniform(0, 0.08))

    def decide(self, http, key, decision):
        body = {"key": key, "decision": decision}
        while not self.over.is_set():
            try:
                answer = http.post("/api/decisions", json=body)
            except httpx.HTTPError:
                time.sleep(0.02)
                continue
            if answer.status_code == 200:
                self.acknowledged[key] = answer.json()["id"]
                return
            if answer.status_code not in (409, 429, 503):
                self.wrong.append((answer.status_code, answer.text))
            time.sleep(0.03)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


def kept(folder, exercise, team):
    """Return the keys and the decisions that the file holds, read beside the room."""
    base = sqlite3.connect(folder / "room.sqlite")
    rows = base.execute(
        "SELECT key, body FROM decision WHERE exercise = ? AND team = ? ORDER BY number",
        (exercise, team),
    ).fetchall()
    base.close()
    return [key for key, _ in rows], [read_back(body) for _, body in rows]


def journal(room, exercise, team):
    path = f"/api/exercises/{exercise}/teams/{team}/journal.jsonl"
    return room.facilitator.http.get(path).text


def holds(room, exercise, team):
    """Return whether a journal is what the decisions kept give, as far as it goes."""
    lines = journal(room, exercise, team)
    _, decisions = kept(room.folder, exercise, team)
    return len(lines) > 1000 and run(GEMALTO, decisions, SEED).lines().startswith(lines)


@pytest.mark.slow
def test_fifty_kills_lose_and_double_nothing(tmp_path):
    """Two teams, six players; after each death every journal is the replayed one, to the byte."""
    luck, folder, port = random.Random(11), tmp_path / "room", free_port()
    room = Served(folder, port)
    exercise = room.exercise(pace=10.0, seed=SEED)
    seats = [(team, role, room.seat(exercise, role, team)) for team in TEAMS for role in ROLES]
    players = {
        (team, role): Player(room.address, seat.http.headers["authorization"].split()[1],
                             random.Random(f"{team}{role}"))
        for team, role, seat in seats
    }  # fmt: skip
    for player in players.values():
        player.start()
    for _ in range(KILLS):
        room.clock(exercise, "start")
        time.sleep(luck.uniform(0.02, 0.5))
        room.close()
        room = Served(folder, port)
        assert all(holds(room, exercise, team) for team in TEAMS)
    for player in players.values():
        player.over.set()
        player.join(10)
    room.clock(exercise, "end")
    for team in TEAMS:
        keys, decisions = kept(folder, exercise, team)
        said = {
            k: v for (t, _), p in players.items() if t == team for k, v in p.acknowledged.items()
        }
        assert max(Counter(keys).values()) == 1
        assert said.items() <= dict(zip(keys, [d.id for d in decisions], strict=True)).items()
        assert len(said) > 50
        assert run(GEMALTO, decisions, SEED).lines() == journal(room, exercise, team)
    room.close()
    assert not [wrong for player in players.values() for wrong in player.wrong]


def played(folder, many):
    """Take many decisions in a room of this process; return its exercise."""

    async def story():
        room = Room(folder)
        drill = await room.create(GEMALTO, SEED, "en", "T", ["A"], 1.0, {})
        await drill.start()
        team, seat = drill.team("team-1"), Seat(drill.id, "team-1", "head")
        for number in range(many):
            given = {"do": "write_log", "text": f"line {number} " + "x" * 300}
            await drill.decide(team, seat, f"key-{number:05}", given)
        for name in ("room.sqlite", "room.sqlite-wal"):
            shutil.copy(folder / name, folder / f"{name}.then")
        room.store.close()
        return drill.id

    return asyncio.run(story())


@pytest.mark.slow
def test_a_torn_write_loses_only_what_was_not_whole(tmp_path):
    """The power fails in the middle of a write: what is there is a beginning, and it opens."""
    many, luck = 60, random.Random(5)
    folder = tmp_path / "room"
    folder.mkdir()
    exercise = played(folder, many)
    log = (folder / "room.sqlite-wal.then").read_bytes()
    lengths = set()
    for number in range(40):
        torn = tmp_path / f"torn-{number}"
        torn.mkdir()
        shutil.copy(folder / "room.sqlite.then", torn / "room.sqlite")
        cut = luck.randrange(len(log) // 3, len(log) + 1)
        noise = luck.randbytes(luck.choice([0, 0, 100, 5000]))
        (torn / "room.sqlite-wal").write_bytes(log[:cut] + noise)
        store = Store(torn / "room.sqlite")
        rows = store.decisions(exercise, "team-1")
        store.close()
        assert [row.number for row in rows] == list(range(1, len(rows) + 1))
        assert [row.key for row in rows[1:]] == [f"key-{n:05}" for n in range(len(rows) - 1)]
        lengths.add(len(rows))
    assert len(lengths) > 5
    assert max(lengths) <= many + 1
