"""The criteria of both axes, each with what decided it."""

from reports.facts.rows import columns, kept, row
from reports.facts.run import Run
from reports.facts.shape import Block, Cell, Picture, Section, Table
from reports.facts.speech import capital, lower
from simulator.score.rulings import rulings
from simulator.score.scorecard import AxisScore
from simulator.text import Text

HIGH, LOW, APART, SHOWN = 80.0, 50.0, 8.0, 3
RATINGS = {
    "P": Text(fr="P : réalisé sans difficulté", en="P: performed without challenges"),
    "S": Text(fr="S : avec quelques difficultés", en="S: performed with some challenges"),
    "M": Text(fr="M : avec des difficultés majeures", en="M: performed with major challenges"),
    "U": Text(fr="U : non réalisé", en="U: unable to be performed"),
}


def criteria_section(run: Run) -> Section:
    """Return the scores and their evidence."""
    say, card = run.say, run.card
    blocks: list[Block] = []
    for key, axis in (("reactivity", card.reactivity), ("transparency", card.transparency)):
        label = f"{axis_name(run, key)}, {say.points(axis.score)}"
        blocks.append(Picture(f"criteria_{key}", False, label))
    for key, axis in (("reactivity", card.reactivity), ("transparency", card.transparency)):
        blocks.append(_evidence(run, key, axis))
    topic, lead = say.t("Critères", "Criteria"), " ".join(kept([_lead(run), _overruled(run)]))
    return Section("criteria", topic, _title(run), lead, tuple(blocks))


def axis_name(run: Run, key: str) -> str:
    """Return the name of an axis."""
    if key == "reactivity":
        return run.say.t("Réactivité", "Reactivity")
    return run.say.t("Transparence", "Transparency")


def criterion_name(run: Run, which: str) -> str:
    """Return what a criterion is called."""
    return run.criterion(which)


def to_mend(run: Run) -> list[str]:
    """Return the criteria that call for a corrective action, most points to gain first."""
    wanting = [mark.id for mark in run.criteria.values() if mark.action is not None]
    return sorted(wanting, key=lambda which: -run.gains[which])


def _title(run: Run) -> str:
    say, quick, open_ = run.say, run.card.reactivity.score, run.card.transparency.score
    if quick == 0 and open_ == 0:
        return say.t("Aucun critère n’a rapporté de point", "No criterion earned a point")
    if max(quick, open_) < LOW:
        return say.t("Ni assez vite, ni assez franchement", "Neither soon enough nor open enough")
    if quick >= HIGH and open_ >= HIGH:
        return say.t(
            "Prompte à répondre, franche dans ce qu’elle dit",
            "Quick to answer, open in what it says",
        )
    if quick - open_ >= APART:
        return say.t(
            "Plus prompte à répondre que franche dans ce qu’elle dit",
            "Quicker to answer than open in what it says",
        )
    if open_ - quick >= APART:
        return say.t("Plus franche que prompte", "More open than quick")
    return say.t(
        "Réactivité et transparence au même niveau, ni bas ni haut",
        "Reactivity and transparency on a par, neither low nor high",
    )


def _lead(run: Run) -> str:
    say, ratings = run.say, [mark.rating for mark in run.criteria.values()]
    n = say.n(
        len(ratings), "critère s’applique|critères s’appliquent", "criterion applies|criteria apply"
    )
    given = [mark for mark in RATINGS if mark in ratings]
    counts = say.listed([f"{ratings.count(mark)}\u00a0{mark}" for mark in given])
    means = [RATINGS[mark].say(say.language) for mark in given]
    if len(means) == 1:
        return say.t(f"Ici, {n}, tous notés {means[0]}.", f"Here {n}, all rated {means[0]}.")
    return say.t(
        f"Ici, {n} : {counts}. {' ; '.join(means)}.", f"Here {n}: {counts}. {'; '.join(means)}."
    )


def _overruled(run: Run) -> str | None:
    """Return which criteria somebody has scored by hand."""
    say, ruled = run.say, rulings(run.case)
    names = [lower(criterion_name(run, which)) for which in run.criteria if which in ruled]
    if not names:
        return None
    n = say.n(
        len(names), "critère a été noté|critères ont été notés", "criterion was|criteria were"
    )
    why = say.t(
        "le tableau dit par qui, pourquoi, et ce que donnait le calcul",
        "the table says by whom, why, and what the computation gave",
    )
    return capital(
        say.t(
            f"{n} à la main ({say.listed(names)}) : {why}.",
            f"{n} scored by hand ({say.listed(names)}): {why}.",
        )
    )


def _evidence(run: Run, key: str, axis: AxisScore) -> Table:
    say = run.say
    rows = tuple(
        row(
            criterion_name(run, mark.id),
            run.explained(mark),
            Cell(f"{say.points(mark.score)}\u00a0{mark.rating}", strong=True),
            _entries(run, mark.evidence),
        )
        for mark in axis.criteria
    )
    heads = columns(
        (say.t("Critère", "Criterion"), 30),
        say.t("Ce qui a décidé", "What decided it"),
        (say.t("Note", "Score"), -14),
        (say.t("Entrées", "Entries"), -22),
    )
    note = say.t(
        "Les numéros sont ceux des entrées du journal, en annexe.",
        "The numbers are those of the journal’s entries, in the annex.",
    )
    return Table(f"evidence_{key}", heads, rows, axis_name(run, key), note)


def _entries(run: Run, ids: tuple[int, ...]) -> str:
    shown = ", ".join(str(number) for number in ids[:SHOWN])
    more = len(ids) - SHOWN
    return (
        shown
        if more <= 0
        else f"{shown} "
        + run.say.t(f"et {more} autres" if more > 1 else "et 1 autre", f"and {more} more")
    )


def criteria_numbers(run: Run, key: str) -> Table:
    """Return the weights and scores of one axis."""
    say, axis = run.say, getattr(run.card, key)
    heads = columns(
        say.t("Critère", "Criterion"),
        (say.t("Poids", "Weight"), -20),
        (say.t("Note", "Score"), -20),
        (say.t("Appréciation", "Rating"), -26),
    )
    rows = tuple(
        row(criterion_name(run, m.id), say.percent(m.weight), say.points(m.score), m.rating)
        for m in axis.criteria
    )
    return Table(f"criteria_{key}", heads, rows)
