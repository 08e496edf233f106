"""The wall: a front page of what the team could see."""

from typing import Any

from simulator.journal.entries import OpinionMeasured
from simulator.room.views.calls import calls
from simulator.room.views.feed import Item, news, posts
from simulator.room.views.seen import Seen, belief
from simulator.room.views.sight import Sight
from simulator.room.views.staff import staff_of

_POSTS, _SECONDS = 3, 2
_HALF_LIFE = 8 * 60.0  # so long after, a story is worth half the room it had on the page
_LOOKS_BACK = 4 * 60.0


def wall(sight: Sight) -> dict[str, Any]:
    """Return the wall's sections by name, as docs/room.md says."""
    seen = Seen(sight)
    ranked = sorted(news(seen), key=lambda item: _rank(seen, item), reverse=True)
    phones = calls(seen)
    return {
        "lead": _story(ranked[0]) if ranked else None,
        "seconds": [_story(item) for item in ranked[1 : 1 + _SECONDS]],
        "posts": [item.json() for item in posts(seen, _POSTS)],
        "rumour": rumour(seen),
        "phones": {"lost": phones["lost"], "items": phones["items"]},
        "staff": staff_of(seen),
    }


def _rank(seen: Seen, item: Item) -> tuple[float, float]:
    return item.size * 0.5 ** ((seen.now - item.at) / _HALF_LIFE), item.at


def _story(item: Item) -> dict[str, Any]:
    return {"source": item.source, "at": item.at, "headline": item.headline, "text": item.text}


def rumour(seen: Seen) -> dict[str, Any]:
    """Return who believes the worst, some hours ago and now, shares 0 to 1.

    Nothing without media monitoring, nor what was before it; `since` is the minute of `before`.
    """
    measures = [m for m in seen.of(OpinionMeasured) if m.at >= (seen.monitored or 0.0)]
    if seen.monitored is None or not measures:
        return {"monitored": seen.monitored is not None, "since": None, "audiences": []}
    last = measures[-1]
    first = next(m for m in measures if m.at >= last.at - _LOOKS_BACK)
    people = seen.fixed.headcounts
    return {
        "monitored": True,
        "since": first.at,
        "audiences": [
            {
                "id": audience.id,
                "name": seen.say(audience.name),
                "before": belief(first, place, people[place]),
                "now": belief(last, place, people[place]),
            }
            for place, audience in enumerate(seen.scenario.audiences)
        ],
    }
