"""Named streams of chance: one generator a name, all from one seed."""

from collections.abc import Mapping
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

# Where luck comes from: what people hear, what the press does, what inquiries find and when, and
# all else (who finds out a lie, harm, custom, the market).
Source = Literal["rumour", "press", "investigation", "other"]
SOURCES: tuple[Source, ...] = get_args(Source)
_OWN: dict[str, Source] = {
    "rumour": "rumour",
    "outlet": "press",
    "calls": "press",
    "call": "press",
    "investigation": "investigation",
}


def source_of(name: str) -> Source:
    """Return which source of luck a stream belongs to, by what its name begins with."""
    return _OWN.get(name.partition(".")[0], "other")


class Streams:
    """The sources of chance of one exercise.

    A stream depends on the seed and on its own name only, so a new outlet or a changed decision
    leaves every other stream as it was: two plans can be compared under the same luck.
    """

    def __init__(self, seed: int, luck: Mapping[Source, int] | None = None) -> None:
        """Keep the `seed`, 0 or more; `luck` gives some sources a seed of their own."""
        self.seed, self.luck = seed, dict(luck or {})

    def __call__(self, name: str) -> np.random.Generator:
        """Return a fresh generator for `name`; the caller keeps it."""
        seed = self.luck.get(source_of(name), self.seed)
        # The bytes of the name themselves, not a hash of them: two names never share a stream.
        words = np.concatenate([_words(seed), np.frombuffer(name.encode(), np.uint8)])
        # What numpy makes of (seed, spawn_key=bytes), one number at a time, which costs more than
        # all the rest; words it takes as they are.
        sequence = np.random.SeedSequence(words)
        return np.random.Generator(np.random.PCG64(sequence))


def _words(seed: int) -> NDArray[np.uint32]:
    """Return a seed in words of 32 bits, at least the four that numpy gives each."""
    words = max(4, -(-seed.bit_length() // 32))
    return np.frombuffer(seed.to_bytes(4 * words, "little"), "<u4").astype(np.uint32)
