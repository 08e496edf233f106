import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.organisation.message import Wording, judge
from simulator.scenario.decisions import HoldConference, Publish
from simulator.scenario.kinds import TOPICS
from simulator.scenario.shapes import Fact
from simulator.text import Text

WORDS = Text(fr="…", en="…")
FACTS = {topic: Fact(id=topic, topic=topic, text=WORDS) for topic in TOPICS}
FACTS["secret"] = Fact(id="secret", topic="cause", text=WORDS, withhold=WORDS)
EVERYTHING = {
    "elements": ("empathy", "apology"),
    "holding": True,
    "next_update": 60.0,
    "signed_by": "chief",
}


def a_message(**said):
    return Publish(id="m", at=0.0, do="publish", channels=("press_release",), **said)


def words(*shows, lost=0.0):
    return Wording(frozenset(shows), lost, {"communication": "C", "legal": "D"})


def quality(said=(), known=(), **message):
    return judge(a_message(**message), FACTS, said, known).quality


def test_full_message_is_perfect():
    """What article 34 asks, a human word, a date and a name."""
    assert quality(TOPICS, TOPICS, **EVERYTHING) == pytest.approx(1.0)


def test_empty_message_is_still_readable():
    """A plain sentence with nothing in it has the floor."""
    assert quality() == pytest.approx(0.35)


def test_blame_costs_a_third():
    """'It was our supplier' spoils the best notice."""
    owned = {**EVERYTHING, "responsibility": "owned"}
    shifted = {**EVERYTHING, "responsibility": "shifted"}
    assert quality(TOPICS, TOPICS, **shifted) == pytest.approx(
        0.7 * quality(TOPICS, TOPICS, **owned)
    )


def test_nobody_is_blamed_for_the_unknown():
    """In the first hour a short honest message is as good as a message can be."""
    assert quality(["nature"], ["nature"], **EVERYTHING) == pytest.approx(1.0)


def test_leaving_out_the_known_costs():
    """The same words a day later, with the scope known and left out, are worse."""
    assert quality(["nature"], ["nature", "scope"]) < quality(["nature"], ["nature"])


def test_withheld_fact_is_not_missed():
    """Keeping what the police ask to keep is no fault."""
    judged = judge(a_message(), FACTS, ["nature"], ["nature", "secret"])
    assert "cause" not in judged.lacking


def test_judgement_names_what_is_there_and_lacking():
    """The report tells the team what to add."""
    judged = judge(a_message(elements=("empathy",)), FACTS, ["nature"], ["nature", "advice"])
    assert judged.found == ("nature", "empathy")
    assert set(judged.lacking) == {
        "advice", "acknowledgement", "responsibility", "next_update", "signature",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "element"),
    [
        ({"holding": True}, "acknowledgement"),
        ({"elements": ("acknowledgement",)}, "acknowledgement"),
        ({"elements": ("empathy",)}, "empathy"),
        ({"elements": ("apology",)}, "responsibility"),
        ({"responsibility": "owned"}, "responsibility"),
        ({"next_update": 60.0}, "next_update"),
        ({"signed_by": "chief"}, "signature"),
    ],
)
def test_each_element_is_found(said, element):
    """What was said is seen, in whichever words."""
    assert judge(a_message(**said), FACTS, (), ()).found == (element,)


def test_conference_signs_itself():
    """Those who stand before the cameras have a name."""
    meeting = HoldConference(id="m", at=0.0, do="hold_conference", speakers=("chief",))
    assert "signature" in judge(meeting, FACTS, (), ()).found


def test_what_is_not_in_the_words_counts_half():
    """A box ticked over a text that says nothing of it is half a deed."""
    silent = judge(a_message(elements=("empathy",)), FACTS, ["nature"], (), words=words())
    assert (silent.found, silent.unworded) == ((), ("nature", "empathy"))
    unsaid, said, spoken = (
        judge(a_message(), FACTS, facts, ["nature"], words=words(*shown)).quality
        for facts, shown in (((), ()), (["nature"], ()), (["nature"], ["nature"]))
    )
    assert said - unsaid == pytest.approx(spoken - said)


def test_warm_words_need_no_box():
    """Empathy that can be read is empathy; a fact is told only by whoever tells it."""
    judged = judge(a_message(), FACTS, (), ["nature"], words=words("empathy", "nature"))
    assert judged.found == ("empathy",)
    assert "nature" in judged.lacking


def test_what_was_told_before_needs_no_repeating():
    """The second update is read by those who read the first."""
    again = judge(a_message(), FACTS, (), ["nature"], told_before=["nature"], words=words())
    assert again.found == ("nature",)


def test_sending_and_signing_need_no_words():
    """The name stands under the text; that somebody writes shows that somebody cares."""
    judged = judge(a_message(holding=True, signed_by="chief"), FACTS, (), (), words=words())
    assert judged.found == ("acknowledgement", "signature")


def test_faults_in_the_words_cost():
    """'Your data are safe with us' costs what it costs in the rubric."""
    plain, proud = (judge(a_message(), FACTS, (), (), words=words(lost=n)) for n in (0, 6))
    assert proud.quality == pytest.approx(0.94 * plain.quality)


@given(st.sets(st.sampled_from(TOPICS)), st.sets(st.sampled_from(TOPICS)))
def test_a_text_is_never_worth_more_than_its_facts(told, shown):
    """Words do not make up for facts: the best text is worth what the facts in it are worth."""
    judged = judge(a_message(), FACTS, told, TOPICS, words=words(*shown))
    assert judged.quality <= quality(told, TOPICS) + 1e-9


@given(st.sets(st.sampled_from(TOPICS)), st.sampled_from(TOPICS))
def test_saying_more_never_makes_it_worse(said, more):
    """A team must not be better off for leaving out what it knows."""
    assert quality(said | {more}, TOPICS) >= quality(said, TOPICS)
