"""What a scenario and a decision are, and how they are read from files."""

from simulator.scenario.decisions import Decision, DecisionSet, Message
from simulator.scenario.files import shipped
from simulator.scenario.load import check_file, decision_sets, kind_of, load, load_decisions
from simulator.scenario.shapes import Scenario

__all__ = [
    "Decision",
    "DecisionSet",
    "Message",
    "Scenario",
    "check_file",
    "decision_sets",
    "kind_of",
    "load",
    "load_decisions",
    "shipped",
]
