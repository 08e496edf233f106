"""Posts that a scenario brings along must be of somebody, and say what they mean."""

import pytest

from simulator.errors import DrillError
from simulator.scenario import load
from tests.builders import a_scenario, a_scenario_file

BOTH = {"fr": "Un mot sur {organisation}", "en": "A word on {organisation}"}


def voice(**more):
    """Return one post as a file holds it."""
    return {"stance": "doubts", "text": BOTH, **more}


def test_a_post_loads():
    """Of anybody, of an audience, of a kind."""
    given = [voice(), voice(audience="town"), voice(kind="experts")]
    assert len(a_scenario(voices=given).voices) == 3


def test_without_posts_nothing_changes():
    """The journal holds the scenario: one that brings no posts is written as before."""
    assert "voices" not in a_scenario().model_dump(mode="json", exclude_none=True)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (voice(audience="nobody"), "'nobody' is not among the audiences"),
        (voice(audience="town", kind="public"), "both say who speaks; keep one"),
        (voice(stance="angry"), "stance"),
        (voice(text={"fr": "Ah {nom}", "en": "Oh {name}"}), "'{name}' will not be filled; write"),
        (voice(text={"fr": "x" * 501, "en": "x"}), "501 characters, at most 500 for a post"),
        (voice(text={"fr": " ", "en": "x"}), "the text is empty"),
    ],
)
def test_a_bad_post_is_refused(tmp_path, given, words):
    """At load, with what to do."""
    with pytest.raises(DrillError) as caught:
        load(a_scenario_file(tmp_path, voices=[given]))
    assert words in str(caught.value)
