"""What distinguishes one kind of outlet from another; the same for every scenario."""

import math
from typing import Literal, NamedTuple

from simulator.scenario.kinds import AudienceKind, OutletKind
from simulator.times import Clock

Rhythm = Literal["hourly", "three_hourly", "evening_paper", "evening_news", "morning", "midday"]


class Newsroom(NamedTuple):
    """How one kind of outlet works.

    threshold: newsworthiness at which half of them take a story up. desks: journalists who may
    call. attention: minutes over which an article is read, the scale of its Lomax law. reach:
    share of the attentive people of each kind of audience that one article reaches.
    """

    rhythm: Rhythm
    threshold: float
    desks: int
    appetite: float
    attention: float
    expert: bool
    reach: dict[AudienceKind, float]


_ON_SCREEN, _ON_PAPER = 30.0, 180.0


def _reach(*shares: float) -> dict[AudienceKind, float]:
    kinds: tuple[AudienceKind, ...] = (
        "public",
        "users",
        "customers",
        "clients",
        "employees",
        "investors",
        "authorities",
        "experts",
        "journalists",
    )
    return dict(zip(kinds, shares, strict=True))


# Judgements (reach +-50 %, appetite x0.5-2); audience figures of single outlets are public, those
# of one article are not.
NEWSROOMS: dict[OutletKind, Newsroom] = {
    "wire": Newsroom(
        "hourly",
        0.70,
        5,
        0.15,
        _ON_SCREEN,
        False,
        _reach(0.01, 0.01, 0, 0.15, 0.05, 0.5, 0.3, 0.2, 0.8),
    ),
    "online": Newsroom(
        "three_hourly",
        0.65,
        8,
        0.35,
        _ON_SCREEN,
        False,
        _reach(0.06, 0.05, 0.06, 0.25, 0.25, 0.3, 0.2, 0.3, 0.5),
    ),
    "daily": Newsroom(
        "evening_paper",
        0.75,
        6,
        1.0,
        _ON_PAPER,
        False,
        _reach(0.06, 0.04, 0.06, 0.25, 0.2, 0.35, 0.4, 0.15, 0.5),
    ),
    "business": Newsroom(
        "evening_paper",
        0.75,
        6,
        1.0,
        _ON_PAPER,
        False,
        _reach(0.02, 0.01, 0.02, 0.4, 0.2, 0.6, 0.3, 0.1, 0.4),
    ),
    "evening_news": Newsroom(
        "evening_news",
        0.85,
        4,
        1.0,
        _ON_PAPER,
        False,
        _reach(0.25, 0.15, 0.2, 0.2, 0.3, 0.2, 0.3, 0.1, 0.4),
    ),
    "radio": Newsroom(
        "morning",
        0.85,
        3,
        1.0,
        _ON_PAPER,
        False,
        _reach(0.15, 0.1, 0.12, 0.15, 0.2, 0.2, 0.3, 0.05, 0.3),
    ),
    "trade": Newsroom(
        "midday",
        0.50,
        6,
        1.0,
        _ON_PAPER,
        True,
        _reach(0.01, 0.01, 0.02, 0.4, 0.2, 0.15, 0.1, 0.6, 0.3),
    ),
    "international": Newsroom(
        "three_hourly",
        1.00,
        8,
        0.35,
        _ON_SCREEN,
        False,
        _reach(0.03, 0.05, 0.01, 0.35, 0.2, 0.3, 0.3, 0.4, 0.5),
    ),
    "investigative": Newsroom(
        "midday", 1.05, 2, 1.0, _ON_PAPER, True, _reach(0.02, 0.02, 0, 0.2, 0.1, 0.1, 0.2, 0.6, 0.5)
    ),
    "local": Newsroom(
        "evening_paper",
        0.30,
        1,
        1.0,
        _ON_PAPER,
        False,
        _reach(0.25, 0, 0.15, 0.2, 0.5, 0, 0.3, 0, 0.8),
    ),
}
_SLOT_HOUR = {"evening_paper": 22.0, "evening_news": 20.0, "morning": 7.5, "midday": 11.0}
_TAKE_UP_WIDTH = 0.08


def take_up_chance(newsroom: Newsroom, worth: float) -> float:
    """Return the chance that a newsroom follows a story of newsworthiness `worth`."""
    return 1 / (1 + math.exp(-(worth - newsroom.threshold) / _TAKE_UP_WIDTH))


def next_slot(rhythm: Rhythm, now: float, clock: Clock) -> float:
    """Return the minute at which a newsroom next decides what to print."""
    if rhythm == "hourly":
        return now + 60
    if rhythm == "three_hourly":
        slot = now + 180
        return slot if 7 <= clock.hour(slot) <= 22 else clock.next_hour(now, 7)
    return clock.next_hour(now, _SLOT_HOUR[rhythm])


def press_activity(hour: float, weekend: bool) -> float:
    """Return how busy newsrooms are at a local hour, 0 to 1. Judgement."""
    busy = 0.05 if hour < 7 else 1.0 if hour < 20 else 0.35
    return busy * (0.4 if weekend else 1.0)


# What press_activity comes to over the 24 hours of a weekday.
_USUAL = (7 * 0.05 + 13 * 1.0 + 4 * 0.35) / 24


def digging(hour: float) -> float:
    """Return how much is found out at a local hour, as a multiple of a day's mean.

    Sources and online sleuths keep no weekend.
    """
    return press_activity(hour, False) / _USUAL
