"""The organisation's own channels and how many attentive people each reaches."""

from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

from simulator.scenario.kinds import PUBLIC_CHANNELS, AudienceKind, Channel
from simulator.scenario.shapes import Audience

# Share of the attentive people of each kind; judgements, +-50 %.
REACH: dict[Channel, dict[AudienceKind, float]] = {
    "press_release": {
        "public": 0.02, "users": 0.01, "customers": 0.04, "clients": 0.35, "employees": 0.3,
        "investors": 0.5, "authorities": 0.4, "experts": 0.5, "journalists": 0.9,
    },
    "social_account": {
        "public": 0.03, "users": 0.02, "customers": 0.08, "clients": 0.1, "employees": 0.3,
        "investors": 0.1, "authorities": 0.1, "experts": 0.4, "journalists": 0.6,
    },
    "direct_email": {"clients": 0.75, "customers": 0.55},
    "staff_note": {"employees": 0.85},
    "authority_note": {"authorities": 0.9},
    "investor_note": {"investors": 0.7},
}  # fmt: skip


def _met(channel: Channel, audience: Audience, addressed: Collection[str] | None) -> float:
    everybody = addressed is None or channel in PUBLIC_CHANNELS
    if not everybody and audience.id not in (addressed or ()):
        return 0.0
    return REACH[channel].get(audience.kind, 0.0)


def reach(
    audiences: tuple[Audience, ...],
    channels: Iterable[Channel],
    addressed: Collection[str] | None = None,
) -> NDArray[np.float64]:
    """Return the share of each audience that `channels` reach together, shape (audiences,).

    E-mails and notes go to the audiences `addressed`, by id; to all when it is None.
    """
    missed = np.ones(len(audiences))
    for channel in channels:
        missed *= [1 - _met(channel, audience, addressed) for audience in audiences]
    return 1 - missed


def best(
    audiences: tuple[Audience, ...],
    channels: Iterable[Channel],
    addressed: Collection[str] | None = None,
) -> NDArray[np.float64]:
    """Return the share of each audience that the best single one of `channels` reaches."""
    rows = [[_met(channel, audience, addressed) for audience in audiences] for channel in channels]
    found: NDArray[np.float64] = np.max([np.zeros(len(audiences)), *map(np.array, rows)], axis=0)
    return found
