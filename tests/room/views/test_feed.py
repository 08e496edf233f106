from simulator.journal.entries import ArticlePublished
from simulator.room.views import Sight, until
from simulator.room.views.feed import feed
from simulator.room.views.seen import Seen
from simulator.room.voices.bank import bank
from simulator.text import LANGUAGES
from tests.builders import a_scenario
from tests.room.views.moments import BREAKS, EYES, SMALL, at, journal, sight


def items(look, kind=None):
    """Return the lines of the feed, of one kind if asked."""
    return [i for i in feed(Seen(look))["items"] if kind in (None, i["kind"])]


def test_without_monitoring_there_are_no_posts():
    """A team that does not listen hears only what nobody can miss."""
    look = sight(until=600)
    assert not feed(Seen(look))["monitored"]
    assert items(look)
    assert items(look, "post") == []


def test_with_monitoring_people_are_heard():
    """Once the story is out they post, and more is read than without."""
    found = items(sight(EYES, until=600), "post")
    assert found
    assert all(item["at"] > BREAKS and item["source"].startswith("@") for item in found)


def test_a_quiet_outlet_needs_monitoring():
    """A trade paper is read by whoever looks for it; one that has called is known."""
    outlets = [{"id": "gazette", "name": "La Gazette", "kind": "local"}]
    outlets.append({"id": "trade", "name": "Trade", "kind": "online"})
    scenario = a_scenario(outlets=outlets)
    blind, eyed = (
        {item["source"] for item in items(sight(*given, scenario=scenario, until=2000), "article")}
        for given in ((), (EYES,))
    )
    assert "La Gazette" in blind
    assert blind <= eyed


def test_the_break_has_its_own_words():
    """The article that makes the story is the scenario's, not a template's; and only once."""
    first = items(sight(until=160), "article")
    assert [(i["headline"], i["tone"]) for i in first] == [("The file leaks", "speculative")]


def test_every_article_is_there_once():
    """What the model printed is what is read."""
    look = sight(EYES, until=2000)
    printed = [str(entry.id) for entry in look.journal.of(ArticlePublished)]
    assert sorted(i["id"] for i in items(look, "article")) == sorted(printed)


def test_the_feed_is_stable():
    """What was read stays: a later look shows the same lines, new ones above."""
    later = {i["id"]: i for i in items(at("gemalto-2015", "exemplary", 700))}
    for item in items(at("gemalto-2015", "exemplary", 600)):
        assert later.get(item["id"], item) == item


def test_a_live_journal_says_the_same():
    """Looking at a journal while it grows, or once at its end, shows the same posts."""
    whole = journal(EYES, until=700)
    live = Sight(SMALL, until(whole, 0), 0, "en")
    for minute in range(0, 701, 50):
        for entry in list(whole)[len(live.journal) :]:
            if entry.at <= minute:
                live.journal.append(entry)
        live = live._replace(now=float(minute))
        assert items(live) == items(Sight(SMALL, until(whole, minute), minute, "en"))


def test_both_languages_tell_the_same():
    """A room may mix them: the same lines, in other words."""
    one, other = (items(sight(EYES, until=700, language=one)) for one in LANGUAGES)
    same = ("id", "at", "source", "shares", "tone")
    assert [[i[k] for k in same] for i in one] == [[i[k] for k in same] for i in other]


def test_another_seed_has_other_voices():
    """Two exercises of a case should not read alike."""
    one, other = (
        [i["text"] for i in items(sight(EYES, until=700, seed=seed), "post")] for seed in (1, 2)
    )
    assert one != other


def test_posts_seldom_repeat():
    """The same sentence twice on a screen, and nobody believes the rest."""
    found = [i["text"] for i in items(at("gemalto-2015", "exemplary", 1200), "post")]
    assert len(found) > 40
    assert len(set(found)) > 0.9 * len(found)


def test_more_post_while_it_is_hot():
    """The first evening is louder than the next week."""

    def posted(start, end):
        look = at("gemalto-2015", "exemplary", end)
        return sum(item["at"] > start for item in items(look, "post"))

    assert posted(840, 1200) > 3 * posted(11000, 11360)


def test_a_town_is_quieter_than_a_country():
    """Twenty thousand people do not post like sixty million."""
    town = items(at("small-business:unprepared", "exemplary", 2000), "post")
    country = items(at("gemalto-2015", "exemplary", 2000), "post")
    assert len(town) < len(country)
    assert max(i["shares"] for i in town) < max(i["shares"] for i in country)


def test_shares_are_plausible():
    """Nobody passes anything on a billion times."""
    found = items(at("gemalto-2015", "exemplary", 1200))
    assert all(0 < item["shares"] <= 60_000 for item in found)


def test_no_place_is_left_unfilled():
    """A brace on the screen shows the machine."""
    for minute in (400, 1300, 4000, 9000):
        for language in LANGUAGES:
            for item in items(at("gemalto-2015", "historical", minute, language)):
                assert "{" not in item["headline"] + item["text"]


def test_a_scenario_has_its_own_posts():
    """The case's own words come before the package's, from those they belong to."""
    both = {"fr": "Le mot du village, {organisation}", "en": "The village word, {organisation}"}
    own = [{"stance": stance, "text": both} for stance in ("worst", "doubts", "silence", "waiting")]
    look = sight(EYES, until=700, scenario=a_scenario(voices=own))
    assert "The village word, Petite Maison" in [i["text"] for i in items(look, "post")]


def test_a_post_of_its_own_keeps_its_owner():
    """What only staff would say is said by nobody else."""
    both = {"fr": "Entre nous", "en": "Among ourselves"}
    stances = ("worst", "doubts", "silence", "waiting", "betrayed")
    own = [{"stance": stance, "audience": "staff", "text": both} for stance in stances]
    look = sight(EYES, until=2000, scenario=a_scenario(voices=own))
    said = {i["source"] for i in items(look, "post") if i["text"] == "Among ourselves"}
    assert said <= set(bank("posts")["handles"]["employees"])
