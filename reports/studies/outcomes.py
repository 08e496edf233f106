"""What many seeds ended with: medians, where nine in ten lie, the clocks that were missed."""

from collections.abc import Callable, Iterator

from reports.facts.rows import columns, row
from reports.facts.shape import Block, Cell, Prose, Section, Table
from reports.facts.speech import Speech
from reports.studies.study import Study
from simulator.study.ensemble import Ensemble
from simulator.study.intervals import Spread
from simulator.text import Text

Said = Callable[[Speech, float], str]


def _share(say: Speech, value: float) -> str:
    return say.percent(value)


def _count(say: Speech, value: float) -> str:
    return say.digits(value)


def _trust(say: Speech, value: float) -> str:
    return say.digits(value, 2)


def _return(say: Speech, value: float) -> str:
    return say.digits(value, 1) + say.t(" %", "%")


def _euros(say: Speech, value: float) -> str:
    return say.euros(value)


# What is told, how a value is said, and whether it is told even when it is always nothing.
_TOLD: dict[str, tuple[Text, Said, bool]] = {
    "belief": (
        Text(fr="Croient au pire, en moyenne", en="Believe the worst, on average"), _share, True
    ),
    "account": (
        Text(fr="Ont notre version, en moyenne", en="Have our account, on average"), _share, True
    ),
    "misinformed": (
        Text(fr="Mal informés, en moyenne", en="Misinformed, on average"), _share, True
    ),
    "trust": (Text(fr="Confiance, en moyenne", en="Trust, on average"), _trust, True),
    "articles": (Text(fr="Articles", en="Articles"), _count, True),
    "with_account": (
        Text(fr="Articles avec notre version", en="Articles with our account"), _count, True
    ),
    "calls": (Text(fr="Appels de la presse", en="Calls from the press"), _count, True),
    "calls_lost": (Text(fr="Appels perdus", en="Calls lost"), _count, True),
    "facts_came_out": (
        Text(fr="Faits sortis sans l’équipe", en="Facts out without the team"),
        _count, True,
    ),
    "promises_missed": (Text(fr="Promesses manquées", en="Promises missed"), _count, True),
    "clocks_missed": (Text(fr="Délais légaux manqués", en="Legal clocks missed"), _count, True),
    "sanction_exposure": (Text(fr="Exposition à l’amende", en="Exposure to fines"), _euros, False),
    "lowest_return": (
        Text(fr="Action, au plus bas", en="Share price, at its lowest"), _return, True
    ),
    "last_return": (Text(fr="Action, à la fin", en="Share price, at the end"), _return, True),
    "cost": (Text(fr="Réparations et enquêtes", en="Repairs and inquiries"), _euros, True),
    "harmed": (Text(fr="Personnes lésées", en="People harmed"), _count, True),
    "customers_left": (Text(fr="Clients partis", en="Customers who left"), _count, True),
    "customers_returned": (
        Text(fr="Clients revenus", en="Customers who came back"), _count, False
    ),
    "helpline_calls": (Text(fr="Appels à l’assistance", en="Calls to the helpline"), _count, False),
    "helpline_abandoned": (
        Text(fr="Appels à l’assistance perdus", en="Helpline calls lost"), _count, False
    ),
    "helpline_cost": (Text(fr="Coût de l’assistance", en="Cost of the helpline"), _euros, False),
}  # fmt: skip


def outcomes_section(study: Study, ensemble: Ensemble, *more: Block) -> Section:
    """Return the table of outcomes and how often a legal clock was missed."""
    say = study.say
    heads = columns(
        say.t("À la fin", "At the end"), (say.t("Médiane", "Median"), -18),
        (say.t("Intervalle", "Interval"), -28), (say.t("9 graines sur 10", "9 seeds in 10"), -30),
    )  # fmt: skip
    table = Table(
        "outcomes", heads, tuple(_rows(study, ensemble)), say.t("Ce qui arrive", "What happens"),
        say.t(
            "L’intervalle est celui de la médiane. Les moyennes sont celles des publics de mille "
            "personnes ou plus, s’il y en a.",
            "The interval is that of the median. Averages are over audiences of a thousand people "
            "or more, if there are any.",
        ),
    )  # fmt: skip
    clocks = Prose(say.t("Délais légaux", "Legal clocks"), (_clocks(study, ensemble),))
    topic = say.t("Bilan", "Outcome")
    return Section("outcomes", topic, _title(study, ensemble), "", (table, clocks, *more))


def _rows(study: Study, ensemble: Ensemble) -> Iterator[tuple[Cell, ...]]:
    for key, (name, said, always) in _TOLD.items():
        spread = ensemble.spreads.get(key)
        if spread is None or not (always or spread.mean):
            continue
        low, high = said(study.say, spread.p05), said(study.say, spread.p95)
        median = Cell(said(study.say, spread.median.value), strong=True)
        yield row(
            name.say(study.say.language),
            median,
            "–" if study.alone else _ends(study, spread, said),
            study.between(low, high),
        )


def _ends(study: Study, spread: Spread, said: Said) -> str:
    low, high = said(study.say, spread.median.low), said(study.say, spread.median.high)
    return study.between(low, high)


def _title(study: Study, ensemble: Ensemble) -> str:
    say, calls, lost = study.say, ensemble.spreads["calls"], ensemble.spreads["calls_lost"]
    if not calls.median.value:
        articles = say.digits(ensemble.spreads["articles"].median.value)
        return say.t(
            f"Articles de presse : {articles} en médiane", f"Press articles: {articles} in median"
        )
    part, total = say.digits(lost.median.value), say.digits(calls.median.value)
    return say.t(
        f"Appels de la presse : {part}\u00a0perdus sur\u00a0{total}, en médiane",
        f"Calls from the press: {part}\u00a0lost out of\u00a0{total}, in median",
    )


def _clocks(study: Study, ensemble: Ensemble) -> str:
    say, missed = study.say, ensemble.missed_clocks
    if not study.scenario.duties:
        return say.t("Aucun délai légal ne court dans ce cas.", "No legal clock runs in this case.")
    seeds = study.of_seeds(missed.value)
    share = "" if study.alone else f", {study.share(missed)}"
    if missed.value == 0:
        up_to = say.percent(missed.high)
        more = say.t(f" (au plus {up_to})", f" (at most {up_to})") if not study.alone else ""
        return say.t(
            f"Aucune graine n’a vu manquer un délai légal{more}.",
            f"No seed saw a legal clock missed{more}.",
        )
    return say.t(
        f"Un délai légal au moins est manqué : {seeds}{share}.",
        f"At least one legal clock is missed: {seeds}{share}.",
    )
