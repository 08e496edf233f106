"""When a legal clock runs out: weekends, changes of the local clock, ends of months."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.clocks.calendar import due
from simulator.clocks.rules import laws
from simulator.scenario.laws import Law, Length
from simulator.text import Text
from simulator.times import Clock

HOUR, DAY = 60.0, 1440.0


def clock(start: str, zone: str = "Europe/Paris") -> Clock:
    """Return the clock of an exercise that begins then."""
    return Clock.starting(start, ZoneInfo(zone))


def runs_out(rule: str, start: str, zone: str = "Europe/Paris") -> str:
    """Return the local time at which a clock started at `start` runs out."""
    local = clock(start, zone)
    return f"{local.local(due(laws()[rule], 0.0, local)):%Y-%m-%d %H:%M}"


def test_72_hours_run_through_a_weekend():
    """A breach known on Friday evening is due on Monday evening."""
    assert runs_out("gdpr33", "2024-03-08 19:00") == "2024-03-11 19:00"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2024-03-29 12:00", "2024-04-01 13:00"),  # the clocks go forward on the 31st
        ("2024-10-25 12:00", "2024-10-28 11:00"),  # and back on the 27th
    ],
)
def test_72_hours_are_elapsed_hours(start, end):
    """The wall clock moves, the time to notify does not."""
    assert runs_out("gdpr33", start) == end
    assert due(laws()["gdpr33"], 5.0, clock(start)) == 5 + 72 * HOUR


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2024-03-04 09:00", "2024-03-08 17:30"),  # Monday to Friday
        ("2024-03-06 23:00", "2024-03-12 17:30"),  # Wednesday, over the weekend
        ("2024-03-09 10:00", "2024-03-14 17:30"),  # Saturday: Monday is the first day
        ("2024-03-07 09:00", "2024-03-13 17:30"),  # over the change of clocks of 10 March
    ],
)
def test_business_days_skip_the_weekend(start, end):
    """The SEC counts the days on which one can file."""
    assert runs_out("sec-8k", start, "America/New_York") == end


@pytest.mark.parametrize(
    ("start", "zone", "end"),
    [
        ("2024-03-04 14:00", "Europe/Paris", "2024-03-08 23:30"),  # 17:30 in New York, an hour...
        ("2024-03-11 14:00", "Europe/Paris", "2024-03-15 22:30"),  # ...nearer for three weeks
        ("2024-03-05 02:00", "Europe/Paris", "2024-03-08 23:30"),  # still Monday in New York
        ("2024-03-04 22:00", "America/Los_Angeles", "2024-03-11 14:30"),  # already Tuesday there
    ],
)
def test_business_days_are_those_of_the_authority(start, zone, end):
    """The SEC closes its day in Washington, wherever the team sits."""
    assert runs_out("sec-8k", start, zone) == end


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2025-03-07 15:00", "2025-04-07 15:00"),  # a Monday
        ("2025-03-05 15:00", "2025-04-07 12:00"),  # Saturday 5 April
        ("2025-03-06 09:00", "2025-04-07 12:00"),  # Sunday
        ("2025-03-04 23:00", "2025-04-04 23:00"),  # Friday night
    ],
)
def test_dora_final_report_waits_for_monday_noon(start, end):
    """Art. 5(4) of Delegated Regulation (EU) 2025/301: noon of the next working day."""
    assert runs_out("dora-final", start) == end


@pytest.mark.parametrize("rule", ["dora-initial", "dora-intermediate", "gdpr33", "nis2-early"])
def test_nothing_else_waits_for_monday(rule):
    """A Friday night does not stop the clocks that count hours."""
    local, hours = clock("2025-03-07 20:00"), laws()[rule].length.hours
    assert due(laws()[rule], 0.0, local) == HOUR * hours


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2024-01-31 10:00", "2024-02-29 10:00"),
        ("2023-01-31 10:00", "2023-02-28 10:00"),
        ("2023-12-15 10:00", "2024-01-15 10:00"),
        ("2024-08-31 10:00", "2024-09-30 10:00"),
        ("2024-03-15 10:00", "2024-04-15 10:00"),  # over the change of clocks
    ],
)
def test_months_end_with_the_month(start, end):
    """One month after 31 January is the last day of February."""
    assert runs_out("nis2-final", start) == end


@pytest.mark.parametrize(
    ("closes", "zone", "end"),
    [(17.5, None, "17:30"), (24, None, "00:00"), (18, "America/Sao_Paulo", "22:00")],
)
def test_a_law_says_when_its_day_ends(closes, zone, end):
    """An office in another country closes by its own clock."""
    words = Text(fr="…", en="…")
    law = Law(
        id="own", who=words, length=Length(business_days=3), zone=zone, closes=closes,
        met_by=("notice",), source="a law of the case",
    )  # fmt: skip
    local = clock("2024-03-04 12:00")
    assert f"{local.local(due(law, 0.0, local)):%H:%M}" == end


def test_days_end_at_the_same_hour():
    """Thirty days over a change of clocks are thirty dates."""
    assert runs_out("california", "2024-03-01 10:00", "America/Los_Angeles") == "2024-03-31 10:00"


@pytest.mark.parametrize(
    ("classified", "end"),
    [(2 * HOUR, 6 * HOUR), (22 * HOUR, 24 * HOUR), (30 * HOUR, 34 * HOUR)],
)
def test_dora_stops_a_day_after_awareness(classified, end):
    """Four hours from classification, but classifying late does not buy days."""
    local = clock("2025-03-05 08:00")
    assert due(laws()["dora-initial"], classified, local, aware=0.0) == end


# A time limit on Saturday moves to Monday noon, one on Monday morning stays: that is the law.
STEADY = sorted(law.id for law in laws().values() if law.weekend_until is None)


@given(st.sampled_from(STEADY), st.integers(0, 400 * 24), st.integers(1, 2000))
def test_a_later_start_is_never_due_earlier(rule, start, more):
    """Whatever the calendar, time runs one way."""
    local = clock("2024-01-01 00:00")
    first, second = (due(laws()[rule], HOUR * start + m, local) for m in (0, more))
    assert HOUR * start < first <= second + HOUR  # the hour that the clocks repeat
