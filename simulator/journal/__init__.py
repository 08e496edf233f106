"""What happened, in order: typed entries, and the journal that keeps them."""

from simulator.journal.book import Journal
from simulator.journal.entries import Entry

__all__ = ["Entry", "Journal"]
