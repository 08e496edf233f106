"""Legal clocks, partners, the helpline, harm and custom, each entry as one sentence."""

from collections.abc import Callable
from typing import Any

from simulator.journal import entries as e
from simulator.journal.names import RULES, SERVICES, TOPICS, Names, join
from simulator.text import Text


def _t(fr: str, en: str) -> Text:
    return Text(fr=fr, en=en)


def _law(rule: str) -> Text:
    return RULES.get(rule, _t(rule, rule))


def _hours(minutes: float) -> str:
    whole = round(minutes)
    return f"{whole} min" if whole < 60 else f"{whole // 60} h {whole % 60:02d}"


def _aware(_entry: e.BecameAware, _names: Names) -> Text:
    return _t("L’équipe sait : les délais légaux courent", "The team is aware: legal clocks run")


def _clock_started(entry: e.ClockStarted, names: Names) -> Text:
    law, due = _law(entry.rule), names.scenario.clock.local(entry.due)
    return _t(
        f"Délai légal ouvert jusqu’au {due:%d/%m à %H:%M} : {law.fr}",
        f"Legal clock open until {due:%d/%m at %H:%M}: {law.en}",
    )


def _clock_met(entry: e.ClockMet, _names: Names) -> Text:
    law, lack = _law(entry.rule), join(TOPICS[t] for t in entry.lacking if t in TOPICS)
    late = _hours(entry.late)
    fr = f"Délai tenu : {law.fr}" if not entry.late else f"Fait avec {late} de retard : {law.fr}"
    en = f"Clock met: {law.en}" if not entry.late else f"Done {late} late: {law.en}"
    if not lack.fr:
        return _t(fr, en)
    return _t(f"{fr} ; manque encore {lack.fr}", f"{en}; still lacking {lack.en}")


def _clock_missed(entry: e.ClockMissed, _names: Names) -> Text:
    law = _law(entry.rule)
    return _t(f"Délai manqué : {law.fr}", f"Clock missed: {law.en}")


def _informed(entry: e.PartnerInformed, names: Names) -> Text:
    who = names.of("partner", entry.partner)
    return _t(f"Partenaire prévenu : {who.fr}", f"Partner informed: {who.en}")


def _joined(entry: e.PartnerJoined, names: Names) -> Text:
    who = names.of("partner", entry.partner)
    return _t(f"Diagnostic mené avec {who.fr}", f"Diagnosis carried on with {who.en}")


def _answered(entry: e.PartnerAnswered, names: Names) -> Text:
    who, share = names.of("partner", entry.partner), f"{100 * entry.our_share:.0f}"
    if entry.agreed:
        return _t(
            f"Accord avec {who.fr} : {share} % de la facture pour nous",
            f"Agreement with {who.en}: {share}% of the bill is ours",
        )
    return _t(
        f"Refus de {who.fr} : {share} % de la facture resteraient à notre charge",
        f"Refused by {who.en}: {share}% of the bill would stay with us",
    )


def _blamed(entry: e.PartnerBlamed, names: Names) -> Text:
    who = names.of("partner", entry.partner)
    return _t(f"La faute nous est renvoyée : {who.fr}", f"Blamed back in public: {who.en}")


def _climbed(entry: e.IntrusionClimbed, names: Names) -> Text:
    who = names.of("partner", entry.partner)
    return _t(f"L’intrusion remonte chez : {who.fr}", f"The intrusion climbs to: {who.en}")


def _service(entry: e.ServiceStarted, _names: Names) -> Text:
    what = SERVICES.get(entry.service, _t(entry.service, entry.service))
    return _t(f"À l’œuvre : {what.fr}", f"At work: {what.en}")


def _helpline(entry: e.HelplineCounted, _names: Names) -> Text:
    return _t(
        f"Ligne d’assistance : {entry.calls} appels, {entry.abandoned} abandons",
        f"Helpline: {entry.calls} calls, {entry.abandoned} gave up",
    )


def _overloaded(entry: e.HelplineOverloaded, _names: Names) -> Text:
    share = f"{100 * entry.abandoned_share:.0f}"
    return _t(
        f"Ligne d’assistance débordée : {share} % d’abandons",
        f"Helpline overloaded: {share}% gave up",
    )


def _harm(entry: e.HarmCounted, _names: Names) -> Text:
    people = sum(entry.harmed.values())
    return _t(f"Personnes lésées à ce jour : {people}", f"People harmed so far: {people}")


def _customers(entry: e.CustomersCounted, _names: Names) -> Text:
    left, back = sum(entry.left.values()), sum(entry.returned.values())
    return _t(f"Clients partis : {left}, revenus : {back}", f"Customers gone: {left}, back: {back}")


OTHERS: dict[type[e.Entry], Callable[[Any, Names], Text]] = {
    e.BecameAware: _aware,
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
    e.HarmCounted: _harm,
    e.CustomersCounted: _customers,
}
