"""The people concerned: what was taken from them, when they were told, what became of them."""

from reports.facts.helpline import counted, sizing, together
from reports.facts.rows import columns, kept, row
from reports.facts.run import Run
from reports.facts.shape import Block, Cell, Picture, Prose, Section, Table
from reports.facts.speech import capital, inner, rounded
from reports.facts.thefts import Theft, concerned, thefts
from simulator.journal.entries import (
    CustomersCounted,
    HarmCounted,
    HelplineCounted,
    HelplineOverloaded,
)
from simulator.scenario.kinds import PEOPLE_PER_FIRM, DataKind
from simulator.text import Text

_KINDS: dict[DataKind, Text] = {
    "contact": Text(fr="coordonnées", en="contact"),
    "identity": Text(fr="identité", en="identity"),
    "bank": Text(fr="bancaires", en="bank"),
    "credentials": Text(fr="identifiants", en="credentials"),
    "health": Text(fr="santé", en="health"),
    "marketing": Text(fr="profil", en="marketing"),
    "technical": Text(fr="techniques", en="technical"),
}
_DAY, _THREE_DAYS, _APART = 1440.0, 4320.0, 60.0


def people_section(run: Run) -> Section | None:
    """Return the people whose data were taken; None when none were and nobody called."""
    taken = thefts(run)
    if not taken and not run.of(HelplineCounted):
        return None
    say = run.say
    blocks: list[Block] = [_taken(run, taken)] if taken else []
    if audiences := _counted_audiences(run, taken):
        blocks.append(_what_became(run, audiences))
    blocks.append(Picture("helpline"))
    lessons = kept([_order(run, taken), _harm(run, taken), _line(run, taken), _custom(run)])
    if lessons:
        blocks.append(Prose(say.t("Ce qu’il faut en retenir", "What to take from it"), lessons))
    topic = say.t("Personnes concernées", "The people concerned")
    return Section("people", topic, _title(run, taken), _lead(run, taken), tuple(blocks))


def _title(run: Run, taken: list[Theft]) -> str:
    say, risky = run.say, [theft for theft in taken if theft.at_risk]
    if not any(theft.word for theft in risky):
        return _unwarned(run, risky)
    if run.of(HelplineOverloaded):
        share = say.percent(together(run.of(HelplineCounted)).lost)
        return say.t(
            f"Averties, {share} des personnes qui ont appelé n’ont eu personne",
            f"Once warned, {share} of those who called got nobody",
        )
    if any(theft.word is None and theft.known for theft in risky):
        return say.t(
            "Une partie des personnes exposées n’a pas été avertie directement",
            "Some of the people at risk were not warned directly",
        )
    told = [theft for theft in risky if theft.word]
    slow = max(told, key=lambda theft: theft.waited - 60 * theft.urgency)
    span, within = say.span(slow.waited), say.span(60 * slow.urgency)
    if slow.waited > 60 * slow.urgency:
        return say.t(
            f"Il a fallu {span} pour avertir ceux qu’il fallait prévenir en {within}",
            f"It took {span} to warn people who should know within {within}",
        )
    longest, first = max(theft.waited for theft in told), told[0].waited
    if told[0].data.audience != risky[-1].data.audience and longest - first > _APART:
        a, b = say.span(first), say.span(longest)
        return say.t(
            f"Les plus exposés ont été avertis en {a}, les autres en {b}",
            f"Those most at risk were warned within {a}, the others within {b}",
        )
    if longest < 1:
        return say.t(
            "Les personnes exposées ont été averties sans attendre",
            "The people at risk were warned without delay",
        )
    span = say.span(longest)
    return say.t(
        f"Les personnes exposées ont été averties en {span}",
        f"The people at risk were warned within {span}",
    )


def _unwarned(run: Run, risky: list[Theft]) -> str:
    say = run.say
    if not risky:
        lost = run.of(HelplineOverloaded)
        if lost:
            return say.t("La ligne d’assistance a été débordée", "The helpline was overloaded")
        return say.t("La ligne d’assistance a répondu", "The helpline answered")
    if not any(theft.known for theft in risky):
        return say.t(
            "Ce qui a été pris n’a jamais été établi", "What was taken was never established"
        )
    return say.t(
        "Personne n’a été averti directement de ce qu’on lui avait pris",
        "Nobody was warned directly of what had been taken from them",
    )


def _lead(run: Run, taken: list[Theft]) -> str:
    say, people = run.say, concerned(run, taken)
    if not people:
        return say.t(
            "Personne ne court de risque par ce qui a été pris.",
            "Nobody runs a risk from what was taken.",
        )
    of = " de" if people >= 1_000_000 else ""
    first = say.t(
        f"Le vol expose {say.people(people)}{of} personnes.",
        f"The theft puts {say.people(people)} people at risk.",
    )
    words = [theft.word for theft in taken if theft.at_risk and theft.word]
    if not words:
        return f"{first} " + say.t(
            "Aucun message direct ne leur a dit ce qui avait été pris ni quoi faire.",
            "No direct message told them what had been taken or what to do.",
        )
    word = min(words, key=lambda word: word.at)
    when = say.when(word.at)
    return f"{first} " + say.t(
        f"Le premier message direct qui leur disait ce qui était pris ou quoi faire est parti "
        f"{when}.",
        f"The first direct message that told them what was taken or what to do went out on {when}.",
    )


def _taken(run: Run, taken: list[Theft]) -> Table:
    say = run.say
    rows = tuple(
        row(
            theft.data.name.say(say.language),
            _KINDS[theft.data.kind].say(say.language),
            _how_many(run, theft),
            f"{say.digits(theft.urgency)}\u00a0h" if theft.at_risk else "—",
            say.stamp(theft.known.at) if theft.known else say.t("jamais", "never"),
            _warned_at(run, theft),
        )
        for theft in taken
    )
    heads = columns(
        say.t("Données prises", "Data taken"),
        (say.t("Nature", "Kind"), 20),
        (say.t("Personnes", "People"), -19),
        (say.t("Urgence", "Urgency"), -15),
        (say.t("Établi", "Established"), 22),
        (say.t("Averties", "Warned"), 22),
    )
    note = say.t(
        "Urgence : en combien d’heures prévenir, un jugement. Averties : premier message "
        "direct qui dit ce qui est pris, ou quoi faire ; en rouge, au-delà de l’urgence.",
        "Urgency: the hours within which to warn, a judgement. Warned: the first direct message "
        "saying what was taken, or what to do; in red, beyond the urgency.",
    )
    return Table("taken", heads, rows, say.t("Ce qui a été pris", "What was taken"), note)


def _how_many(run: Run, theft: Theft) -> str:
    """Return how many people, or firms where an audience counts firms."""
    audience = next(a for a in run.scenario.audiences if a.id == theft.data.audience)
    if not audience.firms:
        return run.say.people(theft.people)
    firms = max(1, round(theft.data.share * audience.firms))
    return run.say.digits(firms) + run.say.t(
        f"\u00a0entreprise{'s' if firms > 1 else ''}", f"\u00a0firm{'s' if firms > 1 else ''}"
    )


def _warned_at(run: Run, theft: Theft) -> Cell:
    if not theft.at_risk:
        return Cell(run.say.t("sans objet", "no need"))
    if theft.word is None:
        return Cell(run.say.t("jamais", "never"), "world", True)
    late = theft.waited > 60 * theft.urgency
    return Cell(run.say.stamp(theft.word.at), "world" if late else "team")


def _counted_audiences(run: Run, taken: list[Theft]) -> list[str]:
    """Return the audiences of whom anything was counted, in the scenario's order."""
    named = {theft.data.audience for theft in taken if theft.at_risk}
    named |= {who for entry in run.of(CustomersCounted)[-1:] for who in entry.left}
    return [audience.id for audience in run.scenario.audiences if audience.id in named]


def _what_became(run: Run, audiences: list[str]) -> Table:
    say, at_risk = run.say, {theft.data.audience for theft in thefts(run) if theft.at_risk}
    harm, custom = run.of(HarmCounted)[-1:], run.of(CustomersCounted)[-1:]
    rows = []
    for who in audiences:
        shares = [_warned(run, who, at) for at in (_DAY, _THREE_DAYS, run.case.end)]
        harmed = say.about(harm[0].harmed.get(who, 0) if harm else 0)
        gone = [_gone(run, which, who) for which in (custom[0].left, custom[0].returned)] if (
            custom) else []  # fmt: skip
        exposed = who in at_risk
        rows.append(
            row(
                capital(run.name("audience", who)),
                *(shares if exposed else ["—"] * 3),
                harmed if exposed else "—",
                *(gone or ["—", "—"]),
            )
        )
    heads = columns(
        say.t("Public", "Audience"),
        (say.t("À 24 h", "At 24 h"), -14),
        (say.t("À 72 h", "At 72 h"), -14),
        (say.t("À la fin", "At end"), -15),
        (say.t("Lésées", "Harmed"), -22),
        (say.t("Partis", "Gone"), -18),
        (say.t("Revenus", "Back"), -18),
    )
    note = say.t(
        "Averties : part des personnes exposées qui savent quoi faire ; un courriel en touche un "
        "peu plus de la moitié. Lésées : un ordre de grandeur, qui repose sur un jugement. "
        "Partis, revenus : clients, selon le modèle.",
        "Warned: share of the people at risk who know what to do; an e-mail reaches a little over "
        "half. Harmed: an order of magnitude that rests on a judgement. Gone, back: customers, as "
        "the model counts.",
    )
    return Table(
        "people",
        heads,
        tuple(rows),
        say.t("Averties, lésées, parties", "Warned, harmed, gone"),
        note,
    )


def _gone(run: Run, counts: dict[str, int], who: str) -> str:
    """Return how many of an audience are counted, to two figures: people, or firms of so many."""
    if who not in counts:
        return "—"
    audience = next(a for a in run.scenario.audiences if a.id == who)
    if not audience.firms:
        return run.say.people(int(rounded(counts[who], 2)))
    firms = run.say.digits(round(counts[who] / PEOPLE_PER_FIRM))
    total = run.say.digits(audience.firms)
    return run.say.t(f"{firms} sur {total}", f"{firms} of {total}")


def _warned(run: Run, who: str, at: float) -> str:
    """Return the share of an audience's people at risk who were warned at a minute."""
    then = [entry for entry in run.of(HarmCounted) if entry.at <= at and who in entry.warned]
    return run.say.percent(then[-1].warned[who]) if then else "—"


def _order(run: Run, taken: list[Theft]) -> str | None:
    """Return whether those most at risk were warned first."""
    say, told = run.say, dict[str, float]()
    risky = [theft for theft in taken if theft.at_risk]
    for theft in risky:
        if theft.word:
            told[theft.data.audience] = min(
                told.get(theft.data.audience, theft.word.at), theft.word.at
            )
    whos = list(dict.fromkeys(theft.data.audience for theft in risky))
    if len(whos) < 2 or whos[0] not in told:
        return None
    name = inner(run.name("audience", whos[0]))
    rest = [told[who] for who in whos[1:] if who in told]
    if not rest:
        return say.t(
            f"Seuls les plus exposés ont été avertis : {name}.",
            f"Only those most at risk were warned: {name}.",
        )
    ahead = min(rest) - told[whos[0]]
    if ahead > 1:
        span = say.span(ahead)
        return say.t(
            f"Les plus exposés ({name}) ont été avertis {span} avant les autres.",
            f"Those most at risk ({name}) were warned {span} before the others.",
        )
    if ahead < -1:
        return say.t(
            f"Les plus exposés ({name}) ont été avertis après d’autres.",
            f"Those most at risk ({name}) were warned after others.",
        )
    return say.t(
        f"Les plus exposés ({name}) ont été avertis en même temps que les autres.",
        f"Those most at risk ({name}) were warned at the same time as the others.",
    )


def _harm(run: Run, taken: list[Theft]) -> str | None:
    """Return how many came to harm, as an order of magnitude, and how many before any warning."""
    harm, say = run.of(HarmCounted), run.say
    if not harm:
        return None
    total = sum(harm[-1].harmed.values())
    words = [theft.word.at for theft in taken if theft.at_risk and theft.word]
    before = [sum(e.harmed.values()) for e in harm if words and e.at <= min(words)]
    part = before[-1] / total if before and total else 0.0
    fr, en = ("", "")
    if part >= 0.5:
        fr, en = ", dont plus de la moitié avant le premier avertissement", (
            ", more than half of them before the first warning")  # fmt: skip
    elif part >= 0.3:
        fr, en = ", dont une bonne part avant le premier avertissement", (
            ", a good part of them before the first warning")  # fmt: skip
    many = say.about(total)
    return say.t(
        f"Le modèle compte {many} personnes lésées{fr} : un ordre de grandeur, qui repose sur "
        "un jugement du risque et non sur une mesure.",
        f"The model counts {many} people harmed{en}: an order of magnitude that rests on a "
        "judgement of the risk, not on a measurement.",
    )


def _line(run: Run, taken: list[Theft]) -> str | None:
    """Return what became of those who called."""
    if said := counted(run):
        return " ".join(kept([said, sizing(run)]))
    if not any(theft.at_risk for theft in taken):
        return None
    return run.say.t(
        "Aucune ligne d’assistance n’a été ouverte : qui voulait appeler n’avait personne à qui "
        "parler.",
        "No helpline was opened: those who wanted to call had nobody to speak to.",
    )


def _custom(run: Run) -> str | None:
    """Return how many customers left and came back."""
    say, counts = run.say, run.of(CustomersCounted)
    if not counts:
        return None
    people = {a.id: a.headcount for a in run.scenario.audiences if not a.firms}
    left, back = (
        sum(number for who, number in counts_.items() if who in people)
        for counts_ in (counts[-1].left, counts[-1].returned)
    )
    if not left:
        return None
    share = say.percent(left / sum(people[who] for who in counts[-1].left if who in people))
    many, again = capital(say.about(left, 2)), say.about(back, 2)
    fr = f" ; {again} sont revenus" if back else " ; aucun n’est revenu"
    en = f"; {again} came back" if back else "; none came back"
    return say.t(
        f"{many} clients sont partis, soit {share}{fr}. À lire comme une comparaison entre plans, "
        "non comme une prévision.",
        f"{many} customers left, {share} of them all{en}. Read it as a comparison between plans, "
        "not as a forecast.",
    )
