"""What makes the decisions of a live exercise playable: injects named and added, the end."""

from collections.abc import Iterator

from simulator.errors import Path
from simulator.scenario.check_injects import check_condition, named_by_inject
from simulator.scenario.decisions import Decision, DecisionSet
from simulator.scenario.live import (
    AddInject,
    AnswerCall,
    EndExercise,
    GiveInject,
    RingTeam,
    SetLine,
    SkipInject,
    TakeNote,
)
from simulator.scenario.rules import Reference, each, one, outside, repeated, unknown
from simulator.scenario.shapes import Inject, Scenario
from simulator.scenario.wording import Finding, found, quoted, suggested


def check_added(inject: Inject, scenario: Scenario, path: Path = ()) -> Iterator[Finding]:
    """Yield everything that would keep an added inject from being played."""
    yield from unknown(named_by_inject(path, inject), scenario)
    yield from repeated((*path, "reveals"), inject.reveals)
    if inject.at is not None and inject.when is not None:
        yield found((*path, "when"), *_BOTH)
    for key, condition in (("when", inject.when), ("unless", inject.unless)):
        if condition is not None:
            yield from check_condition((*path, key), condition)


def check_live(plan: DecisionSet, scenario: Scenario) -> Iterator[Finding]:
    """Yield what is wrong with each decision of a live exercise, whatever came before."""
    yield from unknown(_named(plan), scenario)
    for index, decision in enumerate(plan.decisions):
        if isinstance(decision, AddInject):
            path: Path = ("decisions", index, "inject")
            yield from check_added(decision.inject, scenario, path)
            yield from outside((((*path, "at"), decision.inject.at),), scenario.horizon)


def check_course(plan: DecisionSet, scenario: Scenario) -> Iterator[Finding]:
    """Yield what does not fit together: injects that no script holds, what comes after the end."""
    yield from _scripted(plan, scenario)
    yield from _after_end(plan)


def _named(plan: DecisionSet) -> Iterator[Reference]:
    for index, decision in enumerate(plan.decisions):
        yield from _named_by(("decisions", index), decision)


def _named_by(path: Path, decision: Decision) -> Iterator[Reference]:
    if isinstance(decision, AnswerCall):
        yield from one((*path, "by"), "spokesperson", decision.by)
    if isinstance(decision, AnswerCall | SetLine):
        yield from each((*path, "facts"), "fact", decision.facts)
        yield from each((*path, "if_known"), "fact", decision.if_known)
        yield from each((*path, "claims"), "claim", decision.claims)
    if isinstance(decision, RingTeam):
        yield from one((*path, "outlet"), "outlet", decision.outlet)
    if isinstance(decision, TakeNote):
        yield from one((*path, "objective"), "objective", decision.objective)


def _scripted(plan: DecisionSet, scenario: Scenario) -> Iterator[Finding]:
    """Yield the names of injects that the script does not hold, or holds already."""
    own = [inject.id for inject in scenario.injects]
    known = [*own, *(d.inject.id for d in plan.decisions if isinstance(d, AddInject))]
    for index, decision in enumerate(plan.decisions):
        path: Path = ("decisions", index)
        if isinstance(decision, AddInject):
            if known.count(decision.inject.id) > 1:
                yield found((*path, "inject", "id"), *_TWICE, word=quoted(decision.inject.id))
            yield from _in_script((*path, "replaces"), decision.replaces, known)
        if isinstance(decision, GiveInject | SkipInject):
            yield from _in_script((*path, "inject"), decision.inject, known)


def _in_script(path: Path, word: str | None, known: list[str]) -> Iterator[Finding]:
    if word is not None and word not in known:
        yield found(path, *_NO_INJECT, word=quoted(word), hint=suggested(word, known))


def _after_end(plan: DecisionSet) -> Iterator[Finding]:
    ends = [decision.at for decision in plan.decisions if isinstance(decision, EndExercise)]
    for index, decision in enumerate(plan.decisions):
        if ends and decision.at > min(ends):
            yield found(("decisions", index, "at"), *_TOO_LATE)


_BOTH = (
    "« at » (une heure) et « when » (une condition) ensemble ; garder l'un des deux, ou aucun pour"
    " jouer l'inject aussitôt",
    "both 'at' (a time) and 'when' (a condition); keep one of them, or neither to play the inject"
    " at once",
)
_TWICE = (
    "un inject s'appelle déjà {word} ; lui donner un autre nom",
    "an inject is called {word} already; give it another name",
)
_NO_INJECT = (
    "{word} n'est pas parmi les injects{hint}",
    "{word} is not among the injects{hint}",
)
_TOO_LATE = (
    "après la fin de l'exercice (« end_exercise ») ; avancer cette décision, ou reculer la fin",
    "after the end of the exercise ('end_exercise'); move this decision, or the end",
)
