"""One run of many, and the line it is kept in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator import run, score
from simulator.journal.entries import OpinionMeasured
from simulator.streams import SOURCES
from simulator.study.replication import POINTS, Job, Replication, digest, from_line, replicate
from tests.study.builders import PLAN, SMALL, a_run

numbers = st.floats(allow_nan=False, allow_infinity=False)
names = st.text(max_size=12)
runs = st.builds(
    Replication,
    arm=names,
    seed=st.integers(0, 2**63),
    varied=st.none() | st.sampled_from(SOURCES),
    grade=st.sampled_from("ABCDEF"),
    values=st.dictionaries(names, numbers, max_size=4),
    curves=st.dictionaries(names, st.lists(numbers, max_size=4).map(tuple), max_size=3),
)
LINE = a_run().as_line()


@settings(max_examples=40)
@given(runs)
def test_line_gives_the_run_back(kept):
    """What is on disk is what was played, to the last digit."""
    assert from_line(kept.as_line()) == kept


@settings(max_examples=40)
@given(runs)
def test_a_run_is_one_line(kept):
    """A line feed in a plan's name must not tear its runs in two."""
    assert len(kept.as_line().splitlines()) == 1


@given(st.integers(0, len(LINE) - 1))
def test_torn_line_is_refused(end):
    """A kill may come in the middle of a number, and half a number reads well."""
    with pytest.raises(ValueError, match=r"line 1 column"):
        from_line(LINE[:end])


@pytest.mark.parametrize(
    "line",
    [
        "null",
        "[]",
        "7",
        "{}",
        LINE.replace('"seed"', '"sead"'),
        LINE.replace('"grade":"B",', ""),
        LINE.replace("{", '{"more":1,', 1),
        LINE.replace('"curves":{', '"curves":{"belief":7,'),
        LINE.replace('"belief":0.0', '"belief":null'),
        LINE.replace('"belief":0.0', '"belief":"much"'),
        f"{LINE}{LINE}",
    ],
)
def test_malformed_line_is_refused(line):
    """A file that somebody has edited is played again rather than believed."""
    with pytest.raises(ValueError, match=r"not a replication|Extra data|could not convert"):
        from_line(line)


def test_values_are_those_of_the_scorecard():
    """A study says of a seed what its report would say."""
    card = score(run(SMALL, PLAN, 3), SMALL)
    kept = replicate(SMALL, PLAN, Job("plan", 3))
    axes = [kept.values[axis] for axis in ("overall", "reactivity", "transparency")]
    assert axes == [
        round(axis.score, 6) for axis in (card.overall, card.reactivity, card.transparency)
    ]
    assert kept.grade == card.overall.grade


def test_curves_go_from_start_to_end():
    """Every run has the same points, so that bands can be drawn across runs."""
    journal = run(SMALL, PLAN, 3)
    curves = digest(SMALL, journal, Job("plan", 3)).curves
    polls = journal.of(OpinionMeasured)
    assert {len(curve) for curve in curves.values()} == {POINTS}
    ends = [(round(poll.trust[0], 4), round(poll.questions_open, 4)) for poll in polls]
    found = list(zip(curves["trust.town"], curves["questions_open"], strict=True))
    assert (found[0], found[-1]) == (ends[0], ends[-1])


def test_point_of_a_curve_is_the_last_poll():
    """A figure must not show at noon what people thought at three."""
    journal = run(SMALL, PLAN, 3)
    curve = digest(SMALL, journal, Job("plan", 3)).curves["trust.shops"]
    for point in (7, 23, 41):
        moment = SMALL.horizon * point / (POINTS - 1)
        last = [poll for poll in journal.of(OpinionMeasured) if poll.at <= moment + 1e-6][-1]
        assert curve[point] == round(last.trust[2], 4)


def test_mean_leaves_small_audiences_out():
    """Among sixty people one more believer is a jump of nearly two per cent."""
    values = replicate(SMALL, PLAN, Job("plan", 3)).values
    large = (values["belief.town"] + values["belief.customers"]) / 2
    assert values["belief"] == pytest.approx(large, abs=1e-6)


@pytest.mark.parametrize("source", SOURCES)
def test_only_varied_luck_is_drawn_anew(source):
    """The split of luck compares a run with itself but for one source."""
    assert Job("plan", 3).luck == {}
    assert list(Job("plan", 3, source).luck) == [source]
    assert Job("plan", 3, source).luck[source] != 3


def test_luck_that_nobody_calls_on_changes_nothing():
    """Who orders no inquiry has none with it; the press calls whatever one does."""
    one, other = (replicate(SMALL, (), Job("plan", 3, varied)) for varied in (None, "press"))
    still = replicate(SMALL, (), Job("plan", 3, "investigation"))
    assert still.values == one.values
    assert other.values != one.values
