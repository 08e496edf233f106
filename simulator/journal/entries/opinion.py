"""What people think and do: trust, belief, harm, custom."""

from dataclasses import dataclass
from typing import ClassVar

from simulator.journal.entries.base import Entry, Shares


@dataclass(init=False, repr=False, eq=False)
class TrustMoved(Entry):
    """Trust changed by so much in each audience, -1 to 1; audiences unmoved are left out."""

    kind: ClassVar[str] = "trust_moved"
    why: str
    change: Shares


@dataclass(init=False, repr=False, eq=False)
class OpinionMeasured(Entry):
    """What a perfect poll would find, in the scenario's order of audiences.

    `spreaders`, `stiflers`, `informed`: people. `new_believers` since the last measure. `misled`:
    people holding an account that is false or was asserted beyond what was known. `trust`,
    `vacuum`, `questions_open`: 0 to 1. `abnormal_return`: per cent, 0 when not listed.
    """

    kind: ClassVar[str] = "opinion_measured"
    spreaders: tuple[int, ...]
    stiflers: tuple[int, ...]
    informed: tuple[int, ...]
    new_believers: tuple[int, ...]
    misled: tuple[int, ...]
    trust: tuple[float, ...]
    vacuum: float
    questions_open: float
    heat: float
    attention: float
    abnormal_return: float


@dataclass(init=False, repr=False, eq=False)
class HarmCounted(Entry):
    """People harmed so far by what was taken from them, before they could protect themselves.

    By audience, people; `warned` is the share of those at risk who know what to do, 0 to 1.
    """

    kind: ClassVar[str] = "harm_counted"
    harmed: dict[str, int]
    warned: Shares


@dataclass(init=False, repr=False, eq=False)
class CustomersCounted(Entry):
    """Customers who have left so far, and who have come back, by audience; people."""

    kind: ClassVar[str] = "customers_counted"
    left: dict[str, int]
    returned: dict[str, int]
