"""A live exercise: what is decided, when, and what becomes of it."""

import asyncio
import time

import pytest

from simulator.engine import run
from simulator.journal.entries import DecisionTaken, Ended, InjectGiven
from simulator.room.problems import Refusal
from simulator.room.room import Room
from simulator.room.seats import FACILITATOR, Seat
from simulator.scenario import load

GEMALTO = load("gemalto-2015")
TEAMS = ["Rhône", "Seine"]


def head(drill, team="team-1"):
    return Seat(drill.id, team, "head")


async def opened(room, **more):
    """Make an exercise whose clock runs, at ten minutes a second."""
    given = {"seed": 3, "language": "fr", "title": "T", "rate": 10.0, "settings": {}} | more
    drill = await room.create(GEMALTO, teams=TEAMS, **given)
    await drill.start()
    return drill


def in_a_room(folder, story):
    """Play `story` in the room of `folder`, as one process would, and return what it returns."""

    async def life():
        room = Room(folder)
        try:
            return await story(room)
        finally:
            room.store.close()

    return asyncio.run(life())


def bytes_of(drill, team="team-1"):
    return drill.teams[team].journal.lines()


def test_nothing_is_decided_before_the_start(tmp_path):
    """A team that writes too early is told so."""

    async def story(room):
        drill = await room.create(GEMALTO, 3, "fr", "T", TEAMS, 1.0, {})
        with pytest.raises(Refusal) as refusal:
            await drill.decide(drill.team("team-1"), head(drill), "k" * 8, {"do": "activate_cell"})
        return refusal.value.status

    assert in_a_room(tmp_path, story) == 409


def test_nothing_is_decided_while_time_stands(tmp_path):
    """When the facilitator suspends, publishing waits."""

    async def story(room):
        drill = await opened(room)
        await drill.suspend()
        with pytest.raises(Refusal) as refusal:
            await drill.decide(drill.team("team-1"), head(drill), "k" * 8, {"do": "activate_cell"})
        return refusal.value.text.en

    assert "suspended" in in_a_room(tmp_path, story)


def test_turn_by_turn_teams_decide_while_time_stands(tmp_path):
    """Who plays step by step: all at the hour that stands, in their order; the journal holds."""

    async def story(room):
        drill = await opened(room, settings={"turns": True})
        await drill.suspend()
        team, hour = drill.team("team-1"), drill.minute
        given = [{"do": "activate_cell"}, {"do": "monitor_media"}, {"do": "write_log", "text": "A"}]
        done = [await drill.decide(team, head(drill), f"key-{n}", d) for n, d in enumerate(given)]
        await drill.step()
        done.append(await drill.decide(team, head(drill), "key-9", given[2]))
        await drill.change({"turns": False})
        with pytest.raises(Refusal):
            await drill.decide(team, head(drill), "key-10", given[2])
        await drill.end(FACILITATOR, "the-end")
        return hour, drill.minute, done, team.journal.lines(), team.decisions

    hour, later, done, lines, decisions = in_a_room(tmp_path, story)
    assert all(one["taken"] for one in done)
    assert [one["at"] for one in done[:3]] == [pytest.approx(hour, abs=1 / 60)] * 3
    assert later > hour
    assert done[3]["at"] == pytest.approx(later, abs=1 / 60)
    assert run(GEMALTO, decisions, 3).lines() == lines


def test_turn_by_turn_nothing_is_decided_before_the_start(tmp_path):
    """The first hour is the facilitator's to give."""

    async def story(room):
        made = await room.create(GEMALTO, 3, "en", "T", ["Rhône"], 1.0, {"turns": True})
        with pytest.raises(Refusal) as refusal:
            await made.decide(made.team("team-1"), head(made), "k" * 8, {"do": "activate_cell"})
        return refusal.value.text.en

    assert "not begun" in in_a_room(tmp_path, story)


def test_a_decision_is_timed_when_it_arrives(tmp_path):
    """The server's clock counts, to the second, not the page's."""

    async def story(room):
        drill = await opened(room)
        await drill.jump(90.0)
        await drill.suspend()
        await drill.start()
        return await drill.decide(
            drill.team("team-1"), head(drill), "k" * 8, {"do": "activate_cell", "at": 5000}
        )

    answer = in_a_room(tmp_path, story)
    assert answer["taken"]
    assert 90 <= answer["at"] < 95
    assert (answer["at"] * 60) == pytest.approx(round(answer["at"] * 60))


def test_the_same_key_decides_once(tmp_path):
    """A page that did not hear the answer may ask again."""

    async def story(room):
        drill = await opened(room)
        team = drill.team("team-1")
        asked = [
            drill.decide(team, head(drill), "same-key", {"do": "activate_cell"}) for _ in range(5)
        ]
        answers = await asyncio.gather(*asked)
        cells = [e for e in team.journal.of(DecisionTaken) if e.do == "activate_cell"]
        return answers, cells

    answers, cells = in_a_room(tmp_path, story)
    assert len(cells) == 1
    assert all(answer == answers[0] for answer in answers)


def test_a_refused_decision_says_why(tmp_path):
    """It is journaled, and changes nothing."""

    async def story(room):
        drill = await opened(room)
        team = drill.team("team-1")
        return await drill.decide(
            team, head(drill), "k" * 8,
            {"do": "publish", "channels": ["press_release"], "facts": ["number-of-keys"]},
        )  # fmt: skip

    answer = in_a_room(tmp_path, story)
    assert not answer["taken"]
    assert "not established" in answer["refused"]["en"]


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"do": "dance"}, "no decision"),
        ({"do": "publish", "channels": []}, "at least 1"),
        ({"do": "publish", "channels": ["press_release"], "colour": "red"}, "no such key"),
        ({"do": "publish", "channels": ["pigeon"]}, "not allowed"),
        ({"do": "investigate", "investigation": "internal-inquiry", "people": "ten"}, "whole"),
        ("activate_cell", "an object"),
    ],
)
def test_nonsense_is_explained_and_not_kept(tmp_path, given, word):
    """All that is wrong is said; the journal does not hold it."""

    async def story(room):
        drill = await opened(room)
        team = drill.team("team-1")
        before = team.number
        with pytest.raises(Refusal) as refusal:
            await drill.decide(team, head(drill), "k" * 8, given)
        return refusal.value, team.number == before

    refusal, untouched = in_a_room(tmp_path, story)
    assert refusal.status == 400
    assert word in refusal.text.en
    assert untouched


def test_teams_have_the_same_luck(tmp_path):
    """Two teams that decide the same live the same."""

    async def story(room):
        drill = await opened(room)
        await drill.jump(3000.0)
        return bytes_of(drill, "team-1") == bytes_of(drill, "team-2")

    assert in_a_room(tmp_path, story)


def test_a_live_journal_is_the_replayed_one(tmp_path):
    """Scenario, seed and decisions give the same bytes, however the clock was moved."""

    async def story(room):
        drill = await opened(room)
        team = drill.team("team-1")
        await drill.decide(team, head(drill), "key-0001", {"do": "activate_cell"})
        await drill.jump(130.0)
        await drill.decide(team, head(drill), "key-0002", {"do": "monitor_media"})
        await drill.direct([team], FACILITATOR, "facilitator", "key-0003",
                           {"do": "give_inject", "inject": "operator-nord-asks"})  # fmt: skip
        for _ in range(5):
            await drill.step()
        await drill.jump(2000.0)
        await drill.end(FACILITATOR, "key-0004")
        return bytes_of(drill), team.decisions

    lines, decisions = in_a_room(tmp_path, story)
    assert run(GEMALTO, decisions, 3).lines() == lines


def test_a_room_that_was_closed_knows_everything(tmp_path):
    """Exercise, clock, decisions and journal are there again; the clock stands."""

    async def first(room):
        drill = await opened(room)
        await drill.decide(drill.team("team-1"), head(drill), "key-0001", {"do": "activate_cell"})
        await drill.jump(500.0)
        await drill.suspend()
        await drill.play(drill.minute)
        return drill.id, drill.minute, bytes_of(drill)

    name, minute, lines = in_a_room(tmp_path, first)

    async def second(room):
        drill = room.drill(name)
        drill.teams["team-1"].advance(minute)
        return drill.state, drill.minute, bytes_of(drill)

    assert in_a_room(tmp_path, second) == ("paused", minute, lines)


def test_a_branch_has_the_past_and_its_own_future(tmp_path):
    """What was decided later is not in it; the first exercise stays as it was."""

    async def story(room):
        drill = await opened(room)
        team = drill.team("team-1")
        await drill.decide(team, head(drill), "key-0001", {"do": "activate_cell"})
        await drill.jump(600.0)
        await drill.decide(team, head(drill), "key-0002", {"do": "monitor_media"})
        await drill.suspend()
        before = bytes_of(drill)
        other = await room.branch(drill, 300.0, "Again")
        taken = [e.do for e in other.team("team-1").journal.of(DecisionTaken)]
        return before == bytes_of(drill), taken, other.minute, other.state, other.row.parent

    same, taken, minute, state, parent = in_a_room(tmp_path, story)
    assert same
    assert taken == ["take_calls", "activate_cell", "leave_calls", "take_calls"]
    assert (minute, state) == (300.0, "paused")
    assert parent


def test_a_step_stops_after_the_next_thing_seen(tmp_path):
    """Each step shows something new, and time stands again."""

    async def story(room):
        drill = await room.create(GEMALTO, 3, "fr", "T", TEAMS, 1.0, {})
        await drill.step()
        given = [e.inject for e in drill.team("team-1").journal.of(InjectGiven)]
        known = len(drill.team("team-1").journal)
        return drill.state, drill.minute, given, known

    state, minute, given, known = in_a_room(tmp_path, story)
    assert state == "paused"
    assert minute > 0
    assert given or known > 2


def test_the_end_comes_by_itself_at_the_horizon(tmp_path):
    """Nobody has to press a button."""

    async def story(room):
        drill = await opened(room, rate=120.0)
        await drill.jump(drill.scenario.horizon - 1)
        end = time.monotonic() + 5
        while drill.state != "ended" and time.monotonic() < end:
            await drill.tick()
            await asyncio.sleep(0.01)
        return drill.state, [len(t.journal.of(Ended)) for t in drill.teams.values()]

    assert in_a_room(tmp_path, story) == ("ended", [1, 1])


def test_after_the_end_nothing_is_decided(tmp_path):
    """Players, facilitator: 409."""

    async def story(room):
        drill = await opened(room)
        await drill.jump(400.0)
        await drill.end(FACILITATOR, "key-0001")
        with pytest.raises(Refusal) as refusal:
            await drill.decide(
                drill.team("team-1"), head(drill), "key-0002", {"do": "monitor_media"}
            )
        with pytest.raises(Refusal):
            await drill.start()
        return refusal.value.status

    assert in_a_room(tmp_path, story) == 409
