"""The numbers behind each figure, as tables."""

from reports.facts.criteria import axis_name, criteria_numbers
from reports.facts.helpline import helpline_by_day
from reports.facts.press_numbers import calls_by_day, tone_by_day
from reports.facts.rows import columns, row
from reports.facts.run import Run
from reports.facts.shape import Table
from reports.facts.speech import capital
from simulator.journal.entries import (
    ArticlePublished,
    ClaimContradicted,
    ClaimDoubted,
    ClockMissed,
    DecisionTaken,
    Entry,
    FactCameOut,
    HelplineCounted,
    HelplineOverloaded,
    InjectGiven,
    IntrusionClimbed,
    OpinionMeasured,
    PartnerBlamed,
    StatementIssued,
)
from simulator.scenario.kinds import DIRECTION

STEP = 720.0
_TOLD = (
    InjectGiven,
    ArticlePublished,
    FactCameOut,
    ClaimDoubted,
    ClaimContradicted,
    StatementIssued,
    DecisionTaken,
    ClockMissed,
    IntrusionClimbed,
    PartnerBlamed,
    HelplineOverloaded,
)


def numbers(run: Run) -> dict[str, Table]:
    """Return a table for each figure, by the figure's name."""
    found = {"scores": _scores(run), "chronology": _course(run)}
    found |= {
        f"criteria_{key}": criteria_numbers(run, key) for key in ("reactivity", "transparency")
    }
    if run.measures:
        found["rumour"] = _beliefs(run)
    if run.calls:
        found["press_desk"] = calls_by_day(run)
    if run.of(ArticlePublished):
        found["tone"] = tone_by_day(run)
    if run.of(HelplineCounted):
        found["helpline"] = helpline_by_day(run)
    if run.card.outcome.lowest_return is not None:
        found["market"] = _returns(run)
    return found


def _scores(run: Run) -> Table:
    say, card = run.say, run.card
    heads = columns(say.t("Axe", "Axis"), (say.t("Note", "Score"), -25))
    rows = (
        row(axis_name(run, "reactivity"), say.points(card.reactivity.score)),
        row(axis_name(run, "transparency"), say.points(card.transparency.score)),
        row(say.t("Ensemble", "Overall"), say.points(card.overall.score)),
    )
    return Table("scores", heads, rows)


def _course(run: Run) -> Table:
    say = run.say
    entries: list[Entry] = sorted((e for kind in _TOLD for e in run.of(kind)), key=lambda e: e.id)
    entries = [e for e in entries if not (isinstance(e, DecisionTaken) and e.do in DIRECTION)]
    heads = columns(
        (say.t("Heure", "Hour"), 30), (say.t("Entrée", "Entry"), -15), say.t("Acte", "Act")
    )
    rows = tuple(row(say.stamp(e.at), str(e.id), run.tell(e)) for e in entries)
    return Table("chronology", heads, rows)


def _sampled(run: Run) -> list[OpinionMeasured]:
    """Return the measures every half day, and the last."""
    chosen, following = [], 0.0
    for measure in run.measures:
        if measure.at >= following:
            chosen.append(measure)
            following = measure.at + STEP
    return chosen if chosen[-1] is run.measures[-1] else [*chosen, run.measures[-1]]


def _beliefs(run: Run) -> Table:
    say = run.say
    names = [capital(run.name("audience", a.id)) for a in run.scenario.audiences]
    heads = columns((say.t("Heure", "Hour"), 30), *[(name, -18) for name in names])
    rows = tuple(
        row(say.stamp(m.at), *[say.percent(share) for share in run.belief(m)])
        for m in _sampled(run)
    )
    return Table("rumour", heads, rows)


def _returns(run: Run) -> Table:
    say = run.say
    heads = columns(
        (say.t("Heure", "Hour"), 30), (say.t("Écart au marché", "Abnormal return"), -35)
    )
    rows = tuple(
        row(say.stamp(m.at), say.digits(m.abnormal_return, 1) + say.t(" %", "%"))
        for m in _sampled(run)
    )
    return Table("market", heads, rows)
