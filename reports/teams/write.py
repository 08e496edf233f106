"""The paper of a room on disk."""

from collections.abc import Sequence
from pathlib import Path

from reports.teams.belief import belief_figure
from reports.teams.team import Team
from reports.teams.told import teams_facts
from reports.write import OURS, Paper, write_paper


def write_teams(teams: Sequence[Team], out: Path) -> list[Path]:
    """Write report.pdf, report.html, figures/ and pages/ on several teams; return their paths."""
    figures = {"belief": belief_figure(teams, teams[0].run.say.language)}
    return write_paper(Paper("report", teams_facts(teams), figures, OURS), out)
