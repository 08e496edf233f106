"""Each page opens, in a few seconds and without a complaint."""

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from tests.room.browser import hands


def test_each_page_opens(opened, room):
    """Files are there, the policy blocks nothing, and every page shows its exercise."""
    exercise = room.exercise(title="Opens")
    urls = hands.urls(room, exercise)
    page = opened(room.link)
    seats = (urls["head", "team-1"], urls["wall", "team-1"], urls["observer", None])
    watched = (f"{room.address}{path}?exercise={exercise}#{room.token}"
               for path in ("/console", "/replay", "/compare"))  # fmt: skip
    for address in (room.link, *seats, *watched):
        page.goto(address)
        expect(page.get_by_text("Rhône").or_(page.get_by_text("Opens")).first).to_be_attached()
