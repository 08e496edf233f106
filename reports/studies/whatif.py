"""What would have changed the outcome: three sentences, a figure, every change that was kept."""

from reports.facts.rows import columns, row
from reports.facts.shape import Picture, Prose, Section, Table
from reports.studies.comparison import difference_cell
from reports.studies.effects import by_gain, finding, names, sentences, value
from reports.studies.paper import Told, a_seed, again, intervals, lead
from reports.studies.study import NOTICED, Study, study_of
from reports.studies.whatif_figure import FIGURE
from simulator.scenario import Scenario
from simulator.study.whatif import FEW, WhatIf
from simulator.text import Language, Text

_HEADS = {
    "overall": Text(fr="Ensemble", en="Overall"),
    "reactivity": Text(fr="Réactivité", en="Reactivity"),
    "transparency": Text(fr="Transparence", en="Transparency"),
    "belief": Text(fr="Croient au pire", en="Believe the worst"),
}

_WIDTHS = {"overall": 34.0, "reactivity": 34.0, "transparency": 34.0, "belief": 30.0}


def whatif_section(scenario: Scenario, result: WhatIf, language: Language) -> Section:
    """Return the section of an after-action report; its figure is one of `whatif_figures`."""
    study = study_of(scenario, result.runs, language)
    text = " ".join((_method(study), a_seed(study), intervals(study)))
    return Section(
        "whatif", study.say.t("Et si", "What if"), finding(study, result), text,
        _blocks(study, result),
    )  # fmt: skip


def whatif_told(study: Study, result: WhatIf) -> Told:
    """Return all that the paper of a what-if says."""
    say = study.say
    sections = [
        Section(
            "whatif", say.t("Et si", "What if"), _count(study, result), "", _blocks(study, result)
        ),
        *_kept(study, result),
    ]
    return Told(
        say.t("Et si", "What if"),
        finding(study, result),
        lead(study, _method(study), _tried(study, result)),
        tuple(sections),
        {},
    )


def _blocks(study: Study, result: WhatIf) -> tuple[Prose, Picture]:
    label = study.say.t("Ce qui aurait changé", "What would have changed it")
    return Prose(label, sentences(study, result)), Picture(FIGURE)


def _method(study: Study) -> str:
    return study.say.t(
        "Le plan est rejoué avec une seule chose changée, sous la même chance.",
        "The plan is played again with one thing changed, under the same luck.",
    )


def _tried(study: Study, result: WhatIf) -> str:
    say = study.say
    tried = say.n(result.tried, "changement", "change")
    if result.runs <= FEW or len(result.effects) == result.tried:
        return say.t(f"Changements essayés : {tried}.", f"Changes tried: {tried}.")
    few, whole = say.word(FEW), say.word(len(result.effects), feminine=False)
    return say.t(
        f"Essayés : {tried}, sur {few} graines ; les {whole} qui semblaient compter le plus l’ont "
        f"été sur {say.word(result.runs)}.",
        f"Tried: {tried}, on {few} seeds; the {whole} that seemed to matter most, on "
        f"{say.word(result.runs)}.",
    )


def _count(study: Study, result: WhatIf) -> str:
    say = study.say
    sure = [e.difference.values["overall"] for e in result.effects]
    sure = [number for number in sure if study.sure(number) and abs(number.value) >= NOTICED]
    better = sum(number.value > 0 for number in sure)
    if not sure:
        return say.t("Aucun effet sûr sur la note", "No sure effect on the score")
    helped = say.n(better, "changement aurait|changements auraient", "change|changes")
    harmed = say.word(len(sure) - better) if len(sure) > better else say.t("aucun", "none")
    return say.t(
        f"Sur la note, {helped} aidé, {harmed} nui",
        f"On the score, {helped} would have helped, {harmed} harmed",
    )


def _kept(study: Study, result: WhatIf) -> list[Section]:
    """Return the table of every change that met all seeds."""
    if not result.effects:
        return []
    say, called = study.say, names(study, result)
    heads = columns(
        say.t("Changement", "Change"),
        *((_HEADS[key].say(say.language), -wide) for key, wide in _WIDTHS.items()),
    )
    rows = tuple(
        row(
            called[each.change.name],
            *(difference_cell(study, value(each, name), name) for name in _HEADS),
        )
        for each in by_gain(result.effects)
    )
    title = say.t(
        f"Tous les changements retenus, du meilleur au pire : {say.word(len(rows))}",
        f"Every change that was kept, from best to worst: {say.word(len(rows))}",
    )
    text = say.t(
        "Écarts au plan joué, en points ; bleu, sûrement mieux ; rouge, sûrement pire.",
        "Differences to the plan played, in points; blue, surely better; red, surely worse.",
    )
    table = Table("changes", heads, rows, say.t("Changements", "Changes"), wide=True)
    played = say.t("celles du plan joué", "those of the plan played")
    blocks = (table, again(study, [played]))
    return [Section("changes", say.t("Changements", "Changes"), title, text, blocks)]
