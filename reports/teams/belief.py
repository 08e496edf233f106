"""The figure of the teams: who believes the worst, a panel a team on one scale."""

from collections.abc import Sequence

from reports.figures.ink import WORLD
from reports.figures.panels import MOST_PANELS, Course, Curve, Look, draw_panels, nice
from reports.figures.scene import Drawn, Outlook
from reports.teams.team import Team, closest
from simulator.text import Language, Text

_LOOK = Look(height=44, color=WORLD, digits=0, percent=True, peak=True)
_NOTE = Text(fr="{n} déclarations publiques", en="{n} public statements")
_ONE = Text(fr="{n} déclaration publique", en="{n} public statement")
_CAPTION = Text(
    fr="Part de « {who} » qui croit au pire, en %, même échelle pour toutes les équipes. "
    "En gris, les nuits.",
    en="Share of “{who}” that believes the worst, in %, one scale for all teams. Nights in grey.",
)
_FIRST = Text(fr=" Les {n} premières équipes.", en=" The first {n} teams.")
_ALT = Text(
    fr="Croient au pire à la fin : {shares}.", en="Believing the worst at the end: {shares}."
)


def belief_figure(teams: Sequence[Team], language: Language) -> Drawn:
    """Return the belief of the closest audience in each team; of twelve teams at most."""
    shown, stage = teams[:MOST_PANELS], _Played(teams[0].run.scenario, language)
    stage.last = max(team.run.case.end for team in teams)
    top = nice(max([1.0, *(100 * share for team in shown for share in team.believers)]))
    sheet = draw_panels(stage, [_curve(stage, team, top) for team in shown], _LOOK)
    who = stage.of(closest(stage.scenario).name)
    said = stage.say(_CAPTION, who=who)
    if len(shown) < len(teams):
        said += stage.say(_FIRST, n=len(shown))
    return Drawn(sheet, _alt(stage, shown), said)


class _Played(Outlook):
    """As far as the longest of the teams went."""

    last: float

    @property
    def end(self) -> float:
        return max(1.0, self.last)


def _curve(stage: Outlook, team: Team, top: float) -> Curve:
    words = len(team.run.case.public)
    course = Course([m.at for m in team.run.measures], [100 * share for share in team.believers])
    return Curve(team.name, stage.say(_ONE if words < 2 else _NOTE, n=words), course, top)


def _alt(stage: Outlook, teams: Sequence[Team]) -> str:
    ends = [f"{team.name} {_LOOK.write(stage, 100 * team.believe)}" for team in teams]
    return stage.say(_ALT, shares=stage.list(ends))
