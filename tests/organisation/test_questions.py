import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.organisation.questions import Questions, Side

WEIGHTS = {"nature": 3.0, "scope": 4.0, "advice": 1.0}
facts = st.lists(st.sampled_from([*WEIGHTS, "secret"]), max_size=5)


def test_everything_is_open_at_first():
    """Silence leaves every question."""
    assert Side(WEIGHTS).open_share() == 1.0


def test_answer_closes_its_weight():
    """Saying how many weighs more than whom to ring."""
    side = Side(WEIGHTS)
    assert side.tell(["scope"], holding=False) == pytest.approx(0.5)
    assert side.open_share() == pytest.approx(0.5)


def test_holding_counts_once():
    """'We are looking' said twice is said once."""
    side = Side(WEIGHTS)
    assert [side.tell([], holding=True) for _ in range(2)] == [0.25, 0.0]


def test_withheld_facts_weigh_nothing():
    """What must be kept from the public is not held against those who keep it."""
    side = Side(WEIGHTS)
    assert side.tell(["secret"], holding=False) == 0.0


def test_no_questions_are_all_answered():
    """A case where everything is withheld divides by nothing."""
    assert Side({}).open_share() == 0.0
    assert Questions({}, []).weight("secret") == 0.0


@given(st.lists(st.tuples(facts, st.booleans()), max_size=6))
def test_slicing_gains_nothing(messages):
    """Ten small releases answer what one large one does."""
    sliced, whole = Side(WEIGHTS), Side(WEIGHTS)
    total = sum(sliced.tell(said, holding) for said, holding in messages)
    everything = [fact for said, _ in messages for fact in said]
    once = whole.tell(everything, any(holding for _, holding in messages))
    assert total == pytest.approx(once)


def test_sides_are_separate():
    """Telling employees answers employees, not the public."""
    questions = Questions(WEIGHTS, ["staff", "town"])
    questions.sides["staff"].tell(["scope"], holding=False)
    assert questions.public.open_share() == 1.0
    assert [questions.open_for(who) for who in ("staff", "town")] == [0.5, 1.0]


def test_public_answers_are_everybodys():
    """What is in the release need not be told twice."""
    questions = Questions(WEIGHTS, ["staff"])
    questions.public.tell(["scope"], holding=False)
    assert questions.open_for("staff") == 0.5


def test_weight_is_a_share_of_all():
    """A fact that comes out elsewhere costs what it weighs."""
    questions = Questions(WEIGHTS, [])
    assert [questions.weight(fact) for fact in ("scope", "secret")] == [0.5, 0.0]


def test_open_facts_keep_the_order():
    """Journalists draw their question from a list whose order must not vary."""
    questions = Questions(WEIGHTS, [])
    questions.public.tell(["scope"], holding=False)
    assert questions.open_facts() == ["nature", "advice"]


def test_lie_takes_the_credit_away():
    """After a lie, 'we are looking' answers nothing, on any side."""
    questions = Questions(WEIGHTS, ["staff"])
    for side in (questions.public, questions.sides["staff"], questions.met["staff"]):
        side.tell([], holding=True)
    questions.credit_lost()
    assert questions.open_for("staff") == questions.met["staff"].open_share() == 1.0
