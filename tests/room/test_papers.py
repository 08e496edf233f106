"""Reports a room makes: a team's, and that of all."""

import asyncio
from typing import Any

import pytest

from simulator.room.seats import FACILITATOR, Seat
from tests.room.asking import House, in_a_house

REPORT = "/api/exercises/{}/report"


async def made(house: House, drill: Any, team: str | None) -> Any:
    """Ask for a report until it is there."""
    for _ in range(600):
        body = {"team": team, "language": "en"}
        answer = await house.post(REPORT.format(drill.id), body)
        if answer.json["state"] != "making":
            return answer.json
        await asyncio.sleep(0.1)
    raise AssertionError("no report within a minute")


@pytest.mark.slow
def test_the_rooms_report_is_of_all_teams(tmp_path):
    """Both are in it, and its link opens it without a token."""

    async def story(house):
        drill = await house.exercise()
        await drill.end(FACILITATOR, "k" * 8)
        found = await made(house, drill, None)
        page = await house.get(found["files"][0]["url"], None)
        return found, page.body.decode()

    found, page = in_a_house(tmp_path, story)
    assert found["state"] == "ready"
    assert [file["name"] for file in found["files"]] == ["report.html", "report.pdf"]
    assert "Rhône" in page
    assert "Seine" in page


@pytest.mark.parametrize("over", [False, True])
def test_players_read_the_rooms_report_when_all_is_over(tmp_path, over):
    """Before, it would tell them how the others do."""

    async def story(house):
        drill = await house.exercise()
        if over:
            await drill.end(FACILITATOR, "k" * 8)
        seat = Seat(drill.id, "team-1", "head")
        return await house.post(REPORT.format(drill.id), {"team": None, "language": "en"}, seat)

    assert in_a_house(tmp_path, story).status == (200 if over else 403)


def test_the_wall_asks_for_no_report(tmp_path):
    """It shows what its team could see, to whoever passes by."""

    async def story(house):
        drill = await house.exercise()
        await drill.end(FACILITATOR, "k" * 8)
        seat = Seat(drill.id, "team-1", "wall")
        return await house.post(REPORT.format(drill.id), {"team": None, "language": "en"}, seat)

    assert in_a_house(tmp_path, story).status == 403
