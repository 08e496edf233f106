"""Numbers in the report stay whole, with their units."""

import pytest

from reports.facts.glue import glued
from reports.figures.ink import SEMIBOLD, TITLE, width
from reports.figures.panels import _title


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("une ville de 20 000 habitants", "une ville de 20\u202f000 habitants"),
        ("au 02 61 91 24 12", "au 02\u00a061\u00a091\u00a024\u00a012"),
        ("retard de 6 h 35, soit 2 jours", "retard de 6\u00a0h\u00a035, soit 2\u00a0jours"),
        ("mar. 12 13:34", "mar. 12 13:34"),
        ("d’autres (1 message)", "d’autres (1\u00a0message)"),
        ("6e37ffd3 140a8e9b 51533aef", "6e37ffd3 140a8e9b 51533aef"),
        ("a8e1ca92 12345678 51533aef", "a8e1ca92 12345678 51533aef"),
    ],
)
def test_no_line_breaks_inside_a_number(said, shown):
    """A telephone number cut in two is a number nobody rings."""
    assert glued({"rows": [said]}) == {"rows": [shown]}


def test_long_panel_title_takes_two_lines():
    """An audience's name is read in full above its curve."""
    name = "Clients payant en plusieurs fois"
    lines = _title(name, width("Clients payant en", TITLE, SEMIBOLD))
    assert " ".join(lines) == name
    assert len(lines) == 2
