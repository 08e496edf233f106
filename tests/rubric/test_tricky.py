"""Sentences that look like one thing and say another."""

from pathlib import Path

import pytest
import yaml

from simulator.rubric import grade
from tests.rubric.measure import IDS, read_in

CASES = yaml.safe_load((Path(__file__).parent / "tricky.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("language", "text", "marks"),
    [(language, *case) for language, cases in CASES.items() for case in cases],
)
def test_sentence_is_understood(language, text, marks):
    """Negation, hearsay, addressee and condition decide what a sentence says."""
    found = read_in(grade(text, language))
    for mark in marks.split():
        assert mark[1:] in IDS
        assert (mark[1:] in found) == (mark[0] == "+"), mark
