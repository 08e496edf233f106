import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator import Exercise, run
from simulator.streams import SOURCES, Streams, source_of
from tests.builders import a_scenario, decided

names = st.text(min_size=1, max_size=12)
seeds = st.integers(0, 2**63)
ours = st.sampled_from(["rumour", "outlet.gazette", "calls.agency", "investigation.log", "market"])


@given(seeds, names, names)
def test_two_names_never_share_numbers(seed, one, other):
    """Two outlets that draw the same luck would call in chorus."""
    streams = Streams(seed)
    same = streams(one).random(4).tolist() == streams(other).random(4).tolist()
    assert same == (one == other)


@given(seeds, st.lists(names, unique=True, min_size=2, max_size=5), st.randoms())
def test_order_of_asking_does_not_matter(seed, asked, chance):
    """A new outlet, or a decision taken earlier, must not change anybody else's luck."""
    first = {name: Streams(seed)(name).random() for name in asked}
    chance.shuffle(asked)
    streams = Streams(seed)
    assert {name: streams(name).random() for name in asked} == first


@given(seeds, names)
def test_seed_chooses_the_luck(seed, name):
    """Another seed is another exercise."""
    assert Streams(seed)(name).random() != Streams(seed + 1)(name).random()


def test_streams_keep_their_bits():
    """The same scenario, seed and decisions give the same journal on every machine."""
    bits = Streams(7)("rumour").bit_generator.random_raw(2).tolist()
    assert bits == [2716670942513645029, 6135303404948387036]


@given(seeds | st.integers(2**31, 2**200), names | ours)
def test_stream_is_what_numpy_spawns(seed, name):
    """The words are those of the public way, spawn_key, on every release of numpy."""
    spawned = np.random.SeedSequence(seed, spawn_key=tuple(name.encode()))
    state = Streams(seed)(name).bit_generator.state
    assert state == np.random.PCG64(spawned).state


@given(seeds, st.sampled_from(SOURCES), names | ours)
def test_luck_of_one_source_is_its_own(seed, source, name):
    """Other luck with the press leaves the rumour, the inquiries and all else as they were."""
    plain, lucky = Streams(seed)(name), Streams(seed, {source: seed + 1})(name)
    same = plain.random(4).tolist() == lucky.random(4).tolist()
    assert same == (source_of(name) != source)


@given(seeds, seeds, names | ours)
def test_source_draws_as_its_seed_does(seed, other, name):
    """The luck of a source is that of the exercise which has this seed."""
    lucky = Streams(seed, {source_of(name): other})(name)
    assert lucky.random() == Streams(other)(name).random()


@given(seeds, names | ours)
def test_no_luck_given_changes_nothing(seed, name):
    """An exercise is what it was before luck could be set by source."""
    number = Streams(seed)(name).random()
    assert {Streams(seed, luck)(name).random() for luck in (None, {})} == {number}


def test_exercise_without_luck_is_the_plain_run():
    """Studies and single exercises play the same."""
    scenario = a_scenario()
    exercise = Exercise(scenario, 7, decided(scenario), {})
    exercise.advance(scenario.horizon)
    assert exercise.journal == run(scenario, decided(scenario), 7)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("rumour", "rumour"),
        ("outlet.gazette", "press"),
        ("calls.gazette", "press"),
        ("call.gazette-1", "press"),
        ("investigation.how-many", "investigation"),
        ("truth.nothing-stolen", "other"),
        ("rumoured", "other"),
        ("market", "other"),
        ("", "other"),
    ],
)
def test_every_stream_has_a_source(name, source):
    """The first word of its name says whose luck it is; a new one is 'other'."""
    assert source_of(name) == source
