"""What many seeds of one plan come to: its grade, its outcomes, and where they differ."""

from reports.facts.shape import Picture, Section
from reports.facts.speech import capital, inner
from reports.studies.luck import luck_section
from reports.studies.outcomes import outcomes_section
from reports.studies.paper import Told, again, few, lead
from reports.studies.scores import common, nine_in_ten, scores_section, scores_table
from reports.studies.study import Study, letter
from simulator.study.ensemble import Ensemble


def ensemble_told(study: Study, ensemble: Ensemble) -> Told:
    """Return all that the paper of an ensemble says."""
    say = study.say
    times = say.n(ensemble.runs, "fois|fois", "time", feminine=True)
    plan = study.plan(ensemble.arm)
    first = say.t(f"Le plan {plan} a été joué {times}.", f"The plan {plan} was played {times}.")
    sections = [
        scores_section(study, ensemble),
        luck_section(study, ensemble),
        _belief(study, ensemble),
        _trust(study, ensemble),
        outcomes_section(study, ensemble, again(study, [ensemble.arm])),
    ]
    return Told(
        say.t("Un plan, beaucoup de graines", "One plan, many seeds"),
        _finding(study, ensemble),
        lead(study, first, few(study)),
        tuple(section for section in sections if section),
        {"ensemble_scores": scores_table(study, ensemble)},
    )


def _finding(study: Study, ensemble: Ensemble) -> str:
    say = study.say
    letters, share = common(ensemble)
    best, worst = letter(letters[0]), letter(letters[-1])
    if study.alone:
        return say.t(f"Un {best}, sur une seule graine", f"{_a(best, True)}, with one seed only")
    always = share > 1 - 1e-9
    how = say.t(
        "Toujours" if always else "Presque toujours", "Always" if always else "Almost always"
    )
    which = say.t(f"un {best}", _a(best))
    if len(letters) > 1:
        which = say.t(f"entre {worst} et {best}", f"between {worst} and {best}")
    return f"{how} {which}" + say.t(" : ", ": ") + study.of_seeds(share)


def _a(grade: str, first: bool = False) -> str:
    """Return a letter with its English article: 'an A', 'a C'."""
    article = "an" if grade[0] in "AF" else "a"
    return f"{capital(article) if first else article} {grade}"


def _belief(study: Study, ensemble: Ensemble) -> Section:
    say = study.say
    widest = max(
        study.scenario.audiences,
        key=lambda a: _width(nine_in_ten(ensemble, f"belief.{a.id}")),
    )
    low, high = (say.percent(x) for x in nine_in_ten(ensemble, f"belief.{widest.id}"))
    name = inner(widest.name.say(say.language))
    title = say.t(
        "La part qui croit au pire dépend peu de la graine",
        "The share that believes the worst depends little on the seed",
    )
    if _width(nine_in_ten(ensemble, f"belief.{widest.id}")) >= 0.05:
        title = say.t(
            "La part qui croit au pire dépend aussi de la graine",
            "The share that believes the worst depends on the seed too",
        )
    text = say.t(
        f"Là où la graine compte le plus ({name}), 9 graines sur 10 finissent de "
        f"{study.between(low, high)}.",
        f"Where the seed counts most ({name}), 9 seeds in 10 end from {study.between(low, high)}.",
    )
    if low == high:
        text = say.t(
            "Toutes les graines finissent au même point.", "All seeds end at the same point."
        )
    topic = say.t("Rumeur", "Rumour")
    return Section("rumour", topic, title, text, (Picture("ensemble_belief"),))


def _width(ends: tuple[float, float]) -> float:
    return ends[1] - ends[0]


def _trust(study: Study, ensemble: Ensemble) -> Section:
    say = study.say
    moves = {
        audience: ensemble.bands[f"trust.{audience.id}"][2] for audience in study.scenario.audiences
    }
    fell = [audience for audience, middle in moves.items() if middle[-1] < middle[0] - 0.005]
    total = len(moves)
    part, of = say.of(len(fell), total)
    title = say.t(
        f"La confiance baisse dans {part} publics sur {of}"
        if len(fell) > 1
        else f"La confiance baisse dans un public sur {of}",
        f"Trust falls in {part} {'audiences' if len(fell) > 1 else 'audience'} out of {of}",
    )
    if len(fell) == total:
        title = say.t("La confiance baisse partout", "Trust falls everywhere")
    if not fell:
        title = say.t("La confiance ne baisse nulle part", "Trust falls nowhere")
    text = say.t(
        "Médiane des graines, du début à la fin de l’exercice.",
        "Median of the seeds, from the start to the end of the exercise.",
    )
    topic = say.t("Confiance", "Trust")
    return Section("trust", topic, title, text, (Picture("ensemble_trust"),))
