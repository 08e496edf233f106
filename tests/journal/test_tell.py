import pytest

from simulator.journal.entries import KINDS
from simulator.journal.names import (
    CHANNELS,
    DECISIONS,
    ELEMENTS,
    NEWS,
    TONES,
    TOPICS,
    TRUST,
    Names,
    join,
)
from simulator.journal.tell import tell
from simulator.text import LANGUAGES, Text
from tests.builders import a_scenario
from tests.journal.builders import an_entry

NAMES = Names(a_scenario())
VARIANTS = [
    *[(kind, {}) for kind in KINDS],
    ("decision_missing", {"do": "name_spokespeople", "about": "press"}),
    ("decision_missing", {"do": "activate_cell", "about": "press"}),
    ("decision_missing", {"do": "investigate", "about": "logs"}),
    ("decision_missing", {"about": "promise.12"}),
    ("decision_missing", {"about": "staff"}),
    ("decision_missing", {"about": "how-many"}),
    ("decision_taken", {"do": "activate_cell", "decision": {}}),
    ("decision_taken", {"do": "name_spokespeople", "decision": {"spokespeople": ["officer"]}}),
    ("decision_taken", {"do": "investigate", "decision": {"investigation": "logs"}}),
    ("decision_taken", {"do": "correct_claim", "decision": {"claim": "nothing-stolen"}}),
    ("fact_came_out", {"withheld": False}),
    ("statement_issued", {"conference": True, "speakers": ("officer", "chief")}),
    ("statement_issued", {"holding": True, "disclosed": ()}),
    ("empty_word", {"heard": False}),
    ("promise_kept", {"late": 0.0, "news": True}),
    ("claim_made", {"false": True}),
    ("claim_made", {"beyond": 0.0}),
    ("outlet_decided", {"takes_up": False}),
    ("call_answered", {"by": "conference"}),
    ("article_published", {"account": False, "unreachable": False}),
    ("trust_moved", {"change": {"town": -0.1}}),
    *[("news", {"what": what}) for what in NEWS],
    *[("trust_moved", {"why": why}) for why in TRUST],
]


def told(kind, language="en", **changes):
    return tell(an_entry(kind, **changes), NAMES).say(language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "changes"), VARIANTS)
def test_every_entry_is_a_clean_sentence(kind, changes, language):
    """The timeline is read aloud in the hot wash: no braces, ids, gaps or full stops."""
    said = told(kind, language, **changes)
    assert said[0] == said[0].upper()
    assert said == said.strip()
    assert not said.endswith((".", ":", ","))
    assert not set("{}_") & set(said)
    assert not any(gap in said for gap in ("  ", "\u00a0 ", " \u00a0", "()", "None", "« »"))


@pytest.mark.parametrize(("kind", "changes"), VARIANTS)
def test_languages_are_not_mixed_up(kind, changes):
    """What is the same in both is a French word left in the English report, or a bare name."""
    assert told(kind, "fr", **changes) != told(kind, "en", **changes)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("started", "StartEx: A small leak"),
        ("inject_given", "A bookseller: A call"),
        ("decision_missing", "Missing decision: no public statement"),
        ("fact_came_out", "Came out elsewhere: “A file was copied” (the team knew)"),
        ("statement_issued", "Press release + direct e-mail"),
        ("promise_made", "Next update promised for 20 Feb at 09:00"),
        ("promise_kept", "Promise kept 1\u00a0h\u00a035 late, with nothing new"),
        ("call_answered", "La Gazette is answered after 1\u00a0h\u00a015"),
        ("call_lost", "La Gazette gives up after waiting 45\u00a0min"),
        (
            "article_published",
            "La Gazette, critical article with our account, “could not be reached”",
        ),
        ("trust_moved", "Trust rises: useful information"),
    ],
)
def test_sentence_says_what_happened(kind, said):
    """The words themselves, for the entries people look at most."""
    assert told(kind) == said


def test_french_has_its_spaces():
    """Thin before a question mark, fixed before a colon and inside the guillemets."""
    assert told("fact_known", "fr") == "Établi\u00a0: «\u00a0Un fichier a été copié\u00a0»"


def test_long_text_is_cut_at_a_word():
    """A line of the timeline stays a line."""
    facts = [{**fact.model_dump(mode="json", exclude_none=True)} for fact in a_scenario().facts]
    facts[0]["text"] = {"fr": "mot " * 60, "en": "word " * 60}
    facts[0]["known_at"] = 0
    said = tell(an_entry("fact_known"), Names(a_scenario(facts=facts))).say("en")
    assert len(said) < 130
    assert said.endswith("word…”")


def test_unknown_id_is_its_own_name():
    """A journal of an older version still reads."""
    assert NAMES.of("fact", "gone") == Text(fr="gone", en="gone")


def test_things_of_one_id_keep_their_names():
    """An inject and an audience may share an id; each has its own name."""
    assert NAMES.of("inject", "call").en == "A call"
    assert NAMES.of("audience", "call").en == "call"


def test_several_names_are_joined():
    """'The press officer, The director'."""
    assert NAMES.list("person", ["officer", "chief"]).en == "The press officer, The director"
    assert join([], " + ") == Text(fr="", en="")


@pytest.mark.parametrize("words", [DECISIONS, CHANNELS, TOPICS, ELEMENTS, TONES, NEWS, TRUST])
def test_words_fit_into_a_sentence(words):
    """They come after a colon: no capital, no full stop, in both languages."""
    for text in words.values():
        for said in (text.fr, text.en):
            assert said
            assert said[0].islower()
            assert not said.endswith(".")
