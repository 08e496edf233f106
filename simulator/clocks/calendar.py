"""When a legal clock runs out: hours, days, business days and months, as laws count them."""

from calendar import monthrange
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from simulator.scenario.laws import Law
from simulator.times import Clock

_DAY = timedelta(days=1)
_SATURDAY, _WEEK = 5, 7


def due(law: Law, start: float, clock: Clock, aware: float | None = None) -> float:
    """Return the minute at which a clock started at minute `start` runs out.

    Hours are elapsed hours, through nights, weekends and changes of the local clock. Days and
    months end at the same local hour, a month on its last day when it has no such date. Business
    days end with the filing day, public holidays not counted out. Days are those of the law's own
    time zone, where it has one. `aware` is the minute from which the law's `latest_hours` count;
    once they are over, only the length counts.
    """
    zone = ZoneInfo(law.zone) if law.zone else clock.zone
    end = _end(law, start, clock, zone)
    if law.latest_hours is not None and aware is not None:
        stop = aware + 60 * law.latest_hours
        end = min(end, stop) if stop > start else end
    return end if law.weekend_until is None else _past_weekend(end, law.weekend_until, clock, zone)


def _end(law: Law, start: float, clock: Clock, zone: ZoneInfo) -> float:
    length = law.length
    if length.hours is not None:
        return start + 60 * length.hours
    local = _local(start, clock, zone)
    if length.business_days is not None:
        day = _filing_day(local, length.business_days)
        return _minute(day + timedelta(hours=law.closes), clock, zone)
    if length.days is not None:
        return _minute(local + length.days * _DAY, clock, zone)
    assert length.months is not None
    return _minute(_months_later(local, length.months), clock, zone)


def _past_weekend(end: float, hour: float, clock: Clock, zone: ZoneInfo) -> float:
    """Return `end`, or that `hour` of Monday when it falls on a Saturday or a Sunday."""
    local = _local(end, clock, zone)
    if local.weekday() < _SATURDAY:
        return end
    monday = _midnight(local) + (_WEEK - local.weekday()) * _DAY
    return _minute(monday + timedelta(hours=hour), clock, zone)


def _filing_day(local: datetime, days: int) -> datetime:
    """Return the midnight that begins the business day so many after that of `local`."""
    day = _midnight(local)
    while days:
        day += _DAY
        days -= day.weekday() < _SATURDAY
    return day


def _months_later(local: datetime, months: int) -> datetime:
    year, month = divmod(12 * local.year + local.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return local.replace(year=year, month=month + 1, day=min(local.day, last))


def _midnight(local: datetime) -> datetime:
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


def _local(minute: float, clock: Clock, zone: ZoneInfo) -> datetime:
    return clock.local(minute).astimezone(zone).replace(tzinfo=None)


def _minute(local: datetime, clock: Clock, zone: ZoneInfo) -> float:
    return (local.replace(tzinfo=zone) - clock.start) / timedelta(minutes=1)
