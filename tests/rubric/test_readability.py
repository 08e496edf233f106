"""Syllables, and the two formulas."""

import pytest

from simulator.rubric import grade
from simulator.rubric.readability import syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("le", 1), ("cause", 1), ("données", 2), ("adresse", 2), ("adresses", 2), ("volée", 2),
        ("étaient", 2), ("voient", 1), ("récent", 2), ("établissement", 5), ("qui", 1),
        ("créer", 2), ("naïf", 2), ("eau", 1), ("mot", 1), ("passe", 1), ("personne", 2),
        ("informèrent", 3), ("finissent", 2), ("guerre", 1),
    ],
)  # fmt: skip
def test_french_mute_e_is_not_spoken(word, count):
    """A final -e, -es and the -ent of verbs in -aient, -oient, -èrent, -ssent are silent."""
    assert syllables(word, "fr") == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("data", 2), ("stole", 1), ("table", 2), ("changed", 1), ("wanted", 2), ("breaches", 2),
     ("the", 1), ("account", 2), ("people", 2), ("files", 1)],
)  # fmt: skip
def test_english_silent_e_is_not_spoken(word, count):
    """Silent endings would make every text look harder than it is."""
    assert syllables(word, "en") == count


def test_flesch_is_computed():
    """206.835 - 1.015 * 6 words a sentence - 84.6 * 1 syllable a word."""
    text = "The cat sat on the mat. The dog lay on the rug."
    assert grade(text, "en").readability.value == pytest.approx(206.835 - 1.015 * 6 - 84.6, abs=0.1)


def test_kandel_moles_is_computed():
    """207 - 1.015 * 5 words a sentence - 73.6 * 1 syllable a word."""
    text = "Le chat dort sur lui. Le chien boit son eau."
    assert grade(text, "fr").readability.value == pytest.approx(207 - 1.015 * 5 - 73.6, abs=0.1)


def test_dense_text_is_not_plain():
    """One sentence of eighty learned words is not written for the people concerned."""
    dense = "Pursuant to the aforementioned provisions " + "encompassing confidentiality " * 20
    assert "plain_language" not in grade(dense + ".", "en").found()
