from simulator.room.views.feed import feed
from simulator.room.views.inbox import inbox
from simulator.room.views.seen import Seen
from tests.engine.live import an_inject
from tests.room.views.moments import sight

TYPED = {"fr": "Vraiment ?", "en": "Really?"}


def test_a_call_of_the_script_is_in_the_inbox():
    """It is somebody on the phone, told as a message; nobody has to pick it up."""
    (item,) = inbox(Seen(sight(until=60)))
    assert (item["medium"], item["sender"], item["at"]) == ("call", "A bookseller", 30)


def test_the_newest_is_first():
    """The eye is at the top."""
    assert [item["title"] for item in inbox(Seen(sight(until=420)))] == [
        "What do we say?",
        "A call",
    ]


def test_an_added_inject_is_as_typed():
    """A facilitator's words are shown as typed, without our spaces."""
    added = {"do": "add_inject", "at": 40, "inject": an_inject(title=TYPED)}
    newest = inbox(Seen(sight(added, until=60, language="fr")))[0]
    assert newest["title"] == "Vraiment ?"


def test_a_post_of_the_script_is_in_the_feed():
    """Somebody forwarded it: it shows without monitoring too."""
    added = {"do": "add_inject", "at": 40, "inject": an_inject(medium="post", title=TYPED)}
    seen = Seen(sight(added, until=60))
    assert [(i["kind"], i["headline"]) for i in feed(seen)["items"]] == [("post", "Really?")]
    assert len(inbox(seen)) == 1
