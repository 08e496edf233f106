"""From a run to all that its report says."""

from collections.abc import Sequence

from reports.facts.annex import annex_section
from reports.facts.asked import Asked
from reports.facts.case import case_section
from reports.facts.chronology import chronology_section
from reports.facts.clocks import clocks_section
from reports.facts.criteria import axis_name, criteria_section
from reports.facts.hotwash import hot_wash_section
from reports.facts.live import cut_short
from reports.facts.messages import messages_section
from reports.facts.numbers import numbers
from reports.facts.observed import observed_section
from reports.facts.partners import partners_section
from reports.facts.people import people_section
from reports.facts.plan import again_section, origin, plan_section
from reports.facts.press import press_section
from reports.facts.rumour import rumour_section
from reports.facts.run import Run
from reports.facts.shape import Cover, ReportFacts, Section
from reports.facts.turning import turning_section
from reports.facts.verdict import verdict
from simulator.journal.book import Journal
from simulator.scenario.shapes import Scenario
from simulator.score.scorecard import Scorecard
from simulator.text import Language, capital

_PARTS = (
    case_section,
    chronology_section,
    rumour_section,
    press_section,
    clocks_section,
    people_section,
    partners_section,
    criteria_section,
    observed_section,
    messages_section,
    turning_section,
    plan_section,
    again_section,
    annex_section,
)


def report_facts(
    scenario: Scenario,
    journal: Journal,
    scorecard: Scorecard,
    language: Language,
    whatif: Section | None = None,
    hot_wash: Sequence[Asked] = (),
    team: str | None = None,
) -> ReportFacts:
    """Return every number and sentence of the report, in `language`; nothing is rendered.

    `whatif` is the section on what would have changed the outcome, where that was studied;
    `hot_wash` what the players answered after the end, `team` the name of who played.

    Raises:
        ValueError: when the journal does not begin with its Started entry.
    """
    run = Run(scenario, journal, scorecard, language)
    say, case = run.say, scenario.full_title.say(language)
    who = f" · {team}" if team else ""
    kind = say.t("Rapport de retour d’expérience", "After-action report") + who
    seed = say.t(f"Graine {run.case.started.seed}", f"Seed {run.case.started.seed}")
    joint = "\u00a0: " if say.french else ": "
    return ReportFacts(
        language=language,
        dated=int(scenario.clock.start.timestamp()),
        title=f"{kind}{joint}{case}",
        header=(_parts(case)[0] + who, _warning(run)),
        footer=f"{seed} · Cellule {run.case.started.version}",
        numbers_label=say.t("Les chiffres de cette figure", "The numbers of this figure"),
        cover=_cover(run, kind, case, seed),
        sections=_sections(run, (whatif, hot_wash_section(run.say, hot_wash))),
        numbers=numbers(run),
    )


def _warning(run: Run) -> str:
    return run.say.t("Exercice. Ne pas diffuser.", "Exercise. Not for release.")


def _parts(title: str) -> tuple[str, str]:
    """Return what stands before the first colon of a title, and what follows it."""
    for joint in ("\u00a0: ", " : ", ": "):
        head, found, tail = title.partition(joint)
        if found and len(head) >= 4 and tail:
            return head, capital(tail)
    return title, ""


def _sections(run: Run, given: tuple[Section | None, ...]) -> tuple[Section, ...]:
    """Return the sections there are; those given come before what is to be mended."""
    found: list[Section] = []
    for part in _PARTS:
        if part is plan_section:
            found += [section for section in given if section is not None]
        if (section := part(run)) is not None:
            found.append(section)
    return tuple(found)


def _cover(run: Run, kind: str, case: str, seed: str) -> Cover:
    say, card = run.say, run.card
    head, more = _parts(case)
    overall = say.points(card.overall.score)
    decisions = say.t(f"Décisions : {origin(run)}", f"Decisions: {origin(run)}")
    if (end := cut_short(run)) is not None:
        decisions += say.t(f" ; fin {say.when(end)}", f"; ended on {say.when(end)}")
    return Cover(
        kind=kind,
        case=head,
        case_more=more,
        subtitle=run.scenario.subtitle.say(say.language),
        grade_label=say.t("Note d’ensemble", "Overall"),
        grade=card.overall.grade.replace("-", "−"),
        overall=say.t(f"{overall} sur 100", f"{overall} out of 100"),
        scales=(
            (axis_name(run, "reactivity"), say.points(card.reactivity.score)),
            (axis_name(run, "transparency"), say.points(card.transparency.score)),
        ),
        verdict=verdict(run),
        foot=(decisions, seed, f"Cellule {run.case.started.version}", _warning(run)),
    )
