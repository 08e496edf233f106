"""Lengths of time as the room says them."""

from simulator.room.views.seen import Seen

_TEN_HOURS, _TWO_DAYS, _DAY = 600.0, 2880.0, 1440.0


def length(seen: Seen, minutes: float) -> str:
    """Return a length of time: '45 min', '3 h 10' under ten hours, then '18 h', then days."""
    whole = round(minutes)
    if whole < 60:
        return f"{whole}\u00a0min"
    if whole < _TEN_HOURS:
        return f"{whole // 60}\u00a0h\u00a0{whole % 60:02d}"
    if whole < _TWO_DAYS:
        return f"{round(whole / 60)}\u00a0h"
    return seen.t(f"{round(whole / _DAY)}\u00a0jours", f"{round(whole / _DAY)}\u00a0days")
