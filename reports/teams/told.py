"""What the paper of a room says: who stands where, what set the teams apart."""

from collections.abc import Iterator, Sequence

from reports.facts.asked import Asked
from reports.facts.hotwash import hot_wash_section
from reports.facts.live import cut_short, live
from reports.facts.plan import stopped
from reports.facts.rows import columns, kept, row
from reports.facts.shape import Cell, Masthead, Picture, Prose, ReportFacts, Section, Table
from reports.facts.speech import Speech, cut, inner
from reports.teams.criteria import criteria_section
from reports.teams.team import Team, closest
from simulator.text import capital

LEVEL = 2.0


def teams_facts(teams: Sequence[Team]) -> ReportFacts:
    """Return all that the paper prints."""
    first = teams[0].run
    say, started = first.say, first.case.started
    case = first.scenario.full_title.say(say.language)
    kind = say.t("Rapport de la salle", "The room’s report")
    seed = say.t(f"Graine {started.seed}", f"Seed {started.seed}")
    return ReportFacts(
        language=say.language,
        dated=int(first.scenario.clock.start.timestamp()),
        title=f"{kind}{say.t(' : ', ': ')}{case}",
        header=(case, say.t("Exercice. Ne pas diffuser.", "Exercise. Not for release.")),
        footer=f"{seed} · Cellule {started.version}",
        numbers_label=say.t("Les chiffres de cette figure", "The numbers of this figure"),
        cover=Masthead(kind, case, _finding(say, teams), (_lead(say, teams),)),
        sections=tuple(_sections(say, teams)),
    )


def _sections(say: Speech, teams: Sequence[Team]) -> Iterator[Section]:
    yield _standing(say, teams)
    yield _rumour(say, teams)
    yield criteria_section(say, teams)
    asked = [_of_team(team, each) for team in teams for each in team.hot_wash]
    if hot_wash := hot_wash_section(say, _together(asked)):
        yield hot_wash
    yield _reports(say, teams)


def _ranked(teams: Sequence[Team]) -> list[Team]:
    return sorted(teams, key=lambda team: -team.score)


def _short(team: Team) -> str:
    """Return a team's name as a title holds it."""
    return cut(team.name, 28)


def _finding(say: Speech, teams: Sequence[Team]) -> str:
    first, second, *_ = _ranked(teams)
    best, next_ = say.points(first.score), say.points(second.score)
    if first.score - second.score < LEVEL:
        return say.t(
            f"{_short(first)} et {_short(second)} au même niveau, {best} sur 100",
            f"{_short(first)} and {_short(second)} level, {best} out of 100",
        )
    return say.t(
        f"{_short(first)} devant, {best} sur 100 contre {next_}",
        f"{_short(first)} ahead, {best} out of 100 against {next_}",
    )


def _lead(say: Speech, teams: Sequence[Team]) -> str:
    run, many = teams[0].run, say.word(len(teams))
    told = say.t(
        f"{capital(many)} équipes ont joué le même scénario avec la même graine : mêmes "
        "journalistes, même chance. Ce qui les sépare est ce qu’elles ont décidé.",
        f"{capital(many)} teams played the same scenario with the same seed: the same journalists, "
        "the same luck. What sets them apart is what they decided.",
    )
    end = cut_short(run)
    if not live(run) or end is None:
        return told
    when = stopped(run, end)
    return f"{told} " + say.t(
        f"L’exercice a été {when} prévus.", f"The exercise was {when} planned."
    )


def _standing(say: Speech, teams: Sequence[Team]) -> Section:
    heads = columns(
        say.t("Équipe", "Team"),
        (say.t("Réactivité", "Reactivity"), -18),
        (say.t("Transparence", "Transparency"), -21),
        (say.t("Ensemble", "Overall"), -17),
        (say.t("Première parole", "First word"), -25),
        (say.t("Appels perdus", "Calls lost"), -22),
        (say.t("Rendez-vous", "Promises"), -19),
        (say.t("Croient au pire", "Believe worst"), -24),
    )
    rows = tuple(_row(say, team) for team in teams)
    lead = say.t(
        "Dans l’ordre de la salle. La première parole, celle qui apprend quelque chose, est"
        f" comptée depuis {teams[0].run.story} ; les rendez-vous sont les tenus, sur ceux échus.",
        "In the room’s order. The first word, the one that tells something, is counted from "
        f"{teams[0].run.story}; promises are those kept, out of those due.",
    )
    table = Table("teams", heads, rows, wide=True)
    topic = say.t("Équipes", "Teams")
    return Section("teams", topic, _first_words(say, teams), lead, (table,))


def _row(say: Speech, team: Team) -> tuple[Cell, ...]:
    card, run, (kept_, due) = team.run.card, team.run, team.promises
    lost = say.t(f"{len(run.lost)} sur {len(run.calls)}", f"{len(run.lost)} of {len(run.calls)}")
    promises = say.t(f"{kept_} sur {due}", f"{kept_} of {due}")
    return row(
        Cell(team.name, strong=True),
        say.points(card.reactivity.score),
        say.points(card.transparency.score),
        Cell(f"{say.points(team.score)}\u00a0{card.overall.grade.replace('-', '−')}", strong=True),
        _word(say, team),
        lost if run.calls else "–",
        promises if due else "–",
        say.percent(team.believe),
    )


def _word(say: Speech, team: Team) -> str:
    after = team.run.delay
    if after is None:
        return say.t("vide", "empty") if team.run.case.public else say.t("aucune", "none")
    if abs(after) < 1:
        return say.t("en même temps", "at once")
    span = say.span(abs(after))
    return say.t(f"{span} avant", f"{span} before") if after < 0 else span


def _first_words(say: Speech, teams: Sequence[Team]) -> str:
    spoke = [team for team in teams if team.run.delay is not None]
    empty = any(team.run.case.public for team in teams if team.run.delay is None)
    if not spoke:
        return _no_word(say, empty)
    first = min(spoke, key=lambda team: team.run.delay or 0.0)
    silent, of_use = len(teams) - len(spoke), say.t(" d’utile", " of substance") if empty else ""
    when = _word(say, first)
    if silent:
        n = say.n(silent, "équipe n’a|équipes n’ont", "team", feminine=True)
        return say.t(
            f"{_short(first)} parle la première ({when}) ; {n} rien dit{of_use}",
            f"{_short(first)} spoke first ({when}); {n} said nothing{of_use}",
        )
    last = max(spoke, key=lambda team: team.run.delay or 0.0)
    if len(spoke) < 2 or _word(say, last) == when:
        return say.t(f"La première parole partout : {when}", f"The first word, everywhere: {when}")
    return say.t(
        f"La première parole : {when} chez {_short(first)}, {_word(say, last)} chez {_short(last)}",
        f"The first word: {when} for {_short(first)}, {_word(say, last)} for {_short(last)}",
    )


def _no_word(say: Speech, empty: bool) -> str:
    """Return that no team told anything; `empty` when some spoke all the same."""
    if empty:
        return say.t("Aucune équipe n’a rien appris au public", "No team told the public anything")
    return say.t("Aucune équipe n’a parlé au public", "No team spoke to the public")


def _rumour(say: Speech, teams: Sequence[Team]) -> Section:
    name = closest(teams[0].run.scenario).name.say(say.language)
    least, most = (f(teams, key=lambda team: team.believe) for f in (min, max))
    low, high = say.percent(least.believe), say.percent(most.believe)
    if low == high:
        title = say.t(
            f"Autant croient au pire partout : {low}",
            f"As many believe the worst everywhere: {low}",
        )
    else:
        title = say.t(
            f"Croient au pire : {low} avec {_short(least)}, {high} avec {_short(most)}",
            f"Believe the worst: {low} with {_short(least)}, {high} with {_short(most)}",
        )
    lead = say.t(
        f"À la fin, parmi ce public : {inner(name)}.",
        f"At the end, in this audience: {inner(name)}.",
    )
    return Section("rumour", say.t("Rumeur", "Rumour"), title, lead, (Picture("belief"),))


def _of_team(team: Team, asked: Asked) -> Asked:
    answers = tuple(answer.model_copy(update={"team": team.name}) for answer in asked.answers)
    return asked.model_copy(update={"answers": answers})


def _together(asked: Sequence[Asked]) -> list[Asked]:
    """Return each question once, with every team's answers."""
    found: dict[tuple[str, str], Asked] = {}
    for each in asked:
        key = (each.question.fr, each.question.en)
        before = found[key].answers if key in found else ()
        found[key] = each.model_copy(update={"answers": (*before, *each.answers)})
    return list(found.values())


def _reports(say: Speech, teams: Sequence[Team]) -> Section:
    names = say.listed([team.name for team in teams[:24]])
    more = len(teams) - 24
    if more > 0:
        names += say.t(f" et {more} autres", f" and {more} more")
    text = say.t(
        "Chaque équipe a le sien, d’où viennent ces nombres, avec ses messages, ses tournants et "
        f"son plan d’amélioration : {names}.",
        "Each team has its own, where these numbers come from, with its messages, its turning "
        f"points and its improvement plan: {names}.",
    )
    again = say.t(
        "Les journaux des équipes redonnent celui-ci : cellule report, puis un journal par équipe.",
        "The teams’ journals give this one again: cellule report, then one journal a team.",
    )
    block = Prose(say.t("Rapports", "Reports"), tuple(kept([text, again])))
    title = say.t("Le détail est dans le rapport de chacune", "Each team’s report has the detail")
    return Section("reports", say.t("Pour aller plus loin", "To go further"), title, "", (block,))
