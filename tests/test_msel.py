import pytest

from simulator.journal.book import Journal
from simulator.journal.entries import CallLost, DecisionTaken, News, OpinionMeasured
from simulator.msel import Noted, Sight, awaited, dated, holds
from simulator.scenario.shapes import Condition, Inject
from simulator.text import Text

NAMED = ["told", "disclosed", "known", "came_out", "claimed"]


def an_entry(number=1):
    return News(id=number, at=0.0, causes=(), what="break", size=1.0)


def a_sight(belief=0.0, silence=(0.0, None), lost=(), measured=None):
    return Sight(lambda _who: belief, lambda: silence, lambda: list(lost), lambda: measured)


def noted(**things):
    """Return a book in which things were noted, such as told=("staff", entry)."""
    book = Noted()
    for what, (which, entry) in things.items():
        book.note(what, which, entry)
    return book


def an_inject(name, **when):
    words = Text(fr=name, en=name)
    return Inject(id=name, medium="note", sender=words, title=words, text=words, **when)


def calls_lost(number):
    journal = Journal()
    return [
        journal.record(CallLost, 0.0, call=f"a.{n}", outlet="a", waited=1.0) for n in range(number)
    ]


@pytest.mark.parametrize("what", NAMED)
def test_named_condition_holds_once_it_happened(what):
    """An inject may wait for an audience told, a fact disclosed, known, out, or a claim made."""
    entry, condition = an_entry(), Condition(**{what: "x"})
    assert holds(condition, noted(), a_sight()) is None
    assert holds(condition, noted(**{what: ("other", entry)}), a_sight()) is None
    assert holds(condition, noted(**{what: ("x", entry)}), a_sight()) == [entry]


def test_decision_condition_holds_once_taken():
    """The nudge to publish is spared when they have published."""
    entry = DecisionTaken(id=1, at=0.0, causes=(), do="publish", decision={})
    condition = Condition(decided="publish")
    assert holds(condition, noted(decided=("publish", entry)), a_sight()) == [entry]
    assert holds(condition, noted(decided=("investigate", entry)), a_sight()) is None


def test_only_the_first_time_is_noted():
    """The cause of an inject is what first made it due."""
    book = noted(told=("staff", an_entry(1)))
    book.note("told", "staff", an_entry(2))
    assert book.find("told", "staff") == an_entry(1)


def test_said_anything_holds_either_way():
    """`said_anything: false` waits for nothing, and has nothing to point at."""
    entry = an_entry()
    silent, spoken = noted(), noted(said=("anything", entry))
    assert holds(Condition(said_anything=True), spoken, a_sight()) == [entry]
    assert holds(Condition(said_anything=False), silent, a_sight()) == []
    assert holds(Condition(said_anything=True), silent, a_sight()) is None
    assert holds(Condition(said_anything=False), spoken, a_sight()) is None


def test_belief_must_be_above_for_all():
    """One audience at the threshold is not above it."""
    measure = OpinionMeasured(
        id=3, at=0.0, causes=(), spreaders=(), stiflers=(), informed=(), new_believers=(),
        misled=(), trust=(), vacuum=0, questions_open=0, heat=0, attention=0, abnormal_return=0,
    )  # fmt: skip
    sight = a_sight(belief=0.1, measured=measure)
    assert holds(Condition(belief_above={"town": 0.09}), noted(), sight) == [measure]
    assert holds(Condition(belief_above={"town": 0.1}), noted(), sight) is None
    assert holds(Condition(belief_above={"town": 0.05, "staff": 0.2}), noted(), sight) is None


def test_silence_counts_from_the_last_word():
    """Four hours after the last word somebody asks, and the word is why."""
    entry, condition = an_entry(), Condition(silent_for=240)
    assert holds(condition, noted(), a_sight(silence=(240.0, entry))) == [entry]
    assert holds(condition, noted(), a_sight(silence=(239.0, entry))) is None


def test_silence_needs_a_story():
    """Before anything breaks there is nothing to be silent about."""
    assert holds(Condition(silent_for=1), noted(), a_sight(silence=(0.0, None))) is None


def test_lost_calls_are_counted():
    """The third lost call makes the editor ring the chief; it is the cause."""
    lost = calls_lost(3)
    condition = Condition(calls_lost=3)
    assert holds(condition, noted(), a_sight(lost=lost)) == [lost[-1]]
    assert holds(condition, noted(), a_sight(lost=lost[:2])) is None


def test_every_key_must_hold():
    """Keys of one condition are joined by and."""
    entry, sight = an_entry(), a_sight(silence=(60.0, an_entry(2)))
    condition = Condition(known="x", silent_for=60)
    assert holds(condition, noted(known=("x", entry)), sight) == [entry, an_entry(2)]
    assert holds(condition, noted(), sight) is None
    assert holds(condition, noted(known=("x", entry)), a_sight()) is None


def test_dated_injects_come_in_order():
    """The MSEL may list them in any order; two at once keep the order of the file."""
    injects = [an_inject("b", at=20), an_inject("c", at=20), an_inject("a", at=-10)]
    assert [inject.id for inject in dated(injects)] == ["a", "b", "c"]


def test_awaited_injects_have_conditions():
    """An inject waits for its condition or has its hour, never both."""
    injects = [an_inject("a", at=0), an_inject("b", when=Condition(known="x"))]
    assert [inject.id for inject in awaited(injects)] == ["b"]
