import pytest

from simulator.journal.book import Journal
from simulator.journal.entries import (
    ArticlePublished,
    ClaimContradicted,
    ClaimDoubted,
    DecisionTaken,
    FactCameOut,
    InjectGiven,
    News,
    PromiseMissed,
    Started,
    StatementIssued,
)
from simulator.room.views import Sight
from simulator.room.views.articles import articles
from simulator.room.views.seen import Seen
from tests.journal.builders import SAID
from tests.room.views.moments import EYES, SMALL

TEXT = (
    "Hello everyone.\n\nA file of two thousand customers was copied on Monday. "
    "We regret it. Our next update is tomorrow at noon."
)


class Told:
    """A journal with a story out, to which one adds what an article is about."""

    def __init__(self) -> None:
        self.journal = Journal()
        self.add(Started, 0)
        self.add(DecisionTaken, 0, do="monitor_media", decision=EYES)
        given = self.add(InjectGiven, 100, inject="scoop")
        self.news = self.add(News, 100, given)

    def add(self, kind, at, *causes, **said):
        """Add an entry, as the example of its kind says, or otherwise."""
        return self.journal.record(kind, at, *causes, **{**SAID[kind.kind], **said})

    def printed(self, at=200, *causes, language="en", **said):
        """Return the last article, printed with these causes."""
        plain = {"tone": "fair", "account": False, "unreachable": False}
        self.add(ArticlePublished, at, self.news, *causes, **{**plain, **said})
        return articles(Seen(Sight(SMALL, self.journal, 10_000, language)))[-1]


@pytest.fixture
def told():
    return Told()


@pytest.mark.parametrize("tone", ["fair", "critical", "speculative"])
def test_a_tone_has_its_headlines(told, tone):
    """A fair article must not read like a speculative one."""
    assert told.printed(tone=tone).case == f"{tone}_without_first"
    assert told.printed(at=2000, tone=tone, account=True).case == f"{tone}_with_later"


def test_nobody_reached_is_the_headline(told):
    """It is what readers remember of a call that was lost."""
    article = told.printed(unreachable=True, tone="critical")
    assert article.case == "unreachable"


def test_a_doubt_quotes_the_claim(told):
    """Readers see what the experts do not believe."""
    doubt = told.add(ClaimDoubted, 150)
    article = told.printed(200, doubt, tone="critical", account=True)
    assert article.case == "doubted"
    assert "Few customers are concerned" in article.text


def test_a_lie_found_out_is_the_headline(told):
    """The news of a contradiction leads to the claim itself."""
    shown = told.add(ClaimContradicted, 150)
    news = told.add(News, 150, shown, what="contradiction")
    article = told.printed(200, news, tone="critical")
    assert article.case == "contradicted"
    assert "Nothing was stolen" in article.text


def test_a_fact_that_came_out_is_told(told):
    """From then on it is public: the team reads it in the paper, before its own inquiry."""
    out = told.add(FactCameOut, 150, fact="how-many")
    news = told.add(News, 150, out, what="fact_came_out")
    article = told.printed(200, news)
    assert article.case == "came_out"
    assert "2,000 customers" in article.text


def test_a_missed_promise_is_news_for_a_day(told):
    """Then the paper has moved on."""
    missed = told.add(PromiseMissed, 150)
    news = told.add(News, 150, missed, what="missed_promise")
    assert told.printed(200, news).case == "missed"
    assert told.printed(1900, news).case == "fair_without_later"


def say(told, text=None):
    """Add a public statement, with the text it was given."""
    words = {"text": {"fr": text, "en": text}} if text else {}
    taken = told.add(DecisionTaken, 120, decision={**SAID["decision_taken"]["decision"], **words})
    return told.add(StatementIssued, 120, taken)


def test_the_account_is_quoted(told):
    """An article that carries the organisation's side says what that is."""
    say(told)
    article = told.printed(tone="fair", account=True)
    assert "A file was copied" in article.text or "Few customers are concerned" in article.text


def test_the_sentence_that_tells_most_is_quoted(told):
    """Not the greeting, nor the first line because it is first."""
    say(told, TEXT)
    article = told.printed(tone="fair", account=True)
    assert "A file of two thousand customers was copied on Monday" in article.text


def test_headlines_take_turns(told):
    """Six newsrooms do not find the same words."""
    found = {told.printed(tone="speculative").headline for _ in range(6)}
    assert len(found) == 6


def test_french_headlines_are_spaced(told):
    """Our own strings have the spaces that French asks for."""
    found = [told.printed(tone="speculative", language="fr").headline for _ in range(6)]
    assert any("\u00a0:" in title or "\u202f?" in title for title in found)
    assert not any(" :" in title for title in found)
