"""What holds for any text whatever."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.rubric import element_names, fault_names, grade, weights
from tests.rubric.measure import notices, reading_of

ODD = st.text(st.characters(codec=None), max_size=400) | st.text(
    "<>/&;#@. \n-*:«»\"'ab1né\ud800\u0301\u00a0", max_size=400
)
UNRELATED = {"fr": "Le marché a lieu le long du canal.", "en": "The market is held along a canal."}
LONG = {
    "one letter": "a" * 1_000_000,
    "brackets": "<" * 1_000_000,
    "open scripts": "<p>" + "<script>" * 120_000,
    "open comments": "<p><!--" * 140_000,
    "digits": "1 " * 500_000,
    "addresses": "a@a." * 250_000,
    "lines": "Aa\n" * 300_000,
    "items": "<li>nous avons" * 80_000,
    "one sentence": "données volées nous avons vos nom " * 30_000,
}


@given(ODD)
def test_any_text_is_read(text):
    """What people paste is not ours to choose; evidence always quotes what was read."""
    reading = grade(text)
    spans = [span for each in (*reading.elements, *reading.faults) for span in each.evidence]
    assert all(reading.text[span.start : span.end] == span.quote for span in spans)
    assert reading == grade(text)


@pytest.mark.parametrize("kind", LONG)
def test_long_text_is_cut(kind):
    """A megabyte of anything is read up to a bound, and the reader is told."""
    reading = grade(LONG[kind])
    assert len(reading.text) <= 40_000
    assert any("very long" in note.en.lower() for note in reading.notes)


@pytest.mark.parametrize("notice", notices(), ids=lambda notice: notice.name)
def test_unrelated_sentence_removes_nothing(notice):
    """Saying more does not unsay what was said."""
    longer = grade(f"{notice.text}\n\n{UNRELATED[notice.language]}\n")
    assert reading_of(notice.name).found() <= longer.found()


@given(st.sets(st.sampled_from(sorted(element_names()))), st.sampled_from(sorted(element_names())))
def test_more_elements_score_no_less(found, another):
    """A team never loses by adding something that is asked for."""
    for faults in (set(), set(fault_names())):
        before = weights.communication(found, faults).score
        assert weights.communication(found | {another}, faults).score >= before
    assert weights.legal(found | {another}).score >= weights.legal(found).score


@settings(max_examples=20)
@given(st.sampled_from(notices()), st.sampled_from(["\u00a0", "\u202f", "  "]))
def test_spaces_change_nothing(notice, space):
    """French spacing and double spaces are typography."""
    changed = (
        notice.text.replace(" ", space) if space == "  " else notice.text.replace(" :", f"{space}:")
    )
    assert grade(changed).found() == reading_of(notice.name).found()


def test_json_has_the_contract():
    """`cellule grade --json` prints this and nothing else."""
    data = grade("Des pirates ont volé vos noms et vos adresses le 3 mai.").as_json()
    assert set(data) >= {"communication", "legal", "elements", "faults", "readability"}
    assert set(data["communication"]) == set(data["legal"]) == {"grade", "score"}
    assert [element["id"] for element in data["elements"]] == list(element_names())
    assert all(set(element) == {"id", "found", "evidence"} for element in data["elements"])
