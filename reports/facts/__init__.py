"""What a report says: every number and sentence, as values, before any rendering."""

from reports.facts.build import report_facts
from reports.facts.shape import ReportFacts

__all__ = ["ReportFacts", "report_facts"]
