"""The feed: articles and posts, newest first."""

from typing import Any, NamedTuple

from simulator.room.views.articles import Article, articles
from simulator.room.views.drawn import Post, posts_drawn
from simulator.room.views.fixed import Line
from simulator.room.views.inbox import received, words
from simulator.room.views.seen import Seen
from simulator.room.voices.bank import filled
from simulator.room.voices.chance import lot

_MOST = 60
_ARTICLES = frozenset({"article", "broadcast"})
# How much room a story takes on a front page, by its outlet and by what it holds.
_OUTLETS = {"evening_news": 1.2, "daily": 1.1, "wire": 1.0, "international": 1.0, "trade": 0.75}
_CASES = {"break": 2.0, "contradicted": 1.7, "came_out": 1.4, "doubted": 1.25, "missed": 1.15}
_TONES = {"speculative": 1.0, "critical": 1.05, "fair": 0.9}
_INJECTED = 1.1
_SHARED, _POST_SHARED = 60_000.0, 9_000.0
_WIDER = {"experts": 8.0, "journalists": 8.0, "authorities": 10.0}


class Item(NamedTuple):
    """One line of the feed; `size` is the room it takes on a front page, not shown."""

    id: str
    at: float
    kind: str
    source: str
    headline: str
    text: str
    tone: str | None
    account: bool | None
    shares: int
    size: float

    def json(self) -> dict[str, Any]:
        """Return the line as the section `feed` holds it."""
        found = self._asdict()
        del found["size"]
        return found


def feed(seen: Seen) -> dict[str, Any]:
    """Return the section `feed`: newest first, at most 60; no posts without monitoring."""
    items = [*news(seen), *_injected_posts(seen), *posts(seen, _MOST)]
    items.sort(key=lambda item: item.at, reverse=True)
    return {
        "monitored": seen.monitored is not None,
        "items": [item.json() for item in items[:_MOST]],
    }


def news(seen: Seen) -> list[Item]:
    """Return the articles and broadcasts the team could read, those of the MSEL among them."""
    return seen.once(_news)


def _news(seen: Seen) -> list[Item]:
    breaks = seen.scenario.story.breaks_with
    given = [
        _injected(seen, entry.id, entry.at, line)
        for entry, line in received(seen)
        if line.medium in _ARTICLES and line.id != breaks
    ]
    return [*(_printed(seen, article) for article in articles(seen)), *given]


def _printed(seen: Seen, article: Article) -> Item:
    entry = article.entry
    kind = seen.fixed.outlets[entry.outlet].kind
    size = _OUTLETS.get(kind, 0.9) * _TONES[entry.tone] * _CASES.get(article.case, 1.0)
    return Item(
        str(entry.id),
        entry.at,
        "article",
        seen.name("outlet", entry.outlet),
        article.headline,
        article.text,
        entry.tone,
        entry.account,
        _shares(seen.fixed.widest, size, _SHARED, 0.4 + 0.6 * lot(seen.seed, entry.id, "shares")),
        size,
    )


def _injected(seen: Seen, which: int, at: float, line: Line) -> Item:
    kind = "article" if line.medium in _ARTICLES else "post"
    return Item(
        str(which),
        at,
        kind,
        words(seen, line, "sender"),
        words(seen, line, "title"),
        words(seen, line, "text"),
        None,
        None,
        _shares(seen.fixed.widest, 1.0, _SHARED, 0.5 + 0.5 * lot(seen.seed, which, "shares")),
        _INJECTED,
    )


def _injected_posts(seen: Seen) -> list[Item]:
    """Return the posts of the MSEL: somebody forwarded them to the team."""
    return [
        _injected(seen, entry.id, entry.at, line)
        for entry, line in received(seen)
        if line.medium == "post"
    ]


def posts(seen: Seen, most: int) -> list[Item]:
    """Return the last posts, newest first, at most so many; none without monitoring."""
    found = seen.once(_posts)
    return found[:most]


def _posts(seen: Seen) -> list[Item]:
    if seen.monitored is None:
        return []
    found = []
    for post in reversed(posts_drawn(seen)):
        if post.draw.at <= seen.now:
            found.append(_posted(seen, post))
        if len(found) == _MOST:
            break
    return found


def _posted(seen: Seen, post: Post) -> Item:
    draw, kind = post.draw, seen.scenario.audiences[post.draw.place].kind
    slots = {"organisation": seen.scenario.organisation.name, "hours": str(draw.hours)}
    people = seen.fixed.headcounts[draw.place]
    return Item(
        draw.id,
        draw.at,
        "post",
        post.source,
        "",
        filled(post.line, seen.language, slots),
        None,
        draw.stance == "account" or None,
        _shares(people, _WIDER.get(kind, 1.0), _POST_SHARED, draw.spread),
        0.0,
    )


def _shares(people: int, wide: float, at_most: float, chance: float) -> int:
    """Return how often something was passed on: mostly little, seldom much, never more than read.

    The most grows as the square root of the people who might have read it.
    """
    return int(min(at_most, 1 + wide * people**0.5) ** chance)
