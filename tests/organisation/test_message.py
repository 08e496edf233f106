import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.organisation.message import judge
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


@given(st.sets(st.sampled_from(TOPICS)), st.sampled_from(TOPICS))
def test_saying_more_never_makes_it_worse(said, more):
    """A team must not be better off for leaving out what it knows."""
    assert quality(said | {more}, TOPICS) >= quality(said, TOPICS)
