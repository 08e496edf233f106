"""Two plans under the same luck."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.study.compare import COMPARED, compare, difference, jobs
from simulator.study.intervals import Interval
from simulator.study.workers import Alone
from tests.study.builders import PLAN, a_design, a_run

points = st.floats(0, 100)
two_arms = st.lists(st.tuples(points, points), min_size=1, max_size=12)


def arm(name, *values, axis="overall"):
    return {seed: a_run(name, seed, **{axis: value}) for seed, value in enumerate(values)}


@given(two_arms)
def test_the_other_way_round_is_the_opposite(pairs):
    """Which plan is named first decides nothing."""
    mine, theirs = arm("a", *(a for a, _ in pairs)), arm("b", *(b for _, b in pairs))
    forth = difference("a", "b", mine, theirs).values["overall"]
    back = difference("b", "a", theirs, mine).values["overall"]
    opposite = Interval(-back.value, -back.high, -back.low)
    assert (forth.value, forth.low, forth.high) == pytest.approx(
        (opposite.value, opposite.low, opposite.high)
    )


def test_identical_plans_differ_by_nothing():
    """The same seed is the same luck: what is left is the plan, and here there is none."""
    design = a_design(one=PLAN, other=PLAN)
    (found,) = compare(Alone().play(design, jobs(design, range(3)))).differences
    assert found.values == dict.fromkeys(COMPARED, Interval(0.0, 0.0, 0.0))
    assert not found.dominates


def test_luck_that_both_share_drops_out():
    """Five points are five points in good runs and in bad ones."""
    luck = (12.0, 55.0, 90.0)
    found = difference("a", "b", arm("a", *(x + 5 for x in luck)), arm("b", *luck))
    assert found.values["overall"] == Interval(5.0, 5.0, 5.0)


def test_speaking_is_worth_more_than_silence():
    """The real thing: the small plan against saying nothing."""
    design = a_design(silence=(), plan=PLAN)
    (found,) = compare(Alone().play(design, jobs(design, range(4)))).differences
    assert (found.of, found.over) == ("plan", "silence")
    assert found.values["overall"].low > 0
    assert found.dominates


def test_every_later_plan_meets_the_first():
    """The first plan named is the one in question."""
    runs = [a_run(name, seed) for seed in range(3) for name in ("ours", "b", "c")]
    found = compare(runs)
    assert [(d.of, d.over) for d in found.differences] == [("b", "ours"), ("c", "ours")]
    assert (found.runs, list(found.spreads)) == (3, ["ours", "b", "c"])


def test_order_of_runs_does_not_matter():
    """Pairs are found by their seeds."""
    runs = [a_run(a, s, overall=s * (1 + (a == "b"))) for s in range(5) for a in ("a", "b")]
    mixed = [runs[0], *runs[:0:-1]]
    (one,), (other,) = compare(runs).differences, compare(mixed).differences
    assert one.values["overall"].value == pytest.approx(other.values["overall"].value)


def test_seeds_met_by_one_alone_do_not_count():
    """A study that was stopped half-way compares what can be compared."""
    found = difference("a", "b", arm("a", 3.0, 4.0, 100.0), arm("b", 1.0, 2.0))
    assert found.values["overall"].value == 2.0


@pytest.mark.parametrize(("ahead", "dominates"), [(20, True), (19, True), (18, False), (0, False)])
def test_dominating_is_nineteen_of_twenty(ahead, dominates):
    """'Better whatever happens' allows for one bad day in twenty."""
    better = {"reactivity": 60.0, "transparency": 60.0}
    mine = {s: a_run("a", s, **(better if s < ahead else {})) for s in range(20)}
    theirs = {s: a_run("b", s, reactivity=50.0, transparency=50.0) for s in range(20)}
    found = difference("a", "b", mine, theirs)
    assert (found.both_axes.value, found.dominates) == (ahead / 20, dominates)


def test_better_on_one_axis_is_not_better():
    """Fast and opaque does not beat slow and open."""
    mine = {s: a_run("a", s, reactivity=90.0, transparency=10.0) for s in range(5)}
    theirs = {s: a_run("b", s, reactivity=10.0, transparency=20.0) for s in range(5)}
    assert difference("a", "b", mine, theirs).both_axes.value == 0


def test_level_is_not_ahead():
    """Against itself no plan wins."""
    both = arm("a", 50.0, 60.0, axis="reactivity")
    assert difference("a", "a", both, both).both_axes.value == 0
