"""What a search may turn in a plan: every knob by name, with its choices; None leaves it as is."""

from collections.abc import Iterator, Mapping

from simulator.channels import REACH
from simulator.scenario import Decision, Scenario
from simulator.scenario.decisions import (
    HoldConference,
    Message,
    NameSpokespeople,
    OpenHelpline,
    Publish,
    ResizeHelpline,
)
from simulator.scenario.kinds import DIRECTION, PUBLIC_CHANNELS, Channel
from simulator.study.design import Plan

Choice = str | int | None
Choices = tuple[Choice, ...]
Knobs = Mapping[str, Choices]
Turned = Mapping[str, Choice]

_HOUR = 60
SHIFTS = (-6 * _HOUR, -3 * _HOUR, -_HOUR, -30, 30, _HOUR, 3 * _HOUR, 6 * _HOUR)
# Of a word of one's own beside those of the plan, minutes from when the story breaks.
FIRST_WORDS = (-_HOUR, 15, 30, _HOUR, 2 * _HOUR)
_UPDATES = (1, 2, 3, 4)
_UPDATE_HOURS = (8, 12, 17, 20)
_CONFERENCE_HOURS = (12, 24, 48)
_AGENTS = (1, 5, 20, 50)


def knobs(scenario: Scenario, plan: Plan) -> Knobs:
    """Return every knob of a plan; each has at least one choice beside None."""
    found = {name: (None, *others) for name, others in _all(scenario, plan) if others}
    return dict(sorted(found.items()))


def _all(scenario: Scenario, plan: Plan) -> Iterator[tuple[str, Choices]]:
    yield from _whole(scenario, plan)
    for decision in (each for each in plan if each.do not in DIRECTION):
        for what, others in _single(scenario, decision):
            yield f"{what}:{decision.id}", others


def _whole(scenario: Scenario, plan: Plan) -> Iterator[tuple[str, Choices]]:
    """Yield the knobs of the plan as a whole."""
    moments = (scenario.breaks + minutes for minutes in FIRST_WORDS)
    fits = (0 <= moment < scenario.horizon for moment in moments)
    yield "first-word", tuple(m for m, fit in zip(FIRST_WORDS, fits, strict=True) if fit)
    yield "updates", _UPDATES
    yield "updates-hour", _UPDATE_HOURS
    yield "responsibility", ("owned", "neutral")
    yield "empathy", ("everywhere", "nowhere")
    if scenario.organisation.spokespeople and not any(d.do == "hold_conference" for d in plan):
        yield "conference", _CONFERENCE_HOURS
    if scenario.data_taken and not any(d.do == "open_helpline" for d in plan):
        yield "helpline", _AGENTS


def _single(scenario: Scenario, decision: Decision) -> Iterator[tuple[str, Choices]]:
    """Yield the knobs of one decision."""
    yield "at", tuple(m for m in SHIFTS if 0 <= decision.at + m < scenario.horizon)
    if isinstance(decision, Message):
        yield "keep", ("drop",)
        yield "next", ("none",) if decision.next_update is not None else ("next",)
        yield "facts", ("all", "bare")
    if isinstance(decision, Publish):
        yield "channels", _channels(scenario, decision)
        yield "audiences", _audiences(scenario, decision)
    if isinstance(decision, NameSpokespeople | HoldConference):
        most = len(scenario.organisation.spokespeople[:10])
        yield "people", tuple(n for n in range(1, most + 1) if n != len(_people(decision)))
    if isinstance(decision, OpenHelpline | ResizeHelpline):
        yield "agents", tuple(sorted({max(1, decision.agents // 2), decision.agents * 2}))


def _people(decision: NameSpokespeople | HoldConference) -> tuple[str, ...]:
    if isinstance(decision, NameSpokespeople):
        return decision.spokespeople
    return decision.speakers


def possible_channels(scenario: Scenario) -> tuple[Channel, ...]:
    """Return the channels that reach somebody of the case."""
    kinds = {audience.kind for audience in scenario.audiences}
    return tuple(channel for channel, reach in REACH.items() if kinds & reach.keys())


def _channels(scenario: Scenario, decision: Publish) -> tuple[str, ...]:
    more = (f"+{c}" for c in possible_channels(scenario) if c not in decision.channels)
    less = (f"-{c}" for c in decision.channels if len(decision.channels) > 1)
    return (*more, *less)


def _audiences(scenario: Scenario, decision: Publish) -> tuple[str, ...]:
    """Return who may be left out of the mailings, and that everybody gets them."""
    addressed = addressees(scenario, decision)
    everyone = ("everyone",) if decision.audiences is not None else ()
    return (*everyone, *(f"-{name}" for name in addressed if len(addressed) > 1))


def addressees(scenario: Scenario, decision: Publish) -> tuple[str, ...]:
    """Return the audiences that the e-mails and notes of a word go to."""
    private = [REACH[c] for c in decision.channels if c not in PUBLIC_CHANNELS]
    kinds = {kind for reach in private for kind in reach}
    within = (a for a in scenario.audiences if a.kind in kinds)
    asked = decision.audiences
    return tuple(a.id for a in within if asked is None or a.id in asked)
