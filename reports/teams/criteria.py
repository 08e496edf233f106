"""The criteria, team by team, or their spread where teams are many."""

from collections.abc import Sequence
from statistics import median

from reports.facts.rows import columns, row
from reports.facts.shape import Column, Section, Table
from reports.facts.speech import Speech
from reports.teams.team import Team

FEW, MOST_COLUMNS = 3, 6


def criteria_section(say: Speech, teams: Sequence[Team]) -> Section:
    """Return every criterion's scores, under the widest gap."""
    found = _marks(teams)
    apart = {which: max(s) - min(s) for which, s in found.items() if len(s) > 1}
    widest = max(apart, key=lambda which: apart[which], default="")
    title = say.t("Les mêmes notes partout", "The same scores everywhere")
    if widest and round(apart[widest]):
        name, points = teams[0].run.criterion(widest), say.digits(apart[widest])
        title = say.t(
            f"Le plus grand écart : {name}, {points} points",
            f"The widest gap: {name}, {points} points",
        )
    lead = say.t(
        "Note de chaque critère, sur 100 ; un tiret, où il ne s’applique pas.",
        "Score of each criterion, out of 100; a dash where it does not apply.",
    )
    table = _by_team(say, teams, list(found)) if len(teams) <= MOST_COLUMNS else _all(say, teams)
    return Section("criteria", say.t("Critères", "Criteria"), title, lead, (table,))


def _marks(teams: Sequence[Team]) -> dict[str, list[float]]:
    """Return the scores of each criterion that applies to some team."""
    found: dict[str, list[float]] = {}
    for team in teams:
        for which, mark in team.run.criteria.items():
            found.setdefault(which, []).append(mark.score)
    return found


def _by_team(say: Speech, teams: Sequence[Team], which: list[str]) -> Table:
    few = len(teams) <= FEW
    wide = min(26.0, (76.0 if few else 120.0) / len(teams))
    names = (Column(team.name, wide, True) for team in teams)
    heads = (Column(say.t("Critère", "Criterion")), *names)
    rows = tuple(
        row(teams[0].run.criterion(one), *(_points(say, team, one) for team in teams))
        for one in which
    )
    return Table("criteria", heads, rows, wide=not few)


def _points(say: Speech, team: Team, which: str) -> str:
    mark = team.run.criteria.get(which)
    return say.points(mark.score) if mark else "–"


def _all(say: Speech, teams: Sequence[Team]) -> Table:
    """Return the spread of each criterion, where teams are too many for a column each."""
    heads = columns(
        say.t("Critère", "Criterion"),
        (say.t("Équipes", "Teams"), -22),
        (say.t("Plus basse", "Lowest"), -26),
        (say.t("Médiane", "Median"), -26),
        (say.t("Plus haute", "Highest"), -26),
    )
    rows = tuple(
        row(
            teams[0].run.criterion(which),
            str(len(scores)),
            *(say.points(value) for value in (min(scores), median(scores), max(scores))),
        )
        for which, scores in _marks(teams).items()
    )
    return Table("criteria", heads, rows, wide=True)
