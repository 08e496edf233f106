"""Partners and insurer: who was told when, what was agreed, who answered, what the insurer did."""

from reports.facts.agreements import agreements, bill, unsound
from reports.facts.lessons import lessons
from reports.facts.rows import columns, kept, row
from reports.facts.run import Run
from reports.facts.shape import Block, Cell, Section, Table
from reports.facts.speech import capital
from reports.facts.told import Told, told
from simulator.journal.entries import (
    IntrusionClimbed,
    PartnerAnswered,
    PartnerBlamed,
    ServiceStarted,
    StatementIssued,
)
from simulator.journal.names import SERVICES
from simulator.partners import TOLD_IN_TIME
from simulator.scenario.kinds import PartnerRole
from simulator.text import Text

_ROLES: dict[PartnerRole, Text] = {
    "franchisor": Text(fr="franchiseur", en="franchisor"),
    "host": Text(fr="hébergeur", en="host"),
    "provider": Text(fr="prestataire", en="provider"),
    "insurer": Text(fr="assureur", en="insurer"),
}


def partners_section(run: Run) -> Section | None:
    """Return the partners, None when the scenario has none."""
    partners = told(run)
    if not partners:
        return None
    blocks: list[Block] = [_table(run, partners)]
    if run.of(PartnerAnswered):
        blocks.append(agreements(run))
    sentences = [_climbed(run), _blamed(run), bill(run), unsound(run), _services(run)]
    blocks += lessons(run, sentences)
    topic = run.say.t("Partenaires", "Partners")
    return Section("partners", topic, _title(run, partners), _lead(run, partners), tuple(blocks))


def _title(run: Run, partners: list[Told]) -> str:
    say, never = run.say, [one for one in partners if one.informed is None]
    climbed = bool(run.of(IntrusionClimbed))
    if len(never) == len(partners):
        fr, en = (", et l’intrusion est remontée", ", and the intrusion climbed")
        more = say.t(fr, en) if climbed else ""
        return say.t("Aucun partenaire n’a été prévenu", "No partner was told") + more
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
    return _some_told(run, len(never), len(partners)) if never else _all_told(run, partners)


def _some_told(run: Run, never: int, total: int) -> str:
    say, n = run.say, run.say.word(total)
    part, few = capital(say.n(never, "partenaire", "partner")), capital(say.word(never))
    if never == 1:
        return say.t(
            f"{part} sur {n} n’a jamais été prévenu", f"{few} of {n} partners was never told"
        )
    return say.t(
        f"{part} sur {n} n’ont jamais été prévenus", f"{few} of {n} partners were never told"
    )


def _all_told(run: Run, partners: list[Told]) -> str:
    say, last = run.say, max(one.after for one in partners)
    n, span = say.word(len(partners)), say.span(max(0.0, last))
    if last > TOLD_IN_TIME:
        fr, en = ("Le", "The") if len(partners) == 1 else ("Le dernier", "The last")
        return say.t(
            f"{fr} partenaire a été prévenu {span} après l’alerte",
            f"{en} partner was told {span} after the alert",
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
