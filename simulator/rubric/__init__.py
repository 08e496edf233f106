"""The message rubric: reads a breach notice in French or English, and grades it by rules."""

from simulator.rubric.reading import grade
from simulator.rubric.shapes import Element, Fault, Readability, Reading, Span, Verdict
from simulator.rubric.weights import element_names, fault_names

__all__ = [
    "Element",
    "Fault",
    "Readability",
    "Reading",
    "Span",
    "Verdict",
    "element_names",
    "fault_names",
    "grade",
]
