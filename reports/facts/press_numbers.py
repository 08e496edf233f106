"""The press day by day, as tables."""

from collections import Counter
from statistics import median

from reports.facts.rows import columns, row
from reports.facts.run import Call, Run
from reports.facts.shape import Table
from reports.facts.speech import capital
from simulator.journal.entries import ArticlePublished


def tone_by_day(run: Run) -> Table:
    """Return the articles of each day by tone, and how many carry our account."""
    say, days = run.say, dict[str, list[ArticlePublished]]()
    for piece in run.of(ArticlePublished):
        days.setdefault(say.day(piece.at), []).append(piece)
    rows = []
    for day, pieces in days.items():
        tones = Counter(piece.tone for piece in pieces)
        counts = [say.digits(tones[tone]) for tone in ("fair", "critical", "speculative")]
        ours = sum(piece.account for piece in pieces)
        of = say.t(f"{ours} sur {len(pieces)}", f"{ours} of {len(pieces)}")
        rows.append(row(capital(day), *counts, of))
    heads = columns(
        say.t("Jour", "Day"),
        (say.t("Fidèle", "Fair"), -16),
        (say.t("Critique", "Critical"), -18),
        (say.t("Spéculatif", "Speculative"), -23),
        (say.t("Avec notre version", "With our account"), -32),
    )
    return Table("tone", heads, tuple(rows), say.t("Ton des articles", "Tone of the articles"))


def calls_by_day(run: Run) -> Table:
    """Return calls, calls lost and the median wait, by the day on which they rang."""
    say = run.say
    days: dict[str, list[Call]] = {}
    for call in run.calls:
        days.setdefault(capital(say.day(call.at)), []).append(call)
    rows = tuple(
        row(
            day,
            say.digits(len(calls)),
            say.digits(sum(call.lost for call in calls)),
            say.span(median(call.waited for call in calls)),
        )
        for day, calls in days.items()
    )
    heads = columns(
        say.t("Jour", "Day"),
        (say.t("Appels", "Calls"), -20),
        (say.t("Perdus", "Lost"), -20),
        (say.t("Attente médiane", "Median wait"), -34),
    )
    return Table("calls", heads, rows)
