"""What each decision does, and when it is refused."""

from collections.abc import Callable
from typing import Any

from simulator.engine.model import Model
from simulator.engine.refusals import RefusedError, check
from simulator.engine.speaking import speak
from simulator.engine.world import World
from simulator.journal.entries import DecisionRefused, DecisionTaken
from simulator.organisation.message import Message
from simulator.press.desk import Voice
from simulator.scenario.decisions import Decision, NameSpokespeople
from simulator.scenario.kinds import DIRECTION

_UNNAMED_FIT = 0.5
_MESSAGES = ("publish", "hold_conference", "brief_employees", "correct_claim")


def carry_out(model: Model, world: World, decision: Decision) -> None:
    """Carry a decision out now, or refuse it and change nothing."""
    world.catch_up()
    plain = decision.model_dump(mode="json", exclude_none=True)
    try:
        check(model, decision)
        if decision.do in world.checks:
            world.checks[decision.do](decision)
    except RefusedError as refused:
        reason = {"fr": refused.reason.fr, "en": refused.reason.en}
        model.record(DecisionRefused, do=decision.do, decision=plain, reason=reason)
        return
    taken = model.record(DecisionTaken, do=decision.do, decision=plain)
    if decision.do not in DIRECTION:
        model.noted.note("decided", decision.do, taken)
    if decision.do in world.acts:
        world.acts[decision.do](decision, taken)
    else:
        _ACTS[decision.do](model, world, decision, taken)


def _activate_cell(model: Model, _world: World, _decision: Any, taken: DecisionTaken) -> None:
    model.cell = taken
    model.desk.cell_active = True
    model.desk.settle()


def _monitor(_model: Model, _world: World, _decision: Any, _taken: DecisionTaken) -> None:
    """Monitoring moves nothing in the world; it opens the team's eyes."""


def _name(model: Model, _world: World, decision: NameSpokespeople, taken: DecisionTaken) -> None:
    names = decision.spokespeople
    model.desk.name(Voice(names, len(names), model.standing(names), taken))


def _open_line(model: Model, _world: World, _decision: Any, taken: DecisionTaken) -> None:
    model.desk.name(Voice((), 1, _UNNAMED_FIT, taken))


def _speak(model: Model, world: World, message: Message, taken: DecisionTaken) -> None:
    speak(model, world.aftermath, message, taken)


_ACTS: dict[str, Callable[[Model, World, Any, DecisionTaken], None]] = {
    "activate_cell": _activate_cell,
    "monitor_media": _monitor,
    "name_spokespeople": _name,
    "open_press_line": _open_line,
    **dict.fromkeys(_MESSAGES, _speak),
}
