"""What doctrine would have added: only what is lacking, and only what can be played."""

from functools import cache

import pytest

from bench.cases import case, cases, plan
from simulator import run
from simulator.journal.entries import DecisionRefused
from simulator.scenario import Message, decision_sets
from simulator.study.changes import found
from simulator.study.doctrine import missing
from tests.builders import a_scenario, decided, document
from tests.study.builders import PLAN, SMALL

HOUR = 60.0
TRIO = {"do": "name_spokespeople", "at": 60, "spokespeople": ["officer", "chief"]}
SPOKEN = {"do": "publish", "at": "T+3h", "channels": ["press_release"]}
DUTY = {"id": "cnil", "rule": "gdpr33"}
WEEK = a_scenario(duties=[DUTY], horizon="6 d")
PLANS = [(name, which) for name in cases() for which in decision_sets(name)]


def changes(scenario, decisions):
    """Return what doctrine would have changed, by name."""
    journal = run(scenario, decisions, 1)
    return {change.name: change for change in missing(scenario, decisions, journal)}


@cache
def in_case(name, which):
    return changes(case(name), plan(name, which))


def lacks(*given, scenario=SMALL):
    """Return the names of what is lacking in a plan written as in a file."""
    return set(changes(scenario, decided(scenario, *given) if given else ()))


def refused(scenario, decisions):
    """Return the ids of the decisions refused in play."""
    return {e.decision["id"] for e in run(scenario, decisions, 1).of(DecisionRefused)}


def written(decisions):
    """Return a plan as a file would hold it."""
    return [d.model_dump(mode="json", exclude_none=True) for d in decisions]


def loads_and_plays(scenario, decisions, change):
    """Return whether a changed plan can be read from a file and is refused nothing new."""
    loaded = decided(scenario, *written(change.plan)) if change.plan else ()
    assert [d.id for d in loaded] == [d.id for d in change.plan]
    return not refused(scenario, loaded) - refused(scenario, decisions)


def test_silence_lacks_everything():
    """Who does nothing is told of all that could be done."""
    assert lacks() == {
        "speak-1h", "speak-6h", "speak-24h", "first-word", "conference", "cell", "monitoring",
        "trio", "investigate", "inside",
    }  # fmt: skip


def test_silence_has_no_manner():
    """Words that were not said cannot be warmer."""
    assert not lacks() & {"own-up", "empathy", "rhythm", "no-false", "no-beyond"}


@pytest.mark.parametrize(
    ("has", "lacked"),
    [
        (SPOKEN, {"speak-1h", "speak-6h", "speak-24h", "first-word"}),
        ({"do": "hold_conference", "at": "T+3h", "speakers": ["chief"]}, {"conference"}),
        ({"do": "activate_cell", "at": 60}, {"cell"}),
        ({"do": "monitor_media", "at": 60}, {"monitoring"}),
        (TRIO, {"trio"}),
        ({"do": "investigate", "at": 60, "investigation": "logs", "people": 2}, {"investigate"}),
        ({"do": "brief_employees", "at": 60}, {"inside"}),
        (SPOKEN | {"channels": ["staff_note"]}, {"inside"}),
    ],
)
def test_what_was_done_is_not_advised(has, lacked):
    """Advice that was followed already makes a team stop reading."""
    assert lacked <= lacks()
    assert not lacked & lacks(has)


def test_late_word_should_have_come_first():
    """Two hours after the story others have told it."""
    assert "first-word" in lacks(SPOKEN | {"at": "T+4h40"})
    assert "first-word" not in lacks(SPOKEN | {"at": "T+4h20"})


def test_one_spokesperson_of_two_is_too_few():
    """Three voices, or as many as there are."""
    assert "trio" in lacks(TRIO | {"spokespeople": ["chief"]})


def test_new_trio_takes_the_place_of_the_old():
    """A later decision that names one would undo it."""
    single = decided(SMALL, TRIO | {"spokespeople": ["chief"]})
    trio = changes(SMALL, single)["trio"].plan
    assert [d.spokespeople for d in trio] == [("officer", "chief")]


@pytest.mark.parametrize(
    ("said", "advised"),
    [
        ({}, {"own-up", "empathy"}),
        ({"responsibility": "shifted"}, {"own-up", "empathy"}),
        ({"responsibility": "owned"}, {"empathy"}),
        ({"elements": ["empathy"]}, {"own-up"}),
    ],
)
def test_manner_that_lacks_is_named(said, advised):
    """Owning up and feeling with people are two things."""
    assert lacks(SPOKEN | said) & {"own-up", "empathy"} == advised


def test_manner_is_put_in_words():
    """A box ticked over a text that says nothing of it is half a deed."""
    text = {"fr": "Un fichier a été copié.", "en": "A file was copied."}
    found_out = changes(SMALL, decided(SMALL, SPOKEN | {"text": text}))
    for name, word in (("own-up", "apologise"), ("empathy", "worrying")):
        (message,) = found_out[name].plan
        assert message.text.en.startswith("A file was copied.\n\n")
        assert word in message.text.en


@pytest.mark.parametrize(
    ("claim", "advised"), [("nothing-stolen", "no-false"), ("few-concerned", "no-beyond")]
)
def test_claim_is_left_out_with_its_correction(claim, advised):
    """What was not said need not be taken back."""
    back = {"do": "correct_claim", "at": "T+9h", "claim": claim, "channels": ["press_release"]}
    found_out = changes(SMALL, decided(SMALL, SPOKEN | {"claims": [claim]}, back))
    assert {"no-false", "no-beyond"} & set(found_out) == {advised}
    assert [(d.do, d.claims) for d in found_out[advised].plan] == [("publish", ())]


def test_silences_are_filled():
    """While the story is hot nobody should wait much longer than a day for a word."""
    rhythm = changes(SMALL, decided(SMALL, SPOKEN))["rhythm"].plan
    moments = [d.at for d in rhythm]
    waits = [b - a for a, b in zip(moments, [*moments[1:], SMALL.horizon], strict=True)]
    assert max(waits) <= 25 * HOUR
    assert "rhythm" not in changes(SMALL, rhythm)


def test_silence_before_the_story_is_not_filled():
    """Before it breaks there is nothing to come back on."""
    late = document()["injects"]
    late = [i | ({"at": "T+30h"} if i["id"] == "scoop" else {}) for i in late]
    scenario = a_scenario(injects=late, horizon="4 d")
    plan_before = decided(scenario, SPOKEN, SPOKEN | {"at": "T+31h"})
    rhythm = changes(scenario, plan_before)["rhythm"].plan
    assert [d.id for d in rhythm if d.at < 30 * HOUR] == ["d0"]


@pytest.mark.parametrize("breaks", ["T+47h", "T+47h45", "T+30h"])
def test_nothing_is_advised_after_the_end(breaks):
    """A conference a day after a story that breaks on the last evening is no advice."""
    late = [i | ({"at": breaks} if i["id"] == "scoop" else {}) for i in document()["injects"]]
    scenario = a_scenario(injects=late)
    for change in changes(scenario, ()).values():
        assert change.plan
        assert max(d.at for d in change.plan) < scenario.horizon


def test_missed_notice_is_given_in_time():
    """A day before the clock runs out the file is as full as it will be."""
    notified = changes(WEEK, ())["authority"].plan
    assert [(d.do, d.duty) for d in notified] == [("notify_authority", "cnil")]
    assert "authority" not in changes(WEEK, notified)


def test_notice_in_time_takes_the_place_of_the_late_one():
    """An authority is notified once; the second notice would be refused."""
    late = decided(WEEK, {"id": "late", "do": "notify_authority", "at": "T+100h", "duty": "cnil"})
    notified = changes(WEEK, late)["authority"].plan
    assert [d.id for d in notified] == ["doctrine-notify-cnil"]
    assert not refused(WEEK, notified)


def test_short_clock_is_met_after_it_has_started():
    """Half of the time given is left, and there is a clock to meet."""
    named = {key: {"fr": "La ville", "en": "The town"} for key in ("name", "who")}
    law = named | {"id": "short", "length": {"hours": 6}, "met_by": ["notice"], "source": "Ours"}
    scenario = a_scenario(laws=[law], duties=[{"id": "hall", "rule": "short"}])
    notified = changes(scenario, ())["authority"].plan
    assert not refused(scenario, notified)
    assert "authority" not in changes(scenario, notified)


def test_clock_that_was_met_is_not_advised():
    """Nor is one that words must meet, as a notice would be refused."""
    met = {"do": "notify_authority", "at": "T+10h", "duty": "cnil"}
    assert "authority" in lacks(scenario=WEEK)
    assert "authority" not in lacks(met, scenario=WEEK)
    people = a_scenario(duties=[{"id": "people", "rule": "gdpr34", "audience": "customers"}])
    assert "authority" not in lacks(scenario=people)


def test_advice_carries_both_languages():
    """A French team reads it in French."""
    for change in [*changes(SMALL, ()).values(), *changes(SMALL, PLAN).values()]:
        assert change.what.fr != change.what.en


def test_nothing_to_be_withheld_is_told():
    """Doctrine does not give the police's witness away."""
    for change in changes(SMALL, ()).values():
        for decision in change.plan:
            assert "informant" not in getattr(decision, "if_known", ())


@pytest.mark.parametrize("decisions", [(), PLAN], ids=["silence", "plan"])
def test_advice_can_be_played(decisions):
    """What is refused at the door was no advice."""
    for change in changes(SMALL, decisions).values():
        assert loads_and_plays(SMALL, decisions, change), change.name


@pytest.mark.parametrize("decisions", [(), PLAN], ids=["silence", "plan"])
def test_advice_taken_is_not_given_again(decisions):
    """After the change the plan no longer lacks it."""
    for name, change in changes(SMALL, decisions).items():
        assert name not in changes(SMALL, change.plan)


@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.slow) for n in cases()])
def test_exemplary_plan_lacks_little(name):
    """The model answer of a case has what doctrine asks for, but for a choice it may explain."""
    assert set(in_case(name, "silence")) >= {"speak-1h", "first-word", "cell", "inside", "trio"}
    assert set(in_case(name, "exemplary")) <= {"rhythm", "conference", "helpline"}


@pytest.mark.slow
@pytest.mark.parametrize(("name", "which"), PLANS, ids=[f"{n}-{w}" for n, w in PLANS])
def test_advice_on_every_case_can_be_played(name, which):
    """Whatever case a team plays, its report offers no change that the exercise refuses."""
    for change in in_case(name, which).values():
        assert loads_and_plays(case(name), plan(name, which), change), change.name


@pytest.mark.slow
@pytest.mark.parametrize(("name", "which"), PLANS, ids=[f"{n}-{w}" for n, w in PLANS])
def test_advice_on_every_case_is_given_once(name, which):
    """Followed, it is not repeated."""
    for advice, change in in_case(name, which).items():
        assert advice not in changes(case(name), change.plan)


def test_first_word_of_doctrine_is_a_holding_one():
    """An hour after the story one says that one knows, not what one does not know."""
    word = found(changes(SMALL, ())["first-word"].plan, "doctrine-first-word")
    assert isinstance(word, Message)
    assert (word.holding, word.facts, word.at) == (True, (), SMALL.breaks + HOUR)
