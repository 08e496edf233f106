"""What became of the people: how many were warned in time, came to harm, left and came back."""

from reports.facts.rows import columns, row
from reports.facts.run import Run
from reports.facts.shape import Cell, Table
from reports.facts.speech import capital, rounded
from reports.facts.thefts import Theft
from simulator.journal.entries import CustomersCounted, HarmCounted
from simulator.scenario.kinds import PEOPLE_PER_FIRM
from simulator.text import Text

_DAY, _THREE_DAYS = 1440.0, 4320.0
_NOTE = Text(
    fr="Averties : part des personnes exposées qui savent quoi faire ; un courriel en touche un "
    "peu plus de la moitié. Lésées : un ordre de grandeur, qui repose sur un jugement. "
    "Partis, revenus : clients, selon le modèle.",
    en="Warned: share of the people at risk who know what to do; an e-mail reaches a little over "
    "half. Harmed: an order of magnitude that rests on a judgement. Gone, back: customers, as "
    "the model counts.",
)


def what_became(run: Run, taken: list[Theft]) -> Table | None:
    """Return the table of who was warned, harmed and gone, None when nobody was counted."""
    at_risk = {theft.data.audience for theft in taken if theft.at_risk}
    audiences = _counted(run, at_risk)
    if not audiences:
        return None
    say = run.say
    heads = columns(
        say.t("Public", "Audience"),
        (say.t("À 24 h", "At 24 h"), -14),
        (say.t("À 72 h", "At 72 h"), -14),
        (say.t("À la fin", "At end"), -15),
        (say.t("Lésées", "Harmed"), -22),
        (say.t("Partis", "Gone"), -18),
        (say.t("Revenus", "Back"), -18),
    )
    rows = tuple(_audience(run, who, who in at_risk) for who in audiences)
    label = say.t("Averties, lésées, parties", "Warned, harmed, gone")
    return Table("people", heads, rows, label, _NOTE.say(say.language))


def _counted(run: Run, at_risk: set[str]) -> list[str]:
    """Return the audiences of whom anything was counted, in the scenario's order."""
    named = at_risk | {who for entry in run.of(CustomersCounted)[-1:] for who in entry.left}
    return [audience.id for audience in run.scenario.audiences if audience.id in named]


def _audience(run: Run, who: str, at_risk: bool) -> tuple[Cell, ...]:
    exposed = _exposed(run, who) if at_risk else ["—"] * 4
    return row(capital(run.name("audience", who)), *exposed, *_left_and_back(run, who))


def _exposed(run: Run, who: str) -> list[str]:
    """Return who was warned after a day, three days and at the end, then who came to harm."""
    warned = [_warned(run, who, at) for at in (_DAY, _THREE_DAYS, run.case.end)]
    counts = run.of(HarmCounted)
    harmed = counts[-1].harmed.get(who, 0) if counts else 0
    return [*warned, run.say.about(harmed)]


def _left_and_back(run: Run, who: str) -> list[str]:
    counts = run.of(CustomersCounted)
    if not counts:
        return ["—", "—"]
    return [_gone(run, counted, who) for counted in (counts[-1].left, counts[-1].returned)]


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


def harm(run: Run, taken: list[Theft]) -> str | None:
    """Return how many came to harm, as an order of magnitude, and how many before any warning."""
    counts, say = run.of(HarmCounted), run.say
    if not counts:
        return None
    total = sum(counts[-1].harmed.values())
    words = [theft.word.at for theft in taken if theft.at_risk and theft.word]
    before = [sum(e.harmed.values()) for e in counts if words and e.at <= min(words)]
    many, part = say.about_some(total), _part(before[-1] / total if before and total else 0.0)
    return say.t(
        f"Le modèle compte {many} personnes lésées{part.fr} : un ordre de grandeur, qui repose sur "
        "un jugement du risque et non sur une mesure.",
        f"The model counts {many} people harmed{part.en}: an order of magnitude that rests on a "
        "judgement of the risk, not on a measurement.",
    )


def _part(share: float) -> Text:
    """Return which part was harmed before the first warning, where that is worth a word."""
    if share >= 0.5:
        return Text(
            fr=", dont plus de la moitié avant le premier avertissement",
            en=", more than half of them before the first warning",
        )
    if share >= 0.3:
        return Text(
            fr=", dont une bonne part avant le premier avertissement",
            en=", a good part of them before the first warning",
        )
    return Text(fr="", en="")


def custom(run: Run) -> str | None:
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
    many, again = capital(say.about_some(left, 2)), say.about(back, 2)
    fr = f" ; {again} sont revenus" if back else " ; aucun n’est revenu"
    en = f"; {again} came back" if back else "; none came back"
    return say.t(
        f"{many} clients sont partis, soit {share}{fr}. C’est de quoi comparer des plans, non une "
        "prévision.",
        f"{many} customers left, {share} of them all{en}. Read it as a comparison between plans, "
        "not as a forecast.",
    )
