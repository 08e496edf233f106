"""What must not be lost."""

import asyncio
import sqlite3

import pytest

from simulator.room.store import DecisionRow, ExerciseRow, Store, add_decision, add_exercise

ROW = ExerciseRow("x", "now", "T", "{}", 1, "fr", "{}", None, None, "ready", 0.0, 1.0)


def decision(number, key):
    return DecisionRow("x", "t", number, key, "seat", "{}")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "room.sqlite"


def written(path, *works):
    """Do these pieces of work at once and return what became of each."""
    store = Store(path)

    async def all_of_them():
        return await asyncio.gather(*map(store.write, works), return_exceptions=True)

    try:
        return asyncio.run(all_of_them())
    finally:
        store.close()


def test_what_was_written_is_there_again(path):
    """A new process finds exercises, teams and decisions."""
    written(path, add_exercise(ROW, [("t", "Team")]), add_decision(decision(1, "a")))
    store = Store(path)
    assert store.exercises() == [ROW]
    assert store.teams("x") == [("t", "Team")]
    assert store.decisions("x", "t") == [decision(1, "a")]
    store.close()


def test_a_key_counts_once(path):
    """The same key again is refused, and what was written beside it stays."""
    results = written(
        path,
        add_exercise(ROW, []),
        add_decision(decision(1, "a")),
        add_decision(decision(2, "a")),
        add_decision(decision(2, "b")),
    )
    assert isinstance(results[2], sqlite3.IntegrityError)
    store = Store(path)
    assert [row.key for row in store.decisions("x", "t")] == ["a", "b"]
    store.close()


def test_writes_are_committed_when_they_are_told(path):
    """Another connection sees them at once: nothing waits in this process."""
    store = Store(path)

    async def work():
        await store.write(add_exercise(ROW, []))
        other = sqlite3.connect(path)
        found = other.execute("SELECT count(*) FROM exercise").fetchone()[0]
        other.close()
        return found

    assert asyncio.run(work()) == 1
    store.close()


def test_a_full_disk_is_told_to_who_writes(path):
    """Nothing is said to be safe that is not; what was there stays readable."""
    store = Store(path)
    asyncio.run(store.write(lambda base: base.execute("PRAGMA max_page_count=20")))

    def much(base):
        base.executemany(
            "INSERT INTO draft VALUES (?, ?)", [(f"s{n}", "x" * 4000) for n in range(100)]
        )

    with pytest.raises(sqlite3.OperationalError):
        asyncio.run(store.write(much))
    assert store.drafts() == {}
    asyncio.run(store.write(add_exercise(ROW, [])))
    assert store.exercises() == [ROW]
    store.close()
