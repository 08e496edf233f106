"""When a legal clock runs out: hours, days, business days and months, as laws count them."""

from calendar import monthrange
from datetime import datetime, timedelta

from simulator.clocks.rules import Law
from simulator.times import Clock

_FILING_CLOSES = timedelta(hours=17, minutes=30)
_SATURDAY = 5


def due(law: Law, start: float, clock: Clock, aware: float | None = None) -> float:
    """Return the minute at which a clock started at minute `start` runs out.

    Hours are elapsed hours, through nights, weekends and changes of the local clock. Days and
    months end at the same local hour, a month on its last day when it has no such date. Business
    days end with the filing day, public holidays not counted out. `aware` is the minute from which
    the law's `latest_hours` count; once they are over, only the length counts.
    """
    end = _end(law, start, clock)
    if law.latest_hours is None or aware is None:
        return end
    stop = aware + 60 * law.latest_hours
    return min(end, stop) if stop > start else end


def _end(law: Law, start: float, clock: Clock) -> float:
    length = law.length
    if length.hours is not None:
        return start + 60 * length.hours
    local = clock.local(start).replace(tzinfo=None)
    if length.business_days is not None:
        return _minute(_filing_day(local, length.business_days) + _FILING_CLOSES, clock)
    if length.days is not None:
        return _minute(local + timedelta(days=length.days), clock)
    assert length.months is not None
    return _minute(_months_later(local, length.months), clock)


def _filing_day(local: datetime, days: int) -> datetime:
    """Return the midnight that begins the business day so many after that of `local`."""
    day = local.replace(hour=0, minute=0, second=0, microsecond=0)
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < _SATURDAY
    return day


def _months_later(local: datetime, months: int) -> datetime:
    year, month = divmod(12 * local.year + local.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return local.replace(year=year, month=month + 1, day=min(local.day, last))


def _minute(local: datetime, clock: Clock) -> float:
    return (local.replace(tzinfo=clock.zone) - clock.start) / timedelta(minutes=1)
