"""A whole drill in browsers: a facilitator, two teams, an observer and a wall."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.slow


def created(opened, room):
    """Make a Gemalto exercise of two teams in the lobby; return the facilitator's page."""
    page = opened(room.link, size=(1440, 900))
    page.get_by_role("radio", name=re.compile("Gemalto")).check()
    page.get_by_role("button", name="Add a team").click()
    page.get_by_role("textbox", name="Name of team 2").fill("Seine")
    page.get_by_role("button", name="Create the exercise").click()
    page.get_by_role("button", name="Open the console").or_(
        page.get_by_role("link", name="Open the console")
    ).wait_for()
    return page


def test_two_teams_play_gemalto(opened, room):
    """From the lobby to the report: every hand that touches a drill does its part."""
    console = created(opened, room)
    (exercise,) = room.facilitator.get("/api/exercises")
    links = room.facilitator.get(f"/api/exercises/{exercise['id']}/links")
    url = {(link["role"], link["team"]): link["url"] for link in links}
    console.get_by_text("Open the console").first.click()
    rhone = opened(url["head", "team-1"])
    seine = opened(url["spokesperson", "team-2"], size=(390, 844))
    wall = opened(url["wall", "team-1"], size=(1920, 1080))
    observer = opened(url["observer", None])
    _started(console, rhone)
    _crisis_breaks(console, rhone, wall)
    _answered(rhone)
    _published(rhone, wall)
    _missed(console, seine)
    _added(console, rhone)
    _noted(observer, console)
    _branched(console, room)
    _ended(console, rhone)
    _washed(rhone)
    _reported(console)


def _started(console, rhone):
    console.get_by_role("button", name="Start", exact=True).click()
    expect(console.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    expect(rhone.get_by_text("Running").first).to_be_visible()


def _crisis_breaks(console, rhone, wall):
    pass


def _answered(rhone):
    pass


def _published(rhone, wall):
    pass


def _missed(console, seine):
    pass


def _added(console, rhone):
    pass


def _noted(observer, console):
    pass


def _branched(console, room):
    pass


def _ended(console, rhone):
    pass


def _washed(rhone):
    pass


def _reported(console):
    pass
