import pytest

from simulator.score.words import count, duration, fill, listed, number, percent, story
from simulator.text import Text


@pytest.mark.parametrize(
    ("minutes", "fr", "en"),
    [
        (0.2, "0 min", "0 min"),
        (59.4, "59 min", "59 min"),
        (59.6, "1 h", "1 h"),
        (90, "1,5 h", "1.5 h"),
        (780, "13 h", "13 h"),
        (2880, "2 jours", "2 days"),
        (14256, "9,9 jours", "9.9 days"),
    ],
)
def test_lengths_are_said_as_people_say_them(minutes, fr, en):
    """Minutes, hours, then days; a comma in French."""
    assert duration(minutes) == Text(fr=fr, en=en)


def test_zero_is_singular_in_french():
    """« 0 message », but "0 messages"."""
    one, many = Text(fr="message", en="message"), Text(fr="messages", en="messages")
    assert [count(n, one, many).fr for n in (0, 1, 2)] == ["0 message", "1 message", "2 messages"]
    assert [count(n, one, many).en for n in (0, 1, 2)] == ["0 messages", "1 message", "2 messages"]


def test_numbers_have_no_idle_zeros():
    """Two hours, not 2.0."""
    assert number(2.0, 1).fr == "2"
    assert number(-0.01).en == "0"
    assert percent(0.5) == Text(fr="50 %", en="50%")


def test_values_keep_their_language():
    """A French sentence names things in French."""
    sentence = Text(fr="Après {story} : {names}", en="After {story}: {names}")
    names = listed([Text(fr="élus", en="mayors"), Text(fr="{tous}", en="{all}")])
    assert fill(sentence, story=story("article"), names=names) == Text(
        fr="Après l’article : élus, (tous)", en="After the article: mayors, (all)"
    )
    assert story("note").en == "the revelation"
