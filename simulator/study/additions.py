"""What a search may decide beside a plan: a first word, updates, a conference, a helpline."""

from typing import Any

from simulator.scenario import Decision, Scenario
from simulator.scenario.decisions import HoldConference, OpenHelpline, Publish
from simulator.study.design import Plan
from simulator.study.following import public
from simulator.study.knobs import Turned, possible_channels

_HOUR, _DAY = 60.0, 1440.0
_USUAL_HOUR = 10


def additions(scenario: Scenario, plan: Plan, choices: Turned) -> list[Decision]:
    """Return what is decided beside the start: a first word, updates, a conference, a helpline."""
    broke, people = scenario.breaks, scenario.organisation.spokespeople[:3]
    more: list[Decision] = []
    if isinstance(first := choices.get("first-word"), int):
        more.append(_word(scenario, "more-first-word", broke + first, holding=True))
    if isinstance(hours := choices.get("conference"), int):
        speakers = tuple(person.id for person in people)
        more.append(
            HoldConference(
                id="more-conference", at=broke + hours * _HOUR, do="hold_conference",
                speakers=speakers, document=True, **_said(scenario),
            )
        )  # fmt: skip
    if isinstance(agents := choices.get("helpline"), int):
        more.append(
            OpenHelpline(id="more-helpline", at=broke + _HOUR, do="open_helpline", agents=agents)
        )
    return [d for d in (*more, *_updates(scenario, plan, choices)) if d.at < scenario.horizon]


def _updates(scenario: Scenario, plan: Plan, choices: Turned) -> list[Decision]:
    """Return an update a day after the last public word, each announcing the next."""
    count = choices.get("updates")
    if not isinstance(count, int):
        return []
    hour = choices.get("updates-hour") or _USUAL_HOUR
    last = max([scenario.breaks, *(d.at for d in plan if public(d))])
    first = scenario.clock.next_hour(last + _DAY / 2, float(hour))
    moments = [first + n * _DAY for n in range(count) if first + n * _DAY < scenario.horizon]
    ends = [*moments[1:], None]
    return [
        _word(scenario, f"more-update-{n}", at, next_update=due)
        for n, (at, due) in enumerate(zip(moments, ends, strict=False), 1)
    ]


def _word(scenario: Scenario, name: str, at: float, **more: Any) -> Decision:
    return Publish(
        id=name, at=at, do="publish", channels=possible_channels(scenario), **_said(scenario),
        **more,
    )  # fmt: skip


def _said(scenario: Scenario) -> dict[str, Any]:
    people = scenario.organisation.spokespeople
    return {
        "if_known": tuple(fact.id for fact in scenario.facts if not fact.withhold),
        "elements": ("acknowledgement", "empathy"),
        "responsibility": "owned",
        "signed_by": people[0].id if people else None,
    }
