"""Choices that look like chance and are not: the same words for the same journal."""

from hashlib import blake2b

_WHOLE = float(2**64)


def lot(*parts: object) -> float:
    """Return a number from 0 up to 1, always the same for the same parts."""
    return number(*parts) / _WHOLE


def number(*parts: object) -> int:
    """Return a whole number of 64 bits, always the same for the same parts."""
    text = "\0".join(map(str, parts))
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def weighed(weights: list[float], at: float) -> int:
    """Return the place that `at`, 0 to 1, falls on when each place is as wide as its weight."""
    left = at * sum(weights)
    for place, weight in enumerate(weights):
        left -= weight
        if left < 0:
            return place
    return max(range(len(weights)), key=weights.__getitem__)
