"""The clock that a scenario asks for, by its time zone and its start."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from simulator.scenario.marks import Data
from simulator.scenario.wording import Finding, found, quoted
from simulator.times import Clock, TimeError

STAND_IN = Clock(datetime(2000, 1, 1, tzinfo=UTC), ZoneInfo("UTC"))
_ZONE = re.compile(r"[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*")
_YEARS = range(1970, 2101)


def clock_of(data: Data) -> tuple[Clock, list[Finding]]:
    """Return the clock a document asks for; a stand-in, and what is wrong, when it cannot be."""
    zone, start = (data.get("timezone"), data.get("start")) if isinstance(data, dict) else (0, 0)
    if not isinstance(zone, str) or not isinstance(start, str):
        return STAND_IN, []
    place = zone_of(zone)
    if place is None:
        return STAND_IN, [found(("timezone",), *NO_ZONE, zone=quoted(zone))]
    try:
        clock = Clock.starting(start, place)
    except TimeError as error:
        return STAND_IN, [_bad_start(start, error)]
    if clock.local(0).year not in _YEARS:
        return STAND_IN, [found(("start",), *_BAD_YEAR, start=quoted(start))]
    return clock, []


def zone_of(name: str) -> ZoneInfo | None:
    """Return the time zone of that name, None when there is none."""
    # Only names of the IANA list: "localtime" differs by machine, a path could be any file.
    if len(name) > 60 or not _ZONE.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _bad_start(start: str, error: TimeError) -> Finding:
    if not start[:4].isdigit():
        return found(("start",), *_NO_START, start=quoted(start))
    return found(("start",), "{fr}", "{en}", fr=error.fr, en=error.en)


NO_ZONE = (
    "{zone} n'est pas un fuseau horaire ; écrire un nom tel que « Europe/Paris »",
    "{zone} is not a time zone; write a name such as 'Europe/Paris'",
)
_NO_START = (
    "{start} n'est pas une date ; écrire « 2015-02-20 14:00 », heure locale",
    "{start} is not a date; write '2015-02-20 14:00', local time",
)
_BAD_YEAR = (
    "{start} est hors du calendrier ; une année de 1970 à 2100",
    "{start} is out of the calendar; a year from 1970 to 2100",
)
