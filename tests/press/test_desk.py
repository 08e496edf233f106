import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.journal.entries import CallAnswered, CallLost, CallRang
from simulator.press.desk import CONFERENCE_TAKES, SEATS, Answer
from simulator.times import Clock
from tests.press.builders import HOUR, PARIS, Phones

NINE, SIX, SEVEN_PM, TEN_PM = 9 * HOUR, 18 * HOUR, 19 * HOUR, 22 * HOUR
TEN = 10 * HOUR
DAY = 24 * HOUR


def phones_with(people=1, lines=None):
    phones = Phones()
    phones.name(people, lines)
    return phones


def test_nobody_named_loses_every_call():
    """The costliest decision is the one nobody takes."""
    phones = Phones()
    for minute in range(5):
        phones.ring(TEN + minute, patience=30.0)
    phones.until(DAY)
    assert phones.lost() == [(f"c{n + 1}", TEN + n + 30.0) for n in range(5)]


def test_named_spokesperson_answers_at_once():
    """A call that finds a free line does not wait."""
    phones = phones_with()
    phones.ring(TEN, effort=0.5)
    phones.until(DAY)
    (entry,) = phones.journal.of(CallAnswered)
    assert (entry.at, entry.waited, entry.handled, entry.by) == (TEN, 0.0, 12.0, "officer")


def test_unnamed_line_takes_longer():
    """Whoever picks up must first ask around: 36 minutes, not 24."""
    phones = phones_with(people=0, lines=1)
    phones.ring(TEN)
    phones.until(DAY)
    assert phones.journal.of(CallAnswered)[0].handled == 36.0


def test_one_spokesperson_answers_one_at_a_time():
    """The second caller waits for the first."""
    phones = phones_with()
    for _ in range(2):
        phones.ring(TEN)
    phones.until(DAY)
    assert phones.answered() == [("c1", TEN), ("c2", TEN + 24)]


@pytest.mark.parametrize("people", [3, 10])
def test_three_answer_in_parallel(people):
    """Three voices take three calls; ten voices no more than three."""
    phones = phones_with(people)
    for _ in range(4):
        phones.ring(TEN)
    phones.until(DAY)
    assert [at for _, at in phones.answered()] == [TEN, TEN, TEN, TEN + 24]


def test_urgent_calls_come_first():
    """Wire and television go to air within the hour; among equals it is who rang first."""
    phones = phones_with()
    for minute, urgent in enumerate([False, False, True, False, True]):
        phones.ring(TEN + minute, urgent=urgent)
    phones.until(DAY)
    assert [call for call, _ in phones.answered()] == ["c1", "c3", "c5", "c2", "c4"]


def test_caller_gives_up_when_patience_ends():
    """Not a minute before, and then the line is not theirs any more."""
    phones = phones_with()
    phones.ring(TEN, effort=10.0)
    phones.ring(TEN + 1, patience=30.0)
    phones.until(DAY)
    assert phones.lost() == [("c2", TEN + 31)]


@pytest.mark.parametrize(
    ("rings", "answered"), [(8 * HOUR, NINE), (NINE, NINE), (17.9 * HOUR, 17.9 * HOUR)]
)
def test_desk_keeps_office_hours(rings, answered):
    """Nine to six on working days, without a cell."""
    phones = phones_with()
    phones.ring(rings)
    phones.until(2 * DAY)
    assert phones.answered() == [("c1", answered)]


def test_evening_call_waits_for_the_morning():
    """The daily paper that rings at seven has gone to print long before nine."""
    phones = phones_with()
    phones.ring(SEVEN_PM, patience=20 * HOUR)
    phones.until(2 * DAY)
    assert phones.answered() == [("c1", DAY + NINE)]


@pytest.mark.parametrize(
    ("rings", "answered"),
    [(SEVEN_PM, SEVEN_PM), (6 * HOUR, 7 * HOUR), (TEN_PM + 5, DAY + 7 * HOUR)],
)
def test_cell_keeps_longer_hours(rings, answered):
    """Seven to ten: what activating the cell buys."""
    phones = phones_with()
    phones.desk.cell_active = True
    phones.desk.settle()
    phones.ring(rings)
    phones.until(2 * DAY)
    assert phones.answered() == [("c1", answered)]


@pytest.mark.parametrize(("cell", "day"), [(False, 2), (True, 0)])
def test_only_the_cell_works_at_weekends(cell, day):
    """A leak on a Saturday meets an empty office."""
    phones = Phones(Clock.starting("2015-02-21 00:00", PARIS))
    phones.name()
    phones.desk.cell_active = cell
    phones.ring(TEN, patience=3 * DAY)
    phones.until(4 * DAY)
    assert phones.answered()[0][1] == (TEN if not day else day * DAY + NINE)


def test_desk_keeps_its_hours_when_clocks_change():
    """On the night the clocks go forward nine o'clock comes an hour sooner."""
    phones = Phones(Clock.starting("2015-03-29 00:00", PARIS))
    phones.name()
    phones.desk.cell_active = True
    phones.ring(0)
    phones.until(DAY)
    assert phones.answered() == [("c1", 6 * HOUR)]


def test_nobody_hangs_up_when_the_desk_closes():
    """A call that was picked up at ten to six is answered to its end.

    The cell reopens the phones at five past; the line is still busy for nine minutes.
    """
    phones = phones_with()
    phones.ring(SIX - 10)
    phones.ring(SIX - 5)
    phones.until(SIX + 5)
    phones.desk.cell_active = True
    phones.desk.settle()
    phones.until(DAY)
    assert phones.answered() == [("c1", SIX - 10), ("c2", SIX + 14)]


def test_closing_takes_the_line_when_it_frees():
    """The caller next in the queue does not slip in after closing time."""
    phones = phones_with()
    phones.ring(SIX - 10)
    phones.ring(SIX - 5)
    phones.until(2 * DAY)
    assert phones.answered() == [("c1", SIX - 10), ("c2", DAY + NINE)]


def test_naming_somebody_serves_those_who_wait():
    """A late decision still helps whoever is holding."""
    phones = Phones()
    phones.ring(TEN)
    phones.until(TEN + 30)
    phones.name()
    phones.until(DAY)
    assert phones.answered() == [("c1", TEN + 30)]


def test_naming_fewer_lets_calls_end():
    """Going from three voices to one hangs up on nobody, and then one answers."""
    phones = phones_with(3)
    for _ in range(5):
        phones.ring(TEN)
    phones.until(TEN + 1)
    phones.name(1)
    phones.until(DAY)
    assert [at for _, at in phones.answered()] == [TEN, TEN, TEN, TEN + 24, TEN + 48]


def test_conference_takes_everybody():
    """For three hours, preparation included, nobody picks up."""
    phones = phones_with(3)
    phones.until(TEN)
    phones.desk.meet_press()
    phones.ring(TEN + 1)
    phones.until(DAY)
    assert phones.answered() == [("c1", TEN + CONFERENCE_TAKES)]


def test_second_conference_takes_its_own_hours():
    """The end of the first does not send people back from the second."""
    phones = phones_with(3)
    phones.until(TEN)
    phones.desk.meet_press()
    phones.until(TEN + 120)
    phones.desk.meet_press()
    phones.ring(TEN + 121)
    phones.until(DAY)
    assert phones.answered() == [("c1", TEN + 120 + CONFERENCE_TAKES)]


@pytest.mark.parametrize("meets", [0.0, 0.59])
def test_fresh_conference_answers_callers(meets):
    """Six in ten have what they need from it, without a line and even at night."""
    phones = Phones()
    phones.desk.conference = lambda: Answer("conference", 1.0, 0.8, None)
    phones.ring(HOUR, meets=meets)
    phones.until(2 * HOUR)
    (entry,) = phones.journal.of(CallAnswered)
    assert (entry.by, entry.at, entry.waited, entry.handled) == ("conference", HOUR, 0.0, 0.0)


@pytest.mark.parametrize(("meets", "fresh"), [(0.6, True), (0.0, False)])
def test_other_callers_need_a_line(meets, fresh):
    """Four in ten ask something else, and a stale conference answers nobody."""
    phones = Phones()
    phones.desk.conference = lambda: Answer("conference", 1.0, 0.8, None) if fresh else None
    phones.ring(TEN, patience=5.0, meets=meets)
    phones.until(DAY)
    assert phones.lost() == [("c1", TEN + 5)]


def test_answer_points_at_its_ringing():
    """The chain of causes goes through the call, to the decision that named who answers."""
    phones = phones_with()
    phones.ring(TEN)
    phones.until(DAY)
    (entry,) = phones.journal.of(CallAnswered)
    ringing = phones.journal.of(CallRang)[0]
    assert entry.causes == (phones.desk.voice.entry.id, ringing.id)
    assert ringing.gives_up == TEN + DAY


def test_lost_call_points_at_why():
    """A lost call names the decision that was missing."""
    phones = phones_with()
    phones.desk.on_lost = lambda _call: phones.desk.voice.entry
    phones.ring(0, patience=1.0)
    phones.until(HOUR)
    (entry,) = phones.journal.of(CallLost)
    assert phones.desk.voice.entry.id in entry.causes


minutes = st.integers(0, 2880).map(float)
rings = st.tuples(
    minutes, st.sampled_from([0.0, 1.0, 45.0, 600.0]), st.sampled_from([0.1, 1.0, 9.0]),
    st.booleans(), st.sampled_from([0.0, 1.0]),
)  # fmt: skip
acts = st.tuples(minutes, st.sampled_from(["nobody", "one", "three", "ten", "cell", "conference"]))


def act(phones, what):
    people = {"nobody": 0, "one": 1, "three": 3, "ten": 10}
    if what in people:
        phones.name(people[what], lines=max(1, people[what]))
    elif what == "cell":
        phones.desk.cell_active = True
        phones.desk.settle()
    else:
        until = phones.env.now + 360
        held = Answer("conference", 1.0, 0.8, None)
        phones.desk.conference = lambda: held if phones.env.now < until else None
        phones.desk.meet_press()


@st.composite
def played(draw):
    """Draw phones after two days of calls, with decisions in between."""
    start = draw(st.sampled_from(["2015-02-19 00:00", "2015-02-20 12:00"]))
    phones = Phones(Clock.starting(start, PARIS))
    for drawn in draw(st.lists(rings, max_size=20)):
        phones.ring(*drawn)
    chairs = []
    for at, what in sorted(draw(st.lists(acts, max_size=6))):
        if at > phones.env.now:
            phones.until(at)
        act(phones, what)
        chairs.append(len(phones.desk._empty_chairs))
    phones.until(5000)
    return phones, chairs


@given(played())
def test_every_call_ends_once(played):
    """No call is answered twice, lost after an answer, or forgotten on hold."""
    phones, _ = played
    ends = [entry.call for entry in phones.journal.of(CallAnswered, CallLost)]
    assert sorted(ends) == sorted(call.name for call in phones.calls)
    assert all(call.end is not None for call in phones.calls)


@given(played())
def test_nobody_holds_longer_than_they_would(played):
    """A caller is answered within their patience, or lost exactly when it ends."""
    phones, _ = played
    for call in phones.calls:
        waited = call.end.at - call.rang.at
        assert call.end.waited == pytest.approx(waited)
        if isinstance(call.end, CallLost):
            assert waited == pytest.approx(call.patience)
        else:
            assert waited <= call.patience + 1e-9


@given(played())
def test_never_more_answers_than_seats(played):
    """Three lines are three lines, whatever opens, closes or is named meanwhile."""
    phones, _ = played
    busy = [(e.at, e.at + e.handled) for e in phones.journal.of(CallAnswered) if e.handled]
    assert all(sum(a <= at < b for a, b in busy) <= SEATS for at, _ in busy)


@given(played())
def test_empty_chairs_never_exceed_the_seats(played):
    """A chair too many would block a line for good."""
    assert all(0 <= chairs <= SEATS for chairs in played[1])
