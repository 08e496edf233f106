"""Where the differences between runs come from: the plan, or luck, and luck in what."""

from reports.facts.rows import columns, row
from reports.facts.shape import Cell, Prose, Section, Table
from reports.studies.study import Study
from simulator.streams import SOURCES, Source
from simulator.study.ensemble import Ensemble
from simulator.text import Text

_NUMBERS = {
    "overall": Text(fr="Ensemble", en="Overall"),
    "reactivity": Text(fr="Réactivité", en="Reactivity"),
    "transparency": Text(fr="Transparence", en="Transparency"),
    "belief": Text(fr="Croient au pire", en="Believe the worst"),
}
_NAMES: dict[Source, Text] = {
    "rumour": Text(fr="Rumeur", en="Rumour"),
    "press": Text(fr="Presse", en="Press"),
    "investigation": Text(fr="Enquêtes", en="Inquiries"),
    "other": Text(fr="Autre", en="Other"),
}
_MEANT: dict[Source, Text] = {
    "rumour": Text(
        fr="Rumeur : qui croise qui, qui croit et qui passe le mot.",
        en="Rumour: who meets whom, who believes and who passes the word on.",
    ),
    "press": Text(
        fr="Presse : qui appelle et quand, qui attend, qui écrit et sur quel ton.",
        en="Press: who calls and when, who waits, who writes and in what tone.",
    ),
    "investigation": Text(
        fr="Enquêtes : combien de temps il faut pour établir chaque fait.",
        en="Inquiries: how long it takes to establish each fact.",
    ),
    "other": Text(
        fr="Autre : qui découvre une affirmation fausse, les torts subis, les clients, le marché.",
        en="Other: who finds a false claim out, harm done, customers, the market.",
    ),
}


def luck_section(study: Study, ensemble: Ensemble) -> Section | None:
    """Return where the variance comes from; None when no two runs can differ."""
    if study.alone or not ensemble.splits:
        return None
    say = study.say
    note = say.t(
        "Effet total : part des écarts dus au hasard qui disparaîtrait si cette source seule était "
        "connue ; le total peut dépasser 100 %, car des sources agissent ensemble. Estimations, "
        "grossières sous cinquante graines.",
        "Total effect: share of the differences due to luck that would go if this source alone "
        "were known; they may add to more than 100%, as sources work together. Estimates, rough "
        "under fifty seeds.",
    )
    heads = columns(
        say.t("Source", "Source"),
        *((name.say(say.language), -26.0) for name in _NUMBERS.values()),
    )
    rows = tuple(_row(study, ensemble, source) for source in SOURCES)
    table = Table("luck", heads, rows, say.t("Le hasard", "Luck"), note)
    meant = tuple(_MEANT[source].say(say.language) for source in SOURCES)
    blocks = (
        table,
        Prose(say.t("Les sources", "The sources"), (" ".join(meant),)),
    )
    topic = say.t("D’où vient l’écart", "Where differences come from")
    return Section("luck", topic, _title(study, ensemble), _plan(study, ensemble), blocks)


def _row(study: Study, ensemble: Ensemble, source: Source) -> tuple[Cell, ...]:
    shares = (
        study.say.percent(ensemble.splits[name].luck[source])
        if ensemble.spreads[name].deviation
        else "–"
        for name in _NUMBERS
    )
    return row(_NAMES[source].say(study.say.language), *shares)


def _plan(study: Study, ensemble: Ensemble) -> str:
    say, share = study.say, ensemble.splits["overall"].plan
    if share is None:
        return say.t(
            "Un seul plan a été joué : sa part et celle du hasard ne se séparent pas.",
            "One plan was played: its share and that of luck cannot be told apart.",
        )
    plan, luck = _parts(study, share)
    return say.t(
        f"Ici, {plan} de l’écart de note vient du plan, {luck} du hasard.",
        f"Here {plan} of the difference in score comes from the plan, {luck} from luck.",
    )


def _parts(study: Study, share: float) -> tuple[str, str]:
    """Return the shares of plan and luck in whole per cents, never written 100 and 0 if unequal."""
    percent, under = study.say.percent, study.say.t("moins de", "less than")
    if 0.995 <= share < 1:
        return study.say.t("plus de", "more than") + f" {percent(0.99)}", f"{under} {percent(0.01)}"
    if 0 < share <= 0.005:
        return f"{under} {percent(0.01)}", study.say.t("plus de", "more than") + f" {percent(0.99)}"
    return percent(share), percent(1 - share)


def _title(study: Study, ensemble: Ensemble) -> str:
    say, split = study.say, ensemble.splits["overall"]
    if not ensemble.spreads["overall"].deviation:
        return say.t("Le hasard ne change pas la note", "Luck does not change the score")
    main = max(SOURCES, key=lambda source: split.luck[source])
    if not split.luck[main]:
        return say.t(
            "La part de chaque hasard n’a pas été mesurée",
            "The share of each kind of luck was not measured",
        )
    what = {
        "rumour": say.t("de la rumeur", "the rumour"),
        "press": say.t("de la presse", "the press"),
        "investigation": say.t("des enquêtes", "the inquiries"),
        "other": say.t("d’autres sources", "other sources"),
    }[main]
    luck = say.t(f"le hasard vient d’abord {what}", f"luck comes first from {what}")
    if split.plan is not None and split.plan > 0.5:
        return say.t(f"Le plan compte plus que le hasard ; {luck}",
                     f"The plan counts more than luck; {luck}")  # fmt: skip
    return luck[:1].upper() + luck[1:]
