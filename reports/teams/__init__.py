"""The paper of a room: the teams of one exercise side by side, under the same luck."""

from reports.teams.team import Team
from reports.teams.write import write_teams

__all__ = ["Team", "write_teams"]
