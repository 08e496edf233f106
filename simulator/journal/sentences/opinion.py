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
    people = some(sum(entry.harmed.values()), 1)  # as the report says it
    return naming(people, "Personnes lésées à ce jour : {}", "People harmed so far: {}")


def _customers(entry: e.CustomersCounted, names: Names) -> Text:
    left, back = (some(_people(counts, names)) for counts in (entry.left, entry.returned))
    return t(
        f"Clients partis : {left.fr}, revenus : {back.fr}",
        f"Customers gone: {left.en}, back: {back.en}",
    )


def _people(counts: dict[str, int], names: Names) -> int:
    """Return how many of the counted are people, not firms: the report counts firms apart."""
    firms = {audience.id for audience in names.scenario.audiences if audience.firms}
    return sum(number for who, number in counts.items() if who not in firms)


OPINION: Tellers = {
    e.TrustMoved: _trust,
    e.OpinionMeasured: _measured,
    e.HarmCounted: _harm,
    e.CustomersCounted: _customers,
}
