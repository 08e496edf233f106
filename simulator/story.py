"""The story: what keeps it in the news, and how its heat fades."""

import math
from typing import NamedTuple

from simulator.scenario.shapes import Story as Case

_ATTENTION_SCALE = (
    26 * 60.0
)  # page views around 89 deaths: 24, 10, 5, 2 % left at days 2-3, 4-5, 6-7, 10-11
_HEAT_SCALE = 8 * 60.0  # judgement, 4-16 h: how long newsrooms keep calling
LARGEST_NEWSWORTHINESS = 1.2
_NEVER = (-1.0, 0, 0.0)


class NewsItem(NamedTuple):
    """Something new: when, how big (1 is the break), and the entry that says so."""

    at: float
    size: float
    entry: int


def newsworthiness(case: Case) -> float:
    """Return how big a story the case is: people concerned, sensitivity, fame; at most 1.2.

    Source: judgement; a state agency hacking a maker of 2 billion cards is 1.19, a shop 0.39.
    """
    worth = 0.1 * math.log10(case.people_concerned) + 0.2 * case.sensitive + 0.2 * case.known
    return min(LARGEST_NEWSWORTHINESS, worth)


class NewsFlow:
    """What is new about the case, and how warm it still is."""

    def __init__(self, worth: float) -> None:
        """Start with nothing new; `worth` is the case's newsworthiness."""
        self.worth = worth
        self.items: list[NewsItem] = []
        # Asked several times a minute played: what was last found, by scale.
        self._found: dict[float, tuple[float, int, float]] = {}

    def add(self, at: float, size: float, entry: int) -> None:
        """Add something new."""
        self.items.append(NewsItem(at, size, entry))

    def attention(self, now: float) -> float:
        """Return how much people still look at the story."""
        return self.worth * self._left(now, _ATTENTION_SCALE)

    def heat(self, now: float) -> float:
        """Return how much newsrooms still work on it."""
        return self.worth * self._left(now, _HEAT_SCALE)

    def _left(self, now: float, scale: float) -> float:
        """Return the sizes of all items, each faded to the power -2 of its age over `scale`."""
        at, count, left = self._found.get(scale, _NEVER)
        if at != now or count != len(self.items):
            # A list: summing a generator takes half as long again.
            left = sum(
                [i.size / (1 + (now - i.at) / scale) ** 2 for i in self.items if i.at <= now]
            )
            self._found[scale] = now, len(self.items), left
        return left

    def warmest(self, now: float) -> int | None:
        """Return the entry that keeps the story warm, if anything does."""
        if not self.items:
            return None
        return max(
            self.items, key=lambda item: item.size / (1 + (now - item.at) / _HEAT_SCALE) ** 2
        ).entry
