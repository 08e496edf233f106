import pytest

from simulator.errors import DrillError
from simulator.scenario import load
from tests.builders import SCENARIO, a_scenario, a_scenario_file, document


def said(folder, old, new, text=SCENARIO):
    """Return what is said, in English, of the scenario with a passage changed."""
    assert old in text, old
    with pytest.raises(DrillError) as caught:
        load(a_scenario_file(folder, text.replace(old, new, 1)))
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("breaks_with: scoop", "breaks_with: scop", "'scop' is not among the injects; did you"),
        ("investigation: logs", "investigation: log", "'log' is not among the investigations"),
        ("rests_on: [how-many]", "rests_on: [how]", "'how' is not among the facts"),
        ("denies: [leaked]", "denies: [leaks]", "denies[0]: 'leaks' is not among the facts"),
        ("against: [nothing-stolen]", "against: [x]", "'x' is not among the claims"),
        ("outlet: gazette", "outlet: gazete", "'gazete' is not among the outlets"),
        ("objective: speak-early", "objective: x", "'x' is not among the objectives"),
        ("at: 30", "at: 30\n    reveals: [x]", "reveals[0]: 'x' is not among the facts"),
        ("{decided: publish}", "{told: nobody}", "'nobody' is not among the audiences"),
        ("{decided: publish}", "{claimed: x}", "'x' is not among the claims"),
        ("{decided: publish}", "{disclosed: x}", "'x' is not among the facts"),
        ("{decided: publish}", "{belief_above: {x: 0.1}}", "belief_above.x: 'x' is not among"),
    ],
)
def test_reference_must_exist(tmp_path, old, new, words):
    """A name that means nothing would only show in the middle of an exercise."""
    assert words in said(tmp_path, old, new)


@pytest.mark.parametrize(
    "ids",
    [
        ("id: officer", "id: chief"),
        ("id: town", "id: staff"),
        ("id: agency", "id: gazette"),
        ("id: how-many", "id: leaked"),
        ("id: few-concerned", "id: nothing-stolen"),
        ("id: call", "id: scoop"),
    ],
)
def test_id_names_one_thing(tmp_path, ids):
    """Two things of one name could not be told apart in the journal."""
    assert "in this list; change it or take it away" in said(tmp_path, *ids)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("at: 30", "at: T+49h", "2940 min, after the horizon of 2880 min"),
        ("at: 30", "at: T-1h", "-60 min, before StartEx"),
        ("known_at: T+1h", "known_at: 2015-02-28 12:00", "after the horizon"),
        ("comes_out_at: T+30h", "comes_out_at: T+60h", "after the horizon"),
        ("horizon: 2 d", "horizon: 61 d", "at most 60 days"),
        ("horizon: 2 d", "horizon: 0", "must be more than 0"),
    ],
)
def test_time_is_inside_the_exercise(tmp_path, old, new, words):
    """What comes after the last minute never happens."""
    assert words in said(tmp_path, old, new)


def test_last_minute_is_inside():
    """The horizon itself still belongs to the exercise."""
    assert a_scenario(horizon="T+30h"[2:]).horizon == 1800


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("at: 2015-02-19 20:30", "when: {calls_lost: 1}", "injects[1]: the story breaks with"),
        ("    outlet: gazette\n", "", "say where with 'outlet'"),
        (
            "    outlet: gazette\n",
            "    outlet: gazette\n    unless: {}\n",
            "take 'unless'",
        ),
    ],
)
def test_story_breaks_for_certain(tmp_path, old, new, words):
    """Everything is counted from that moment."""
    assert words in said(tmp_path, old, new)


@pytest.mark.parametrize("counted", ["people: 60, firms: 3", ""])
def test_audience_is_counted_once(tmp_path, counted):
    """People or firms, not both, not neither."""
    assert "give 'people' or 'firms'" in said(tmp_path, "people: 60", counted)


@pytest.mark.parametrize("given", ["people: 0", "people: -1", "people: 9000000000"])
def test_audience_has_people(tmp_path, given):
    """An empty audience divides by zero."""
    assert "audiences[3].people" in said(tmp_path, "people: 60", given)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("    takes: 6h\n", "", "'investigation' and 'takes' go together"),
        ("    known_at: 0\n", "    takes: 3h\n", "'investigation' and 'takes' go together"),
        ("    takes: 6h\n", "    takes: 6h\n    known_at: 5\n", "learnt in several ways"),
        ("at: 30", "at: 30\n    reveals: [leaked]", "learnt in several ways"),
    ],
)
def test_fact_is_learnt_in_one_way(tmp_path, old, new, words):
    """Otherwise nobody could say since when the team knew."""
    assert words in said(tmp_path, old, new)


def test_something_may_be_said():
    """If all facts must be withheld there is no question to answer."""
    (fact, *_) = document()["facts"]
    secret = {**fact, "withhold": {"fr": "Enquête", "en": "Inquiry"}}
    with pytest.raises(DrillError, match="every fact must be withheld"):
        a_scenario(facts=[secret], claims=[], investigations=[])


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('truth: "false"', 'truth: "true"', "it denies a fact, so 'truth' must be \"false\""),
        ('truth: "false"', "truth: unproven", "it denies a fact"),
        ("truth: unproven", 'truth: "true"\n    comes_out_at: T+5h', "a true claim is never"),
        ("[nothing-stolen]", "[few-concerned]", "does not stand against itself"),
        ("denies: [leaked]", "denies: [leaked]\n    rests_on: [leaked]", "rests on this fact and"),
    ],
)
def test_claim_does_not_contradict_itself(tmp_path, old, new, words):
    """The scenario knows the truth; it must know one."""
    assert words in said(tmp_path, old, new)


def test_claim_may_rest_on_a_withheld_fact(tmp_path):
    """One may hint at what cannot be said."""
    text = SCENARIO.replace("rests_on: [how-many]", "rests_on: [informant]")
    assert load(a_scenario_file(tmp_path, text)).claims[1].rests_on == ("informant",)


@pytest.mark.parametrize("timing", ["", "    at: 30\n    when: {calls_lost: 1}\n"])
def test_inject_has_one_trigger(tmp_path, timing):
    """A time or a condition; with neither it would never be given."""
    assert "give 'at' (a time) or 'when'" in said(tmp_path, "    at: 30\n", timing)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("{}", "the condition is empty"),
        ("{told: null}", "the condition is empty"),
        ("{came_out: change-password}", "this fact never comes out by itself"),
        ("{known: informant}", "nothing lets the team learn this fact"),
        ("{disclosed: informant}", "nothing lets the team learn this fact"),
    ],
)
def test_condition_can_hold(tmp_path, condition, words):
    """A contingency inject that cannot come is a mistake of the author's."""
    assert words in said(tmp_path, "{decided: publish}", condition)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("fr: Un appel, en: A call", "fr: Un appel, en: ' '", "title.en: the text is empty"),
        ("fr: Un appel,", "fr: '',", "title.fr: the text is empty"),
        ("en: A call}", f"en: {'x' * 201}}}", "201 characters, at most 200 here"),
        ("en: A call}", 'en: "A\\ncall"}', "stands on one line"),
        ("en: Two days}", f"en: {'x' * 1_000_000}}}", "1000000 characters"),
        ("name: La Gazette", "name: ' '", "outlets[0].name: the text is empty"),
        ("The silence lasts.", "x" * 20_001, "at most 20000 here"),
    ],
)
def test_text_says_something(tmp_path, old, new, words):
    """Screens and reports have room for a title, not for nothing and not for a book."""
    assert words in said(tmp_path, old, new)


def test_market_opens_before_it_closes(tmp_path):
    """Trading hours of minus one would move no price."""
    assert "open before closing" in said(tmp_path, "listed: {", "listed: {opens: 18, ")


@pytest.mark.parametrize("key", ["rests_on: [how-many", "against: [nothing-stolen"])
def test_list_names_a_thing_once(tmp_path, key):
    """Twice would weigh double."""
    twice = f"{key}, {key.split('[')[1]}"
    assert "is already given above in this list" in said(tmp_path, key, twice)


def test_cross_checks_come_at_once(tmp_path):
    """Different rules, one list."""
    text = SCENARIO.replace("at: 30", "at: T+99h").replace("outlet: gazette", "outlet: x")
    assert said(tmp_path, "people: 60", "people: 60, firms: 1", text).count("\n") == 2
