from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.journal.book import Journal
from simulator.journal.causes import ROOTS, chain, main_line
from simulator.journal.entries import EmptyWord, FactKnown, InjectGiven, News


def a_journal(*causes, roots=(1,)):
    """Return a journal whose entry n has the causes given n-th; `roots` are injects."""
    journal = Journal()
    for number, given_ in enumerate(causes, start=1):
        if number in roots:
            journal.record(InjectGiven, number, *given_, inject="call")
        else:
            journal.record(EmptyWord, number, *given_, heard=True)
    return journal


@st.composite
def journals(draw):
    """Draw a journal of up to twelve entries with any causes before them, and any roots."""
    size = draw(st.integers(1, 12))
    causes = [
        sorted(draw(st.sets(st.integers(1, number - 1), max_size=4))) if number > 1 else []
        for number in range(1, size + 1)
    ]
    return a_journal(*causes, roots=draw(st.sets(st.integers(1, size))))


def leading_to_roots(journal):
    """Return the ids of the entries that are a root or have one behind them."""
    found = set()
    for entry in journal:
        if isinstance(entry, ROOTS) or found & set(entry.causes):
            found.add(entry.id)
    return found


def test_chain_shows_each_cause_under_its_effect():
    """A reader follows the indent down from what happened to why."""
    journal = a_journal([], [1], [1], [2, 3])
    links = [(link.entry.id, link.depth) for link in chain(journal, 4)]
    assert links == [(4, 0), (2, 1), (1, 2), (3, 1), (1, 2)]


def test_chain_marks_what_was_shown():
    """Shared causes are named again but not told again."""
    journal = a_journal([], [1], [2], [2, 3])
    links = [(link.entry.id, link.again) for link in chain(journal, 4)]
    assert links == [(4, False), (2, False), (1, False), (3, False), (2, True)]


@given(journals())
def test_chain_tells_every_cause_once(journal):
    """It ends, and nothing behind the entry is left out or told twice."""
    behind = {len(journal)}
    for entry in reversed(list(journal)):
        behind |= set(entry.causes) if entry.id in behind else set()
    told = [link.entry.id for link in chain(journal, len(journal)) if not link.again]
    assert sorted(told) == sorted(behind)


def test_chain_of_a_tangled_journal_is_short():
    """Each entry caused by the two before it has millions of paths; the reader gets one of each."""
    journal = a_journal([], [1], *[[n - 2, n - 1] for n in range(3, 60)])
    assert len(list(chain(journal, len(journal)))) < 120


def test_chain_of_a_long_journal_needs_no_depth():
    """A thousand causes in a row are a loop, not a recursion."""
    journal = a_journal([], *[[n] for n in range(1, 3000)])
    assert len(list(chain(journal, 3000))) == 3000


@pytest.mark.parametrize("number", [0, 5])
def test_chain_of_no_entry_is_refused(number):
    """`cellule why 5` of four entries has a clear answer."""
    with pytest.raises(IndexError, match=str(number)):
        list(chain(a_journal([]), number))


def test_main_line_follows_the_last_cause():
    """The latest cause is what tipped it over."""
    journal = a_journal([], [1], [1], [2, 3])
    assert [entry.id for entry in main_line(journal, 4)] == [1, 3, 4]


def test_main_line_of_a_root_is_itself():
    """A contingency inject has causes, but the story of it starts there."""
    journal = a_journal([], [1], roots=(1, 2))
    assert [entry.id for entry in main_line(journal, 2)] == [2]


@given(journals())
def test_main_line_goes_from_cause_to_effect(journal):
    """Each step is a cause of the next, and the last is what was asked about."""
    line = main_line(journal, len(journal))
    assert line[-1].id == len(journal)
    assert all(cause.id in effect.causes for cause, effect in pairwise(line))


@given(journals())
def test_main_line_starts_at_a_root_when_there_is_one(journal):
    """A lesson names a decision or an inject, not some measure in between."""
    for number in leading_to_roots(journal):
        assert isinstance(main_line(journal, number)[0], ROOTS)


def test_main_line_passes_over_causes_without_roots():
    """A fact known by its date is no reason that anybody can act on."""
    journal = Journal()
    given_ = journal.record(InjectGiven, 0.0, inject="scoop")
    known = journal.record(FactKnown, 1.0, fact="leaked")
    news = journal.record(News, 2.0, given_, known, what="fact_came_out", size=0.5)
    assert main_line(journal, news.id) == [given_, news]
