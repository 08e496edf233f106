"""What must not be lost, in SQLite: exercises, teams, decisions, drafts, answers.

One connection, one thread that writes. What waits to be written is written together and committed
once; whoever waits hears of it after the commit, when a power cut could not undo it any more.
"""

import asyncio
import json
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

_Result = TypeVar("_Result")
_Work = Callable[[sqlite3.Connection], Any]
_TOGETHER = 64  # pieces of work in one commit
_SCHEMA = """
CREATE TABLE IF NOT EXISTS exercise (
    id TEXT PRIMARY KEY, made TEXT NOT NULL, title TEXT NOT NULL, scenario TEXT NOT NULL,
    seed INTEGER NOT NULL, language TEXT NOT NULL, settings TEXT NOT NULL,
    parent TEXT, branched_at REAL,
    state TEXT NOT NULL, minute REAL NOT NULL, rate REAL NOT NULL);
CREATE TABLE IF NOT EXISTS team (
    exercise TEXT NOT NULL REFERENCES exercise, id TEXT NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY (exercise, id));
CREATE TABLE IF NOT EXISTS decision (
    exercise TEXT NOT NULL, team TEXT NOT NULL, number INTEGER NOT NULL, key TEXT NOT NULL,
    seat TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (exercise, team, number), UNIQUE (exercise, team, key));
CREATE TABLE IF NOT EXISTS draft (seat TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS answers (
    seat TEXT PRIMARY KEY, exercise TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS act (key TEXT PRIMARY KEY, answer TEXT NOT NULL);
"""


class ExerciseRow(NamedTuple):
    """One exercise as it is kept; `scenario` and `settings` are JSON."""

    id: str
    made: str
    title: str
    scenario: str
    seed: int
    language: str
    settings: str
    parent: str | None
    branched_at: float | None
    state: str
    minute: float
    rate: float


class DecisionRow(NamedTuple):
    """One decision as it is kept; `number` counts from 1 in each team, `body` is JSON."""

    exercise: str
    team: str
    number: int
    key: str
    seat: str
    body: str


class Store:
    """The room's file."""

    def __init__(self, path: Path) -> None:
        """Open the file, made the first time."""
        self._base = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._base.execute("PRAGMA journal_mode=WAL")
        self._base.execute("PRAGMA synchronous=FULL")
        self._base.execute("PRAGMA foreign_keys=ON")
        self._base.executescript(_SCHEMA)
        self._work: queue.SimpleQueue[tuple[_Work, Future[Any]] | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write, name="store", daemon=True)
        self._writer.start()

    def close(self) -> None:
        """Write what waits, and let go of the file."""
        self._work.put(None)
        self._writer.join()
        self._base.close()

    async def write(self, work: Callable[[sqlite3.Connection], _Result]) -> _Result:
        """Do `work` in a transaction and return its result once that is safe on disk.

        Raises:
            sqlite3.Error: when it could not be written (a full disk); then nothing was.
        """
        done: Future[_Result] = Future()
        self._work.put((work, done))
        return await asyncio.wrap_future(done)

    def read(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return what a query finds, as the room starts; nothing is being written then."""
        return self._base.execute(sql, values).fetchall()

    def exercises(self) -> list[ExerciseRow]:
        """Return every exercise, the oldest first."""
        rows = self.read(f"SELECT {', '.join(ExerciseRow._fields)} FROM exercise ORDER BY rowid")
        return [ExerciseRow(*row) for row in rows]

    def teams(self, exercise: str) -> list[tuple[str, str]]:
        """Return id and name of an exercise's teams, in its order."""
        rows = self.read("SELECT id, name FROM team WHERE exercise = ? ORDER BY rowid", exercise)
        return [(str(row[0]), str(row[1])) for row in rows]

    def decisions(self, exercise: str, team: str) -> list[DecisionRow]:
        """Return a team's decisions in the order they were taken."""
        fields = ", ".join(DecisionRow._fields)
        rows = self.read(
            f"SELECT {fields} FROM decision WHERE exercise = ? AND team = ? ORDER BY number",
            exercise,
            team,
        )
        return [DecisionRow(*row) for row in rows]

    def drafts(self) -> dict[str, Any]:
        """Return what each seat was writing."""
        rows = self.read("SELECT seat, body FROM draft")
        return {seat: json.loads(body) for seat, body in rows}

    def answers(self) -> dict[str, Any]:
        """Return what each seat answered in the hot wash."""
        rows = self.read("SELECT seat, body FROM answers")
        return {seat: json.loads(body) for seat, body in rows}

    def acts(self) -> dict[str, Any]:
        """Return the answers given to what was asked with a key."""
        return {key: json.loads(answer) for key, answer in self.read("SELECT key, answer FROM act")}

    def _write(self) -> None:
        while (first := self._work.get()) is not None:
            batch = [first]
            while len(batch) < _TOGETHER and not self._work.empty():
                more = self._work.get()
                if more is None:
                    self._commit(batch)
                    return
                batch.append(more)
            self._commit(batch)

    def _commit(self, batch: list[tuple[_Work, "Future[Any]"]]) -> None:
        # Who gave up before it was begun wants nothing written; from here on nobody gives up.
        batch = [one for one in batch if one[1].set_running_or_notify_cancel()]
        results: list[tuple[Future[Any], Any, Exception | None]] = []
        try:
            self._base.execute("BEGIN IMMEDIATE")
            for work, done in batch:
                results.append((done, *self._one(work)))
            self._base.execute("COMMIT")
        except Exception as error:
            self._undo()
            for _work, done in batch:
                done.set_exception(error)
            return
        for done, result, problem in results:
            if problem is not None:
                done.set_exception(problem)
            else:
                done.set_result(result)

    def _undo(self) -> None:
        """Take a transaction back; a disk that fails must not end the thread that writes."""
        with suppress(sqlite3.Error):
            if self._base.in_transaction:
                self._base.execute("ROLLBACK")

    def _one(self, work: _Work) -> tuple[Any, Exception | None]:
        """Do one piece of work; when it fails the others in the transaction still count."""
        self._base.execute("SAVEPOINT one")
        try:
            result = work(self._base)
        except Exception as error:
            # A disk that is full fails everybody; a row that cannot be kept fails alone.
            if isinstance(error, sqlite3.Error) and not isinstance(error, sqlite3.IntegrityError):
                raise
            self._base.execute("ROLLBACK TO one")
            self._base.execute("RELEASE one")
            return None, error
        self._base.execute("RELEASE one")
        return result, None


def add_decision(row: DecisionRow) -> _Work:
    """Return the work that keeps a decision; a key used twice is an IntegrityError."""
    marks = ", ".join("?" * len(row))
    return lambda base: base.execute(f"INSERT INTO decision VALUES ({marks})", row)


def add_exercise(row: ExerciseRow, teams: list[tuple[str, str]]) -> _Work:
    """Return the work that keeps a new exercise with its teams."""

    def work(base: sqlite3.Connection) -> None:
        base.execute(f"INSERT INTO exercise VALUES ({', '.join('?' * len(row))})", row)
        base.executemany("INSERT INTO team VALUES (?, ?, ?)", [(row.id, *team) for team in teams])

    return work


def set_clock(exercise: str, state: str, minute: float, rate: float) -> _Work:
    """Return the work that keeps where an exercise's clock stands."""
    return lambda base: base.execute(
        "UPDATE exercise SET state = ?, minute = ?, rate = ? WHERE id = ?",
        (state, minute, rate, exercise),
    )


def keep_settings(exercise: str, settings: dict[str, Any]) -> _Work:
    """Return the work that keeps an exercise's settings."""
    text = json.dumps(settings)
    return lambda base: base.execute(
        "UPDATE exercise SET settings = ? WHERE id = ?", (text, exercise)
    )


def keep_draft(seat: str, draft: Any) -> _Work:
    """Return the work that keeps what a seat is writing."""
    text = json.dumps(draft)
    return lambda base: base.execute("INSERT OR REPLACE INTO draft VALUES (?, ?)", (seat, text))


def keep_answers(seat: str, exercise: str, answers: Any) -> _Work:
    """Return the work that keeps what a seat answered in the hot wash."""
    text = json.dumps(answers)
    return lambda base: base.execute(
        "INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (seat, exercise, text)
    )


def keep_act(key: str, answer: Any) -> _Work:
    """Return the work that keeps the answer to what was asked with a key."""
    text = json.dumps(answer)
    return lambda base: base.execute("INSERT OR IGNORE INTO act VALUES (?, ?)", (key, text))
