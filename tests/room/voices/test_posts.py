from simulator.room.voices.chance import lot, number, weighed
from simulator.room.voices.posts import Talk, lines_of
from simulator.room.voices.quotes import cut, telling
from tests.builders import a_scenario
from tests.room.views.moments import SMALL

ANY = frozenset({"spoken"})
TOWN, CUSTOMERS = SMALL.audiences[0], SMALL.audiences[1]


def test_chance_is_always_the_same():
    """Two servers, and two looks, find the same words."""
    assert number(1, "a") == number(1, "a")
    assert number(1, "a") != number(1, "b")
    assert all(0 <= lot(n) < 1 for n in range(100))


def test_weights_are_widths():
    """Nothing falls where the weight is nil."""
    assert [weighed([0, 1, 1], at) for at in (0, 0.49, 0.51, 0.999)] == [1, 1, 2, 2]
    assert weighed([0.0, 0.0], 0.5) == 0


def test_people_take_turns():
    """All lines are used before one comes back."""
    talk, lines = Talk(7), lines_of(TOWN, "doubts", ())
    said = [talk.line("public", "doubts", lines, ANY, 0)["en"] for _ in lines]
    assert len(set(said)) == len(lines)


def test_who_is_angry_does_not_praise():
    """The same name keeps to one camp, whatever its stance there."""
    talk = Talk(7)
    angry = {talk.handle("public", stance) for stance in ("worst", "silence") for _ in range(20)}
    content = {talk.handle("public", "account") for _ in range(20)}
    assert not angry & content


def test_customers_speak_like_anybody():
    """One voice, one list of turns."""
    talk, lines = Talk(7), lines_of(CUSTOMERS, "worst", ())
    said = [talk.line(kind, "worst", lines, ANY, 0)["en"] for kind in ("public", "customers") * 3]
    assert len(set(said)) == 6


def test_own_words_come_first():
    """The case's, spaced as French asks; to those they belong to."""
    both = {"fr": "Et alors ?", "en": "So what?"}
    own = a_scenario(voices=[{"stance": "worst", "kind": "customers", "text": both}]).voices
    assert lines_of(CUSTOMERS, "worst", own)[0]["fr"] == "Et alors\u202f?"
    assert lines_of(TOWN, "worst", own) == lines_of(TOWN, "worst", ())
    lines = lines_of(CUSTOMERS, "worst", own)
    assert Talk(7).line("customers", "worst", lines, ANY, 0)["en"] == "So what?"


def test_the_telling_sentence_is_quoted():
    """That which shares most words with what was told; titles and greetings do not."""
    text = "A title\n\nHello to all of you here.\nWe found 2000 stolen files. We are sorry for it."
    assert telling(text, "2000 files were stolen")[0] == "We found 2000 stolen files"


def test_a_quote_is_not_endless():
    """A whole paragraph is no quotation."""
    assert len(telling("word " * 200, "word")[0]) <= 171
    assert cut("Short.") == "Short"
    assert telling("", "") == ("",)
