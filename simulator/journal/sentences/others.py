"""Legal clocks, partners and the helpline, each entry as one sentence."""

from simulator.journal import entries as e
from simulator.journal.names import SERVICES, TOPICS, Names, join
from simulator.journal.sentences.phrases import Tellers, dated, hours, naming, t
from simulator.text import Text


def _clock_started(entry: e.ClockStarted, names: Names) -> Text:
    law, due = names.of_law(entry.rule), dated(names.scenario.clock.local(entry.due))
    return t(
        f"Délai légal ouvert jusqu’au {due.fr} : {law.fr}",
        f"Legal clock open until {due.en}: {law.en}",
    )


def _clock_met(entry: e.ClockMet, names: Names) -> Text:
    met = _met(entry, names)
    lack = join(TOPICS[topic] for topic in entry.lacking if topic in TOPICS)
    if not lack.fr:
        return met
    return t(f"{met.fr} ; manque encore {lack.fr}", f"{met.en}; still lacking {lack.en}")


def _met(entry: e.ClockMet, names: Names) -> Text:
    if not entry.late:
        return naming(names.of_law(entry.rule), "Délai tenu : {}", "Clock met: {}")
    late, law = hours(entry.late), names.of_law(entry.rule)
    return t(f"Fait avec {late} de retard : {law.fr}", f"Done {late} late: {law.en}")


def _clock_missed(entry: e.ClockMissed, names: Names) -> Text:
    return naming(names.of_law(entry.rule), "Délai manqué : {}", "Clock missed: {}")


def _informed(entry: e.PartnerInformed, names: Names) -> Text:
    who = names.of("partner", entry.partner)
    return naming(who, "Partenaire prévenu : {}", "Partner informed: {}")


def _joined(entry: e.PartnerJoined, names: Names) -> Text:
    who = names.of("partner", entry.partner)
    return naming(who, "Diagnostic mené avec {}", "Diagnosis carried on with {}")


def _answered(entry: e.PartnerAnswered, names: Names) -> Text:
    who, share = names.of("partner", entry.partner), f"{100 * entry.our_share:.0f}"
    if entry.agreed:
        return t(
            f"Accord avec {who.fr} : {share} % de la facture pour nous",
            f"Agreement with {who.en}: {share}% of the bill is ours",
        )
    return t(
        f"Refus de {who.fr} : {share} % de la facture resteraient à notre charge",
        f"Refused by {who.en}: {share}% of the bill would stay with us",
    )


def _blamed(entry: e.PartnerBlamed, names: Names) -> Text:
    who = names.of("partner", entry.partner)
    return naming(who, "La faute nous est renvoyée : {}", "Blamed back in public: {}")


def _climbed(entry: e.IntrusionClimbed, names: Names) -> Text:
    who = names.of("partner", entry.partner)
    return naming(who, "L’intrusion remonte chez : {}", "The intrusion climbs to: {}")


def _service(entry: e.ServiceStarted, _names: Names) -> Text:
    what = SERVICES.get(entry.service, t(entry.service, entry.service))
    return naming(what, "À l’œuvre : {}", "At work: {}")


def _helpline(entry: e.HelplineCounted, _names: Names) -> Text:
    return t(
        f"Ligne d’assistance : {entry.calls} appels, {entry.abandoned} abandons",
        f"Helpline: {entry.calls} calls, {entry.abandoned} gave up",
    )


def _overloaded(entry: e.HelplineOverloaded, _names: Names) -> Text:
    share = f"{100 * entry.abandoned_share:.0f}"
    return t(
        f"Ligne d’assistance débordée : {share} % d’abandons",
        f"Helpline overloaded: {share}% gave up",
    )


OTHERS: Tellers = {
    e.ClockStarted: _clock_started,
    e.ClockMet: _clock_met,
    e.ClockMissed: _clock_missed,
    e.PartnerInformed: _informed,
    e.PartnerJoined: _joined,
    e.PartnerAnswered: _answered,
    e.PartnerBlamed: _blamed,
    e.IntrusionClimbed: _climbed,
    e.ServiceStarted: _service,
    e.HelplineCounted: _helpline,
    e.HelplineOverloaded: _overloaded,
}
