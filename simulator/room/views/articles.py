"""The articles that the team could read, with headlines that follow from the journal."""

from typing import NamedTuple

from simulator.journal.entries import (
    ArticlePublished,
    ClaimContradicted,
    ClaimDoubted,
    DecisionTaken,
    FactCameOut,
    InjectGiven,
    News,
    PromiseMissed,
    StatementIssued,
)
from simulator.journal.names import TOPICS
from simulator.room.views.seen import Seen
from simulator.room.voices.chance import number
from simulator.room.voices.headlines import headline, lead
from simulator.room.voices.quotes import cut, telling
from simulator.scenario.kinds import DISCOVERABLE

_DAY, _HALF_DAY = 1440.0, 720.0
_BY_NEWS = {
    "contradiction": "contradicted",
    "revision": "revised",
    "fact_came_out": "came_out",
    "missed_promise": "missed",
}

# What is news in a statement, and what to look for where there is none: that they are looking.
_NEWS = DISCOVERABLE | {"measures"}
_AWAITED = (
    "nous ne savons pas encore, nous vérifions, une enquête est ouverte, à ce stade, établi",
    "we do not know yet, we are checking, an inquiry is open, at this stage, established",
)
_CHECKING = "Nous vérifions et reviendrons vers vous", "We are checking and will come back to you"


class Article(NamedTuple):
    """One article as it was read; `breaks` when it is the one that made the story."""

    entry: ArticlePublished
    breaks: bool
    case: str
    headline: str
    text: str


def articles(seen: Seen) -> list[Article]:
    """Return the articles in order; without media monitoring only those nobody can miss."""
    return seen.once(_articles)


def _articles(seen: Seen) -> list[Article]:
    turns: dict[str, int] = {}
    found = []
    for entry in seen.of(ArticlePublished):
        article = _article(seen, entry, turns)
        if seen.monitored is not None or entry.outlet in seen.heard:
            found.append(article)
    return found


def _article(seen: Seen, entry: ArticlePublished, turns: dict[str, int]) -> Article:
    """Return one article; `turns` counts those of each case so far, and is added to."""
    given = next((seen.journal[c] for c in entry.causes if _breaks(seen, c)), None)
    if isinstance(given, InjectGiven):
        line = seen.lines[given.inject]
        return Article(entry, True, "break", seen.say(line.title), seen.say(line.text))
    case, about = _case(seen, entry)
    turn = turns[case] = turns.get(case, -1) + 1
    slots = _slots(seen, entry, about)
    title = headline(case, turn, seen.language, slots, seen.seed)
    return Article(entry, False, case, title, _text(seen, entry, case, turn, slots))


def _breaks(seen: Seen, cause: int) -> bool:
    entry = seen.journal[cause]
    return isinstance(entry, InjectGiven) and entry.inject == seen.scenario.story.breaks_with


def _case(seen: Seen, entry: ArticlePublished) -> tuple[str, object]:
    """Return the case of the headline bank, and the entry the article is about, if any."""
    for cause in sorted(entry.causes, reverse=True):
        about = seen.journal[cause]
        if isinstance(about, ClaimDoubted | ClaimContradicted):
            return "doubted" if isinstance(about, ClaimDoubted) else "contradicted", about
        if isinstance(about, News) and about.what in _BY_NEWS and entry.at - about.at < _DAY:
            return _BY_NEWS[about.what], _origin(seen, about)
    met = [w for w in seen.public if w.conference and 0 <= entry.at - w.at < _HALF_DAY]
    if met and entry.account:
        return f"conference_{'fair' if entry.tone == 'fair' else 'critical'}", met[-1]
    if entry.unreachable and not entry.account:
        return "unreachable", None
    side = "with" if entry.account else "without"
    broke = seen.broke
    early = broke is None or entry.at - broke.at < _DAY
    return f"{entry.tone}_{side}_{'first' if early else 'later'}", None


def _origin(seen: Seen, news: News) -> object:
    """Return what a piece of news came from."""
    found = [seen.journal[cause] for cause in news.causes]
    kinds = (ClaimContradicted, FactCameOut, PromiseMissed, StatementIssued)
    return next((entry for entry in found if isinstance(entry, kinds)), None)


def _slots(seen: Seen, entry: ArticlePublished, about: object) -> dict[str, str]:
    return {
        "organisation": seen.scenario.organisation.name,
        "outlet": seen.name("outlet", entry.outlet),
        "claim": _claim(seen, about),
        "fact": _fact(seen, about),
        "topics": _open_topics(seen, entry.at),
        "quote": _quote(seen, entry),
    }


def _claim(seen: Seen, about: object) -> str:
    if isinstance(about, ClaimDoubted | ClaimContradicted):
        return seen.name("claim", about.claim).rstrip(". ")
    return ""


def _fact(seen: Seen, about: object) -> str:
    if isinstance(about, FactCameOut):
        return seen.name("fact", about.fact)
    return ""


def _open_topics(seen: Seen, at: float) -> str:
    """Return the first two topics on which the public has been told nothing, "" with none."""
    told = {seen.fixed.facts[fact].topic for fact, word in seen.said.items() if word.at <= at}
    left = [topic for topic in TOPICS if topic in seen.fixed.topics and topic not in told][:2]
    return seen.t(" et ", " and ").join(seen.say(TOPICS[topic]) for topic in left)


def _quote(seen: Seen, entry: ArticlePublished) -> str:
    """Return what the organisation last said in public, as this journalist quotes it.

    A sentence of its text that tells much, else what it claimed, else a fact it told.
    """
    words = [word for word in seen.public if word.at <= entry.at]
    if not words:
        return ""
    found = _quotes(seen, words[-1])
    return found[number(seen.seed, "quote", entry.id) % len(found)]


def _quotes(seen: Seen, word: StatementIssued) -> tuple[str, ...]:
    told = [f for f in (*word.disclosed, *word.repeated) if seen.fixed.facts[f].topic in _NEWS]
    facts = [seen.name("fact", fact) for fact in told]
    claims = [seen.name("claim", claim) for claim in word.claims]
    text = _own_words(seen, word)
    if text:
        return telling(text, " ".join([*claims, *facts]) or seen.t(*_AWAITED))
    said = tuple(cut(one) for one in (*claims[-1:], *facts[:2]))
    return said or (seen.t(*_CHECKING),)


def _own_words(seen: Seen, word: StatementIssued) -> str:
    """Return the text that the team wrote, "" when it wrote none."""
    for cause in word.causes:
        entry = seen.journal[cause]
        if isinstance(entry, DecisionTaken) and entry.decision.get("text"):
            return seen.typed(entry.decision["text"])
    return ""


def _text(seen: Seen, entry: ArticlePublished, case: str, turn: int, slots: dict[str, str]) -> str:
    """Return one or two sentences under the headline."""
    said = [lead(_lead(entry, case, slots), turn, seen.language, slots, seen.seed)]
    if case in ("doubted", "contradicted", "came_out") and entry.account and slots["quote"]:
        said.append(lead("account", turn, seen.language, slots, seen.seed))
    elif entry.unreachable and case != "unreachable":
        said.append(lead("unreachable", turn, seen.language, slots, seen.seed))
    return " ".join(said)


def _lead(entry: ArticlePublished, case: str, slots: dict[str, str]) -> str:
    if case == "contradicted" and not slots["claim"]:
        return "revised"
    if case in ("doubted", "contradicted", "came_out", "missed", "revised", "unreachable"):
        return case
    if entry.account and slots["quote"]:
        return "account"
    return entry.tone
