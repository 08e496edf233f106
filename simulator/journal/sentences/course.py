"""The course of an exercise, each entry as one sentence: start and end, injects, facts."""

from simulator.journal import entries as e
from simulator.journal.names import Names
from simulator.journal.sentences.phrases import Tellers, naming, quoted, t
from simulator.text import Text


def _started(_entry: e.Started, names: Names) -> Text:
    return naming(names.scenario.title, "Début de l’exercice : {}", "StartEx: {}")


def _ended(_entry: e.Ended, _names: Names) -> Text:
    return t("Fin de l’exercice", "EndEx")


def _inject(entry: e.InjectGiven, names: Names) -> Text:
    inject = names.injects.get(entry.inject)
    title = names.of("inject", entry.inject)
    if inject is None:
        return title
    return t(f"{inject.sender.fr} : {title.fr}", f"{inject.sender.en}: {title.en}")


def _spared(entry: e.InjectSpared, names: Names) -> Text:
    return naming(names.of("inject", entry.inject), "Stimulus évité : {}", "Inject not needed: {}")


def _known(entry: e.FactKnown, names: Names) -> Text:
    return naming(quoted(names.of("fact", entry.fact)), "Établi : {}", "Established: {}")


def _out(entry: e.FactCameOut, names: Names) -> Text:
    fact = quoted(names.of("fact", entry.fact))
    fr, en = (" (l’équipe le savait)", " (the team knew)") if entry.withheld else ("", "")
    return t(f"Sorti par d’autres : {fact.fr}{fr}", f"Came out elsewhere: {fact.en}{en}")


def _aware(_entry: e.BecameAware, _names: Names) -> Text:
    return t("L’équipe sait : les délais légaux courent", "The team is aware: legal clocks run")


COURSE: Tellers = {
    e.Started: _started,
    e.Ended: _ended,
    e.InjectGiven: _inject,
    e.InjectSpared: _spared,
    e.FactKnown: _known,
    e.FactCameOut: _out,
    e.BecameAware: _aware,
}
