"""What was agreed with partners: who acts, who pays, and what it came to."""

from reports.facts.rows import columns, row
from reports.facts.run import Run
from reports.facts.shape import Cell, Table
from simulator.journal.entries import PartnerAnswered
from simulator.partners import UNSOUND_COST, is_sound
from simulator.scenario.kinds import WhoActs
from simulator.text import Text

_WHO: dict[WhoActs, Text] = {
    "us": Text(fr="nous", en="we"),
    "partner": Text(fr="le partenaire", en="the partner"),
    "together": Text(fr="ensemble", en="together"),
}


def agreements(run: Run) -> Table:
    """Return the table of what partners answered to what was proposed to them."""
    say, answers = run.say, run.of(PartnerAnswered)
    heads = columns(
        (say.t("Réponse", "Answer"), 23),
        say.t("Partenaire", "Partner"),
        (say.t("Qui agit", "Who acts"), 25),
        (say.t("Notre part", "Our share"), -20),
        (say.t("Issue", "Outcome"), 20),
    )
    rows = tuple(_answer(run, answer) for answer in answers)
    note = say.t(
        "Refusé : la part est celle que le partenaire aurait signée.",
        "Refused: the share is what the partner would have signed.",
    )
    label = say.t("Qui agit, qui paie", "Who acts, who pays")
    return Table("agreements", heads, rows, label, "" if all(a.agreed for a in answers) else note)


def _answer(run: Run, answer: PartnerAnswered) -> tuple[Cell, ...]:
    say = run.say
    outcome = Cell(say.t("refusé", "refused"), "world", True)
    if answer.agreed:
        outcome = Cell(say.t("signé", "signed"), "team", True)
    return row(
        say.stamp(answer.at),
        run.name("partner", answer.partner),
        _WHO[answer.who_acts].say(say.language) if answer.who_acts in _WHO else "—",
        say.percent(answer.our_share),
        outcome,
    )


def bill(run: Run) -> str | None:
    """Return what it came to for the organisation, None when the scenario has no bill."""
    say, cost, billed = run.say, run.card.outcome.cost, run.scenario.bill
    if cost is None or billed is None:
        return None
    ours, repair = say.euros(cost), say.euros(billed.repair)
    if not any(answer.agreed for answer in run.of(PartnerAnswered)):
        fr = en = ""
        if ours != repair:
            fr = f", soit {ours} avec les enquêtes et ce qui l’a renchérie"
            en = f", {ours} with the investigations and what made it dearer"
        return say.t(
            f"Aucun accord n’est signé : l’organisation porte seule la réparation ({repair}){fr}.",
            f"No agreement was signed: the organisation bears the repair alone ({repair}){en}.",
        )
    return say.t(
        f"La facture de l’organisation s’élève à {ours}, enquêtes comprises, pour une réparation "
        f"estimée à {repair}.",
        f"The organisation’s bill comes to {ours}, investigations included, for a repair put at "
        f"{repair}.",
    )


def unsound(run: Run) -> str | None:
    """Return which agreement gives the repair to those who cannot carry it out."""
    say, linked = run.say, {p.id: p.shared_systems for p in run.scenario.partners}
    wrong = [
        answer
        for answer in run.of(PartnerAnswered)
        if answer.agreed and not is_sound(linked[answer.partner], answer.who_acts)
    ]
    if not wrong:
        return None
    name, factor = run.name("partner", wrong[0].partner), say.digits(UNSOUND_COST, 1)
    return say.t(
        f"L’accord avec {name} confie la réparation à qui ne peut la mener : elle coûte {factor} "
        "fois plus.",
        f"The agreement with {name} gives the repair to those who cannot carry it out: it costs "
        f"{factor} times as much.",
    )
