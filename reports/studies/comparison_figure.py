"""The figure of a comparison: what each plan is worth over the first, axis by axis."""

from reports.figures.scene import Drawn, Outlook
from reports.studies.forest import Panel, forest
from reports.studies.study import Study, per_cent
from simulator.study.compare import Comparison, Difference
from simulator.study.intervals import Interval
from simulator.text import capital


def comparison_figures(study: Study, comparison: Comparison) -> dict[str, Drawn]:
    """Return the figure by name; none when there is one plan only."""
    found = comparison.differences
    if not found:
        return {}
    panels = (
        Panel(_points(study, "réactivité", "reactivity"), _values(found, "reactivity"), True),
        Panel(_points(study, "transparence", "transparency"), _values(found, "transparency"), True),
        Panel(
            study.say.t("Croient au pire, en points", "Believe the worst, points"),
            [per_cent(each.values["belief"]) for each in found],
            False,
        ),
    )
    stage = Outlook(study.scenario, study.say.language)
    names = [capital(study.plan(each.of)) for each in found]
    figure = forest(stage, names, panels, sure=not study.alone)
    drawn = Drawn(figure, _alt(study, found), caption(study, _against(study, found)))
    return {"comparison_differences": drawn}


def caption(study: Study, first: str) -> str:
    """Return what the marks mean."""
    marks = study.say.t(
        "Rond bleu : mieux ; carré rouge : pire ; vide : l’intervalle à 95 % contient zéro, on ne "
        "peut pas conclure.",
        "Blue circle: better; red square: worse; hollow: the 95% interval holds zero, nothing can "
        "be concluded.",
    )
    if study.alone:
        marks = study.say.t(
            "Marques vides : une seule graine ne permet pas de conclure.",
            "Hollow marks: one seed allows no conclusion.",
        )
    return f"{first} {marks}"


def _points(study: Study, fr: str, en: str) -> str:
    return capital(study.say.t(f"{fr}, en points", f"{en}, points"))


def _values(found: tuple[Difference, ...], name: str) -> list[Interval]:
    return [each.values[name] for each in found]


def _against(study: Study, found: tuple[Difference, ...]) -> str:
    first = study.plan(found[0].over)
    return study.say.t(
        f"Écart au plan {first}, graine par graine.", f"Difference to the plan {first}, by seed."
    )


def _alt(study: Study, found: tuple[Difference, ...]) -> str:
    first = study.plan(found[0].over)
    told = [
        study.say.t(
            f"{study.plan(each.of)} : réactivité {_of(study, each, 'reactivity')}, transparence "
            f"{_of(study, each, 'transparency')}",
            f"{study.plan(each.of)}: reactivity {_of(study, each, 'reactivity')}, transparency "
            f"{_of(study, each, 'transparency')}",
        )
        for each in found
    ]
    joined = study.say.t(" ; ", "; ").join(told)
    return study.say.t(
        f"Écarts en points au plan {first}. {joined}.",
        f"Differences in points to the plan {first}. {joined}.",
    )


def _of(study: Study, each: Difference, name: str) -> str:
    return study.points(each.values[name], signed=True)
