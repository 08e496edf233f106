import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from simulator.text import Text, capital, spaced

THIN, FULL = "\u202f", "\u00a0"


def test_each_language_gets_its_text():
    """A reader who chose English must not meet French."""
    text = Text(fr="bonjour", en="hello")
    assert (text.say("fr"), text.say("en")) == ("bonjour", "hello")


def test_names_are_filled_in():
    """One sentence serves every outlet."""
    text = Text(fr="{outlet} appelle", en="{outlet} calls")
    assert text.say("en", outlet="La Gazette") == "La Gazette calls"


def test_braces_stay_without_values():
    """What a facilitator typed is no template."""
    assert Text(fr="{x}", en="{x}").say("en") == "{x}"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Quand ?", f"Quand{THIN}?"),
        ("Vite !", f"Vite{THIN}!"),
        ("ici ; là", f"ici{THIN}; là"),
        ("Dit : rien", f"Dit{FULL}: rien"),
        ("12 %", f"12{FULL}%"),
        ("« oui »", f"«{FULL}oui{FULL}»"),
        ("à 11 h 30", f"à 11{FULL}h 30"),
        ("5 min, 3 M€", f"5{FULL}min, 3{FULL}M€"),
        ("2 hommes", "2 hommes"),
        ("http://a", "http://a"),
    ],
)
def test_french_gets_its_spaces(typed, shown):
    """A question mark alone at the start of a line looks careless."""
    assert Text(fr=typed, en="").say("fr") == shown


def test_english_keeps_its_spaces():
    """English has no such spaces to mend."""
    assert Text(fr="", en="12 % : why ?").say("en") == "12 % : why ?"


@given(st.text())
def test_spacing_changes_spaces_only(text):
    """Typography must never change a word."""
    ordinary = str.maketrans({THIN: " ", FULL: " "})
    assert spaced(text).translate(ordinary) == text.translate(ordinary)


@given(st.text(alphabet=" ;?!:%»«ab3h"))
def test_spacing_twice_changes_nothing(text):
    """A sentence may pass through several hands."""
    assert spaced(spaced(text)) == spaced(text)


@pytest.mark.parametrize("given_", [{"fr": "a"}, {"fr": "a", "en": "b", "de": "c"}, {"fr": 1}])
def test_both_languages_are_needed(given_):
    """A text in one language would leave half of the readers with nothing."""
    with pytest.raises(ValidationError, match=r"Text"):
        Text.model_validate(given_)


def test_a_capital_changes_only_the_first_letter():
    """'SIM maker' keeps its capitals, and an empty text stays empty."""
    assert [capital(text) for text in ("état des SIM", "", "À")] == ["État des SIM", "", "À"]
