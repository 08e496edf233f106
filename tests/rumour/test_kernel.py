"""What the kernel promises its caller, whatever the numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.rumour import kernel

EVERYBODY = 10**10  # As exact_below: everything is simulated event by event.


def rates(audiences=1, tell=1.0, stifle=1.0, tire=0.2, passes_on=0.5, inside=0.5, gives_up=0.3):
    row = [tell, stifle, tire, passes_on, inside, gives_up]
    return np.array([row] * audiences, dtype=np.float64)


def hazards(audiences=1, articles=0.0, account=0.0, betrayal=0.0):
    return np.array([[articles, account, betrayal]] * audiences, dtype=np.float64)


def words_drawn(people):
    """Return how many blocks of random words twenty minutes of talk among `people` take."""
    counts = np.array([[people - people // 100, people // 100, 0, 0]])
    bits = np.random.Philox(7)
    kernel.advance(counts, rates(passes_on=1.0), hazards(), 20.0, 1000, np.random.Generator(bits))
    return int(bits.state["state"]["counter"][0])


people = st.one_of(st.integers(0, 3), st.integers(0, 500), st.integers(0, 10**9))
share = st.one_of(st.just(0.0), st.just(1.0), st.floats(0, 1))
per_minute = st.one_of(st.just(0.0), st.floats(1e-6, 0.05))


@st.composite
def situations(draw):
    """Draw counts, rates and hazards of one to four audiences, extremes included."""
    audiences = draw(st.integers(1, 4))
    row = st.tuples(per_minute, per_minute, per_minute, share, share, share)
    return (
        np.array([draw(st.tuples(*[people] * 4)) for _ in range(audiences)], dtype=np.int64),
        np.array([draw(row) for _ in range(audiences)], dtype=np.float64),
        np.array([draw(st.tuples(*[per_minute] * 3)) for _ in range(audiences)], dtype=np.float64),
    )


@given(situations(), st.sampled_from([0.0, 0.5, 10.0]), st.integers(0, 2**32))
def test_nobody_appears_or_vanishes(situation, minutes, seed):
    """A share of the headcount means nothing if people leak, or if a count is negative."""
    counts, speeds, dangers = situation
    before = counts.copy()
    flows = kernel.advance(counts, speeds, dangers, minutes, 40, np.random.default_rng(seed))
    assert counts.min() >= 0
    assert flows.min() >= 0
    assert (counts.sum(axis=1) == before.sum(axis=1)).all()
    assert (before[:, 0] - counts[:, 0] == flows[:, 0] + flows[:, 1]).all()
    assert (counts[:, 3] - before[:, 3] == flows[:, 1] + flows[:, 2] - flows[:, 3]).all()


@pytest.mark.parametrize("exact_below", [0, EVERYBODY])
@pytest.mark.parametrize(
    ("counts", "dangers"),
    [
        ([500, 0, 300, 200], hazards()),
        ([0, 0, 5, 10**7], hazards(articles=1.0)),
        ([0, 0, 0, 0], hazards(articles=1.0, account=1.0, betrayal=1.0)),
        ([0, 0, 0, 9], hazards(account=1.0)),
    ],
)
def test_quiet_audience_draws_nothing(counts, dangers, exact_below):
    """Most ten-minute cells of a quiet night are free, and shift no later draw."""
    rng, untouched = np.random.default_rng(1), np.random.default_rng(1)
    flows = kernel.advance(np.array([counts]), rates(), dangers, 10.0, exact_below, rng)
    assert not flows.any()
    assert rng.bit_generator.state == untouched.bit_generator.state


def test_lone_person_meets_nobody():
    """One chief executive as an audience must not divide by zero, nor talk to himself."""
    counts = np.array([[1, 0, 0, 0], [0, 1, 0, 0]])
    speeds = rates(2, inside=1.0, tire=0.0)
    flows = kernel.advance(counts, speeds, hazards(2), 1e6, EVERYBODY, np.random.default_rng(1))
    assert not flows.any()


@pytest.mark.parametrize("exact_below", [0, EVERYBODY])
def test_everybody_hears_in_the_end(exact_below):
    """Articles that never stop reach the last ignorant: no rounding strands anybody."""
    counts = np.array([[5000, 0, 0, 0]])
    rng = np.random.default_rng(2)
    kernel.advance(counts, rates(), hazards(articles=0.01), 1e5, exact_below, rng)
    assert counts.tolist() == [[0, 0, 5000, 0]]


@pytest.mark.parametrize("exact_below", [0, EVERYBODY])
def test_flows_follow_the_moves(exact_below):
    """The journal tells who was corrected and who was betrayed from the flows alone."""
    counts = np.array([[0, 0, 0, 10_000], [0, 0, 10_000, 0]])
    dangers = np.array([[0, 0, 0.05], [0, 0.05, 0]])
    speeds = rates(2, tell=0.0, stifle=0.0, tire=0.0, inside=1.0)
    flows = kernel.advance(counts, speeds, dangers, 1.0, exact_below, np.random.default_rng(3))
    turned, gave_up = int(flows[0, 3]), int(flows[1, 2])
    assert flows.tolist() == [[0, 0, 0, turned], [0, 0, gave_up, 0]]
    assert counts[0, 1] + counts[0, 2] == turned
    assert counts[1].tolist() == [0, 0, 10_000 - gave_up, gave_up]


def test_cost_does_not_grow_with_people():
    """Two billion phone users must cost what a hundred thousand do."""
    assert words_drawn(2 * 10**9) < 1.5 * words_drawn(10**5)


def test_no_time_changes_nothing():
    """Two events at the same minute ask for an interval of length zero."""
    counts = np.array([[10**6, 10**5, 0, 0]])
    flows = kernel.advance(counts, rates(), hazards(), 0.0, 0, np.random.default_rng(4))
    assert not flows.any()
    assert counts.tolist() == [[10**6, 10**5, 0, 0]]


@pytest.mark.parametrize("minutes", [-1.0, float("nan"), float("inf")])
def test_impossible_interval_is_refused(minutes):
    """A clock that runs backwards is our mistake, and should say so at once."""
    counts = np.array([[5, 1, 0, 0]])
    with pytest.raises(ValueError, match="finite and at least 0"):
        kernel.advance(counts, rates(), hazards(), minutes, 0, np.random.default_rng(5))


def test_wrong_shape_is_refused():
    """The loops check no bounds: a missing audience would read foreign memory."""
    counts = np.array([[5, 1, 0, 0]])
    with pytest.raises(ValueError, match=r"shapes \(1, 4\), \(2, 6\), \(1, 3\)"):
        kernel.advance(counts, rates(2), hazards(), 1.0, 0, np.random.default_rng(6))
