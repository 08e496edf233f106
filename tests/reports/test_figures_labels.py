"""Labels beside an axis: the greedy rule of their placement."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.figures.ink import fitted, width
from reports.figures.labels import Label, part, place

EDGE = 170.0
SOME = st.builds(
    Label,
    st.floats(0, EDGE),
    st.text("abcdefghij ", min_size=1, max_size=40).map(lambda text: f"|{text}|"),
    st.integers(0, 100).map(float),
)


@given(st.lists(SOME, max_size=20))
def test_labels_never_touch(labels):
    """Nor does a leader cross a label: the eye could not tell which is whose."""
    placed = place(labels, 9, 7, EDGE)
    for one in placed:
        assert -0.1 <= one.left <= one.right <= EDGE + 0.1
        for two in placed:
            if one.lane == two.lane and one is not two:
                assert one.right < two.left or two.right < one.left
            if one.lane > two.lane and one.label.x != two.label.x:
                assert not two.left < one.label.x < two.right


def test_the_most_important_stays():
    """With one lane only one of a crowd is named: the break, not a post."""
    crowd = [Label(5 + n / 10, f"label {n}", float(n)) for n in range(5)]
    assert [one.label.rank for one in place(crowd, 9, 1, EDGE)] == [4.0]


def test_a_late_label_turns_left():
    """Near the right edge there is no room to the right."""
    (early,) = place([Label(10, "early", 1)], 9, 7, EDGE)
    (late,) = place([Label(165, "rather late", 1)], 9, 7, EDGE)
    assert (early.align, late.align) == ("left", "right")


@pytest.mark.parametrize("places", [[5.0, 5.0, 5.0], [0.0, 0.1, 39.9, 40.0], [20.0]])
def test_blocks_step_aside(places):
    """Numbered acts close in time stand beside each other, within their frame."""
    moved = part(places, [3.0] * len(places), (0.0, 40.0))
    assert all(b - a >= 3 - 1e-9 for a, b in pairwise(moved))
    assert moved[0] >= 1.5
    assert moved[-1] <= 38.5


def test_a_pair_parts_symmetrically():
    """Neither block then seems to be the one that is in its place."""
    assert part([20.0, 20.0], [3.0, 3.0], (0.0, 40.0)) == pytest.approx([18.5, 21.5])


def test_a_long_text_is_fitted():
    """A name of any length stays in its column."""
    assert width(fitted("x" * 500, 30, 8), 8) <= 30
    assert fitted("court", 30, 8) == "court"
