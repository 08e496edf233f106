"""Times: minutes since StartEx, and the local clock they stand for."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

_LOCAL = re.compile(r"(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?(?: ?([+-]\d\d):?(\d\d))?")
_NUMBER = r"(\d+(?:\.\d+)?)"
_SPAN = re.compile(
    rf"(?:{_NUMBER} ?d)? ?(?:{_NUMBER} ?h)? ?(?:{_NUMBER}(?: ?min|(?![\d.])))? ?(?:(\d+) ?s)?"
)


class TimeError(ValueError):
    """A time that cannot be read; its text says what is allowed."""

    def __init__(self, fr: str, en: str) -> None:
        """Keep the sentence in both languages."""
        self.fr, self.en = fr, en
        super().__init__(en)


def whole_second(minutes: float) -> float:
    """Return `minutes` rounded to a whole second."""
    return round(minutes * 60) / 60


def span(text: str | float) -> float:
    """Return a length of time in minutes: '2h30', '45 min', '3 d', '90 s' or a number of minutes.

    Raises:
        TimeError: when it is none of these, or not finite.
    """
    if isinstance(text, int | float) and not isinstance(text, bool):
        if abs(text) < 1e9:
            return whole_second(float(text))
        raise _bad_span(text)
    match = _SPAN.fullmatch(text.strip()) if isinstance(text, str) and len(text) < 40 else None
    if not match or not any(match.groups()):
        raise _bad_span(text)
    days, hours, minutes, seconds = (float(part or 0) for part in match.groups())
    return span(days * 1440 + hours * 60 + minutes + seconds / 60)


def _bad_span(given: object) -> TimeError:
    return TimeError(
        f"{given!r:.40} n'est pas une durée ; écrire « 2h30 », « 45 min », « 3 d » ou des minutes",
        f"{given!r:.40} is not a length of time; write '2h30', '45 min', '3 d' or minutes",
    )


@dataclass(frozen=True)
class Clock:
    """The clock of an exercise: StartEx in UTC and the zone people live in."""

    start: datetime
    zone: ZoneInfo

    @classmethod
    def starting(cls, local: str, zone: ZoneInfo) -> "Clock":
        """Return the clock whose StartEx is `local` ('2015-02-19 18:00') in `zone`.

        Raises:
            TimeError: when `local` cannot be read or does not exist there.
        """
        return cls(instant(local, zone), zone)

    @cached_property
    def _stamp(self) -> float:
        return self.start.timestamp()

    def minute(self, text: str | float) -> float:
        """Return minutes since StartEx of 'T+2h30', '2015-02-20 14:00' or a number of minutes.

        Raises:
            TimeError: when it is none of these, or a local time that the clocks skip or repeat.
        """
        if not isinstance(text, str):
            return span(text)
        if text[:2] in ("T+", "T-"):
            length = span(text[2:])
            return length if text[1] == "+" else -length
        return whole_second((instant(text, self.zone) - self.start) / timedelta(minutes=1))

    def local(self, minute: float) -> datetime:
        """Return the local date and time of a minute."""
        return datetime.fromtimestamp(self._stamp + 60 * minute, self.zone)

    def hour(self, minute: float) -> float:
        """Return the local hour of the day, 0 to 24, with its fraction."""
        now = self.local(minute)
        return now.hour + now.minute / 60 + now.second / 3600

    def weekend(self, minute: float) -> bool:
        """Return whether it is Saturday or Sunday there."""
        return self.local(minute).weekday() >= 5

    def hour_and_weekend(self, minute: float) -> tuple[float, bool]:
        """Return both at the price of one."""
        now = self.local(minute)
        return now.hour + now.minute / 60 + now.second / 3600, now.weekday() >= 5

    def next_hour(self, minute: float, hour: float) -> float:
        """Return the first minute after `minute` at which the local clock shows `hour`."""
        now = self.local(minute)
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
        for day in range(3):
            naive = midnight + timedelta(days=day, hours=hour)
            then = (naive.replace(tzinfo=self.zone) - self.start) / timedelta(minutes=1)
            if then > minute + 1e-6:
                return then
        raise AssertionError(f"no {hour} h within three days of minute {minute}")


def instant(text: str, zone: ZoneInfo) -> datetime:
    """Return the instant of a local time, in UTC.

    Raises:
        TimeError: when it cannot be read, or when the clocks skip or repeat it and no offset says
            which one is meant.
    """
    match = _LOCAL.fullmatch(text.strip()) if isinstance(text, str) else None
    if not match:
        raise TimeError(
            f"{text!r:.40} n’est pas une heure ;"
            " écrire « T+2h30 », « 2015-02-20 14:00 » ou des minutes",
            f"{text!r:.40} is not a time; write 'T+2h30', '2015-02-20 14:00' or minutes",
        )
    try:
        local = datetime(*(int(part or 0) for part in match.groups()[:6]))  # type: ignore[arg-type]
        return _placed(local, match[7], match[8], zone)
    except (ValueError, OverflowError) as error:
        if isinstance(error, TimeError):
            raise
        raise TimeError(
            f"{text!r:.40} n'existe pas au calendrier", f"{text!r:.40} is not in the calendar"
        ) from None


def _placed(local: datetime, hours: str | None, minutes: str | None, zone: ZoneInfo) -> datetime:
    """Return the instant of `local`, by its offset when one is written."""
    if hours is not None and minutes is not None:
        offset = timedelta(hours=int(hours), minutes=int(hours[0] + minutes))
        return (local - offset).replace(tzinfo=UTC)
    early, late = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if early.utcoffset() == late.utcoffset():
        return early.astimezone(UTC)
    if early.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != local:
        raise TimeError(
            f"{local} n’existe pas à {zone.key} : les horloges avancent ; choisir une autre heure",
            f"{local} does not exist in {zone.key}: the clocks go forward; choose another time",
        )
    raise TimeError(
        f"{local} existe deux fois à {zone.key} ; ajouter le décalage, par exemple +02:00",
        f"{local} happens twice in {zone.key}; add the offset, such as +02:00",
    )
