"""The figure of a what-if: what each change would have been worth, in two panels."""

from reports.figures.scene import Drawn, Outlook
from reports.studies.comparison_figure import caption
from reports.studies.effects import by_gain, names, value
from reports.studies.forest import Panel, forest
from reports.studies.study import Study, study_of
from simulator.scenario import Scenario
from simulator.study.whatif import Effect, WhatIf
from simulator.text import Language

FIGURE, _SHOWN = "whatif_effects", 15


def whatif_figures(scenario: Scenario, result: WhatIf, language: Language) -> dict[str, Drawn]:
    """Return the figure of the changes by its name; none when no change was tried."""
    study = study_of(scenario, result.runs, language)
    called, shown = names(study, result), by_gain(result.effects[:_SHOWN])
    if not shown:
        return {}
    say = study.say
    panels = (
        Panel(
            say.t("Note d’ensemble, en points", "Overall score, points"),
            [each.difference.values["overall"] for each in shown],
            True,
        ),
        Panel(
            say.t("Croient au pire, en points", "Believe the worst, points"),
            [value(each, "belief") for each in shown],
            False,
        ),
    )
    rows = [called[each.change.name] for each in shown]
    figure = forest(Outlook(scenario, language), rows, panels, sure=not study.alone)
    first = say.t(
        "Écart au plan joué, graine par graine.", "Difference to the plan played, by seed."
    )
    return {FIGURE: Drawn(figure, _alt(study, shown, called), caption(study, first))}


def _alt(study: Study, shown: list[Effect], called: dict[str, str]) -> str:
    ends = (shown[0], shown[-1])
    best, worst = (
        f"{called[e.change.name]}, {study.points(e.difference.values['overall'], signed=True)}"
        for e in ends
    )
    if len(shown) == 1:
        return study.say.t(f"Écart de note en points : {best}.", f"Change of score: {best}.")
    return study.say.t(
        f"Écarts de note en points, du meilleur au pire : {best} ; {worst}.",
        f"Changes of score in points, from best to worst: {best}; {worst}.",
    )
