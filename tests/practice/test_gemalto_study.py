"""What the study of Gemalto's week praises and doubts: following it helps, ignoring it costs."""

from functools import cache

from bench import plans
from simulator.journal.entries import ArticlePublished
from simulator.scenario import Decision
from tests.practice.contrast import Played, belief, criterion, gain, play, trust

HISTORICAL = plans.plan("historical")
EXEMPLARY = plans.plan("exemplary")


@cache
def played(decisions: tuple[Decision, ...]) -> list[Played]:
    """Return the runs of a plan of the Gemalto case."""
    return play(plans.scenario(), decisions)


def unfair(one: Played) -> float:
    """Return the share of articles that are not fair."""
    articles = one.journal.of(ArticlePublished)
    return sum(article.tone != "fair" for article in articles) / len(articles)


def test_speaking_within_hours():
    """A release hours after the first calls, not days."""
    late = plans.without(HISTORICAL, "friday-release", "friday-operators", "friday-staff")
    assert gain(played(HISTORICAL), played(late), criterion("first_word")) > 40
    assert gain(played(HISTORICAL), played(late), belief("employees")) < 0


def test_showing_one_knows_without_having_all_the_facts():
    """An honest holding word is worth saying before the answers are there."""
    held, mute = plans.holding_after(1), plans.holding_after(None)
    assert gain(played(held), played(mute), belief("operators")) < -0.03
    assert gain(played(held), played(mute), criterion("first_word")) > 40


def test_reassuring_clients_first():
    """The 450 operators, before users and the rest."""
    untold = plans.changed(
        plans.without(HISTORICAL, "friday-operators"),
        "monday-release",
        channels=("press_release", "social_account", "investor_note"),
    )
    assert gain(played(HISTORICAL), played(untold), criterion("audiences_told")) > 10
    assert gain(played(HISTORICAL), played(untold), trust("operators")) > 0


def test_telling_one_s_own_people():
    """The teams live it from inside and read the press."""
    untold = plans.without(HISTORICAL, "friday-staff")
    assert gain(played(HISTORICAL), played(untold), criterion("audiences_told")) > 5
    assert gain(played(HISTORICAL), played(untold), trust("employees")) > 0


def test_investigating_over_the_weekend():
    """Without an inquiry there is nothing to say on Wednesday."""
    idle = plans.without(HISTORICAL, "inquiry")
    assert gain(played(HISTORICAL), played(idle), criterion("set_up")) > 5
    assert gain(played(HISTORICAL), played(idle), criterion("disclosure")) > 10


def test_announcing_a_date_and_keeping_it():
    """Said Monday for Wednesday 10:30, and held."""
    broken = plans.without(HISTORICAL, "wednesday-release", "wednesday-conference")
    assert gain(played(HISTORICAL), played(broken), criterion("promises")) > 90
    assert gain(played(HISTORICAL), played(broken), trust("operators")) > 0.05


def test_assuring_no_more_than_one_knows():
    """Communicators praised the assurance, experts asked what it rested on."""
    careful = plans.changed(HISTORICAL, "monday-release", claims=())
    careful = plans.changed(careful, "wednesday-release", claims=())
    assert gain(played(careful), played(HISTORICAL), criterion("truthfulness")) > 15
    assert gain(played(careful), played(HISTORICAL), trust("experts")) > 0.02


def test_speaking_to_the_market():
    """A loss, if there is one, will not be significant: the share falls less."""
    silent = plans.changed(
        HISTORICAL, "monday-release", channels=("direct_email",), facts=(), if_known=()
    )
    silent = plans.changed(silent, "wednesday-release", if_known=())
    silent = plans.changed(silent, "wednesday-conference", if_known=())
    assert (
        gain(played(HISTORICAL), played(silent), lambda one: one.card.outcome.last_return or 0)
        > 0.3
    )


def test_sending_a_trio():
    """Authority, technical depth and business in one room."""
    alone = plans.changed(
        plans.without(EXEMPLARY, "monday-conference"),
        "trio-named",
        spokespeople=("communication-officer",),
    )
    trio = plans.without(EXEMPLARY, "monday-conference")
    assert gain(played(trio), played(alone), criterion("press_calls")) > 5
    assert gain(played(trio), played(alone), unfair) < 0


def test_leaving_a_document():
    """Point by point, and the report online."""
    bare = plans.changed(HISTORICAL, "wednesday-conference", document=False)
    assert gain(played(HISTORICAL), played(bare), criterion("content")) > 1
    assert gain(played(HISTORICAL), played(bare), trust("journalists")) >= 0


def test_a_word_over_the_weekend():
    """Three days of silence while the story is hot are the weak point of the week."""
    word = plans.only(EXEMPLARY, "friday-word")[0].model_copy(
        update={"id": "saturday", "at": plans.scenario().breaks + 38 * 60, "next_update": 5340.0}
    )
    spoken = tuple(sorted([*HISTORICAL, word], key=lambda decision: decision.at))
    assert gain(played(spoken), played(HISTORICAL), criterion("rhythm")) > 3
    assert gain(played(spoken), played(HISTORICAL), criterion("disclosure")) > 3
