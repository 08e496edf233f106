"""A live exercise read afterwards: its sentences, its added injects, its files."""

import pytest

from simulator import run
from simulator.journal.injects import injects_of
from simulator.journal.names import DECISIONS, Names
from simulator.journal.read import read_journal
from simulator.journal.tell import tell
from simulator.scenario.kinds import DIRECTION
from simulator.scenario.load import load_decisions
from simulator.scenario.write import as_set, written
from simulator.text import Text
from tests.builders import decided
from tests.engine.live import BY_HAND, SMALL, an_inject, answer, ring

TITLE = {"fr": "Un maire tweete", "en": "A mayor tweets"}
DECISIONS_LIVE = decided(
    SMALL,
    BY_HAND,
    {"do": "name_spokespeople", "at": 50, "spokespeople": ["chief"]},
    ring(),
    {"do": "promise_call_back", "at": 61, "call": "agency.room.1"},
    answer(author="Ann"),
    ring(70),
    {"do": "decline_call", "at": 71, "call": "agency.room.2"},
    {"do": "set_line", "at": 72, "facts": ["leaked"]},
    {"do": "write_log", "at": 73, "text": "Le préfet a rappelé."},
    {"do": "give_inject", "at": 74, "inject": "scoop"},
    {"do": "skip_inject", "at": 75, "inject": "nudge"},
    {"do": "add_inject", "at": 76, "inject": an_inject(title=TITLE, at="2015-02-19 20:00")},
    {"do": "take_note", "at": 77, "text": "Bien", "rating": "S"},
    {"do": "overrule", "at": 78, "criterion": "press_calls", "score": 70.0, "reason": "Vu"},
    {"do": "end_exercise", "at": "T+5h"},
)
JOURNAL = run(SMALL, DECISIONS_LIVE, 7)
SAID = [
    "Calls taken by the team",
    "Call by the facilitator: The Agency, “Vrai ?”",
    "The Agency calls",
    "Call back promised: The Agency",
    "Call taken: The Agency, by The director",
    "Call declined: The Agency",
    "Line to take set: “A file was copied”",
    "Log: “Le préfet a rappelé”",
    "Inject played on demand: The file leaks",
    "Inject taken out: What do we say?",
    "Inject added: A mayor tweets",
    "Words: A mayor tweets",
    "Observer’s note: “Bien”",
    "Score overruled: press_calls, 70 out of 100, “Vu”",
    "End decided",
]


@pytest.mark.parametrize("sentence", SAID)
def test_live_entries_are_told(sentence):
    """The log, the report and `cellule why` say the same."""
    names = Names(SMALL, JOURNAL)
    assert sentence in [tell(entry, names).en for entry in JOURNAL]


def test_every_direction_has_a_name():
    """No word of our own files reaches a reader."""
    assert set(DECISIONS) >= DIRECTION


def test_added_injects_are_in_the_script():
    """Whoever reads the journal finds their texts."""
    added = injects_of(SMALL, JOURNAL)[-1]
    assert (added.id, added.title) == ("extra", Text(**TITLE))
    assert injects_of(SMALL, None) == SMALL.injects


def test_live_journal_is_read_back(tmp_path):
    """A file of a live exercise is a journal like any other."""
    JOURNAL.write(tmp_path / "journal.jsonl")
    assert read_journal(tmp_path / "journal.jsonl") == JOURNAL


def test_live_decisions_are_written_as_a_set(tmp_path):
    """What was decided in a room can be edited and played again."""
    text = written(SMALL.clock, as_set(Text(fr="a", en="a"), Text(fr="b", en="b"), DECISIONS_LIVE))
    file = tmp_path / "plan.yaml"
    file.write_text(text, encoding="utf-8")
    assert 'at: "2015-02-19 20:00"' in text or "at: 2015-02-19 20:00" in text
    again = run(SMALL, load_decisions(SMALL, file), 7)
    assert again.lines() == JOURNAL.lines()
