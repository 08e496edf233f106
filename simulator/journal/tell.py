"""Every journal entry as one sentence, in both languages."""

from simulator.journal.entries import Entry
from simulator.journal.names import Names
from simulator.journal.sentences.course import COURSE
from simulator.journal.sentences.decisions import DECIDED
from simulator.journal.sentences.opinion import OPINION
from simulator.journal.sentences.others import OTHERS
from simulator.journal.sentences.phrases import Tellers
from simulator.journal.sentences.press import PRESS
from simulator.journal.sentences.words import WORDS
from simulator.text import Text

_TELLERS: Tellers = {**COURSE, **DECIDED, **WORDS, **PRESS, **OPINION, **OTHERS}


def tell(entry: Entry, names: Names) -> Text:
    """Return what an entry says as a short sentence without a full stop."""
    return _TELLERS[type(entry)](entry, names)
