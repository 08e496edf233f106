from itertools import pairwise

from simulator.room.views import wall
from tests.room.views.moments import EYES, at, sight

SECTIONS = {"lead", "seconds", "posts", "rumour", "phones", "staff"}


def test_the_wall_has_its_sections():
    """What docs/room.md promises, from the first minute."""
    found = wall(sight(until=1))
    assert set(found) == SECTIONS
    assert (found["lead"], found["seconds"], found["posts"]) == (None, [], [])


def test_the_break_leads():
    """At first there is nothing else."""
    assert wall(sight(until=160))["lead"]["headline"] == "The file leaks"


def test_the_lead_is_no_fresh_trifle():
    """A new fair piece does not push the revelation off the page the same evening."""
    assert wall(at("gemalto-2015", "exemplary", 260))["lead"]["source"] == "The Intercept"


def test_an_old_story_leaves_the_page():
    """Days later something else leads."""
    assert wall(at("gemalto-2015", "exemplary", 5400))["lead"]["at"] > 1440


def test_without_monitoring_the_rumour_is_unknown():
    """And no post is read."""
    found = wall(sight(until=600))
    assert found["rumour"] == {"monitored": False, "since": None, "audiences": []}
    assert found["posts"] == []


def test_monitoring_shows_a_movement():
    """From some hours ago to now, in the scenario's order of audiences."""
    rumour = wall(sight(EYES, until=600))["rumour"]
    assert [a["id"] for a in rumour["audiences"]] == ["town", "customers", "shops", "staff"]
    assert any(a["now"] > a["before"] for a in rumour["audiences"])
    assert all(0 <= a[key] <= 1 for a in rumour["audiences"] for key in ("before", "now"))
    assert 180 <= 600 - rumour["since"] <= 300


def test_monitoring_knows_no_earlier():
    """What happened before anybody listened is not known."""
    late = {"do": "monitor_media", "at": 500}
    assert wall(sight(late, until=600))["rumour"]["since"] >= 500


def test_three_posts_are_enough():
    """The newest first."""
    found = wall(sight(EYES, until=600))["posts"]
    assert len(found) == 3
    assert all(a["at"] >= b["at"] for a, b in pairwise(found))
