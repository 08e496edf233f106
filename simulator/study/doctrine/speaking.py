"""When one should have spoken: at all, at once, day after day, and to the press in person."""

from collections.abc import Iterator
from itertools import pairwise

from simulator.scenario import Decision, Scenario
from simulator.scenario.decisions import HoldConference, Message
from simulator.study.changes import Change
from simulator.study.design import Plan
from simulator.study.doctrine.advice import (
    DAY,
    HOUR,
    advised,
    plan_with,
    spokespeople,
    tellable,
    word,
)
from simulator.study.following import public
from simulator.text import Text

_OPENINGS = (1, 6, 24)  # hours after the story
_LATE = 2 * HOUR
_FLOOR = DAY / 2
_HOT = 4 * DAY


def speaking(scenario: Scenario, plan: Plan) -> Iterator[Change]:
    """Yield speaking at all, speaking at once, no day without a word, meeting the press."""
    spoken = [d.at for d in plan if public(d)]
    if not spoken:
        yield from _break_silence(scenario, plan)
    if not spoken or min(spoken) > scenario.breaks + _LATE:
        yield plan_with(
            plan, "first-word", "un premier mot une heure après l’affaire",
            "a first word one hour after the story",
            word(scenario, "first-word", scenario.breaks + HOUR, holding=True),
        )  # fmt: skip
    if spoken:
        yield from _announce(plan, spoken)
        yield from _fill(scenario, plan, spoken)
    if not any(d.do == "hold_conference" for d in plan):
        yield from _conference(scenario, plan)


def _break_silence(scenario: Scenario, plan: Plan) -> Iterator[Change]:
    for hours in _OPENINGS:
        yield plan_with(
            plan, f"speak-{hours}h",
            f"prendre la parole {hours} h après l’affaire, puis toutes les douze heures",
            f"speaking {hours} h after the story, then every twelve hours",
            *_words(scenario, scenario.breaks + hours * HOUR),
        )  # fmt: skip


def _words(scenario: Scenario, start: float) -> list[Decision]:
    """Return a first word and an update every twelve hours, for four days."""
    end = min(scenario.horizon, scenario.breaks + _HOT)
    moments = []
    while start < end:
        moments.append(start)
        start += _FLOOR
    return [word(scenario, f"word-{n}", at, holding=not n) for n, at in enumerate(moments)]


def _announce(plan: Plan, spoken: list[float]) -> Iterator[Change]:
    """Yield saying in each word when the next one comes."""
    if any(_announces_nothing(plan, at, after) for at, after in pairwise(spoken)):
        what = Text(
            fr="annoncer chaque fois l’heure du point suivant",
            en="announcing each time when the next update comes",
        )
        yield Change("announce", what, _announcing(plan, spoken))


def _announces_nothing(plan: Plan, at: float, after: float) -> bool:
    words = [d for d in plan if public(d) and d.at == at]
    return after > at and all(getattr(d, "next_update", None) is None for d in words)


def _announcing(plan: Plan, spoken: list[float]) -> Plan:
    following = {at: after for at, after in pairwise(spoken) if after > at}
    return tuple(
        d.model_copy(update={"next_update": following[d.at]})
        if public(d) and isinstance(d, Message) and d.next_update is None and d.at in following
        else d
        for d in plan
    )


def _fill(scenario: Scenario, plan: Plan, spoken: list[float]) -> Iterator[Change]:
    """Yield words that let no day of the hot story pass without one."""
    end = min(scenario.horizon, scenario.breaks + _HOT)
    moments = sorted(at for at in spoken if scenario.breaks <= at < end)
    words = [
        word(scenario, f"update-{n}-{k}", a + k * DAY, next_update=min(a + (k + 1) * DAY, b))
        for n, (a, b) in enumerate(pairwise([*moments, end]))
        for k in range(1, int((b - a) / DAY) + 1)
        if a + k * DAY < b - HOUR
    ]
    if words:
        yield plan_with(
            plan, "rhythm", "un point chaque jour, week-end compris, avec l’heure du suivant",
            "an update every day, weekend included, with the hour of the next", *words,
        )  # fmt: skip


def _conference(scenario: Scenario, plan: Plan) -> Iterator[Change]:
    if people := spokespeople(scenario):
        held = advised(
            HoldConference, "conference", scenario.breaks + DAY, do="hold_conference",
            speakers=people, document=True, if_known=tellable(scenario),
        )  # fmt: skip
        yield plan_with(
            plan, "conference", "une conférence de presse avec un document, un jour après",
            "a press conference with a document, a day after", held,
        )  # fmt: skip
