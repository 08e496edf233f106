import re
from typing import get_args

import pytest

from simulator.room.voices.bank import bank
from simulator.room.voices.headlines import cases, headline, lead
from simulator.room.voices.posts import STANCES, fitting, voice_of
from simulator.room.voices.questions import MANNERS, question
from simulator.scenario.kinds import TOPICS, AudienceKind, OutletKind
from simulator.text import LANGUAGES

VOICES = sorted({voice_of(kind) for kind in get_args(AudienceKind)})
SLOTS = {
    "posts": {"organisation", "hours"},
    "questions": {"organisation"},
    "headlines": {"organisation", "outlet", "claim", "fact", "quote", "topics"},
}
FITS = {"data", "spoken", "promised", "missed", "denied", "late"}
GIVEN = dict.fromkeys(SLOTS["headlines"], "X")


def lines(value):
    """Return every bilingual line of a bank."""
    if isinstance(value, dict):
        if "fr" in value:
            return [value]
        return [line for item in value.values() for line in lines(item)]
    return [line for item in value for line in lines(item)] if isinstance(value, list) else []


@pytest.mark.parametrize("name", SLOTS)
def test_every_line_is_whole(name):
    """Both languages, the same places to fill, and none that nobody fills."""
    found = lines(bank(name))
    assert len(found) > 50
    for line in found:
        slots = [set(re.findall(r"\{(\w+)\}", line[language])) for language in LANGUAGES]
        assert slots[0] == slots[1], line
        assert slots[0] <= SLOTS[name], line
        assert line.get("only", "data") in FITS, line


@pytest.mark.parametrize("name", SLOTS)
def test_no_line_is_twice(name):
    """Two of the same are one, and will be seen."""
    for language in LANGUAGES:
        found = [(line[language], line.get("only")) for line in lines(bank(name))]
        twice = {line for line in found if found.count(line) > 1}
        assert not twice


@pytest.mark.parametrize("name", SLOTS)
def test_french_is_spaced(name):
    """No plain space before the signs that want a fixed one, no straight apostrophe."""
    for line in lines(bank(name)):
        assert not re.search(r" [;:?!»%]|« ", line["fr"]), line["fr"]
        assert "'" not in line["fr"] + line["en"], line


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("stance", STANCES)
def test_there_are_enough_posts(voice, stance):
    """People differ: a dozen ways for the public, five for the others."""
    assert len(bank("posts")[voice][stance]) >= (12 if voice == "public" else 5)


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("stance", STANCES)
def test_some_post_always_fits(voice, stance):
    """Whatever has or has not happened; the public always has several."""
    lines = bank("posts")[voice][stance]
    plain = [line for line in lines if "only" not in line and "{hours}" not in line["fr"]]
    assert len(plain) >= (3 if voice == "public" else 1)
    assert fitting(lines, frozenset(), 0)


@pytest.mark.parametrize("voice", VOICES)
def test_handles_are_invented(voice):
    """Enough for three camps, written as such."""
    names = bank("posts")["handles"][voice]
    assert len(names) >= 9
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"@[a-z0-9_]+", name) for name in names)


def test_nobody_has_two_handles():
    """A name belongs to one voice."""
    names = [name for voice in VOICES for name in bank("posts")["handles"][voice]]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("case", cases())
def test_there_are_enough_headlines(case):
    """Six of each case, so that six newsrooms differ."""
    found = {headline(case, turn, "fr", GIVEN, 7) for turn in range(6)}
    assert len(found) == 6


@pytest.mark.parametrize("case", list(bank("headlines")["leads"]))
def test_a_lead_is_found_without_topics(case):
    """When everything has been told, no sentence asks what is left."""
    slots = {**GIVEN, "topics": ""}
    assert all(lead(case, turn, "en", slots, 7) for turn in range(6))


@pytest.mark.parametrize("kind", get_args(OutletKind))
@pytest.mark.parametrize("topic", TOPICS)
def test_every_outlet_has_its_questions(kind, topic):
    """On every topic, several, in both languages."""
    assert kind in MANNERS
    for language in LANGUAGES:
        found = {question(topic, kind, language, {}, "call", n) for n in range(60)}
        assert len(found) >= 5


def test_a_question_without_topic_is_one():
    """A caller of the facilitator's own always has words."""
    assert question("", "wire", "en", {}, 1)
