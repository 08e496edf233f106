"""What plans are worth over the first, under the same luck."""

from reports.facts.rows import columns, row
from reports.facts.shape import Cell, Column, Picture, Prose, Section, Table
from reports.studies.paper import Told, again, few, lead
from reports.studies.study import WHOLE, Study, per_cent
from simulator.study.compare import Comparison, Difference
from simulator.study.intervals import Interval, Spread
from simulator.text import Text, capital

_NUMBERS = {
    "overall": Text(fr="Ensemble", en="Overall"),
    "reactivity": Text(fr="Réactivité", en="Reactivity"),
    "transparency": Text(fr="Transparence", en="Transparency"),
    "belief": Text(fr="Croient au pire", en="Believe the worst"),
}


def comparison_told(study: Study, comparison: Comparison) -> Told:
    """Return all that the paper of a comparison says."""
    say, number = study.say, len(comparison.spreads)
    first = say.t(
        f"{capital(say.n(number, 'plan a été joué|plans ont été joués', 'plan'))} sous les mêmes "
        "graines.",
        f"{capital(say.n(number, 'plan', 'plan was|plans were'))} played under the same seeds.",
    )
    sections = [_spreads(study, comparison)]
    if comparison.differences:
        sections.insert(0, _differences(study, comparison))
    return Told(
        say.t("Plans comparés", "Plans compared"),
        _finding(study, comparison),
        lead(study, first, few(study)),
        tuple(sections),
        {},
    )


def _finding(study: Study, comparison: Comparison) -> str:
    say, found = study.say, comparison.differences
    first = study.plan(next(iter(comparison.spreads)))
    if not found:
        return say.t("Un seul plan : rien à comparer", "One plan only: nothing to compare")
    best = max(found, key=lambda each: each.values["overall"].value)
    gain = best.values["overall"]
    if study.sure(gain) and gain.value > 0:
        points = _plain_points(study, gain)
        return say.t(
            f"Le plan {study.plan(best.of)} vaut {points} de plus que {first}",
            f"The plan {study.plan(best.of)} is worth {points} more than {first}",
        )
    if all(study.sure(each.values["overall"]) for each in found):
        return say.t(f"Aucun plan ne vaut {first}", f"No plan is worth {first}")
    return say.t(f"Aucun plan ne fait sûrement mieux que {first}",
                 f"No plan is surely better than {first}")  # fmt: skip


def _plain_points(study: Study, number: Interval) -> str:
    value = study.digits(number.value, 0 if number.value >= WHOLE else 1, signed=False)
    return f"{value}\u00a0" + study.say.t(
        "points" if number.value >= 2 else "point", "point" if value in ("1", "1.0") else "points"
    )


def _differences(study: Study, comparison: Comparison) -> Section:
    say, found = study.say, comparison.differences
    first = study.plan(found[0].over)
    table = Table(
        "differences", _heads(study), tuple(_row(study, each) for each in found),
        say.t(f"Écarts au plan {first}", f"Differences to the plan {first}"),
        wide=True,
    )  # fmt: skip
    who = Prose(say.t("Qui domine", "Who dominates"), tuple(_ahead(study, d) for d in found))
    text = say.t(
        "Écarts graine par graine : le hasard commun s’annule. La croyance est la moyenne des "
        "publics, en points de pourcentage.",
        "Differences seed by seed: luck in common cancels out. Belief is the average over "
        "audiences, in percentage points.",
    )
    blocks = (Picture("comparison_differences"), table, who)
    return Section(
        "differences", say.t("Écarts", "Differences"), _title(study, found), text, blocks
    )


def _title(study: Study, found: tuple[Difference, ...]) -> str:
    say, first = study.say, study.plan(found[0].over)
    ahead = [study.plan(each.of) for each in found if each.dominates and not study.alone]
    if not ahead:
        return say.t(
            f"Aucun plan ne domine {first} sur les deux axes",
            f"No plan dominates {first} on both axes",
        )
    names, many = say.listed(ahead), len(ahead) > 1
    return say.t(
        f"{'Les plans' if many else 'Le plan'} {names} {'dominent' if many else 'domine'} {first} "
        "sur les deux axes",
        f"The {'plans' if many else 'plan'} {names} {'dominate' if many else 'dominates'} {first} "
        "on both axes",
    )


def _heads(study: Study) -> tuple[Column, ...]:
    say = study.say
    titles = [name.say(say.language) for name in _NUMBERS.values()]
    return columns(say.t("Plan", "Plan"), *((title, -35.0) for title in titles))


def _row(study: Study, each: Difference) -> tuple[Cell, ...]:
    numbers = {k: per_cent(v) if k == "belief" else v for k, v in each.values.items()}
    return row(
        study.plan(each.of),
        *(difference_cell(study, numbers[name], name) for name in _NUMBERS),
    )


def difference_cell(study: Study, number: Interval, name: str) -> Cell:
    """Return a difference, blue when it is surely better, red when it is surely worse."""
    said = study.points(number, signed=True)
    if not study.sure(number):
        return Cell(said)
    better = (number.value > 0) != (name == "belief")
    return Cell(said, "team" if better else "world")


def _ahead(study: Study, each: Difference) -> str:
    say, share = study.say, each.both_axes
    mine, theirs, seeds = study.plan(each.of), study.plan(each.over), study.of_seeds(share.value)
    within = "" if study.alone else f" ({study.within(share)})"
    if study.alone or not each.dominates:
        return say.t(
            f"Le plan {mine} ne domine pas {theirs} : devant sur les deux axes, {seeds}{within}.",
            f"The plan {mine} does not dominate {theirs}: ahead on both axes, {seeds}{within}.",
        )
    return say.t(
        f"Le plan {mine} domine {theirs} : devant sur les deux axes, {seeds}{within}.",
        f"The plan {mine} dominates {theirs}: ahead on both axes, {seeds}{within}.",
    )


def _spreads(study: Study, comparison: Comparison) -> Section:
    say, found = study.say, comparison.spreads
    best = max(found, key=lambda arm: found[arm]["overall"].median.value)
    score = say.digits(found[best]["overall"].median.value)
    rows = tuple(
        row(study.plan(arm), *(_spread(study, spreads[name], name) for name in _NUMBERS))
        for arm, spreads in found.items()
    )
    table = Table("spreads", _heads(study), rows, say.t("Chaque plan", "Each plan"), wide=True)
    title = say.t(
        f"{study.plan(best)} : {score} sur 100 en médiane",
        f"{study.plan(best)}: {score} out of 100 in median",
    )
    text = say.t(
        "Médiane, puis entre quelles valeurs se tiennent 9 graines sur 10.",
        "Median, then between which values 9 seeds in 10 lie.",
    )
    blocks = (table, again(study, found))
    return Section("spreads", say.t("Chaque plan", "Each plan"), title, text, blocks)


def _spread(study: Study, spread: Spread, name: str) -> str:
    say = study.say
    if name == "belief":
        middle, low, high = (say.percent(x) for x in (spread.median.value, spread.p05, spread.p95))
    else:
        middle, low, high = (say.digits(x) for x in (spread.median.value, spread.p05, spread.p95))
    return middle if middle == low == high else f"{middle} ({study.between(low, high)})"
