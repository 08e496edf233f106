"""The legal clocks: what each law asked for, by when, what was done, and what a miss exposes to."""

from reports.facts.due import Due, law_of, legal_clocks, rule_of
from reports.facts.lessons import lessons
from reports.facts.rows import columns, row
from reports.facts.run import Run
from reports.facts.sanctions import exposure
from reports.facts.shape import Block, Cell, Prose, Section, Table
from reports.facts.speech import capital
from simulator.journal.names import TOPICS


def clocks_section(run: Run) -> Section | None:
    """Return the legal clocks, None when none started."""
    clocks = legal_clocks(run)
    if not clocks:
        return None
    say = run.say
    blocks: list[Block] = [_table(run, clocks)]
    if exposed := exposure(run, clocks):
        blocks.append(Prose(say.t("Sanction encourue", "Exposure"), exposed))
    blocks += lessons(run, [_phased(run, clocks), _tight(run, clocks)])
    topic = say.t("Échéances légales", "Legal clocks")
    return Section("clocks", topic, _title(run, clocks), _lead(run, clocks), tuple(blocks))


def _title(run: Run, clocks: list[Due]) -> str:
    ended = [clock for clock in clocks if clock.ended]
    met, total = sum(clock.in_time for clock in ended), len(ended or clocks)
    if total == 1:
        return _the_only(run, bool(ended), bool(met))
    n, every = run.say.word(total), capital(run.say.all_of(total))
    if not ended:
        return run.say.t(f"Les {n} délais légaux courent encore", f"{every} legal clocks still run")
    if met == total:
        return run.say.t(f"Les {n} délais légaux ont été tenus", f"{every} legal clocks were met")
    if met:
        return _some_met(run, met, n)
    fr, en = (" à temps", " in time") if any(clock.met for clock in ended) else ("", "")
    none = "Neither" if total == 2 else "None"
    return run.say.t(
        f"Aucun des {n} délais légaux n’a été tenu{fr}",
        f"{none} of the {n} legal clocks was met{en}",
    )


def _the_only(run: Run, ended: bool, met: bool) -> str:
    if not ended:
        return run.say.t(
            "Le délai légal court encore à la fin", "The legal clock still runs at the end"
        )
    if met:
        return run.say.t("Le délai légal a été tenu", "The legal clock was met")
    return run.say.t("Le délai légal n’a pas été tenu", "The legal clock was not met")


def _some_met(run: Run, met: int, total: str) -> str:
    if met == 1:
        return run.say.t(
            f"Un seul délai légal sur {total} a été tenu",
            f"Only one of {total} legal clocks was met",
        )
    n = capital(run.say.word(met))
    return run.say.t(
        f"{n} délais légaux sur {total} ont été tenus", f"{n} of {total} legal clocks were met"
    )


def _lead(run: Run, clocks: list[Due]) -> str:
    say = run.say
    since = say.when(min(clock.started.at for clock in clocks) if run.aware is None else run.aware)
    first = say.t(
        f"À partir de {since}, l’équipe ne pouvait plus dire qu’elle ne savait pas.",
        f"From {since} the team could no longer say that it did not know.",
    )
    missed = next((clock for clock in clocks if clock.missed), None)
    if missed is None:
        return first
    law, when = law_of(run, missed), say.when(missed.started.due)
    return f"{first} " + say.t(
        f"Premier délai expiré : {law}, {when}.", f"First to run out: {law}, {when}."
    )


def _table(run: Run, clocks: list[Due]) -> Table:
    say = run.say
    rows = tuple(
        row(
            capital(law_of(run, clock)),
            say.stamp(clock.started.at),
            say.stamp(clock.started.due),
            say.stamp(clock.done.at) if clock.done else "—",
            _outcome(run, clock),
        )
        for clock in clocks
    )
    heads = columns(
        say.t("Ce que demande la loi", "What the law asks for"),
        (say.t("Ouvert", "Started"), 22),
        (say.t("Échéance", "Due"), 22),
        (say.t("Fait", "Done"), 22),
        (say.t("Issue", "Outcome"), 29),
    )
    return Table("clocks", heads, rows, say.t("Délais", "Clocks"), _judged(run, clocks))


def _judged(run: Run, clocks: list[Due]) -> str:
    """Return which lengths are ours because the law gives no number."""
    say, judged = run.say, [clock for clock in clocks if rule_of(run, clock).judged]
    if not judged:
        return ""
    said = "; ".join(f"{law_of(run, clock)} ({_hours(run, clock)})" for clock in judged)
    said = said.replace("; ", say.t(" ; ", "; "))
    return say.t(
        f"Où la loi ne donne pas d’heures, la durée est un jugement : {said}.",
        f"Where the law gives no hours, the length is a judgement: {said}.",
    )


def _hours(run: Run, clock: Due) -> str:
    hours = (clock.started.due - clock.started.at) / 60
    return f"{run.say.digits(hours)}\u00a0h"


def _outcome(run: Run, clock: Due) -> Cell:
    say, done = run.say, clock.done
    if done is None:
        if clock.over:
            return Cell(say.t("manqué", "missed"), "world", True)
        return Cell(say.t("court encore", "still running"))
    last = clock.met[-1]
    lacking = say.listed([TOPICS[t].say(say.language) for t in last.lacking if t in TOPICS])
    more = say.t(f" ; il manque {lacking}", f"; lacking {lacking}") if lacking else ""
    if done.lacking and not last.lacking:
        when = say.stamp(last.at)
        more = say.t(f", complété {when}", f", completed {when}")
    if done.late:
        late = say.span(done.late)
        reasons = say.t(", motivé", ", reasons given") if last.reasons else ""
        said = say.t(f"en retard de {late}", f"late by {late}")
        return Cell(said + reasons + more, "world", True)
    return Cell(say.t("tenu", "met") + more, "team", not lacking)


def _phased(run: Run, clocks: list[Due]) -> str | None:
    """Return that a law lets one notify first and complete later, where that was done or missed."""
    say = run.say
    late = [c for c in clocks if c.missed and rule_of(run, c).phased]
    if late:
        return say.t(
            "La loi laisse dire d’abord ce que l’on sait et compléter ensuite : attendre d’en "
            "savoir plus n’était pas une raison de laisser passer l’heure.",
            "The law lets one say first what is known and complete it later: waiting to know more "
            "was no reason to let the hour go by.",
        )
    done = [c for c in clocks if c.done and c.done.lacking and not c.met[-1].lacking]
    if not done:
        return None
    law = law_of(run, done[0])
    return say.t(
        f"Dire tôt ce que l’on sait, puis compléter, est permis et a été fait ici ({law}).",
        f"Saying early what is known, then completing it, is allowed and was done here ({law}).",
    )


def _tight(run: Run, clocks: list[Due]) -> str | None:
    """Return the clock met with least time to spare, when that was little."""
    say = run.say
    met = [(clock.started.due - clock.done.at, clock) for clock in clocks
           if clock.done and clock.in_time]  # fmt: skip
    if not met:
        return None
    spare, clock = min(met, key=lambda one: one[0])
    if spare > 0.1 * (clock.started.due - clock.started.at):
        return None
    law, left = law_of(run, clock), say.span(spare)
    return say.t(
        f"Tenu de justesse : {law}, {left} avant l’échéance.",
        f"The closest call: {law}, {left} before it was due.",
    )
