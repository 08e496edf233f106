from hypothesis import given
from hypothesis import strategies as st

from simulator.streams import Streams

names = st.text(min_size=1, max_size=12)
seeds = st.integers(0, 2**63)


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
