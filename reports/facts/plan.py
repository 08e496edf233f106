"""The improvement plan, the strengths, and how to reproduce the run."""

from collections.abc import Iterator

from reports.facts.criteria import criterion_name, to_mend
from reports.facts.live import cut_short, live
from reports.facts.rows import columns, row
from reports.facts.run import Run
from reports.facts.shape import Block, Cell, Section, Table
from reports.facts.speech import capital
from simulator.journal.entries import DecisionRefused
from simulator.scenario.kinds import DIRECTION


def plan_section(run: Run) -> Section:
    """Return what to mend, what to keep, and how to get this report again."""
    say, wanting = run.say, to_mend(run)
    blocks: list[Block] = [_actions(run, wanting)] if wanting else []
    if strengths := _strengths(run):
        blocks.append(strengths)
    topic = say.t("Plan d’amélioration", "Improvement plan")
    return Section("plan", topic, _title(run, wanting), _lead(run, wanting), tuple(blocks))


def _title(run: Run, wanting: list[str]) -> str:
    say = run.say
    if not wanting:
        return say.t("Rien à corriger, beaucoup à garder", "Nothing to mend, much to keep")
    if len(wanting) == 1:
        return say.t("Une correction, et un responsable", "One correction, and one owner")
    n = say.n(len(wanting), "correction", "correction", feminine=True)
    return capital(
        say.t(
            f"{n}, celle qui rapporte le plus en tête",
            f"{n}, the one worth most first",
        )
    )


def _lead(run: Run, wanting: list[str]) -> str:
    say = run.say
    if not wanting:
        return say.t(
            "Chaque critère est réalisé sans difficulté. Les points forts sont à entretenir.",
            "Every criterion was performed without challenges. Keep the strengths alive.",
        )
    gain = sum(run.gains[which] for which in wanting)
    total = say.digits(gain, 0 if gain >= 99.95 else 1)
    return say.t(
        "Tiré des critères notés S, M ou U. Les points sont ceux que chaque critère laisse sur la "
        f"note d’ensemble, {total} en tout ; les échéances sont une proposition.",
        "Drawn from the criteria rated S, M or U. The points are those each criterion leaves on "
        f"the overall score, {total} in all; the due dates are a proposal.",
    )


def _actions(run: Run, wanting: list[str]) -> Table:
    say, rows = run.say, []
    for place, which in enumerate(wanting, start=1):
        mark = run.criteria[which]
        rows.append(
            row(
                str(place),
                run.explained(mark),
                mark.action.say(say.language) if mark.action else "",
                mark.owner.say(say.language) if mark.owner else "",
                _due(run, mark.rating),
                Cell(say.digits(run.gains[which], 1), strong=True),
            )
        )
    heads = columns(
        ("", 5),
        (say.t("Constat", "Finding"), 53),
        say.t("Action corrective", "Corrective action"),
        (say.t("Responsable", "Owner"), 31),
        (say.t("Échéance", "Due"), 22),
        (say.t("Points", "Points"), -13),
    )
    return Table("plan", heads, tuple(rows), wide=True)


def _due(run: Run, rating: str) -> str:
    if rating == "U":
        return run.say.t("sous un mois", "within a month")
    if rating == "M":
        return run.say.t("sous trois mois", "within three months")
    return run.say.t("avant le prochain exercice", "before the next exercise")


def _strengths(run: Run) -> Table | None:
    say = run.say
    strong = [mark for mark in run.criteria.values() if mark.rating == "P"]
    if not strong:
        return None
    rows = tuple(
        row(
            criterion_name(run, mark.id),
            run.explained(mark),
            Cell(say.points(mark.score), strong=True),
        )
        for mark in sorted(strong, key=lambda mark: (-mark.score, -mark.weight))
    )
    heads = columns(
        (say.t("Critère", "Criterion"), 36),
        say.t("Ce qui a tenu", "What held"),
        (say.t("Note", "Score"), -14),
    )
    note = say.t("Critères notés P : à entretenir.", "Criteria rated P: to be kept up.")
    return Table("strengths", heads, rows, say.t("Points forts", "Strengths"), note)


def again_section(run: Run) -> Section:
    """Return what it takes to get this report again."""
    say = run.say
    started = run.case.started
    rows = [
        row(say.t("Scénario", "Scenario"), _case(run)),
        row(say.t("Décisions", "Decisions"), _decisions(run)),
        row(say.t("Graine du hasard", "Seed of chance"), str(started.seed)),
        *_room(run),
        row(say.t("Version de Cellule", "Version of Cellule"), started.version),
        row("Journal", run.say.n(len(run.journal), "entrée", "entry|entries")),
        row(say.t("SHA-256 du journal", "SHA-256 of the journal"), _broken(run.digest)),
        row(say.t("Commande", "Command"), command(run)),
    ]
    heads = columns((say.t("Quoi", "What"), 38), say.t("Valeur", "Value"))
    table = Table("again", heads, tuple(rows), say.t("Empreintes", "Fingerprints"))
    return Section(
        "again",
        say.t("Pour refaire", "To do it again"),
        say.t("Tout ce rapport tient en trois choses", "Three things hold this whole report"),
        say.t(
            "Le scénario, la graine et la liste des décisions redonnent le même journal, octet "
            "pour octet. Le journal redonne ce rapport.",
            "The scenario, the seed and the list of decisions give the same journal again, byte "
            "for byte. The journal gives this report again.",
        ),
        (table,),
    )


def _room(run: Run) -> Iterator[tuple[Cell, ...]]:
    """Yield that the exercise was live, and how it ended."""
    say, end = run.say, cut_short(run)
    if not live(run):
        return
    how = say.t("en salle, jusqu’au bout", "in the room, to its end")
    if end is not None:
        how = say.t(f"en salle, {stopped(run, end)}", f"in the room, {stopped(run, end)}")
    elif run.case.end < run.scenario.horizon:
        how = say.t("en salle, pas encore fini", "in the room, not over yet")
    yield row(say.t("Exercice", "Exercise"), how)


def stopped(run: Run, end: float) -> str:
    """Return when an exercise was ended early: 'arrêté vendredi 20 à 11 h, après 17 heures'."""
    say = run.say
    return say.t(
        f"arrêté {say.when(end)}, après {say.span(end)} sur {say.span(run.scenario.horizon)}",
        f"ended on {say.when(end)}, after {say.span(end)} of {say.span(run.scenario.horizon)}",
    )


def _broken(digest: str) -> str:
    """Return the digest in groups of eight, so that it may wrap and be read aloud."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


def origin(run: Run) -> str:
    """Return where the decisions came from, as the report says it."""
    known = {
        "historical": run.say.t("historiques", "historical"),
        "exemplary": run.say.t("exemplaires", "exemplary"),
        "silence": run.say.t("silence", "silence"),
        "typical": run.say.t("typiques", "typical"),
        "live": run.say.t("prises en salle", "taken live"),
    }
    sets = run.card.decisions.split("+")
    if sets == ["silence"] and live(run):
        return run.say.t("aucune, en salle", "none, in the room")
    return ", ".join(known.get(one, one) for one in sets)


def _decisions(run: Run) -> str:
    say = run.say
    refused = sum(entry.do not in DIRECTION for entry in run.of(DecisionRefused))
    taken = len(run.decided)
    n = say.n(
        taken,
        "décision exécutée|décisions exécutées",
        "decision carried out|decisions carried out",
        feminine=True,
    )
    more = (
        f", {say.n(refused, 'refusée|refusées', 'refused|refused', feminine=True)}"
        if refused
        else ""
    )
    return f"{origin(run) if live(run) else run.card.decisions}, {n}{more}"


def _case(run: Run) -> str:
    """Return how the command line calls the case: 'id', or 'id:variant'."""
    scenario = run.scenario
    return f"{scenario.id}:{scenario.variant}" if scenario.variant else scenario.id


def command(run: Run) -> str:
    """Return the command that gives the report again."""
    given = run.card.decisions
    if "+" in given or live(run):
        return f"cellule replay journal.jsonl --out out --lang {run.say.language}"
    return (
        f"cellule replay {_case(run)} --decisions {given} --seed {run.case.started.seed} "
        f"--out out --lang {run.say.language}"
    )
