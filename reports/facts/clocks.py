"""The legal clocks: what each law asked for, by when, what was done, and what a miss exposes to."""

from dataclasses import dataclass

from reports.facts.rows import columns, kept, row
from reports.facts.run import Run
from reports.facts.shape import Block, Cell, Prose, Section, Table
from reports.facts.speech import capital
from simulator.clocks.rules import laws_of
from simulator.journal.entries import ClockMet, ClockMissed, ClockStarted
from simulator.journal.names import TOPICS
from simulator.scenario.kinds import Entity
from simulator.scenario.laws import Cap, Law, OwnLaw
from simulator.text import Text

COMPLAINT = "lopmi"
# What sets the largest fine, by how the rule begins.
_TIERS: dict[str, Text] = {
    "gdpr": Text(fr="RGPD art. 83(4), palier inférieur", en="GDPR art. 83(4), lower tier"),
    "uk-gdpr": Text(fr="RGPD britannique, palier ordinaire", en="UK GDPR, standard maximum"),
    "nis2": Text(fr="NIS2 art. 34(4), entité essentielle", en="NIS2 art. 34(4), essential entity"),
    "mar": Text(fr="MAR art. 30(2)", en="MAR art. 30(2)"),
}
_IMPORTANT = Text(fr="NIS2 art. 34(5), entité importante", en="NIS2 art. 34(5), important entity")


@dataclass(frozen=True, slots=True)
class Due:
    """One legal clock that started, and what became of it; `over` when its time has run out."""

    started: ClockStarted
    missed: ClockMissed | None
    met: tuple[ClockMet, ...]
    over: bool

    @property
    def done(self) -> ClockMet | None:
        """Return the entry by which it was first met."""
        return self.met[0] if self.met else None

    @property
    def in_time(self) -> bool:
        """Return whether it was met before it ran out."""
        return self.done is not None and not self.done.late

    @property
    def ended(self) -> bool:
        """Return whether it was met or has run out."""
        return self.done is not None or self.over


def legal_clocks(run: Run) -> list[Due]:
    """Return the clocks that started, the first due first."""
    missed = {entry.duty: entry for entry in run.of(ClockMissed)}
    met: dict[str, list[ClockMet]] = {}
    for entry in run.of(ClockMet):
        met.setdefault(entry.duty, []).append(entry)
    found = [
        Due(
            started,
            missed.get(started.duty),
            tuple(met.get(started.duty, ())),
            started.duty in missed or started.due < run.case.end,
        )
        for started in run.of(ClockStarted)
    ]
    return sorted(found, key=lambda clock: (clock.started.due, clock.started.id))


def clocks_section(run: Run) -> Section | None:
    """Return the legal clocks, None when none started."""
    clocks = legal_clocks(run)
    if not clocks:
        return None
    say = run.say
    blocks: list[Block] = [_table(run, clocks)]
    if exposed := kept(_exposure(run, clocks)):
        blocks.append(Prose(say.t("Sanction encourue", "Exposure"), exposed))
    if lessons := kept([_phased(run, clocks), _tight(run, clocks)]):
        blocks.append(Prose(say.t("Ce qu’il faut en retenir", "What to take from it"), lessons))
    topic = say.t("Échéances légales", "Legal clocks")
    return Section("clocks", topic, _title(run, clocks), _lead(run, clocks), tuple(blocks))


def _title(run: Run, clocks: list[Due]) -> str:
    say, ended = run.say, [clock for clock in clocks if clock.ended]
    met, late = sum(clock.in_time for clock in ended), any(clock.met for clock in ended)
    n = say.word(len(ended) or len(clocks))
    one = len(ended or clocks) == 1
    every = capital(say.all_of(len(ended or clocks)))
    if not ended:
        return (
            say.t("Le délai légal court encore à la fin", "The legal clock still runs at the end")
            if one
            else say.t(f"Les {n} délais légaux courent encore", f"{every} legal clocks still run")
        )
    if met == len(ended):
        if one:
            return say.t("Le délai légal a été tenu", "The legal clock was met")
        return say.t(f"Les {n} délais légaux ont été tenus", f"{every} legal clocks were met")
    if met:
        few = met == 1
        fr = "Un seul délai légal" if few else f"{capital(say.word(met))} délais légaux"
        fr += f" sur {n} {'a été tenu' if few else 'ont été tenus'}"
        en = "Only one" if few else capital(say.word(met))
        return say.t(fr, f"{en} of {n} legal clocks {'was' if few else 'were'} met")
    if one:
        return say.t("Le délai légal n’a pas été tenu", "The legal clock was not met")
    fr, en = ("à temps", " in time") if late else ("", "")
    return say.t(
        f"Aucun des {n} délais légaux n’a été tenu {fr}".rstrip(),
        f"None of the {n} legal clocks was met{en}",
    )


def _law(run: Run, clock: Due) -> str:
    return run.names.of_duty(clock.started.duty).say(run.say.language)


def _rule(run: Run, clock: Due) -> Law:
    return laws_of(run.case.scenario)[clock.started.rule]


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
    law, when = _law(run, missed), say.when(missed.started.due)
    return f"{first} " + say.t(
        f"Premier délai expiré : {law}, {when}.", f"First to run out: {law}, {when}."
    )


def _table(run: Run, clocks: list[Due]) -> Table:
    say = run.say
    rows = tuple(
        row(
            capital(_law(run, clock)),
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
    say, judged = run.say, [clock for clock in clocks if _rule(run, clock).judged]
    if not judged:
        return ""
    said = "; ".join(f"{_law(run, clock)} ({_hours(run, clock)})" for clock in judged)
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
    more = say.t(f" ; manque {lacking}", f"; lacking {lacking}") if lacking else ""
    if done.lacking and not last.lacking:
        when = say.stamp(last.at)
        more = say.t(f", complété {when}", f", completed {when}")
    if done.late:
        late = say.span(done.late)
        reasons = say.t(", motivé", ", reasons given") if last.reasons else ""
        said = say.t(f"en retard de {late}", f"late by {late}")
        return Cell(said + reasons + more, "world", True)
    return Cell(say.t("tenu", "met") + more, "team", not lacking)


def _exposure(run: Run, clocks: list[Due]) -> list[str | None]:
    """Return what the clocks that ran out expose to at most, in words."""
    say, missed = run.say, [clock for clock in clocks if clock.missed]
    if not missed:
        quiet = say.t(
            "Aucun délai n’a expiré : aucune sanction n’est encourue à ce titre.",
            "No clock ran out: there is no exposure on that account.",
        )
        return [quiet if all(clock.in_time for clock in clocks) else None]
    return [_fine(run, missed), _complaint(run, missed), _uncapped(run, missed)]


def _fine(run: Run, missed: list[Due]) -> str | None:
    say, most = run.say, run.card.outcome.sanction_exposure
    worst = max(missed, key=lambda clock: clock.missed.exposure if clock.missed else 0.0)
    cap = _cap_of(run, worst)
    if not most or cap is None:
        return None
    tier, ceiling = _tier(run, worst), _ceiling(run, cap, most)
    return say.t(
        f"Au plus {ceiling.fr} ({tier.fr}). C’est un maximum légal, non une prévision : l’autorité "
        "proportionne l’amende aux faits, et des manquements liés ne s’additionnent pas.",
        f"At most {ceiling.en} ({tier.en}). This is a legal maximum, not a prediction: the "
        "authority sets a fine in proportion to the facts, and linked failures do not add up.",
    )


def _ceiling(run: Run, cap: Cap, most: float) -> Text:
    """Return the largest fine in words: an amount, and a share of the revenue if there is one."""
    euros, here = run.say.euros(cap.euros), run.say.euros(most)
    if not cap.revenue:
        return Text(fr=euros, en=euros)
    share = _share(run, cap)
    return Text(
        fr=f"{euros} ou {share} du chiffre d’affaires annuel mondial, le plus élevé des deux, "
        f"soit {here} ici",
        en=f"{euros} or {share} of worldwide yearly turnover, whichever is higher: here {here}",
    )


def _entity(run: Run, clock: Due) -> Entity:
    duties = run.case.scenario.duties
    return next((d.entity for d in duties if d.id == clock.started.duty), "essential")


def _cap_of(run: Run, clock: Due) -> Cap | None:
    return _rule(run, clock).ceiling(_entity(run, clock))


def _tier(run: Run, clock: Due) -> Text:
    law = _rule(run, clock)
    if isinstance(law, OwnLaw):
        return law.name
    if _entity(run, clock) == "important":
        return _IMPORTANT
    return next(text for start, text in _TIERS.items() if law.id.startswith(start))


def _share(run: Run, cap: Cap) -> str:
    """Return a share of the revenue as the law writes it: 2 %, 1.4 %."""
    value = round(100 * cap.revenue, 1)
    text = run.say.digits(value, 0 if value == int(value) else 1)
    return run.say.t(f"{text}\u00a0%", f"{text}%")


def _complaint(run: Run, missed: list[Due]) -> str | None:
    if all(clock.started.rule != COMPLAINT for clock in missed):
        return None
    return run.say.t(
        "Sans plainte dans les 72 heures, l’assurance n’a pas à indemniser l’attaque (Code des "
        "assurances, art. L12-10-1). La loi n’y attache pas d’amende.",
        "Without a complaint within 72 hours the insurer need not pay for the attack (French "
        "insurance code, art. L12-10-1). The law attaches no fine to it.",
    )


def _uncapped(run: Run, missed: list[Due]) -> str | None:
    rest = [c for c in missed if c.started.rule != COMPLAINT and not _cap_of(run, c)]
    if not rest:
        return None
    names = run.say.listed([_law(run, clock) for clock in rest])
    return run.say.t(
        f"Sans plafond unique dans la loi : {names}.", f"No single ceiling in the law: {names}."
    )


def _phased(run: Run, clocks: list[Due]) -> str | None:
    """Return that a law lets one notify first and complete later, where that was done or missed."""
    say = run.say
    late = [c for c in clocks if c.missed and _rule(run, c).phased]
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
    law = _law(run, done[0])
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
    law, left = _law(run, clock), say.span(spare)
    return say.t(
        f"Le plus juste : {law}, {left} avant l’échéance.",
        f"The closest call: {law}, {left} before it was due.",
    )
