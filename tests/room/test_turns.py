"""Whose page is made next."""

import asyncio

from simulator.room.turns import Turns


def order(*urgent, cancelled=()):
    """Return in which order those who wait get their turn, while somebody holds it."""
    found = []

    async def one(turns, number, first):
        async with turns.turn(lambda: first):
            found.append(number)
            await asyncio.sleep(0)

    async def story():
        turns = Turns()
        async with turns.turn(bool):
            tasks = [asyncio.create_task(one(turns, n, f)) for n, f in enumerate(urgent)]
            await asyncio.sleep(0)
            for number in cancelled:
                tasks[number].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        async with turns.turn(bool):
            return found

    return asyncio.run(asyncio.wait_for(story(), 5))


def test_first_come_first_served():
    """Nobody waits for ever."""
    assert order(False, False, False) == [0, 1, 2]


def test_who_just_decided_comes_first():
    """A thousand teams may all have news; who pressed a button looks at the screen."""
    assert order(False, False, True, False, True) == [2, 4, 0, 1, 3]


def test_who_leaves_holds_up_nobody():
    """A page that is closed while it waits gives its turn away."""
    assert order(False, True, False, cancelled=(0, 1)) == [2]
