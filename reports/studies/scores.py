"""The scores of many seeds: medians, letters and how likely each is."""

from collections.abc import Sequence

from reports.facts.rows import columns, row
from reports.facts.shape import Picture, Section, Table
from reports.studies.study import Study, letter
from simulator.study.ensemble import Ensemble

# A finding says "almost always" of so many seeds.
ALMOST = 0.9


def common(ensemble: Ensemble) -> tuple[Sequence[str], float]:
    """Return the fewest neighbouring letters that hold nearly all seeds, best first."""
    letters = list(ensemble.grades)
    share = [ensemble.grades[each].value for each in letters]
    for length in range(1, len(letters) + 1):
        sums = {n: sum(share[n : n + length]) for n in range(len(letters) - length + 1)}
        best = max(sums, key=lambda n: sums[n])
        if sums[best] >= ALMOST - 1e-9:
            return letters[best : best + length], sums[best]
    return letters, 1.0


def nine_in_ten(ensemble: Ensemble, key: str) -> tuple[float, float]:
    """Return between which values nine seeds in ten lie."""
    return ensemble.spreads[key].p05, ensemble.spreads[key].p95


def scores_section(study: Study, ensemble: Ensemble) -> Section:
    """Return both scores, the overall one, and the letters."""
    say, spread = study.say, ensemble.spreads["overall"]
    low, high = say.digits(spread.p05), say.digits(spread.p95)
    title = say.t(
        f"De {study.between(low, high)} dans neuf graines sur\u00a0dix",
        f"From {study.between(low, high)} in nine seeds out of\u00a0ten",
    )
    if low == high:
        title = say.t(
            f"Note d’ensemble : {low}, et la graine n’y change rien",
            f"Overall score: {low}, whatever the seed",
        )
    both = ", ".join(
        f"{name} {study.points(ensemble.spreads[key].median)}"
        for key, name in (
            ("reactivity", say.t("réactivité", "reactivity")),
            ("transparency", say.t("transparence", "transparency")),
        )
    )
    median = study.points(spread.median)
    text = say.t(f"Médianes : ensemble {median}, {both}.", f"Medians: overall {median}, {both}.")
    blocks = (
        Picture("ensemble_scores", False, say.t("Les deux notes", "Both scores")),
        _letters(study, ensemble),
    )
    return Section("scores", say.t("Notes", "Scores"), title, text, blocks)


def _letters(study: Study, ensemble: Ensemble) -> Table:
    say = study.say
    met = [grade for grade, share in ensemble.grades.items() if share.value > 0]
    rows = [
        row(letter(grade), study.of_seeds(share.value), study.share(share))
        for grade, share in ensemble.grades.items()
        if grade in met
    ]
    heads = columns(
        (say.t("Lettre", "Letter"), 18), say.t("Graines", "Seeds"),
        (say.t("Probabilité", "Probability"), -44),
    )  # fmt: skip
    others = say.t("Aucune graine n’a donné une autre lettre.", "No seed gave any other letter.")
    if not study.alone and (never := ensemble.grades.keys() - set(met)):
        high = say.percent(ensemble.grades[min(never)].high)
        others += " " + say.t(
            f"La probabilité de chacune peut aller jusqu’à {high}.",
            f"The probability of each may be as high as {high}.",
        )
    return Table("letters", heads, tuple(rows), say.t("Chaque lettre", "Each letter"), others)


def scores_table(study: Study, ensemble: Ensemble) -> Table:
    """Return the numbers of the figure of scores."""
    say = study.say
    names = {
        "overall": say.t("Ensemble", "Overall"),
        "reactivity": say.t("Réactivité", "Reactivity"),
        "transparency": say.t("Transparence", "Transparency"),
    }
    rows = (
        row(
            name,
            study.points(ensemble.spreads[key].median),
            study.between(*(say.digits(x, 1) for x in nine_in_ten(ensemble, key))),
        )
        for key, name in names.items()
    )
    heads = columns(
        say.t("Axe", "Axis"), (say.t("Médiane", "Median"), -40),
        (say.t("9 graines sur 10", "9 seeds in 10"), -40),
    )  # fmt: skip
    return Table("ensemble_scores", heads, tuple(rows))
