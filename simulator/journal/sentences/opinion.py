"""Trust, belief, harm and custom, each entry as one sentence."""

from simulator.journal import entries as e
from simulator.journal.names import TRUST, Names
from simulator.journal.sentences.phrases import Tellers, naming, some, t
from simulator.text import Text


def _trust(entry: e.TrustMoved, _names: Names) -> Text:
    why = TRUST.get(entry.why, t(entry.why, entry.why))
    if sum(entry.change.values()) > 0:
        return naming(why, "La confiance monte : {}", "Trust rises: {}")
    return naming(why, "La confiance baisse : {}", "Trust falls: {}")


def _measured(_entry: e.OpinionMeasured, _names: Names) -> Text:
    return t("Mesure de l’opinion", "Opinion measured")


def _harm(entry: e.HarmCounted, _names: Names) -> Text:
    people = some(sum(entry.harmed.values()))
    return naming(people, "Personnes lésées à ce jour : {}", "People harmed so far: {}")


def _customers(entry: e.CustomersCounted, _names: Names) -> Text:
    left, back = some(sum(entry.left.values())), some(sum(entry.returned.values()))
    return t(
        f"Clients partis : {left.fr}, revenus : {back.fr}",
        f"Customers gone: {left.en}, back: {back.en}",
    )


OPINION: Tellers = {
    e.TrustMoved: _trust,
    e.OpinionMeasured: _measured,
    e.HarmCounted: _harm,
    e.CustomersCounted: _customers,
}
