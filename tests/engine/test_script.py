"""The script directed: injects played, taken out and written on the fly."""

import pytest

from simulator.errors import DrillError
from simulator.journal.entries import (
    CallRang,
    FactKnown,
    InjectGiven,
    InjectSpared,
    News,
    OpinionMeasured,
)
from tests.builders import decided
from tests.engine.live import SMALL, an_inject, plain, played, refusals

GIVE = {"do": "give_inject", "at": 20}
SKIP = {"do": "skip_inject", "at": 20}
ADD = {"do": "add_inject", "at": 20}


def given(*decisions: dict[str, object]) -> dict[str, float]:
    """Return the minute at which each inject was played."""
    entries = played(*decisions).journal.of(InjectGiven)
    assert len(entries) == len({entry.inject for entry in entries})
    return {entry.inject: entry.at for entry in entries}


def test_given_inject_comes_once():
    """Played early, it does not come again."""
    assert given(GIVE | {"inject": "call"})["call"] == 20


def test_conditional_inject_is_given_at_will():
    """Whatever its condition, and whatever would spare it."""
    spoken = {"do": "publish", "at": 10, "channels": ["press_release"]}
    assert given(spoken, GIVE | {"inject": "nudge"})["nudge"] == 20


def test_break_comes_early():
    """The story breaks when its inject is played."""
    journal = played(GIVE | {"inject": "scoop"}).journal
    assert [e.at for e in journal.of(News) if e.what == "break"] == [20]


def test_other_luck_stays_the_same():
    """Playing a line early moves that line, and nothing else."""
    changed, usual = played(GIVE | {"inject": "call"}).journal, played().journal
    for kind in (OpinionMeasured, CallRang, News):
        assert plain(changed.of(kind)) == plain(usual.of(kind))


def test_skipped_inject_never_comes():
    """Neither by its time nor by its condition."""
    times = given(SKIP | {"inject": "call"}, SKIP | {"inject": "nudge"})
    assert set(times) == {"scoop"}


def test_spared_inject_can_still_be_given():
    """The facilitator may want it all the same."""
    spoken = {"do": "publish", "at": "T+6h", "channels": ["social_account"]}
    quiet = {"do": "brief_employees", "at": "T+1h"}
    inject = an_inject(unless={"decided": "brief_employees"}, at="T+2h")
    late = GIVE | {"at": "T+7h", "inject": "extra"}
    journal = played(quiet, ADD | {"inject": inject}, spoken, late).journal
    assert [e.inject for e in journal.of(InjectSpared)] == ["extra"]
    assert [e.at for e in journal.of(InjectGiven) if e.inject == "extra"] == [420]


@pytest.mark.parametrize(
    ("inject", "at"),
    [
        (an_inject(), 20),
        (an_inject(at="T+3h"), 180),
        (an_inject(when={"known": "leaked"}), 60),
        (an_inject(when={"known": "change-password"}), 20),
    ],
)
def test_added_inject_comes_when_it_should(inject, at):
    """At once, at its time, or by its condition."""
    assert given(ADD | {"inject": inject})["extra"] == at


def test_added_inject_tells_its_facts():
    """A line written on the fly can reveal something."""
    journal = played(ADD | {"inject": an_inject(reveals=["informant"])}, until=30).journal
    assert "informant" in [entry.fact for entry in journal.of(FactKnown)]


def test_edited_inject_replaces_the_old_one():
    """Editing is adding with the old one taken out."""
    times = given(ADD | {"inject": an_inject(at=30), "replaces": "call"})
    assert "call" not in times
    assert times["extra"] == 30


@pytest.mark.parametrize(
    ("decisions", "words"),
    [
        ((GIVE | {"at": 40, "inject": "call"},), "'call' is already played; to come: scoop, nudge"),
        ((SKIP | {"inject": "scoop"},), "the story breaks with this inject"),
        ((SKIP | {"inject": "call"}, GIVE | {"inject": "call"}), "taken out of the script"),
        ((SKIP | {"at": 40, "inject": "call"},), "already played"),
        ((ADD | {"at": 40, "inject": an_inject(at=30)},), "T+30 min is past"),
        ((ADD | {"at": 40, "inject": an_inject(), "replaces": "call"},), "already played"),
        ((ADD | {"inject": an_inject(), "replaces": "scoop"},), "the story breaks with"),
    ],
)
def test_refusals_say_what_to_do(decisions, words):
    """A facilitator in a hurry reads one line."""
    assert words in refusals(*decisions)[0]


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (GIVE | {"inject": "x"}, "inject: 'x' is not among the injects"),
        (ADD | {"inject": an_inject("call")}, "inject.id: an inject is called 'call' already"),
        (ADD | {"inject": an_inject(outlet="x")}, "inject.outlet: 'x' is not among the outlets"),
        (ADD | {"inject": an_inject(reveals=["x"])}, "'x' is not among the facts"),
        (ADD | {"inject": an_inject(at=30, when={"known": "leaked"})}, "keep one of them"),
        (ADD | {"inject": an_inject(when={})}, "the condition is empty"),
        (ADD | {"inject": an_inject(), "replaces": "x"}, "'x' is not among the injects"),
        (ADD | {"inject": an_inject(at="T+3d")}, "after the horizon"),
    ],
)
def test_a_file_is_checked_at_load(decision, words):
    """Whatever can be known before playing is said before playing."""
    with pytest.raises(DrillError) as caught:
        decided(SMALL, decision)
    assert words in str(caught.value)


def test_the_room_is_refused_what_a_file_is():
    """What comes from a browser was never in a file."""
    (live,) = decided(SMALL, ADD | {"inject": an_inject()})
    wrong = live.inject.model_copy(update={"outlet": "x"})
    exercise = played(until=10)
    exercise.decide(live.model_copy(update={"inject": wrong}))
    exercise.advance(30)
    (refused,) = (e for e in exercise.journal if e.kind == "decision_refused")
    assert refused.reason["en"].startswith("outlet: 'x' is not among the outlets")
