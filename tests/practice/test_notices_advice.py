"""What a review of LinkedIn's notice of 2016 praises and misses: each thing earns its points."""

from pathlib import Path

import pytest
import yaml

from bench.plans import only
from simulator import load, load_decisions
from simulator.cli.start import status_of
from simulator.rubric import Reading, grade

IMPORTANT = ("what_happened", "dates", "data_concerned", "cause", "measures", "advice", "contact")
PARTS = yaml.safe_load((Path(__file__).parent / "notice.yaml").read_text(encoding="utf-8"))

in_both_languages = pytest.mark.parametrize("language", ["en", "fr"])


def as_sent(language: str) -> str:
    """Return the network's letter of 25 May 2016, as the case tells it."""
    decisions = load_decisions(load("linkedin-2016"), "historical")
    return only(decisions, "members-mail")[0].text.say(language)


def notice(language: str, *, less: str = "", more: str = "") -> str:
    """Return the notice with one thing left out or added."""
    kept = {f"+{more}"} | {part for part in PARTS[language] if part[0] != "+"} - {less}
    return "\n\n".join(text for part, text in PARTS[language].items() if part in kept)


def unheaded(language: str) -> str:
    """Return the notice without its headings."""
    return "\n\n".join(each.split("\n", 1)[1] for each in notice(language).split("\n\n"))


def missed(language: str, thin: Reading) -> frozenset[str]:
    """Return what the whole notice holds and this reading of a thinner one does not."""
    return grade(notice(language)).found() - thin.found()


def earns(language: str, part: str) -> bool:
    """Return whether a notice without this part lacks that alone, and falls below a B."""
    thin = grade(notice(language, less=part))
    return missed(language, thin) == {part} and thin.communication.score < 83


@in_both_languages
def test_a_solid_b_plus(language):
    """The letter as it was sent, and any other that holds the same things."""
    assert grade(as_sent(language)).communication.grade == "B+"
    assert grade(notice(language)).communication.grade == "B+"


@in_both_languages
@pytest.mark.parametrize("part", IMPORTANT[:3])
def test_all_that_matters_is_there(language, part):
    """What happened, since when, and to which data."""
    assert earns(language, part)


@in_both_languages
def test_the_cause_is_told(language):
    """How it could happen."""
    assert earns(language, "cause")


@in_both_languages
def test_the_measures_are_told(language):
    """What was done about it."""
    assert earns(language, "measures")


@in_both_languages
def test_the_steps_to_take_are_told(language):
    """What the holder of an account must do."""
    assert earns(language, "advice")


@in_both_languages
def test_where_to_ask_and_to_read_more(language):
    """Somewhere to put questions or to learn more."""
    assert earns(language, "contact")


@in_both_languages
def test_set_out_clearly(language):
    """Headings guide the reader: the same sentences without them lose the plus."""
    bare = grade(unheaded(language))
    assert missed(language, bare) == {"structure"}
    assert bare.communication.grade == "B"


@in_both_languages
def test_easy_to_understand(language):
    """One sentence of legalese, and the notice is no longer for everyone."""
    learned = grade(notice(language, more="legalese"))
    assert missed(language, learned) == {"plain_language"}
    assert learned.communication.grade == "B"
    assert learned.legal.score < grade(notice(language)).legal.score


@in_both_languages
def test_a_touch_of_compassion(language):
    """All that stood between the letter and an A."""
    warm = f"{as_sent(language)}\n\n{PARTS[language]['+empathy']}"
    assert "empathy" not in grade(as_sent(language)).found()
    assert grade(warm).communication.grade == "A"
    assert grade(notice(language, more="empathy")).communication.grade == "A"


@in_both_languages
def test_its_lack_is_not_crucial(language):
    """Compassion is worth less than any of the important things, and still moves the letter."""
    whole = grade(notice(language)).communication.score
    warm = grade(notice(language, more="empathy")).communication.score
    thin = [grade(notice(language, less=part)).communication.score for part in IMPORTANT]
    assert 3 < warm - whole < whole - max(thin)


@in_both_languages
def test_likely_consequences(language):
    """The review does not ask for them, the law does."""
    whole, told = grade(notice(language)), grade(notice(language, more="consequences"))
    assert told.legal.score > whole.legal.score + 15
    assert told.communication.score > whole.communication.score


def test_having_one_s_notice_gone_over(capsys, tmp_path):
    """Whoever writes one can ask what it holds, what it lacks and what it is worth."""
    file = tmp_path / "notice.txt"
    file.write_text(as_sent("en"), encoding="utf-8")
    assert status_of(["--lang", "en", "grade", str(file)]) == 0
    page = capsys.readouterr().out
    assert "B+" in page
    assert "- Empathy" in page
    assert "+ Advice to the reader" in page
