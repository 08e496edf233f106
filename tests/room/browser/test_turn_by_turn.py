"""A drill without a running clock: the facilitator steps, teams decide while time stands."""

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from tests.room.browser import hands
from tests.room.browser.hands import part, press

pytestmark = pytest.mark.slow


def test_a_team_decides_while_time_stands(opened, room):
    """The desk says so; what is decided is done at once; the next step finds it done."""
    exercise = hands.underway(room)
    console = opened(hands.console_of(room, exercise), size=(1440, 900))
    desk = opened(hands.urls(room, exercise)["head", "team-1"])
    press(console, "Pause")
    expect(desk.get_by_text("Deadlines have stopped. Your draft is kept.")).to_be_visible()
    console.get_by_role("checkbox", name="Turn by turn").check()
    expect(desk.get_by_text("Deadlines have stopped, but you may decide.")).to_be_visible()
    hands.composed(desk, "We know of it.", channel="Press release")
    hands.published(desk)
    log = part(desk, "Team log")
    expect(log.get_by_text("Press release: “We know of it").first).to_be_visible()
    before = desk.get_by_role("banner").get_by_role("time").inner_text()
    press(console, "Step")
    expect(desk.get_by_role("banner").get_by_role("time")).not_to_have_text(before)
    expect(desk.get_by_text("Deadlines have stopped, but you may decide.")).to_be_visible()


def test_the_lobby_offers_it(opened, room):
    """A box at the making of an exercise; the console shows it ticked."""
    page = opened(room.link, size=(1440, 900))
    page.get_by_role("checkbox", name="Turn by turn").check()
    press(page, "Create the exercise")
    page.get_by_role("link", name="Open the console").click()
    expect(page.get_by_role("checkbox", name="Turn by turn")).to_be_checked()
