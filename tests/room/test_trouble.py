"""What goes wrong beside the players: the disk, the machine's clock, a bug of ours."""

import asyncio
import logging
import sqlite3
import time
import uuid

import pytest

from simulator.engine import Exercise, run
from simulator.room import course
from simulator.room.drill import Drill
from simulator.room.garbage import collected_in_calm
from simulator.room.seats import FACILITATOR, Seat
from simulator.room.store import Store, keep_draft
from tests.room.asking import GEMALTO, in_a_house


def key():
    return str(uuid.uuid4())


def head(drill, team="team-1"):
    return Seat(drill.id, team, "head")


async def decides(house, drill, do="write_log", name=None, **more):
    given = {"do": do, **({"text": "noted"} if do == "write_log" else {}), **more}
    return await house.post(
        "/api/decisions", {"key": name or key(), "decision": given}, head(drill)
    )


async def no_room_left(house, full=True):
    """Let the file grow no more, or again."""
    store, number = house.room.store, 0
    pages = store.read("PRAGMA page_count")[0][0] if full else 10**6
    await store.write(lambda base: base.execute(f"PRAGMA max_page_count={pages}"))
    while full:
        number += 1
        try:
            await store.write(keep_draft(f"nobody-{number}", "x" * 1000))
        except sqlite3.Error:
            return


def test_a_full_disk_is_told_and_changes_nothing(tmp_path):
    """503 and a sentence; the same key later is taken, once."""

    async def story(house):
        drill = await house.exercise()
        team = drill.teams["team-1"]
        before, number, name = team.journal.lines(), team.number, key()
        await no_room_left(house)
        long = {"text": "x" * 4000}
        answers = [await decides(house, drill, name=name, **long) for _ in range(3)]
        same = team.journal.lines() == before
        await no_room_left(house, full=False)
        again = [await decides(house, drill, name=name, **long) for _ in range(2)]
        return answers, same, again, team.number - number

    answers, same, again, more = in_a_house(tmp_path, story)
    assert [a.status for a in answers] == [503] * 3
    assert "disk" in answers[0].json["error"]["en"]
    assert "disque" in answers[0].json["error"]["fr"]
    assert same
    assert [a.status for a in again] == [200, 200]
    assert more == 1


def test_the_clock_can_be_stopped_on_a_full_disk(tmp_path, monkeypatch):
    """The facilitator's first wish then; it is noted when it can be."""

    async def story(house):
        drill = await house.exercise()

        async def fails(_work):
            raise sqlite3.OperationalError("database or disk is full")

        monkeypatch.setattr(house.room.store, "write", fails)
        path = f"/api/exercises/{drill.id}/clock"
        answer = await house.post(path, {"key": key(), "action": "pause"})
        return answer.status, drill.state

    assert in_a_house(tmp_path, story) == (200, "paused")


def test_what_cannot_be_kept_fails_alone(tmp_path):
    """What is written in the same moment is kept."""
    store = Store(tmp_path / "room.sqlite")

    def broken(_base):
        raise ValueError("odd")

    async def work():
        return await asyncio.gather(
            store.write(lambda base: base.execute("INSERT INTO draft VALUES ('a', '1')")),
            store.write(broken),
            store.write(lambda base: base.execute("INSERT INTO draft VALUES ('b', '2')")),
            return_exceptions=True,
        )

    results = asyncio.run(work())
    assert isinstance(results[1], ValueError)
    assert store.drafts() == {"a": 1, "b": 2}
    store.close()


def test_who_gives_up_waiting_stops_no_writing(tmp_path):
    """A request cut off in the middle; the next one is written."""
    store = Store(tmp_path / "room.sqlite")

    async def work():
        slow = asyncio.create_task(store.write(lambda _base: time.sleep(0.1)))
        waits = asyncio.create_task(store.write(lambda _base: None))
        await asyncio.sleep(0.02)
        slow.cancel()
        waits.cancel()
        await asyncio.sleep(0)
        await store.write(lambda base: base.execute("INSERT INTO draft VALUES ('a', '1')"))

    asyncio.run(asyncio.wait_for(work(), 5))
    assert store.drafts() == {"a": 1}
    store.close()


def test_the_machines_clock_may_be_set(tmp_path, monkeypatch):
    """Summer time, a time server, somebody's hand: the exercise's minute does not move."""

    async def story(house):
        drill = await house.exercise()
        before = drill.minute
        monkeypatch.setattr(time, "time", lambda: 0.0)
        answers = [await decides(house, drill) for _ in range(3)]
        monkeypatch.setattr(time, "time", lambda: 4e9)
        answers += [await decides(house, drill) for _ in range(3)]
        return before, [answer.json["at"] for answer in answers], drill.minute

    before, hours, after = in_a_house(tmp_path, story)
    assert after - before < 1
    assert hours == sorted(hours)
    assert all(abs(at - before) < 1 for at in hours)


# A bug of ours


def failing(minute, seed):
    """Return an engine that fails at a minute, in exercises of one seed."""
    advance = Exercise.advance

    def broken(self, until):
        if self.seed == seed and until > minute:
            raise RuntimeError("boom")
        advance(self, until)

    return broken


async def lived(house, seconds=0.7):
    """Let time pass in the room."""
    life = asyncio.create_task(house.room.live())
    await asyncio.sleep(seconds)
    house.room.stopping.set()
    await life
    house.room.stopping.clear()


def test_an_exercise_that_fails_stands_alone(tmp_path, monkeypatch, caplog):
    """It is suspended and says so; the other goes on; its decisions are kept."""
    monkeypatch.setattr(Exercise, "advance", failing(150, seed=3))

    async def story(house):
        broken = await house.exercise(seed=3, rate=120.0)
        sound = await house.exercise(seed=4, rate=120.0)
        await decides(house, broken, name="before-it-failed")
        await lived(house)
        return broken, broken.why, sound.state, sound.minute, len(broken.teams["team-1"].journal)

    with caplog.at_level(logging.ERROR):
        broken, why, other, minute, entries = in_a_house(tmp_path, story)
    assert broken.state == "paused"
    assert "failed" in why.en
    assert "failli" in why.fr
    assert broken.id in caplog.text
    assert (other, minute > 150, entries > 3) == ("running", True, True)
    assert "before-it-failed" in broken.teams["team-1"].keys

    monkeypatch.undo()

    async def after(house):
        drill = house.room.drill(broken.id)
        await drill.start()
        await drill.jump(300.0)
        team = drill.teams["team-1"]
        await drill.end(FACILITATOR, key())
        return team.journal.lines(), team.decisions

    lines, decisions = in_a_house(tmp_path, after)
    assert run(GEMALTO, decisions, 3).lines() == lines
    own = [d.do for d in decisions if not d.do.endswith("e_calls")]
    assert own == ["write_log", "end_exercise"]


def test_a_decision_that_the_engine_chokes_on_is_kept(tmp_path, monkeypatch):
    """503 with the sentence; the exercise stands; with a mended engine it is carried out."""

    async def story(house):
        drill = await house.exercise()
        decide = Exercise.decide

        def broken(self, decision):
            if decision.do == "write_log":
                raise RuntimeError("boom")
            decide(self, decision)

        monkeypatch.setattr(Exercise, "decide", broken)
        answer = await decides(house, drill, name="the-one-that-fails")
        state = drill.state
        monkeypatch.undo()
        await drill.start()
        await lived(house, 0.3)
        again = await decides(house, drill, name="the-one-that-fails")
        return answer, state, again

    answer, state, again = in_a_house(tmp_path, story)
    assert answer.status == 503
    assert "kept" in answer.json["error"]["en"]
    assert state == "paused"
    assert again.json["taken"]
    assert again.json["at"] is not None


def test_an_exercise_nobody_can_read_keeps_no_room_shut(tmp_path, caplog):
    """A file of another version: the others open."""

    async def story(house):
        drill, other = await house.exercise(), await house.exercise()
        await house.room.store.write(
            lambda base: base.execute(
                "UPDATE exercise SET scenario = '{}' WHERE id = ?", (drill.id,)
            )
        )
        return drill.id, other.id

    gone, other = in_a_house(tmp_path, story)

    async def after(house):
        return set(house.room.drills)

    assert in_a_house(tmp_path, after) == {other}
    assert gone in caplog.text


def test_a_face_that_fails_does_not_break_the_stream(tmp_path, monkeypatch, caplog):
    """The page waits; the stream goes on and brings the sections when they can be made."""

    async def story(house):
        drill = await house.exercise()

        def broken(_listener):
            raise RuntimeError("boom")

        monkeypatch.setattr(house.house.faces, "of", broken)
        monkeypatch.setattr("simulator.room.stream.CALM", 0.05)
        return await house.get("/api/stream", head(drill))

    answer = in_a_house(tmp_path, story)
    assert answer.status == 200
    assert answer.body.endswith(b":\n\n")
    assert "boom" in caplog.text


# Many


@pytest.mark.slow
def test_a_thousand_teams_hold_nobody_up(tmp_path):
    """While they are made, played and compared, another exercise is answered at once."""
    waits = []

    async def watch():
        while True:
            # Processor time of the room's own thread: what other programs take is not the room's.
            began = time.thread_time()
            await asyncio.sleep(0.005)
            waits.append(time.thread_time() - began)

    async def story(house):
        watching = asyncio.create_task(watch())
        names = [f"Team {n}" for n in range(1000)]
        drill = await house.room.create(GEMALTO, 3, "en", "T", names, 1.0, {})
        calm = asyncio.create_task(collected_in_calm(lambda: False, house.room.stopping))
        await drill.jump(300.0)
        assert (await house.get(f"/api/exercises/{drill.id}/comparison")).status == 200
        watching.cancel()
        calm.cancel()
        return [len(team.journal) for team in drill.teams.values()]

    lengths = in_a_house(tmp_path, story)
    assert len(lengths) == 1000
    assert min(lengths) > 2
    assert max(waits) < 0.5


def test_directing_everybody_is_one_act(tmp_path):
    """An inject given to all teams reaches each once, however often it is asked."""

    async def story(house):
        names = [f"Team {n}" for n in range(45)]
        drill = await house.room.create(GEMALTO, 3, "en", "T", names, 1.0, {})
        await drill.start()
        given = {"do": "give_inject", "inject": "operator-nord-asks"}
        body = {"key": key(), "teams": None, "decision": given}
        path = f"/api/exercises/{drill.id}/direct"
        answers = await asyncio.gather(*(house.post(path, body) for _ in range(3)))
        return [a.status for a in answers], {t.number for t in drill.teams.values()}

    assert in_a_house(tmp_path, story) == ([200] * 3, {2})


def test_a_jump_that_was_cut_off_leaves_no_phone_unanswered(tmp_path, monkeypatch):
    """The room dies while the clock jumps: as soon as it runs again, teams take their own calls."""

    async def story(house):
        drill = await house.exercise()
        play = drill.play

        async def dies(minute):
            raise asyncio.CancelledError

        monkeypatch.setattr(drill, "play", dies)
        with pytest.raises(asyncio.CancelledError):
            await drill.jump(300.0)
        monkeypatch.setattr(drill, "play", play)
        return drill.id, [team.left for team in drill.teams.values()]

    name, left = in_a_house(tmp_path, story)
    assert left == [True, True]

    async def after(house):
        drill = house.room.drill(name)
        await drill.start()
        await drill.start()
        return [[d.do for d in team.decisions][-2:] for team in drill.teams.values()]

    assert in_a_house(tmp_path, after) == [["leave_calls", "take_calls"]] * 2


@pytest.mark.parametrize("state", ["ready", "paused", "ended"])
def test_a_room_of_many_exercises_opens_at_once(tmp_path, monkeypatch, state):
    """Nothing is played again before somebody looks."""

    async def story(house):
        drill = await house.exercise(running=False)
        if state == "ended":
            await drill.end(FACILITATOR, key())
        return drill.id

    name = in_a_house(tmp_path, story)
    made = []
    monkeypatch.setattr("simulator.room.team.Exercise", lambda *given: made.append(given))

    async def after(house):
        assert isinstance(house.room.drill(name), Drill)
        return (await house.get("/api/exercises")).json[0]["state"]

    assert in_a_house(tmp_path, after) == ("ended" if state == "ended" else "paused")
    assert made == []


def test_the_words_of_trouble_are_in_both_languages():
    """A page shows its reader's."""
    for text in (course.FAILED, course._RESTARTED, course.SUSPENDED):
        assert text.fr
        assert text.en
        assert text.fr != text.en
