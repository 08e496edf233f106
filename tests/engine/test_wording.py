"""A message with a text is judged by what its words show."""

import pytest

from simulator import run
from simulator.engine.wording import wording
from simulator.journal.entries import StatementIssued
from simulator.scenario.decisions import Publish
from simulator.text import Text
from tests.builders import a_scenario, decided

SMALL = a_scenario()
WARM_FR = """Le 3 mars, des pirates ont copié les adresses de nos clients.
Nous comprenons votre inquiétude et nous vous présentons nos excuses pour cette fuite.
Changez votre mot de passe. Prochain point vendredi à 18 h. Questions : 01 23 45 67 89."""
WARM_EN = """On 3 March intruders copied the addresses of our customers.
We know how worrying this is, and we apologise for this breach.
Please change your password. Next update on Friday at 6 pm. Questions: 020 7946 0018."""
COLD = "Bonjour à toutes et à tous, la boutique est ouverte demain comme chaque jour de la semaine."


def message(text: Text | None) -> Publish:
    return Publish(id="m", at=0.0, do="publish", channels=("press_release",), text=text)


def issued(**text: str) -> StatementIssued:
    """Return the statement of a run whose only word has this text."""
    said = {"do": "publish", "at": "T+4h", "channels": ["press_release"], "facts": ["leaked"]}
    given = {**said, **({"text": text} if text else {})}
    return run(SMALL, decided(SMALL, given), 7).of(StatementIssued)[0]


def test_no_text_no_wording():
    """A message that was only ticked together is taken at its word."""
    assert wording(message(None)) is None
    assert wording(message(Text(fr=" ", en=" "))) is None
    assert issued().letters == {}


def test_french_version_is_read():
    """One of the two, always the same, whatever language the screen speaks."""
    read = wording(message(Text(fr=WARM_FR, en=COLD)))
    assert read is not None
    assert read.shows >= {"nature", "scope", "empathy", "responsibility", "next_update", "contact"}


def test_only_version_is_read_in_its_own_language():
    """A team writes once, in the language it works in."""
    read = wording(message(Text(fr=WARM_EN, en=WARM_EN)))
    assert read is not None
    assert read.shows >= {"nature", "scope", "empathy", "responsibility", "next_update", "contact"}


def test_empty_words_are_worth_less_than_full_ones():
    """The same fact ticked: what people read differs."""
    warm, cold = issued(fr=WARM_FR, en=WARM_EN), issued(fr=COLD, en=COLD)
    assert cold.quality < issued().quality < warm.quality
    assert cold.unworded
    assert not warm.unworded
    assert warm.letters["communication"] < cold.letters["communication"] == "F"


def test_words_change_nothing_but_how_well_it_is_told():
    """What is disclosed is what was ticked, not what a text seems to say."""
    warm, cold = issued(fr=WARM_FR, en=WARM_EN), issued(fr=COLD, en=COLD)
    assert (warm.disclosed, warm.substance) == (cold.disclosed, cold.substance)


@pytest.mark.parametrize("text", ["\u202e" * 50, "🙂" * 4000, "<script>" * 900, "$x$ {y}"])
def test_odd_texts_are_read_too(text):
    """Nothing that people can type stops an exercise."""
    assert issued(fr=text, en=text).quality > 0
