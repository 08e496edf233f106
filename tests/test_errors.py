import pytest

from simulator.errors import DrillError, Problem, spell, wrong
from simulator.text import Text

MESSAGE = Text(fr="trop long : abréger", en="too long: shorten it")


def test_problem_says_where_and_what():
    """An editor can jump to the place, a person knows which key."""
    problem = Problem(MESSAGE, ("facts", 2, "weight"), "a.yaml", 12, 5)
    assert problem.say("en") == "a.yaml:12:5: facts[2].weight: too long: shorten it"


def test_problem_without_place_names_the_file():
    """A file that is not there has no line."""
    assert Problem(MESSAGE, file="a.yaml").say("en") == "a.yaml: too long: shorten it"


def test_problem_without_file_is_the_message():
    """What was typed on the command line has no file."""
    assert Problem(MESSAGE).say("en") == "too long: shorten it"


def test_problem_speaks_french():
    """Half of our readers do."""
    assert Problem(MESSAGE).say("fr") == "trop long\u00a0: abréger"


@pytest.mark.parametrize(
    ("path", "spelt"),
    [
        ((), ""),
        (("horizon",), "horizon"),
        (("facts", 0), "facts[0]"),
        (("story", "known"), "story.known"),
    ],
)
def test_path_is_spelt_as_written(path, spelt):
    """People look for the key as they wrote it."""
    assert spell(path) == spelt


def test_error_holds_every_problem():
    """Mending a file should take one round, not ten."""
    error = DrillError(Problem(MESSAGE, line=1, file="a"), Problem(MESSAGE, line=2, file="a"))
    assert [line[:3] for line in error.say("en").splitlines()] == ["a:1", "a:2"]


def test_wrong_is_raised_with_its_words():
    """Tests and logs read the English."""
    with pytest.raises(DrillError, match=r"^f: nothing there$"):
        raise wrong("rien", "nothing there", "f")
