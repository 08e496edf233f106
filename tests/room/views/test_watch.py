from simulator.room.views import watch
from tests.room.views.moments import VOICES, WORD, at, sight
from tests.room.views.test_due import PROMISE
from tests.room.views.test_known import DENY, LOOK


def texts(*given, until, language="en"):
    """Return what is to be looked at."""
    look = sight(*given, until=until, language=language)
    return [item["text"] for item in watch(look, "Red", "red")]


def has(found, *words):
    """Return whether one of the texts holds all these words."""
    return any(all(word in text for word in words) for text in found)


def test_before_the_story_there_is_nothing():
    """A quiet room is quiet on the console too."""
    assert texts(until=100) == []


def test_a_long_silence_is_watched():
    """With its length, and who waits."""
    assert has(texts(until=400), "Not a public word, 4\u00a0h\u00a010 after the story broke")
    assert has(texts(until=400, language="fr"), "Aucun mot en public")


def test_a_word_before_the_story_is_not_forgotten():
    """Who spoke ahead of the news and then fell silent has said something."""
    early = {**WORD, "at": 100}
    assert has(texts(early, until=400), "Nothing more said in public, 4\u00a0h\u00a010 after")
    assert not has(texts(early, until=400), "Not a public word")


def test_a_word_ends_the_silence():
    """For some hours."""
    assert not has(texts(WORD, until=250), "Nothing said")
    assert not has(texts(WORD, until=250), "Not a public word")


def test_a_false_claim_is_watched():
    """The players cannot know; who runs the exercise must."""
    found = texts(DENY, until=250)
    assert has(found, "Nothing was stolen", "false")


def test_an_assurance_is_watched():
    """Claimed before it was established; not once the inquiry bears it out."""
    claim = {**DENY, "claims": ["few-concerned"]}
    assert has(texts(claim, until=250), "without having established it")
    known = {**claim, "at": 500}
    assert not has(texts(LOOK, known, until=550), "without having established it")


def test_a_promise_is_watched():
    """Before its hour, and when it was missed."""
    assert has(texts(PROMISE, until=630), "Promised update: in 30")
    assert has(texts(PROMISE, until=720), "Promise missed")


def test_who_heard_it_from_the_press_is_watched():
    """In one line, whoever they are."""
    found = texts(VOICES, until=500)
    assert sum("Heard it from the press" in text for text in found) <= 1
    assert has(found, "Heard it from the press")


def test_an_inquiry_not_ordered_is_watched():
    """After four hours."""
    assert has(texts(until=500), "Inquiry not ordered")
    assert not has(texts(LOOK, until=500), "Inquiry not ordered")


def test_refusals_in_a_row_are_watched():
    """A team that is refused twice within the hour needs a word."""
    cell = {"do": "activate_cell", "at": 300}
    again = [{**cell, "at": minute} for minute in (310, 320)]
    assert has(texts(cell, *again, until=330), "2 decisions refused")


def test_an_alert_knows_its_causes():
    """Where it began, and the entry it is about."""
    look = at("gemalto-2015", "historical", 1200)
    for item in watch(look, "Red", "red"):
        assert look.journal[item["entry"]].at <= 1200
        assert item["why"]
        assert len(item["why"]) <= 4
        assert (item["team"], item["team_id"]) == ("Red", "red")


def test_nothing_is_watched_after_the_end():
    """There is nothing left to do."""
    assert texts(until=2880) == []
