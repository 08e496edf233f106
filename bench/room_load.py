"""Players of a thousand teams in a process of their own: JSON in and out. `-m bench.room_load`."""

import asyncio
import json
import random
import re
import resource
import sys
import time
from typing import Any

_MARK = re.compile(rb"~(\d+)~")
_RINGING = re.compile(rb'"call":"([^"]+)"[^{}]*?"state":"ringing"')
_TAIL = 64  # bytes kept, lest a mark falls between two pieces


class Listeners:
    """Streams of one team: which mark each has seen, and when the last of them saw it."""

    def __init__(self, many: int) -> None:
        """Wait for so many streams."""
        self.many, self.seen = many, dict[int, list[float]]()
        self.ringing: str | None = None

    async def listen(self, port: int, token: str) -> None:
        """Read one stream for good."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**20)
        writer.write(_head("GET", "/api/stream?lang=en", port, token) + b"\r\n")
        newest, tail = 0, b""
        while piece := await reader.read(2**18):
            now, data = time.monotonic(), tail + piece
            for found in map(int, _MARK.findall(data)):
                if found > newest:
                    self.seen.setdefault(found, []).append(now)
            newest = max([newest, *map(int, _MARK.findall(data))])
            if call := _RINGING.findall(data):
                self.ringing = call[-1].decode()
            tail = data[-_TAIL:]


class Team:
    """One team's head, who decides once a minute."""

    def __init__(self, port: int, token: str, place: int, listeners: Listeners | None) -> None:
        """Play by this token."""
        self.port, self.token, self.place, self.listeners = port, token, place, listeners
        self.luck = random.Random(place)
        self.asked: dict[str, float] = {}
        self.taken: list[str] = []
        self.marks: dict[int, float] = {}

    async def play(self, until: float, every: float) -> list[float]:
        """Decide until then; return how long each acknowledgement took."""
        waits, number = [], 0
        await asyncio.sleep(self.luck.uniform(0, every))
        while time.monotonic() < until:
            began, number = time.monotonic(), number + 1
            await self._decide(number, began)
            waits.append(time.monotonic() - began)
            await asyncio.sleep(max(0.0, every - waits[-1]))
        return waits

    async def _decide(self, number: int, began: float) -> None:
        """Decide over a connection of its own: after a minute a browser's is closed too."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        mark, key = self.place * 1000 + number, f"load-{self.place}-{number}"
        decision = self._decision(mark)
        if "~" in str(decision):
            self.marks[mark] = began
        body = json.dumps({"key": key, "decision": decision}).encode()
        head = _head("POST", "/api/decisions", self.port, self.token)
        writer.write(head + b"Content-Length: %d\r\n\r\n" % len(body) + body)
        answer = await reader.readuntil(b"\r\n\r\n")
        length = int(re.search(rb"content-length: (\d+)", answer)[1])  # type: ignore[index]
        said = await reader.readexactly(length)
        writer.close()
        if not answer.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(f"{decision}: {answer!r} {said!r}")
        self.taken.append(key)

    def _decision(self, mark: int) -> dict[str, Any]:
        """Return something to decide: a line, a word to the public, the phone."""
        draw, text = self.luck.random(), f"~{mark}~ We are checking. " + "More words. " * 20
        call = self.listeners.ringing if self.listeners else None
        if draw < 0.25 and call:
            return {"do": "answer_call", "call": call, "by": "communication-officer"}
        if draw < 0.35:
            return {"do": "monitor_media"}
        if draw < 0.6:
            both = {"fr": text, "en": text}
            return {"do": "publish", "channels": ["press_release"], "holding": True, "text": both}
        return {"do": "write_log", "text": text}


def _head(method: str, path: str, port: int, token: str) -> bytes:
    head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {token}"
    return head.encode() + b"\r\n"


async def load(given: dict[str, Any]) -> dict[str, Any]:
    """Play; return how long acknowledgements and receipts took, and what was acknowledged."""
    port, teams, tasks = given["port"], [], []
    for place, seats in enumerate(given["teams"], start=1):
        listeners = Listeners(len(seats["listen"])) if seats["listen"] else None
        teams.append(Team(port, seats["head"], place, listeners))
        for token in seats["listen"]:
            assert listeners is not None
            tasks.append(asyncio.create_task(listeners.listen(port, token)))
            await asyncio.sleep(0.01)
    await asyncio.sleep(given["calm"])
    print("ready", flush=True)
    until = time.monotonic() + given["seconds"]
    waits = await asyncio.gather(*(team.play(until, given["every"]) for team in teams))
    await asyncio.sleep(6)
    print("done", flush=True)
    receipts, missed = _receipts(teams)
    for task in tasks:
        task.cancel()
    used = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "acknowledged": [wait for some in waits for wait in some],
        "received": receipts, "missed": missed, "cpu": used.ru_utime + used.ru_stime,
        "keys": {f"team-{team.place}": team.taken for team in teams},
    }  # fmt: skip


def _receipts(teams: list[Team]) -> tuple[list[float], int]:
    """Return how long each mark took to its team's last listener, and how many did not arrive."""
    found, missed = [], 0
    for team in teams:
        for mark, began in team.marks.items() if team.listeners else ():
            assert team.listeners is not None
            heard = team.listeners.seen.get(mark, [])
            if len(heard) < team.listeners.many:
                missed += 1
            else:
                found.append(max(heard) - began)
    return found, missed


def main() -> None:
    """Read what to play, play it, write what was measured."""
    given = json.loads(sys.stdin.readline())
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 20_000), most))
    print(json.dumps(asyncio.run(load(given))), flush=True)


if __name__ == "__main__":
    main()
