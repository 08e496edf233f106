"""Named streams of chance: one generator a name, all from one seed."""

import numpy as np


class Streams:
    """The sources of chance of one exercise.

    A stream depends on the seed and on its own name only, so a new outlet or a changed decision
    leaves every other stream as it was: two plans can be compared under the same luck.
    """

    def __init__(self, seed: int) -> None:
        """Keep the `seed`, 0 or more."""
        self.seed = seed

    def __call__(self, name: str) -> np.random.Generator:
        """Return a fresh generator for `name`; the caller keeps it."""
        # The bytes of the name themselves, not a hash of them: two names never share a stream.
        key = tuple(name.encode())
        return np.random.Generator(
            np.random.PCG64(np.random.SeedSequence(self.seed, spawn_key=key))
        )
