"""Those whose data were taken: of what kind, how many, and when they were warned."""

from reports.facts.rows import columns, row
from reports.facts.run import Run
from reports.facts.shape import Cell, Table
from reports.facts.speech import inner
from reports.facts.thefts import Theft
from simulator.scenario.kinds import DataKind
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


def what_was_taken(run: Run, taken: list[Theft]) -> Table:
    """Return the table of what was taken, from how many, and when they were warned."""
    say = run.say
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
    rows = tuple(_theft(run, theft) for theft in taken)
    return Table("taken", heads, rows, say.t("Ce qui a été pris", "What was taken"), note)


def _theft(run: Run, theft: Theft) -> tuple[Cell, ...]:
    say = run.say
    return row(
        theft.data.name.say(say.language),
        _KINDS[theft.data.kind].say(say.language),
        _how_many(run, theft),
        f"{say.digits(theft.urgency)}\u00a0h" if theft.at_risk else "—",
        say.stamp(theft.known.at) if theft.known else say.t("jamais", "never"),
        _warned_at(run, theft),
    )


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
    return Cell(run.say.stamp(theft.word.at), "world" if theft.late else "team")


def who_first(run: Run, taken: list[Theft]) -> str | None:
    """Return whether those most at risk were warned first, None where nobody else was at risk."""
    risky = [theft for theft in taken if theft.at_risk]
    audiences, told = list(dict.fromkeys(theft.data.audience for theft in risky)), _warnings(risky)
    if len(audiences) < 2 or audiences[0] not in told:
        return None
    name = inner(run.name("audience", audiences[0]))
    others = [told[who] for who in audiences[1:] if who in told]
    if others:
        return _against(run, name, min(others) - told[audiences[0]])
    return run.say.t(
        f"Seuls les plus exposés ont été avertis : {name}.",
        f"Only those most at risk were warned: {name}.",
    )


def _warnings(risky: list[Theft]) -> dict[str, float]:
    """Return when each audience that was warned directly was first warned."""
    first: dict[str, float] = {}
    for theft in risky:
        if theft.word:
            at = theft.word.at
            first[theft.data.audience] = min(first.get(theft.data.audience, at), at)
    return first


def _against(run: Run, name: str, ahead: float) -> str:
    """Return how those most at risk, so called, fared, warned minutes `ahead` of the others."""
    say, span = run.say, run.say.span(ahead)
    if ahead > 1:
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
