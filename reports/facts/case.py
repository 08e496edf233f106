"""The case, and how far each objective was met."""

from reports.facts.criteria import criterion_name
from reports.facts.rows import columns, kept, row
from reports.facts.run import Run
from reports.facts.shape import Block, Cell, Prose, Section, Table
from reports.facts.speech import capital
from simulator.scenario.shapes import Objective

MET, PARTLY = 85.0, 35.0


def case_section(run: Run) -> Section:
    """Return what was played and what it was meant to train."""
    say, marks = run.say, [_mark(run, objective) for objective in run.scenario.objectives]
    blocks: list[Block] = [_case(run)]
    if marks:
        blocks.append(_objectives(run, marks))
    about = capital(run.scenario.organisation.about.say(say.language).rstrip())
    about += "" if about.endswith((".", "!", "?", "…")) else "."
    return Section(
        "case",
        say.t("Le cas et les objectifs", "The case and its objectives"),
        _title(run, [mark for mark in marks if mark is not None]),
        f"{run.scenario.organisation.name}. {about}",
        tuple(blocks),
    )


def _mark(run: Run, objective: Objective) -> float | None:
    """Return the mean of the criteria an objective names, None when none could apply."""
    scores = [run.criteria[which].score for which in objective.criteria if which in run.criteria]
    return sum(scores) / len(scores) if scores else None


def _title(run: Run, marks: list[float]) -> str:
    say, met = run.say, sum(mark >= MET for mark in marks)
    partly, total = sum(PARTLY <= mark < MET for mark in marks), len(marks)
    if not marks:
        return say.t("Ce qui a été joué", "What was played")
    if met == total:
        return _all_met(run, total)
    if not met and not partly:
        if total == 1:
            return say.t("L’objectif de l’exercice n’est pas atteint", "The objective was not met")
        n = say.n(total, "objectif", "objective")
        none = "Neither" if total == 2 else "None"
        return say.t(f"Aucun des {n} n’est atteint", f"{none} of the {n} was met")
    return _some_met(run, met, partly, total)


def _all_met(run: Run, total: int) -> str:
    if total == 1:
        return run.say.t("L’objectif de l’exercice est atteint", "The objective was met")
    n = run.say.n(total, "objectif", "objective")
    return run.say.t(f"Les {n} de l’exercice sont atteints", f"All {n} were met")


def _some_met(run: Run, met: int, partly: int, total: int) -> str:
    say = run.say
    n = say.n(met, "objectif atteint|objectifs atteints", "objective met|objectives met")
    more = say.word(partly)
    if met == 0 and total == 1:
        return say.t("L’objectif n’est atteint qu’en partie", "The objective was met only in part")
    if partly == total:
        n, every = say.n(total, "objectif", "objective"), capital(say.all_of(total))
        return say.t(
            f"Les {n} ne sont atteints qu’en partie", f"{every} objectives were met only in part"
        )
    if met == 0:
        n = say.n(partly, "objectif|objectifs", "objective")
        some = "atteint" if partly == 1 else "atteints"
        return capital(
            say.t(
                f"{n} sur {say.word(total)} {some} en partie, aucun tout à fait",
                f"{n} out of {say.word(total)} met in part, none in full",
            )
        )
    rest_fr = f", {more} en partie" if partly else ""
    rest_en = f", {more} in part" if partly else ""
    return capital(
        say.t(f"{n} sur {say.word(total)}{rest_fr}", f"{n} out of {say.word(total)}{rest_en}")
    )


def _case(run: Run) -> Prose:
    say = run.say
    first = run.scenario.brief.say(say.language).strip().split("\n\n")[0]
    worst = run.scenario.story.worst_version.say(say.language).rstrip(". ")
    return Prose(
        say.t("Le cas", "The case"),
        kept(
            [
                first,
                say.t(
                    f"Dans ce rapport, croire au pire, c’est croire ceci : « {worst} ».",
                    f"In this report, believing the worst means believing this: “{worst}”.",
                ),
            ]
        ),
        _kind(run),
    )


def _kind(run: Run) -> str:
    if run.scenario.fictional:
        return run.say.t("Cas inventé.", "An invented case.")
    return run.say.t(
        "Cas réel : ce récit est celui du dossier, pas celui de cette partie. L’annexe dit ce qui "
        "est inventé.",
        "A real case: this account is the record’s, not that of this run. The annex says what is "
        "invented.",
    )


def _objectives(run: Run, marks: list[float | None]) -> Table:
    say, rows = run.say, []
    for objective, mark in zip(run.scenario.objectives, marks, strict=True):
        names = [criterion_name(run, which) for which in objective.criteria]
        said = objective.text.say(say.language)
        points = "" if mark is None else say.points(mark)
        rows.append(row(said, ", ".join(names), points, _verdict(run, mark)))
    return Table(
        "objectives",
        columns(
            say.t("Ce que l’exercice devait éprouver", "What the exercise was to test"),
            (say.t("Jugé par", "Judged by"), 36),
            (say.t("Moyenne", "Mean"), -16),
            (say.t("Atteint", "Met"), 18),
        ),
        tuple(rows),
        say.t("Objectifs", "Objectives"),
        say.t(
            "Moyenne simple des critères nommés, sur 100 : atteint à partir de 85, en partie à "
            "partir de 35.",
            "Plain mean of the criteria named, out of 100: met from 85, in part from 35.",
        ),
    )


def _verdict(run: Run, mark: float | None) -> Cell:
    if mark is None:
        return Cell(run.say.t("sans objet", "not applicable"))
    if mark >= MET:
        return Cell(run.say.t("oui", "yes"), "team", True)
    if mark >= PARTLY:
        return Cell(run.say.t("en\u00a0partie", "in\u00a0part"))
    return Cell(run.say.t("non", "no"), "world", True)
