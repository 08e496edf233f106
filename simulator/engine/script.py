"""The MSEL of one exercise: its lines are played when due, or when who directs it says so."""

from collections.abc import Callable
from typing import Any, Literal

from simpy.events import ProcessGenerator

from simulator.engine.coverage import Coverage
from simulator.engine.model import Model
from simulator.engine.refusals import RefusedError
from simulator.journal.entries import DecisionTaken, Entry, InjectGiven, InjectSpared
from simulator.msel import Sight, awaited, dated, holds
from simulator.scenario.check_live import check_added
from simulator.scenario.live import AddInject, GiveInject, SkipInject
from simulator.scenario.rules import texts
from simulator.scenario.shapes import Inject

Fate = Literal["given", "spared", "skipped"]
_FATES: dict[Fate, tuple[str, str]] = {
    "given": ("déjà joué", "already played"),
    "spared": ("déjà évité : l’équipe avait agi", "already spared: the team had acted"),
    "skipped": ("retiré du scénario", "taken out of the script"),
}


class Script:
    """The lines of the MSEL, those added on the fly too, and what became of each."""

    def __init__(self, model: Model, coverage: Coverage, sight: Sight) -> None:
        """Take the scenario's lines."""
        self.model, self.coverage, self._sight = model, coverage, sight
        self.injects = {inject.id: inject for inject in model.scenario.injects}
        self.fates: dict[str, Fate] = {}
        self._added: dict[str, DecisionTaken] = {}
        self._noted = -1
        self._waiting = awaited(model.scenario.injects)
        self._ripening = _ripening(self._waiting)
        self.acts: dict[str, Callable[[Any, DecisionTaken], None]] = {
            "give_inject": self._give_now,
            "skip_inject": self._skip,
            "add_inject": self._add,
        }
        self.checks: dict[str, Callable[[Any], None]] = {
            "give_inject": self._check_give,
            "skip_inject": self._check_skip,
            "add_inject": self._check_add,
        }

    def follow(self) -> ProcessGenerator:
        """The dated injects, one after the other."""
        for inject in dated(self.model.scenario.injects):
            assert inject.at is not None
            if inject.at > self.model.now:
                yield self.model.env.timeout(inject.at - self.model.now)
            self._offer(inject, [])

    def look(self) -> None:
        """Offer the injects whose condition has come to hold."""
        something_new = len(self.model.noted) != self._noted
        self._noted = len(self.model.noted)
        for inject in list(self._waiting if something_new else self._ripening):
            assert inject.when is not None
            causes = holds(inject.when, self.model.noted, self._sight)
            if causes is not None:
                self._offer(inject, causes)

    def _offer(self, inject: Inject, causes: list[Entry]) -> None:
        """Give an inject that is still to come, unless the team has already acted."""
        if inject.id in self.fates:
            return
        acted = holds(inject.unless, self.model.noted, self._sight) if inject.unless else None
        if acted is not None:
            self._settle(inject.id, "spared")
            self.model.record(InjectSpared, *causes, *acted, inject=inject.id)
            return
        self._give(inject, causes)

    def _give(self, inject: Inject, causes: list[Entry]) -> None:
        """Play an inject, with all that follows from it."""
        self._settle(inject.id, "given")
        added = self._added.get(inject.id)
        given = self.model.record(InjectGiven, added, *causes, inject=inject.id)
        for fact in inject.reveals:
            self.model.know(fact, given)
        if inject.id == self.model.scenario.story.breaks_with:
            assert inject.outlet is not None
            self.coverage.break_story(given, inject.outlet)
            self.model.become_aware(given)

    def _settle(self, name: str, fate: Fate) -> None:
        self.fates[name] = fate
        if any(inject.id == name for inject in self._waiting):
            self._await([inject for inject in self._waiting if inject.id != name])

    def _await(self, waiting: list[Inject]) -> None:
        self._waiting, self._ripening = waiting, _ripening(waiting)

    def _give_now(self, decision: GiveInject, taken: DecisionTaken) -> None:
        self._give(self.injects[decision.inject], [taken])

    def _skip(self, decision: SkipInject, _taken: DecisionTaken) -> None:
        self._settle(decision.inject, "skipped")

    def _add(self, decision: AddInject, taken: DecisionTaken) -> None:
        inject = decision.inject
        if decision.replaces:
            self._settle(decision.replaces, "skipped")
        self.injects[inject.id], self._added[inject.id] = inject, taken
        if inject.when:
            self._await([*self._waiting, inject])
            self._noted = -1  # its condition may hold already
        elif inject.at is None or inject.at <= self.model.now:
            self._give(inject, [])
        else:
            self.model.env.process(self._offer_at(inject, inject.at))

    def _offer_at(self, inject: Inject, at: float) -> ProcessGenerator:
        """An added inject, until its time."""
        yield self.model.env.timeout(at - self.model.now)
        self._offer(inject, [])

    def _check_give(self, decision: GiveInject) -> None:
        if self.fates.get(decision.inject) != "spared":
            self._check_to_come(decision.inject)

    def _check_skip(self, decision: SkipInject) -> None:
        self._check_to_come(decision.inject)
        self._check_not_break(decision.inject)

    def _check_add(self, decision: AddInject) -> None:
        if decision.replaces:
            self._check_to_come(decision.replaces)
            self._check_not_break(decision.replaces)
        name, at = decision.inject.id, decision.inject.at
        if name in self.injects:
            raise RefusedError(
                f"un stimulus s’appelle déjà « {name} » ; lui donner un autre nom",
                f"an inject is called '{name}' already; give it another name",
            )
        if at is not None and not self.model.now <= at < self.model.scenario.horizon:
            raise RefusedError(
                f"T+{at:g} min est passé ou après la fin ; choisir une heure à venir, ou aucune"
                " pour le jouer aussitôt",
                f"T+{at:g} min is past or after the end; choose a time to come, or none to play it"
                " at once",
            )
        for finding in (*check_added(decision.inject, self.model.scenario), *texts(decision)):
            raise RefusedError.found(finding)

    def _check_to_come(self, name: str) -> None:
        fate = self.fates.get(name)
        if name in self.injects and fate is None:
            return
        to_come = ", ".join(i for i in self.injects if i not in self.fates)
        if fate is None:
            raise RefusedError(
                f"stimulus inconnu : « {name} » ; à venir : {to_come or 'aucun'}",
                f"unknown inject: '{name}'; to come: {to_come or 'none'}",
            )
        fr, en = _FATES[fate]
        raise RefusedError(
            f"« {name} » est {fr} ; à venir : {to_come or 'aucun'}",
            f"'{name}' is {en}; to come: {to_come or 'none'}",
        )

    def _check_not_break(self, name: str) -> None:
        if name == self.model.scenario.story.breaks_with:
            raise RefusedError(
                "l’affaire éclate avec ce stimulus ; sans lui, pas d’exercice : le jouer plus tôt,"
                " ou terminer l’exercice",
                "the story breaks with this inject; without it there is no exercise: play it"
                " earlier, or end the exercise",
            )


def _ripening(waiting: list[Inject]) -> list[Inject]:
    """Return the injects whose condition may come to hold with nothing new done."""
    return [inject for inject in waiting if inject.when and inject.when.ripens]
