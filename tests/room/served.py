"""A room of its own process, and clients of it, as browsers would be."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx


class Client:
    """One seat at the room, by its link."""

    def __init__(self, address: str, token: str) -> None:
        self.address = address
        headers = {"authorization": f"Bearer {token}", "origin": address}
        self.streams: list[Stream] = []
        self.http = httpx.Client(base_url=address, headers=headers, timeout=20)

    def get(self, path: str, **query: Any) -> Any:
        return self._read(self.http.get(path, params=query))

    def post(self, path: str, **body: Any) -> Any:
        return self._read(self.http.post(path, json={"key": str(uuid.uuid4()), **body}))

    def decide(self, do: str, **more: Any) -> Any:
        return self.post("/api/decisions", decision={"do": do, **more})

    def close(self) -> None:
        """Let go of the connections; the room has ended, so that its streams do too."""
        for stream in self.streams:
            stream.join()
        self.http.close()

    @staticmethod
    def _read(answer: httpx.Response) -> Any:
        assert answer.status_code == 200, (answer.status_code, answer.text)
        return answer.json()


class Stream:
    """The stream of a seat, read in a thread; `sections` holds the last of each."""

    def __init__(self, client: Client, **query: Any) -> None:
        self.sections: dict[str, Any] = {}
        self.ended = threading.Event()
        self._client, self._query = client, query
        self._thread = threading.Thread(target=self._read, daemon=True)
        client.streams.append(self)
        self._thread.start()

    def join(self) -> None:
        """Wait for its end: a connection is closed by who reads it."""
        self._thread.join(timeout=10)
        assert not self._thread.is_alive()

    def _read(self) -> None:
        name = ""
        try:
            with self._client.http.stream("GET", "/api/stream", params=self._query) as answer:
                for line in answer.iter_lines():
                    if line.startswith("event: "):
                        name = line.removeprefix("event: ")
                    elif line.startswith("data: "):
                        self.sections[name] = json.loads(line.removeprefix("data: "))
        except (httpx.HTTPError, httpx.StreamError, RuntimeError):
            pass  # the room stopped, or the client was closed
        self.ended.set()

    def wait(self, test: Any, seconds: float = 10) -> dict[str, Any]:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if test(self.sections):
                    return self.sections
            except (KeyError, IndexError, TypeError):
                pass
            time.sleep(0.02)
        raise AssertionError(f"not within {seconds} s: {sorted(self.sections)}")


class Served:
    """A room's process."""

    def __init__(self, folder: Path, port: int = 0, lang: str = "en") -> None:
        self.folder, self.lang = folder, lang
        self.clients: list[Client] = []
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "simulator", "room", "--port", str(port), "--data",
             str(folder), "--lang", lang],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONWARNINGS": "ignore"},
        )  # fmt: skip
        self.link = self._link()
        self.address, self.token = re.split(r"/\?lang=..#", self.link)
        self.facilitator = self.client(self.token)
        self._answers()

    def _link(self) -> str:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if "http" in line:
                return line.strip()
        assert self.process.stderr is not None
        said = self.process.stderr.read()
        self.close()
        raise AssertionError(said)

    def _answers(self) -> None:
        for _ in range(200):
            try:
                httpx.get(f"{self.address}/api/me", timeout=2)
                return
            except httpx.HTTPError:
                time.sleep(0.05)
        raise AssertionError("the room does not answer")

    def exercise(self, **more: Any) -> str:
        """Make an exercise of two teams and return its id."""
        given = {"scenario": "gemalto-2015", "seed": 7, "language": "en", "title": "Drill",
                 "teams": ["Rhône", "Seine"], "pace": 60.0, **more}  # fmt: skip
        made: str = self.facilitator.post("/api/exercises", **given)["id"]
        return made

    def clock(self, exercise: str, action: str, **more: Any) -> Any:
        return self.facilitator.post(f"/api/exercises/{exercise}/clock", action=action, **more)

    def seat(self, exercise: str, role: str, team: str | None = "team-1") -> Client:
        links = self.facilitator.get(f"/api/exercises/{exercise}/links")
        url = next(i["url"] for i in links if i["role"] == role and i["team"] == team)
        return self.client(url.partition("#")[2])

    def client(self, token: str) -> Client:
        """Return a client with this token, closed with the room."""
        self.clients.append(Client(self.address, token))
        return self.clients[-1]

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        """End the process if it still runs, and let go of what leads to it."""
        if self.process.poll() is None:
            self.kill()
        for client in self.clients:
            client.close()
        for pipe in (self.process.stdout, self.process.stderr):
            assert pipe is not None
            pipe.close()

    def stop(self) -> float:
        """Ask it to stop and return the seconds that took."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=10)
        return time.monotonic() - began


@contextmanager
def a_room(folder: Path, **more: Any) -> Iterator[Served]:
    """Serve a room as long as the block lasts."""
    served = Served(folder, **more)
    try:
        yield served
    finally:
        served.close()
