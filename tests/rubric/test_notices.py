"""The rubric against notices read by a careful reader."""

import pytest

from tests.rubric.measure import IDS, PARTS, counts, notices, reading_of

LEAST = 0.85
# The form of a short or dense text is judged by limits, so its negatives are few and far apart.
LEAST_OF_EACH = 8


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("parts", [PARTS[:1], PARTS[1:]], ids=["seen", "unseen"])
@pytest.mark.parametrize("id", IDS)
def test_elements_are_found(id, parts, language):
    """A verdict is worth what its elements are worth."""
    count = counts(language, parts)[id]
    assert count.precision >= LEAST, count.where
    assert count.recall >= LEAST, count.where


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("id", IDS)
def test_examples_are_enough(id, language):
    """Precision over two notices says nothing."""
    expected = [id in notice.expected for notice in notices() if notice.language == language]
    assert min(expected.count(True), expected.count(False)) >= LEAST_OF_EACH


@pytest.mark.parametrize("name", [notice.name for notice in notices()])
def test_language_is_recognised(name):
    """A notice read in the wrong language holds nothing."""
    assert reading_of(name).language == name[:2]


@pytest.mark.parametrize("name", [notice.name for notice in notices()])
def test_evidence_is_quoted(name):
    """Whoever contests an element can look at the words that earned it."""
    reading = reading_of(name)
    spans = [span for each in (*reading.elements, *reading.faults) for span in each.evidence]
    assert all(reading.text[span.start : span.end] == span.quote for span in spans)
