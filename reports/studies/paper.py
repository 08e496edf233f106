"""The paper of a study: its head, what seeds and intervals are, how to make it again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reports.facts.rows import kept
from reports.facts.shape import Masthead, Prose, ReportFacts, Section, Table
from reports.studies.study import FEW_FOR_A_MEDIAN, Study
from simulator.text import capital


@dataclass(frozen=True, slots=True)
class Told:
    """What one study says: its kind, its finding, how it was made, sections, tables of figures."""

    kind: str
    finding: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    numbers: Mapping[str, Table]


def paper_facts(study: Study, told: Told) -> ReportFacts:
    """Return all that the paper of a study prints."""
    say = study.say
    joint = say.t(" : ", ": ")
    return ReportFacts(
        language=say.language,
        dated=int(study.scenario.clock.start.timestamp()),
        title=f"{told.kind}{joint}{study.case}",
        header=(study.case, told.kind),
        footer=f"{capital(study.seeds)} · {study.version}",
        numbers_label=say.t("Les chiffres de cette figure", "The numbers of this figure"),
        cover=Masthead(told.kind, study.case, told.finding, told.lead),
        sections=told.sections,
        numbers=dict(told.numbers),
    )


def a_seed(study: Study) -> str:
    """Return what a seed is, in one sentence."""
    return study.say.t(
        "Une graine fixe tout le hasard d’une partie (qui entend quoi, qui appelle, ce que les "
        "enquêtes trouvent et quand) : même graine, même chance.",
        "A seed fixes all the luck of a run (who hears what, who calls, what inquiries find and "
        "when): same seed, same luck.",
    )


def intervals(study: Study) -> str:
    """Return what the intervals are, and from how many seeds."""
    say = study.say
    if study.alone:
        return say.t(
            "Une seule graine a été jouée : aucun nombre n’a d’intervalle, et rien ne dit ce "
            "qu’une autre chance aurait donné.",
            "One seed was played: no number has an interval, and nothing says what other luck "
            "would have given.",
        )
    return say.t(
        f"Les intervalles, entre parenthèses, sont à 95 % et viennent de {study.seeds}.",
        f"Intervals, in brackets, are at 95% and come from {study.seeds}.",
    )


def few(study: Study) -> str | None:
    """Return a warning where seeds are too few for the interval of a median."""
    if study.alone or study.runs >= FEW_FOR_A_MEDIAN:
        return None
    return study.say.t(
        "Avec si peu de graines, l’intervalle d’une médiane va de la plus basse valeur à la plus "
        "haute, sans atteindre 95 %.",
        "With so few seeds, the interval of a median goes from the lowest value to the highest and "
        "does not reach 95%.",
    )


def lead(study: Study, first: str, *more: str | None) -> tuple[str, ...]:
    """Return the paragraphs under a finding."""
    return (f"{first} {a_seed(study)}", " ".join(kept([intervals(study), *more])))


def again(study: Study, plans: Iterable[str]) -> Prose:
    """Return what makes the same study again."""
    say, scenario = study.say, study.scenario
    name = f"{scenario.id}:{scenario.variant}" if scenario.variant else scenario.id
    what, played = say.listed(list(plans)), f"{study.seeds}, {study.version}"
    text = say.t(
        f"Scénario {name}, décisions {what}, {played} : les mêmes redonnent les mêmes nombres.",
        f"Scenario {name}, decisions {what}, {played}: the same give the same numbers again.",
    )
    return Prose(say.t("Pour refaire", "To do it again"), (text,))
