"""What distinguishes one kind of audience from another; the same for every scenario."""

from dataclasses import dataclass

from simulator.scenario.kinds import AudienceKind


@dataclass(frozen=True, slots=True)
class Kind:
    """How people of one kind take part in a story.

    attentive: share who follow it at all. passes_on: share of new believers who tell others.
    told_per_hour: people one spreader tells. tires_per_hour: rate of giving up. inside: share of
    talk that stays among themselves. trust: at StartEx, 0 to 1. expertise: 0 layman to 1 expert.
    """

    attentive: float
    passes_on: float
    told_per_hour: float
    tires_per_hour: float
    inside: float
    trust: float
    expertise: float


# Judgements (ranges: attentive x0.5-1.5, told x0.7-1.3, passes_on +-50 %, tires 0.15-0.5, trust
# +-0.1). One anchor: talk in large audiences is sub-critical, passes_on * told / tires near 0.5,
# the class of relaxation that attention data show (Crane & Sornette 2008, exponent -1.4).
KINDS: dict[AudienceKind, Kind] = {
    "public": Kind(0.20, 0.15, 0.85, 0.25, 0.90, 0.45, 0.1),
    "users": Kind(0.05, 0.15, 0.85, 0.25, 0.90, 0.45, 0.1),
    "customers": Kind(0.50, 0.20, 0.65, 0.25, 0.60, 0.55, 0.2),
    "clients": Kind(0.70, 0.40, 0.45, 0.25, 0.60, 0.60, 0.6),
    "employees": Kind(0.70, 0.40, 1.00, 0.25, 0.70, 0.65, 0.4),
    "investors": Kind(0.70, 0.35, 0.60, 0.25, 0.60, 0.50, 0.5),
    "authorities": Kind(0.50, 0.15, 0.50, 0.25, 0.50, 0.55, 0.6),
    "experts": Kind(0.70, 0.50, 0.70, 0.25, 0.70, 0.45, 1.0),
    "journalists": Kind(0.60, 0.40, 0.60, 0.25, 0.60, 0.50, 0.6),
}
# How much a full vacuum speeds up talk. Judgement, 0.2-1.
VACUUM_EFFECT = 0.5
# Share of believers who meet the correction and give the worst version up, before acceptance:
# with trust 0.55 and quality 0.8 about 0.16, the real-world r = 0.14-0.18 (Walter & Murphy 2018).
GIVES_UP = 0.33
# People talk less at night: hourly weights by local hour. Judgement.
_ACTIVITY = ((6.0, 0.25), (9.0, 0.9), (18.0, 1.2), (22.0, 1.6), (24.0, 0.7))
_MEAN_ACTIVITY = 0.95


def activity(hour: float) -> float:
    """Return how much people talk at a local hour; the day's mean is 1."""
    for until, weight in _ACTIVITY:
        if hour < until:
            return weight / _MEAN_ACTIVITY
    raise ValueError(f"{hour} is not an hour of the day")
