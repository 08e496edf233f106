import contextlib
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from simulator.times import Clock, TimeError, instant, span, whole_second

ZONES = [ZoneInfo("Europe/Paris"), ZoneInfo("America/Los_Angeles")]
FORWARD = {ZONES[0]: "2015-03-29 02:30", ZONES[1]: "2015-03-08 02:30"}
BACK = {ZONES[0]: "2015-10-25 02:30", ZONES[1]: "2015-11-01 01:30"}
starts = st.datetimes(datetime(2014, 1, 1), datetime(2030, 1, 1)).map(
    lambda start: start.replace(second=0, microsecond=0, tzinfo=UTC)
)
clocks = st.builds(Clock, starts, st.sampled_from(ZONES))
seconds = st.integers(0, 60 * 86_400)


@given(clocks, seconds)
def test_local_time_with_offset_comes_back(clock, second):
    """With its offset, every local time is one minute of the exercise, whatever the clocks do."""
    written = clock.local(second / 60).strftime("%Y-%m-%d %H:%M:%S %z")
    assert clock.minute(written) == second / 60


@given(clocks, seconds)
def test_local_time_alone_comes_back_or_is_refused(clock, second):
    """Without an offset it comes back unless the clocks repeat it, and then we ask."""
    local = clock.local(second / 60)
    try:
        minute = clock.minute(local.strftime("%Y-%m-%d %H:%M:%S"))
    except TimeError as error:
        assume("happens twice" not in error.en)
        raise
    assert minute == second / 60


@pytest.mark.parametrize("zone", ZONES, ids=str)
def test_skipped_hour_is_refused(zone):
    """The clocks never showed it."""
    with pytest.raises(TimeError, match=r"does not exist in .*: the clocks go forward"):
        instant(FORWARD[zone], zone)


@pytest.mark.parametrize("zone", ZONES, ids=str)
def test_repeated_hour_needs_its_offset(zone):
    """Half past two came twice that night; an hour of crisis lies between."""
    with pytest.raises(TimeError, match="happens twice"):
        instant(BACK[zone], zone)
    summer, winter = (
        datetime.fromisoformat(BACK[zone]).replace(tzinfo=zone, fold=fold) for fold in (0, 1)
    )
    written = [f"{BACK[zone]} {local:%z}" for local in (summer, winter)]
    assert instant(written[1], zone) - instant(written[0], zone) == timedelta(hours=1)


@given(clocks, st.integers(0, 99), st.integers(0, 59))
def test_time_from_startex_ignores_the_clocks(clock, hours, minutes):
    """T+ counts what a stopwatch would."""
    assert clock.minute(f"T+{hours}h{minutes:02}") == 60 * hours + minutes
    assert clock.minute(f"T-{hours}h{minutes:02}") == -(60 * hours + minutes)


@given(st.integers(0, 50), st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_span_adds_its_parts(days, hours, minutes, some_seconds):
    """'1 d 2 h 30 min 5 s' is what it says."""
    written = f"{days} d {hours} h {minutes} min {some_seconds} s"
    expected = 1440 * days + 60 * hours + minutes + some_seconds / 60
    assert span(written) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("2h30", 150), ("45 min", 45), ("3 d", 4320), ("90 s", 1.5), ("1.5h", 90), (12, 12)],
)
def test_span_reads_as_people_write(text, minutes):
    """The forms the README promises."""
    assert span(text) == minutes


@pytest.mark.parametrize(
    "given_",
    ["", "h", "2 weeks", "-5", "1e3", "2h2h", "9" * 38, float("nan"), True, None, [], {}, 10**400],
)
def test_unreadable_span_is_refused(given_):
    """With a sentence in both languages, and no traceback."""
    with pytest.raises(TimeError, match="is not a length of time") as caught:
        span(given_)
    assert "n'est pas une durée" in caught.value.fr


@given(st.text(max_size=45))
def test_any_text_is_read_or_refused(text):
    """Whatever is typed into a time field."""
    clock = Clock(datetime(2015, 2, 19, 17, tzinfo=UTC), ZONES[0])
    with contextlib.suppress(TimeError):
        assert clock.minute(text) == whole_second(clock.minute(text))


@given(st.floats(-1e6, 1e6))
def test_rounding_twice_changes_nothing(minutes):
    """A time that was stored and read again is the same time."""
    assert whole_second(whole_second(minutes)) == whole_second(minutes)


@given(clocks, seconds, st.integers(0, 23))
def test_next_hour_is_the_next(clock, second, hour):
    """A newspaper's deadline is ahead, within a day and the hour the clocks may move."""
    minute = clock.next_hour(second / 60, hour)
    assert 0 < minute - second / 60 <= 25 * 60


@given(clocks, seconds, st.integers(4, 23))
def test_next_hour_shows_that_hour(clock, second, hour):
    """After the clocks change, the evening paper still closes at ten by the newsroom's wall."""
    assert clock.hour(clock.next_hour(second / 60, hour)) == hour


def test_next_hour_spans_the_skipped_night():
    """From noon to noon is 23 hours when the clocks go forward, 25 when they go back."""
    spring = Clock.starting("2015-03-28 12:00", ZONES[0])
    autumn = Clock.starting("2015-10-24 12:00", ZONES[0])
    assert spring.next_hour(0, 12) == 23 * 60
    assert autumn.next_hour(0, 12) == 25 * 60


def test_next_hour_takes_half_hours():
    """The morning radio goes on air at half past seven."""
    assert Clock.starting("2015-02-19 18:00", ZONES[0]).next_hour(0, 7.5) == 13.5 * 60


def test_hour_has_its_fraction():
    """A desk that closes at 18:30 needs the minutes."""
    clock = Clock.starting("2015-02-19 18:00", ZONES[0])
    assert clock.hour(45.5) == pytest.approx(18 + 45.5 / 60)


def test_weekend_is_the_local_one():
    """At half past midnight in Paris it is Saturday, though still Friday in UTC."""
    clock = Clock.starting("2015-02-20 22:00", ZONES[0])
    assert [clock.weekend(minute) for minute in (0, 150, 3000 - 1, 3000)] == [
        False,
        True,
        True,
        False,
    ]


@given(st.integers(-(10**6), 10**6), st.floats(-0.49 / 60, 0.49 / 60))
def test_whole_second_is_the_nearest(second, off):
    """Times typed, stored and computed meet on the same second."""
    assert whole_second(second / 60 + off) == second / 60
