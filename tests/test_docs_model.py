"""docs/model.md and docs/score.md say what the code does: their constants are read and compared."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from simulator.channels import REACH
from simulator.organisation.message import _EXTRAS, _TOPICS
from simulator.press.newsrooms import _SLOT_HOUR, NEWSROOMS
from simulator.rumour.kinds import KINDS
from simulator.scenario.kinds import DISCOVERABLE, TOPIC_WEIGHTS
from simulator.score import criteria
from simulator.score.criteria import LETTERS, RATINGS

DOCS = Path(__file__).parent.parent / "docs"
MODEL = (DOCS / "model.md").read_text("utf-8")
SCORE = (DOCS / "score.md").read_text("utf-8")
AXES = {"reactivity": criteria().reactivity, "transparency": criteria().transparency}
CRITERIA = [*criteria().reactivity, *criteria().transparency]
UNITS = {"h": 60.0, "min": 1.0, "%": 1.0, "": 1.0}


def cells(line: str) -> list[str]:
    """Return the cells of one row of a Markdown table."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def table(text: str, *head: str) -> dict[str, dict[str, str]]:
    """Return the one table whose head begins so, by the word in its first cell."""
    blocks = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    tables = [[cells(line) for line in block.splitlines()] for block in blocks]
    found = [rows for rows in tables if rows[0][: len(head)] == list(head)]
    assert len(found) == 1, f"{len(found)} tables begin with {head}"
    names, _, *rows = found[0]
    return {row[0].strip("`"): dict(zip(names, row, strict=True)) for row in rows}


def number(said: str) -> float:
    """Return a number as the code has it: hours become minutes."""
    match = re.fullmatch(r"([\d.]+) ?(h|min|%)?", said.strip())
    assert match, f"{said!r} is not a number with h, min, % or nothing after it"
    return float(match[1]) * UNITS[match[2] or ""]


def numbers(row: dict[str, str]) -> list[float]:
    """Return the numbers of a row, without its first cell."""
    return [number(cell) for cell in list(row.values())[1:]]


def named(text: str) -> list[tuple[str, str]]:
    """Return (dotted name, value as written) for every constant that a table names by its code."""
    found = []
    for line in re.findall(r"^\|.*`simulator\.[^|]*\|$", text, re.MULTILINE):
        row = cells(line)
        names, module = re.findall(r"`([^`]+)`", row[-1]), ""
        values = row[1].split(";")
        assert len(names) == len(values), f"as many values as names: {line}"
        for written, value in zip(names, values, strict=True):
            name = written
            if name.startswith("simulator."):
                module, name = re.fullmatch(r"([a-z.]+)\.(_?[A-Z].*)", name).groups()
            found.append((f"{module}:{name}", value.strip()))
    return found


def in_code(name: str) -> float:
    """Return the constant called `module:NAME`, with `.field` and `[key]` after it."""
    module, path = name.split(":")
    value = import_module(module)
    for step in re.findall(r"\w+", path):
        if isinstance(value, dict | tuple):
            value = value[int(step) if step.isdigit() else step]
        else:
            value = getattr(value, step)
    return value


def clock(hour: float | None) -> str:
    """Return a local hour as the page writes it."""
    if hour is None:
        return ""
    return f"{hour:g} h" if hour.is_integer() else f"{int(hour)}:{60 * (hour % 1):02.0f}"


@pytest.mark.parametrize("kind", KINDS)
def test_audience_kind_is_as_documented(kind):
    """Who wants to know why employees all hear it finds the true rates."""
    it = KINDS[kind]
    assert numbers(table(MODEL, "kind", "attentive")[kind]) == [
        it.attentive,
        it.passes_on,
        it.told_per_hour,
        it.tires_per_hour,
        it.inside,
        it.trust,
        it.expertise,
    ]


@pytest.mark.parametrize("kind", NEWSROOMS)
def test_newsroom_is_as_documented(kind):
    """When it prints, what it follows, how many may call, how eager it is."""
    row, newsroom = table(MODEL, "outlet")[kind], NEWSROOMS[kind]
    said = [float(row[key]) for key in ("threshold", "desks", "appetite")]
    assert said == [newsroom.threshold, newsroom.desks, newsroom.appetite]
    slot = newsroom.rhythm.removesuffix("ly").replace("three_hour", "3 h").replace("hour", "1 h")
    assert row["decides"] in (slot, clock(_SLOT_HOUR.get(newsroom.rhythm)))


def test_expert_newsrooms_are_as_documented():
    """They alone print the doubts of experts."""
    said = re.search(r"`(\w+)` and `(\w+)` are expert newsrooms", MODEL).groups()
    assert set(said) == {kind for kind, newsroom in NEWSROOMS.items() if newsroom.expert}


@pytest.mark.parametrize("kind", NEWSROOMS)
def test_reach_of_an_article_is_as_documented(kind):
    """How many an evening newscast reaches is the first thing a practitioner doubts."""
    row = table(MODEL, "outlet")[kind]
    assert {audience: float(row[audience]) for audience in KINDS} == NEWSROOMS[kind].reach


@pytest.mark.parametrize("channel", REACH)
def test_reach_of_a_channel_is_as_documented(channel):
    """A zero in the table is a channel that those people do not have."""
    row = table(MODEL, "channel", "public")[channel]
    said = {audience: float(row[audience]) for audience in KINDS}
    assert said == {audience: REACH[channel].get(audience, 0.0) for audience in KINDS}


def test_no_row_is_too_many():
    """A kind that was taken out of the code goes from the page too."""
    assert table(MODEL, "kind", "attentive").keys() == KINDS.keys()
    assert table(MODEL, "outlet").keys() == NEWSROOMS.keys()
    assert table(MODEL, "channel", "public").keys() == REACH.keys()


def test_topics_are_as_documented():
    """What the public asks, what comes out by itself, what a good message holds."""
    rows = table(MODEL, "topic", "the public asks")
    assert {topic: float(row["the public asks"]) for topic, row in rows.items()} == TOPIC_WEIGHTS
    assert {topic: float(row["in a message"]) for topic, row in rows.items()} == _TOPICS
    said = {topic for topic, row in rows.items() if row["comes out by itself"] == "yes"}
    assert said == DISCOVERABLE


def test_extras_of_a_message_are_as_documented():
    """The line below the topics, in the order of the code."""
    line = re.search(r"^Extras: .*$", MODEL, re.MULTILINE)[0]
    assert [float(n) for n in re.findall(r" (\d+)\b", line)] == list(_EXTRAS.values())


@pytest.mark.parametrize(("name", "value"), named(MODEL))
def test_named_constant_is_as_documented(name, value):
    """A constant changed in the code and not on the page would make the page lie."""
    assert number(value) == pytest.approx(in_code(name), rel=1e-9)


def test_many_constants_are_named():
    """The reading would pass in silence if it found nothing."""
    assert len(named(MODEL)) > 60


@pytest.mark.parametrize("axis", AXES)
def test_weights_are_as_documented(axis):
    """Every criterion of the data file is in the table of its axis, with its weight."""
    section = re.search(rf"^## {axis.title()}\n(.*?)(?=^## |\Z)", SCORE, re.MULTILINE | re.DOTALL)
    rows = table(section[1], "criterion", "weight")
    said = {criterion: float(row["weight"]) for criterion, row in rows.items()}
    assert said == {criterion.id: criterion.weight for criterion in AXES[axis]}


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda criterion: criterion.id)
def test_criterion_is_explained(criterion):
    """Its paragraph holds each of its constants with its value."""
    text = re.search(rf"^\*\*`{criterion.id}`\.\*\*(.*?)(?=^\*\*`|^## )", SCORE, re.M | re.S)
    assert text, f"no paragraph begins with **`{criterion.id}`.**"
    said = {name: float(n) for name, n in re.findall(r"`(\w+)`\s+(\d+(?:\.\d+)?)", text[1])}
    assert said == criterion.constants
    words = " ".join(text[1].lower().split())
    for kind, weight in criterion.audiences.items():
        assert f"{kind} {weight:g}" in words
    for kind, topics in criterion.needs.items():
        assert f"{kind}: {', '.join(topics)}" in words


def test_ratings_and_letters_are_as_documented():
    """What a B is must not depend on where one reads it."""
    rows = [cells(line) for line in re.findall(r"^\| [PSM] .*$", SCORE, re.MULTILINE)]
    assert [(float(row[1]), row[0][0]) for row in rows] == list(RATINGS)
    said = re.findall(r"\b([A-D][+-]?) \| (\d+)", SCORE)
    assert sorted((float(limit), letter) for letter, limit in said) == sorted(LETTERS)
