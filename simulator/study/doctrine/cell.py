"""Who should be at work: the cell, those who watch the media, who speak, who look into it."""

from collections.abc import Iterator

from simulator.scenario import Scenario
from simulator.scenario.decisions import (
    ActivateCell,
    BriefEmployees,
    Investigate,
    MonitorMedia,
    NameSpokespeople,
)
from simulator.study.changes import Change
from simulator.study.design import Plan
from simulator.study.doctrine.advice import (
    HOUR,
    PEOPLE,
    advised,
    channels_of,
    plan_with,
    spokespeople,
    tellable,
)


def organising(scenario: Scenario, plan: Plan) -> Iterator[Change]:
    """Yield a cell, monitoring, spokespeople, inquiries and a word to those inside, if lacking."""
    soon = scenario.breaks + HOUR / 2
    yield from _cell(plan, soon)
    yield from _monitoring(plan, soon)
    yield from _trio(scenario, plan, soon)
    yield from _inquiries(scenario, plan, soon)
    yield from _inside(scenario, plan, soon)


def _cell(plan: Plan, soon: float) -> Iterator[Change]:
    if not any(d.do == "activate_cell" for d in plan):
        cell = advised(ActivateCell, "cell", soon, do="activate_cell")
        yield plan_with(
            plan, "cell", "réunir la cellule aussitôt", "the cell brought together", cell
        )


def _monitoring(plan: Plan, soon: float) -> Iterator[Change]:
    if not any(d.do == "monitor_media" for d in plan):
        watch = advised(MonitorMedia, "monitoring", soon, do="monitor_media")
        yield plan_with(plan, "monitoring", "une veille des médias", "media monitoring", watch)


def _trio(scenario: Scenario, plan: Plan, soon: float) -> Iterator[Change]:
    """Yield three spokespeople, in the place of those who were named."""
    people = spokespeople(scenario)
    named = {who for d in plan if d.do == "name_spokespeople" for who in d.spokespeople}
    if len(named) < len(people):
        trio = advised(
            NameSpokespeople, "trio", soon, do="name_spokespeople", spokespeople=people
        )  # fmt: skip
        kept = tuple(d for d in plan if d.do != "name_spokespeople")
        yield plan_with(kept, "trio", "trois porte-parole nommés", "three spokespeople named", trio)


def _inquiries(scenario: Scenario, plan: Plan, soon: float) -> Iterator[Change]:
    looked = {d.investigation for d in plan if d.do == "investigate"}
    left = [inquiry.id for inquiry in scenario.investigations if inquiry.id not in looked]
    orders = (
        advised(Investigate, f"look-{which}", soon, do="investigate", investigation=which,
                people=PEOPLE)
        for which in left
    )  # fmt: skip
    if left:
        yield plan_with(
            plan, "investigate", "toutes les enquêtes ordonnées aussitôt",
            "every inquiry ordered at once", *orders,
        )  # fmt: skip


def _inside(scenario: Scenario, plan: Plan, soon: float) -> Iterator[Change]:
    if any(d.do == "brief_employees" or "staff_note" in channels_of(d) for d in plan):
        return
    brief = advised(
        BriefEmployees, "inside", soon, do="brief_employees", holding=True,
        if_known=tellable(scenario),
    )  # fmt: skip
    yield plan_with(
        plan, "inside", "les salariés informés aussitôt", "employees told at once", brief
    )
