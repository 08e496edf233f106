"""The plan behind a recorded run, whether it was a set or decided live."""

import json

from pydantic import TypeAdapter

from simulator.journal import Journal
from simulator.journal.entries import DecisionRefused, DecisionTaken
from simulator.scenario import Decision
from simulator.study.changes import ordered
from simulator.study.design import Plan


def plan_of(journal: Journal) -> Plan:
    """Return the decisions that were given, refused ones too, by time.

    Raises:
        pydantic.ValidationError: when one cannot be read any more.
    """
    given = [e.decision for e in journal if isinstance(e, DecisionTaken | DecisionRefused)]
    shape: TypeAdapter[tuple[Decision, ...]] = TypeAdapter(tuple[Decision, ...])
    return ordered(shape.validate_json(json.dumps(given)))


def unattended(plan: Plan) -> Plan:
    """Return the plan as another seed can play it: the desk answers, the criteria judge.

    Who was answered call by call fits one luck only, and so does a score set by hand.
    """
    return tuple(decision for decision in plan if decision.do not in _ONE_LUCK)


_ONE_LUCK = {
    "take_calls",
    "leave_calls",
    "answer_call",
    "decline_call",
    "promise_call_back",
    "overrule",
}
