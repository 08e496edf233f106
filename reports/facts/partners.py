"""Partners and insurer: who was told when, what was agreed, what it cost, who answered."""

from dataclasses import dataclass

from reports.facts.rows import columns, kept, row
from reports.facts.run import Run
from reports.facts.shape import Block, Cell, Prose, Section, Table
from reports.facts.speech import capital
from simulator.journal.entries import (
    IntrusionClimbed,
    PartnerAnswered,
    PartnerBlamed,
    PartnerInformed,
    PartnerJoined,
    ServiceStarted,
    StatementIssued,
)
from simulator.journal.names import SERVICES
from simulator.partners import TOLD_IN_TIME, UNSOUND_COST, is_sound
from simulator.scenario.kinds import PartnerRole, WhoActs
from simulator.scenario.others import Partner
from simulator.text import Text

_ROLES: dict[PartnerRole, Text] = {
    "franchisor": Text(fr="franchiseur", en="franchisor"),
    "host": Text(fr="hébergeur", en="host"),
    "provider": Text(fr="prestataire", en="provider"),
    "insurer": Text(fr="assureur", en="insurer"),
}
_WHO: dict[WhoActs, Text] = {
    "us": Text(fr="nous", en="we"),
    "partner": Text(fr="le partenaire", en="the partner"),
    "together": Text(fr="ensemble", en="together"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One partner: when it was told, how many minutes after awareness, when it joined."""

    partner: Partner
    informed: PartnerInformed | None
    after: float
    joined: PartnerJoined | None


def told(run: Run) -> list[Told]:
    """Return every partner, in the scenario's order."""
    informed = {entry.partner: entry for entry in reversed(run.of(PartnerInformed))}
    joined = {entry.partner: entry for entry in reversed(run.of(PartnerJoined))}
    found = []
    for partner in run.scenario.partners:
        entry = informed.get(partner.id)
        after = float("inf") if entry is None else entry.at - (run.aware or 0.0)
        found.append(Told(partner, entry, after, joined.get(partner.id)))
    return found


def partners_section(run: Run) -> Section | None:
    """Return the partners, None when the scenario has none."""
    partners = told(run)
    if not partners:
        return None
    say = run.say
    blocks: list[Block] = [_table(run, partners)]
    if run.of(PartnerAnswered):
        blocks.append(_agreements(run))
    lessons = kept([_climbed(run), _blamed(run), _bill(run), _unsound(run), _services(run)])
    if lessons:
        blocks.append(Prose(say.t("Ce qu’il faut en retenir", "What to take from it"), lessons))
    topic = say.t("Partenaires", "Partners")
    return Section("partners", topic, _title(run, partners), _lead(run, partners), tuple(blocks))


def _title(run: Run, partners: list[Told]) -> str:
    say, never = run.say, [one for one in partners if one.informed is None]
    n, climbed = say.word(len(partners)), bool(run.of(IntrusionClimbed))
    if len(never) == len(partners):
        fr, en = (", et l’intrusion est remontée", ", and the intrusion climbed") if climbed else (
            "", "")  # fmt: skip
        return say.t(f"Aucun partenaire n’a été prévenu{fr}", f"No partner was told{en}")
    if climbed:
        return say.t(
            "L’intrusion a gagné un partenaire que l’équipe n’avait pas prévenu",
            "The intrusion reached a partner whom the team had not told",
        )
    if _answers(run):
        return say.t(
            "Mis en cause, un partenaire a répondu en public",
            "Blamed, a partner answered in public",
        )
    if never:
        part = capital(say.n(len(never), "partenaire", "partner"))
        verb = "n’a jamais été prévenu" if len(never) == 1 else "n’ont jamais été prévenus"
        en = "was never told" if len(never) == 1 else "were never told"
        return say.t(
            f"{part} sur {n} {verb}", f"{capital(say.word(len(never)))} of {n} partners {en}"
        )
    return _all_told(run, partners)


def _all_told(run: Run, partners: list[Told]) -> str:
    say, last = run.say, max(one.after for one in partners)
    n, span = say.word(len(partners)), say.span(max(0.0, last))
    if last > TOLD_IN_TIME:
        return say.t(
            f"Le dernier partenaire a été prévenu {span} après l’alerte",
            f"The last partner was told {span} after the alert",
        )
    if len(partners) == 1:
        return say.t("Le partenaire a été prévenu à temps", "The partner was told in time")
    if last < 1:
        return say.t(
            f"Les {n} partenaires ont été prévenus aussitôt",
            f"{capital(say.all_of(len(partners)))} partners were told at once",
        )
    return say.t(
        f"Les {n} partenaires ont été prévenus en {span}",
        f"{capital(say.all_of(len(partners)))} partners were told within {span}",
    )


def _lead(run: Run, partners: list[Told]) -> str:
    say, joined = run.say, [one for one in partners if one.joined]
    first = say.t("Rien n’a encore donné l’alerte.", "Nothing had given the alert yet.")
    if run.aware is not None:
        since = say.when(run.aware)
        first = say.t(f"L’alerte date de {since}.", f"The alert came on {since}.")
    if not joined:
        alone = say.t("Le diagnostic s’est fait sans eux.", "The diagnosis was made without them.")
        helpers = run.aware is not None and any(one.partner.helps for one in partners)
        return f"{first} {alone}" if helpers else first
    start = min(joined, key=lambda one: one.joined.at if one.joined else 0.0)
    assert start.joined is not None
    name, when = start.partner.name.say(say.language), say.when(start.joined.at)
    speed = say.digits(start.joined.speed, 1)
    return f"{first} " + say.t(
        f"Le diagnostic est commun avec {name} depuis {when}, et va {speed} fois plus vite.",
        f"The diagnosis is joint with {name} from {when}, and goes {speed} times faster.",
    )


def _table(run: Run, partners: list[Told]) -> Table:
    say = run.say
    rows = tuple(
        row(
            one.partner.name.say(say.language),
            _ROLES[one.partner.role].say(say.language),
            _informed(run, one),
            _after(run, one),
            say.stamp(one.joined.at) if one.joined else "—",
        )
        for one in partners
    )
    heads = columns(
        say.t("Partenaire", "Partner"),
        (say.t("Rôle", "Role"), 23),
        (say.t("Prévenu", "Told"), 23),
        (say.t("Après l’alerte", "After the alert"), 26),
        (say.t("Se joint à nous", "Joins us"), 26),
    )
    note = say.t(
        "L’alerte : l’heure où l’équipe ne pouvait plus dire qu’elle ne savait pas. En rouge, plus "
        "de deux heures après.",
        "The alert: the hour from which the team could not say that it did not know. In red, more "
        "than two hours later.",
    )
    return Table("partners", heads, rows, say.t("Qui a été prévenu", "Who was told"), note)


def _informed(run: Run, one: Told) -> Cell:
    if one.informed is None:
        return Cell(run.say.t("jamais", "never"), "world", True)
    late = one.after > TOLD_IN_TIME
    return Cell(run.say.stamp(one.informed.at), "world" if late else "team", late)


def _after(run: Run, one: Told) -> str:
    if one.informed is None or run.aware is None:
        return "—"
    return run.say.span(one.after) if one.after >= 0 else run.say.t("avant", "before")


def _agreements(run: Run) -> Table:
    say = run.say
    rows = tuple(
        row(
            say.stamp(answer.at),
            run.name("partner", answer.partner),
            _WHO[answer.who_acts].say(say.language) if answer.who_acts in _WHO else "—",
            say.percent(answer.our_share),
            Cell(say.t("signé", "signed"), "team", True)
            if answer.agreed
            else Cell(say.t("refusé", "refused"), "world", True),
        )
        for answer in run.of(PartnerAnswered)
    )
    heads = columns(
        (say.t("Réponse", "Answer"), 23),
        say.t("Partenaire", "Partner"),
        (say.t("Qui agit", "Who acts"), 25),
        (say.t("Notre part", "Our share"), -20),
        (say.t("Issue", "Outcome"), 20),
    )
    refused = any(not answer.agreed for answer in run.of(PartnerAnswered))
    note = say.t(
        "Refusé : la part est celle que le partenaire aurait signée.",
        "Refused: the share is what the partner would have signed.",
    )
    label = say.t("Qui agit, qui paie", "Who acts, who pays")
    return Table("agreements", heads, rows, label, note if refused else "")


def _climbed(run: Run) -> str | None:
    say, climbed = run.say, next(iter(run.of(IntrusionClimbed)), None)
    if climbed is None:
        return None
    name, when = run.name("partner", climbed.partner), say.when(climbed.at)
    one = next(one for one in told(run) if one.partner.id == climbed.partner)
    later = say.t("ce partenaire n’a jamais été prévenu par nous.", "we never told this partner.")
    if one.informed:
        span = say.span(one.informed.at - climbed.at)
        later = say.t(
            f"ce partenaire a été prévenu {span} plus tard.", f"this partner was told {span} later."
        )
    return say.t(
        f"Par les systèmes communs, l’intrusion a gagné {name} {when} ; {later} "
        "Prévenir, même sans savoir, l’aurait arrêtée là.",
        f"Through the shared systems the intrusion reached {name} on {when}; {later} "
        "A warning, even without certainty, would have stopped it there.",
    )


def _answers(run: Run) -> list[PartnerBlamed]:
    """Return the public answers of partners whom the team had blamed."""
    return [
        entry
        for entry in run.of(PartnerBlamed)
        if any(isinstance(run.journal[cause], StatementIssued) for cause in entry.causes)
    ]


def _blamed(run: Run) -> str | None:
    say, answers = run.say, _answers(run)
    if not answers:
        return None
    name, when = run.name("partner", answers[0].partner), say.when(answers[0].at)
    return say.t(
        f"Mis en cause par l’équipe, {name} a répondu en public {when} que la faute était la "
        "nôtre. Accuser n’a rien ôté à notre responsabilité.",
        f"Blamed by the team, {name} answered in public on {when} that the fault was ours. "
        "Blaming took nothing off our responsibility.",
    )


def _bill(run: Run) -> str | None:
    say, cost, bill = run.say, run.card.outcome.cost, run.scenario.bill
    if cost is None or bill is None:
        return None
    ours, repair = say.euros(cost), say.euros(bill.repair)
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


def _unsound(run: Run) -> str | None:
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


def _services(run: Run) -> str | None:
    """Return which services of the insurer were used, and which were left unasked."""
    say, offered = run.say, [s for p in run.scenario.partners for s in p.services]
    if not offered:
        return None
    started = {entry.service: entry for entry in reversed(run.of(ServiceStarted))}
    used = [_service(run, service) for service in offered if service in started]
    unused = [_service(run, service) for service in offered if service not in started]
    first = ""
    if used:
        when = say.when(min(entry.at for entry in started.values()))
        first = say.t(
            f"Services de l’assureur à l’œuvre, le premier {when} : {say.listed(used)}.",
            f"Insurer’s services at work, the first on {when}: {say.listed(used)}.",
        )
    rest = ""
    if unused:
        rest = say.t(
            f"Prévus au contrat et restés sans emploi : {say.listed(unused)}.",
            f"In the contract and left unused: {say.listed(unused)}.",
        )
    return " ".join(kept([first, rest]))


def _service(run: Run, service: str) -> str:
    return SERVICES[service].say(run.say.language)
