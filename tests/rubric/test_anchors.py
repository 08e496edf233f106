"""The verdict of practitioners on LinkedIn's notice of May 2016, and what moves it."""

from pathlib import Path

import pytest

from simulator.rubric import grade

FOLDER = Path(__file__).parent / "anchors"
EMPATHY = {
    "en": "We know how worrying this news may be for you.",
    "fr": "Nous savons combien cette nouvelle peut vous inquiéter.",
}
ADVICE = {"en": "What you can do", "fr": "Ce que vous pouvez faire"}


def notice(language):
    return (FOLDER / f"linkedin-{language}.txt").read_text(encoding="utf-8")


def without_advice(language):
    paragraphs = notice(language).split("\n\n")
    return "\n\n".join(each for each in paragraphs if not each.startswith(ADVICE[language]))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_linkedin_is_b_plus(language):
    """Everything important is there and clear; what is missing is compassion."""
    assert grade(notice(language)).communication.grade == "B+"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_empathy_makes_it_an_a(language):
    """One sincere sentence is what the B+ lacked."""
    reading = grade(f"{notice(language)}\n{EMPATHY[language]}\n")
    assert reading.communication.grade == "A"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_advice_is_worth_letters(language):
    """A notice that leaves readers without anything to do is not a good one."""
    reading = grade(without_advice(language))
    assert "advice" not in reading.found()
    assert reading.communication.score < 80


@pytest.mark.parametrize("language", ["en", "fr"])
def test_law_is_stricter(language):
    """GDPR art. 34 asks for the likely consequences, which the notice leaves out."""
    reading = grade(notice(language))
    assert "consequences" not in reading.found()
    assert reading.legal.score < reading.communication.score


@pytest.mark.parametrize(
    "text", ["", "   \n", "We take this seriously.", "Nous prenons cela très au sérieux."]
)
def test_nothing_said_is_f(text):
    """Taking things seriously tells nobody anything."""
    reading = grade(text)
    assert (reading.communication.grade, reading.legal.grade) == ("F", "F")
