"""From what a page sends to a decision, or to a sentence that says what is wrong with it."""

import json
from typing import Any

from pydantic import ValidationError

from simulator.room.problems import Refusal, malformed
from simulator.scenario import Decision, Scenario
from simulator.scenario.check_decisions import check_each
from simulator.scenario.decisions import DecisionSet
from simulator.scenario.explain import explained
from simulator.scenario.wording import Finding

DIRECTORS_DO = frozenset({"give_inject", "skip_inject", "add_inject", "ring_team", "overrule"})
OBSERVERS_DO = frozenset({"take_note"})
# What no player may do: the facilitator, the observers and the room itself do.
OTHERS_DO = DIRECTORS_DO | OBSERVERS_DO | {"take_calls", "leave_calls", "end_exercise"}
_NAMED = {"fr": "salle", "en": "room"}


def shaped(scenario: Scenario, given: Any, at: float, number: int, who: str) -> Decision:
    """Return what was sent as decision `number` of a team, taken at minute `at` by `who`.

    Raises:
        Refusal: 400, with everything that is wrong in it.
    """
    if not isinstance(given, dict):
        raise malformed("décision attendue : un objet", "a decision is an object")
    plain = {key: value for key, value in given.items() if value is not None}
    plain |= {"id": f"d{number}", "at": at, "author": who}
    document = {"title": _NAMED, "about": _NAMED, "decisions": [plain]}
    plan = _set(scenario, document)
    findings = list(check_each(plan, scenario))
    if findings:
        raise _refused(findings)
    return plan.decisions[0]


def _set(scenario: Scenario, document: Any) -> DecisionSet:
    try:
        text = json.dumps(document)
        return DecisionSet.model_validate_json(text, context={"clock": scenario.clock})
    except ValidationError as error:
        raise _refused(list(explained(error, document, DecisionSet))) from None
    except (ValueError, RecursionError):
        raise malformed("décision illisible", "this decision cannot be read") from None


def _refused(findings: list[Finding]) -> Refusal:
    """Return one refusal that says all that is wrong, each with its place in the decision."""
    told = [(".".join(map(str, f.path[2:])), f.sentence()) for f in findings[:5]]
    fr = " ; ".join(f"{where} : {text.fr}" if where else text.fr for where, text in told)
    en = "; ".join(f"{where}: {text.en}" if where else text.en for where, text in told)
    return malformed(fr, en)


def kept(decision: Decision) -> str:
    """Return a decision as the store keeps it: its JSON, without what is usual."""
    return decision.model_dump_json(exclude_defaults=True)


def read_back(body: str) -> Decision:
    """Return a decision from the store."""
    document = f'{{"title":{json.dumps(_NAMED)},"about":{json.dumps(_NAMED)},"decisions":[{body}]}}'
    return DecisionSet.model_validate_json(document).decisions[0]
