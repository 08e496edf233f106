"""Statements, promises and claims, each entry as one sentence."""

from simulator.journal import entries as e
from simulator.journal.names import CHANNELS, Names, join
from simulator.journal.sentences.phrases import Tellers, dated, hours, naming, quoted, short, t
from simulator.text import Text, capital

_PROMPT = 30.0  # a promise kept that soon after its hour is kept on time


def _statement(entry: e.StatementIssued, names: Names) -> Text:
    if entry.conference:
        people = names.list("person", entry.speakers)
        return naming(people, "Conférence de presse : {}", "Press conference: {}")
    out = join((CHANNELS[channel] for channel in entry.channels), " + ")
    fr, en = (" (attente)", " (holding)") if entry.holding and not entry.disclosed else ("", "")
    return t(f"{capital(out.fr)}{fr}", f"{capital(out.en)}{en}")


def _empty(entry: e.EmptyWord, _names: Names) -> Text:
    if entry.heard:
        return t("Parole sans rien de neuf", "A word with nothing new in it")
    return t(
        "Parole sans rien de neuf ; plus personne n’écoute",
        "A word with nothing new; nobody listens any more",
    )


def _revised(entry: e.RevisedDownward, names: Names) -> Text:
    facts = short(names.list("fact", entry.facts))
    return naming(facts, "Revu en pire : {}", "Revised for the worse: {}")


def _contradiction(entry: e.Contradiction, names: Names) -> Text:
    first, second = (_claimed(claim, names) for claim in entry.claims)
    return t(
        f"Propos incompatibles : {first.fr} et {second.fr}",
        f"Claims that do not agree: {first.en} and {second.en}",
    )


def _promise(entry: e.PromiseMade, names: Names) -> Text:
    due = dated(names.scenario.clock.local(entry.due))
    return naming(due, "Prochain point promis le {}", "Next update promised for {}")


def _kept(entry: e.PromiseKept, _names: Names) -> Text:
    fr, en = ("", "") if entry.news else (", sans rien de neuf", ", with nothing new")
    if entry.late <= _PROMPT:
        return t(f"Promesse tenue{fr}", f"Promise kept{en}")
    late = hours(entry.late)
    return t(f"Promesse tenue avec {late} de retard{fr}", f"Promise kept {late} late{en}")


def _missed(_entry: e.PromiseMissed, _names: Names) -> Text:
    return t("Promesse manquée", "Promise missed")


def _claim(entry: e.ClaimMade, names: Names) -> Text:
    claim = _claimed(entry.claim, names)
    if entry.false:
        return naming(claim, "Affirmé, et faux : {}", "Claimed, and false: {}")
    if entry.beyond:
        return naming(
            claim, "Affirmé avant d’être établi : {}", "Claimed before it was established: {}"
        )
    return naming(claim, "Affirmé : {}", "Claimed: {}")


def _doubted(entry: e.ClaimDoubted, names: Names) -> Text:
    claim = _claimed(entry.claim, names)
    return naming(claim, "Des experts mettent en doute {}", "Experts doubt {}")


def _contradicted(entry: e.ClaimContradicted, names: Names) -> Text:
    claim = _claimed(entry.claim, names)
    return naming(claim, "Démenti par d’autres : {}", "Contradicted by others: {}")


def _corrected(entry: e.ClaimCorrected, names: Names) -> Text:
    claim = _claimed(entry.claim, names)
    return naming(claim, "Corrigé de soi-même : {}", "Corrected by oneself: {}")


def _claimed(claim: str, names: Names) -> Text:
    return quoted(names.of("claim", claim))


WORDS: Tellers = {
    e.StatementIssued: _statement,
    e.EmptyWord: _empty,
    e.RevisedDownward: _revised,
    e.Contradiction: _contradiction,
    e.PromiseMade: _promise,
    e.PromiseKept: _kept,
    e.PromiseMissed: _missed,
    e.ClaimMade: _claim,
    e.ClaimDoubted: _doubted,
    e.ClaimContradicted: _contradicted,
    e.ClaimCorrected: _corrected,
}
