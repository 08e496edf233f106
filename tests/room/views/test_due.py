import pytest

from simulator.room.views.due import due
from simulator.room.views.seen import Seen
from tests.builders import a_scenario
from tests.room.views.moments import sight
from tests.room.views.test_calls import ANSWER, HAND, HOLD, RING

PROMISE = {"do": "publish", "at": 60, "channels": ["press_release"], "facts": ["leaked"]}
PROMISE |= {"holding": True, "next_update": 660}
UPDATE = {"do": "publish", "at": 650, "channels": ["press_release"], "facts": ["change-password"]}
LEGAL = a_scenario(duties=[{"id": "authority", "rule": "gdpr33"}])
NOTIFY = {"do": "notify_authority", "at": 600, "duty": "authority", "facts": ["leaked"]}


def one(*given, until, **more):
    """Return the only thing owed at a minute."""
    (item,) = due(Seen(sight(*given, until=until, **more)))
    return item


@pytest.mark.parametrize(
    ("minute", "state"), [(100, "running"), (470, "soon"), (670, "late"), (700, "missed")]
)
def test_a_promise_runs_out(minute, state):
    """Soon is an hour, or a third of its whole time; half an hour late is missed."""
    item = one(PROMISE, until=minute)
    assert (item["kind"], item["at"], item["state"]) == ("promise", 660, state)


def test_a_promise_kept_says_when():
    """It stays in the list, as kept."""
    item = one(PROMISE, UPDATE, until=700)
    assert (item["state"], item["met_at"]) == ("kept", 650)


def test_a_promise_says_where_it_was_made():
    """So that one knows to whom one owes it."""
    assert one(PROMISE, until=100)["detail"] == "announced: press release"
    assert one(PROMISE, until=100, language="fr")["detail"] == "annoncé\u00a0: communiqué"


def test_a_legal_clock_names_its_law():
    """And whom it wants told."""
    item = one(until=200, scenario=LEGAL)
    assert (item["kind"], item["label"]) == ("clock", "GDPR art. 33, authority")
    assert item["at"] == 60 + 72 * 60
    assert item["detail"]


def test_a_clock_met_lacks_what_was_not_told():
    """A first notice may be incomplete: what is missing is still owed."""
    item = one(NOTIFY, until=700, scenario=LEGAL)
    assert (item["state"], item["met_at"]) == ("kept", 600)
    assert "still lacking" in item["detail"]


def test_a_call_back_is_owed():
    """By the time the caller's longer patience runs out."""
    item = one(HAND, RING, HOLD, until=70)
    assert (item["kind"], item["label"], item["at"]) == ("callback", "Call back The Agency", 150)
    assert item["detail"] == "Since when?"
    assert one(HAND, RING, HOLD, until=160)["state"] == "missed"
    assert one(HAND, RING, HOLD, {**ANSWER, "at": 100}, until=160)["state"] == "kept"


def test_the_first_due_is_first():
    """Whatever was promised first."""
    other = {**PROMISE, "at": 70, "next_update": 300}
    assert [item["at"] for item in due(Seen(sight(PROMISE, other, until=100)))] == [300, 660]
