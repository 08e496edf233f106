"""Investigations at work: what is left to do, who joins, and whom they take from elsewhere."""

from collections.abc import Sequence

from simpy.events import Event, Process, ProcessGenerator

from simulator.engine.model import Model
from simulator.journal.entries import DecisionTaken, Entry
from simulator.organisation.knowledge import OVERSIZE
from simulator.partners import JOINT_SPEED
from simulator.scenario.decisions import Investigate
from simulator.scenario.shapes import Fact


class Inquiries:
    """The investigations of one exercise."""

    def __init__(self, model: Model) -> None:
        """Start with nobody looking, and no partner at our side."""
        self.model = model
        self._joined = {item.id: model.env.event() for item in model.scenario.investigations}

    def order(self, decision: Investigate, taken: DecisionTaken) -> None:
        """Look into every fact of an investigation from now on."""
        model, investigation = self.model, decision.investigation
        model.knowledge.ordered[investigation] = model.now
        looking: list[Process] = []
        for fact in model.knowledge.sought(investigation):
            rng = model.streams(f"investigation.{fact.id}")
            wait = model.knowledge.duration(fact, decision.people, rng)
            looking.append(
                model.env.process(self._find(fact, wait, self._joined[investigation], taken))
            )
        if decision.people > OVERSIZE * model.knowledge.usual_people[investigation]:
            model.env.process(self._borrow(looking))

    def join(self, investigation: str, joined: Entry) -> None:
        """A partner joins: what is left to do goes faster, now and in orders to come."""
        if not self._joined[investigation].triggered:
            self._joined[investigation].succeed(joined)

    def _find(
        self, fact: Fact, wait: float, joined: Event, taken: DecisionTaken
    ) -> ProcessGenerator:
        """One fact under investigation, alone and then together, until it is established."""
        model, began = self.model, self.model.now
        if not joined.triggered:
            alone = model.env.timeout(wait)
            yield alone | joined
            if alone.processed:
                model.know(fact.id, taken)
                return
        yield model.env.timeout(max(0.0, wait - (model.now - began)) / JOINT_SPEED)
        model.know(fact.id, taken, joined.value)

    def _borrow(self, looking: Sequence[Process]) -> ProcessGenerator:
        """An oversize investigation, which takes people from the press desk while it lasts."""
        desk = self.model.desk
        desk.lends_to += 1
        yield self.model.env.all_of(looking)
        desk.lends_to -= 1
