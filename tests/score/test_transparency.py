import pytest

from simulator.journal.entries import (
    CallAnswered,
    CallRang,
    ClaimContradicted,
    ClaimCorrected,
    Contradiction,
    FactCameOut,
    FactKnown,
    RevisedDownward,
)
from tests.score.builders import BROKE, CASE, DAY, END, HOUR, Play, a_fact, a_scenario, found, ids

HALF = BROKE + 4 * HOUR  # whoever speaks then is in good time for everything


def test_everything_said_at_once_is_full_disclosure():
    """Facts are due when they can be established, never before the story."""
    play = Play()
    play.say_all(HALF)
    assert play.points("disclosure") == 100


@pytest.mark.parametrize(("hours", "points"), [(12, 100), (12 + 72 * 24 / 19.5, 50)])
def test_what_is_known_at_once_fades_from_the_story(hours, points):
    """Twelve effective hours are free; half the points go every 72 more."""
    facts = [a_fact("what", "nature", 2, known_at=0)]
    play = Play(a_scenario(facts=facts))
    play.say(BROKE + hours * HOUR, "what")
    assert play.points("disclosure", at=10 * DAY) == pytest.approx(points, abs=1)


def test_not_looking_does_not_help():
    """A fact is due when a usual investigation would have found it, or sooner if it was known."""
    word = BROKE + 60 * HOUR
    points = []
    for known in (None, BROKE + 40 * HOUR, BROKE + 6 * HOUR):
        play = Play()
        if known:
            play.record(FactKnown, known, fact="how-many")
        play.say(word, "how-many")
        points.append(play.points("disclosure"))
    assert points[0] == points[1] > points[2] > 0


def test_the_delay_runs_from_the_usual_end():
    """Four hours to begin, then 1.15 times the usual length."""
    facts = [a_fact("how-many", "scope", 3, investigation="logs", takes=10 * HOUR)]
    due = BROKE + (4 + 11.5) * HOUR  # 00:30
    play = Play(a_scenario(facts=facts, horizon=10 * DAY))
    play.say(due + (6.5 + 8.75) * HOUR, "how-many")  # 3.25 + 8.75 effective hours
    assert play.points("disclosure", at=10 * DAY) == pytest.approx(100, abs=0.01)


def test_speaking_first_moves_the_start():
    """Who opens the story answers from then on."""
    facts = [a_fact("what", "nature", 2, known_at=0), a_fact("call-us", "contact", 1, known_at=0)]
    play = Play(a_scenario(facts=facts), broke=None)
    play.say(0, "what")
    play.news(2 * DAY)
    play.say(2 * DAY, "call-us")
    late = 2 ** (-(39 - 12) / 72)
    assert play.points("disclosure") == pytest.approx(100 * (2 + late) / 3, abs=1e-3)


def test_a_mail_to_clients_is_on_the_public_side():
    """Somebody forwards it within the hour; a note to staff stays inside."""
    mail, note = Play(), Play()
    mail.say_all(HALF, public=False, channels=("direct_email",))
    note.say_all(HALF, public=False, inside=True, channels=("staff_note",), disclosed=())
    assert (mail.points("disclosure"), note.points("disclosure")) == (100, 0)


def test_facts_nobody_can_establish_are_left_out():
    """Withheld, never findable, or due after the end: no disclosure to judge."""
    facts = [
        a_fact("never", "cause", 2),
        a_fact("too-late", "scope", 3, investigation="logs", takes=30 * DAY),
        {**a_fact("secret", "nature", 2, known_at=0), "withhold": {"fr": "x", "en": "x"}},
    ]
    assert "disclosure" not in ids(Play(a_scenario(facts=facts)).score())


def test_an_inject_makes_a_fact_due():
    """What arrives by an inject is due from then on, and not before."""
    facts = [a_fact("told", "cause", 2)]
    play = Play(a_scenario(facts=facts))
    play.record(FactKnown, 2 * DAY, fact="told")
    play.say(2 * DAY + HOUR, "told")
    assert play.points("disclosure") == 100


def test_saying_nothing_has_not_been_truthful():
    """Silence scores nothing on truth, consistency or discretion."""
    card = Play().score()
    assert [found(card, each).score for each in ("truthfulness", "consistency", "discretion")] == [
        0,
        0,
        0,
    ]


def test_half_the_answers_are_full_cover():
    """Truth counts in full once half of the answers, by weight, were given."""
    little, enough = Play(), Play()
    little.say(HALF, "what")
    enough.say(HALF, "how-many", "what")
    assert little.points("truthfulness") == pytest.approx(40)
    assert enough.points("truthfulness") == 100


def test_a_lie_costs_though_nobody_finds_out():
    """The scenario knows the truth."""
    play = Play()
    play.say_all(HALF)
    play.claim(HALF, "denial", false=True)
    play.claim(HALF + 1, "denial", false=True)
    assert play.points("truthfulness") == 40


def test_a_correction_halves_the_cost():
    """Taking it back first is worth half; after others did, nothing."""
    points = []
    for kinds in ((ClaimCorrected,), (ClaimContradicted,), (ClaimContradicted, ClaimCorrected)):
        play = Play()
        play.say_all(HALF)
        play.claim(HALF, "denial", false=True)
        for kind in kinds:
            more = {"certainty": 1.0} if kind is ClaimContradicted else {}
            play.record(kind, HALF + 60, claim="denial", **more)
        points.append(play.points("truthfulness"))
    assert points == [70, 40, 40]


def test_only_the_worst_assurance_counts():
    """Fifty points for a certainty wholly beyond the evidence."""
    play = Play()
    play.say_all(HALF)
    play.claim(HALF, "all-safe", beyond=0.8)
    play.claim(HALF, "denial", beyond=0.2)
    assert play.points("truthfulness") == pytest.approx(60)


def test_revisions_and_discoveries_cost():
    """Twenty for a downward revision; thirty for all that others dug out, in proportion."""
    play = Play()
    play.say_all(HALF)
    play.record(RevisedDownward, DAY, facts=("how-many",))
    play.record(FactCameOut, DAY, fact="harm", withheld=True)
    play.record(FactCameOut, DAY, fact="how-many", withheld=False)
    assert play.points("truthfulness") == pytest.approx(100 - 20 - 30 * 4 / 10)


def test_content_is_weighted_by_reach():
    """A good message that few read does not hide a poor one that many did."""
    play = Play()
    play.say_all(HALF, quality=1.0, reach={"people": 0.1})
    play.say(HALF, quality=0.5, reach={"people": 0.3})
    assert play.points("content") == pytest.approx(62.5)


@pytest.mark.parametrize(
    ("changes", "factor"),
    [
        ({}, 1),
        ({"signed": False}, 0.9),
        ({"conference": True, "document": True}, 1),
        ({"conference": True}, 0.75),
        ({"conference": True, "signed": False}, 0.675),
    ],
)
def test_flaws_take_from_the_content(changes, factor):
    """Signature and document make a message one can rely on."""
    play = Play()
    play.say_all(HALF, **changes)
    assert play.points("content") == pytest.approx(80 * factor)


def test_empty_messages_have_little_content():
    """Quality of wording does not make up for having nothing to say."""
    play = Play()
    play.say_nothing(HALF)
    assert play.points("content") == pytest.approx(80 * 0.3 * 0.3)


def test_few_answers_lower_the_content():
    """Three tenths for the words alone, the rest by the share of answers given."""
    play = Play()
    play.say(HALF, "what")
    assert play.points("content") == pytest.approx(80 * (0.3 + 0.2))


@pytest.mark.parametrize(
    ("stances", "points"),
    [
        (["neutral"], 60),
        (["neutral", "owned"], 100),
        (["shifted"], 0),
        (["shifted", "owned"], 50),
        ([], 0),
    ],
)
def test_responsibility_is_owned_or_shifted(stances, points):
    """Owning it earns all; owning it after shifting it, half."""
    play = Play()
    for stance in stances:
        play.say(HALF, "what", responsibility=stance)
    assert play.points("responsibility") == points


def test_owning_in_an_empty_word_is_nothing():
    """A slogan of responsibility without any fact earns nothing."""
    play = Play()
    play.say(HALF, responsibility="owned")
    assert play.points("responsibility") == 0


def test_each_audience_gets_what_it_needs():
    """Clients need nature, scope, consequences; the mean is over audiences."""
    play = Play()
    answered = {"operators": ("what", "how-many"), "staff": ("what", "call-us")}
    play.say_all(HALF, answered=answered)
    expected = (100 * 2 / 3 + 100 + 0 + 0) / 4
    assert play.points("fit") == pytest.approx(expected, abs=1e-3)


def test_contradictions_cost_consistency():
    """One voice: twenty-five points each time it is two."""
    play = Play()
    play.say_all(HALF)
    clash = play.record(Contradiction, HALF, claims=("denial", "all-safe"))
    consistency = found(play.score(), "consistency")
    assert consistency.score == 75
    assert clash.id in consistency.evidence


def test_discretion_is_lost_by_telling():
    """What must be withheld costs fifty when it is given away, once."""
    play = Play()
    play.say_all(HALF)
    slip = play.say(HALF, given_away=("culprit",))
    play.say(HALF + 1, given_away=("culprit",))
    discretion = found(play.score(), "discretion")
    assert discretion.score == 50
    assert slip.id in discretion.evidence


@pytest.mark.parametrize(
    ("do", "said", "known", "score"),
    [
        ("answer_call", {"facts": ["what", "culprit"]}, True, 50),
        ("set_line", {"facts": ["culprit"]}, True, 50),
        ("answer_call", {"if_known": ["culprit"]}, True, 50),
        ("answer_call", {"if_known": ["culprit"]}, False, 100),
        ("answer_call", {"facts": ["what"]}, True, 100),
    ],
)
def test_a_journalist_on_the_phone_is_told_too_much(do, said, known, score):
    """What is said in confidence to the press is out; what is not known yet cannot be."""
    play = Play()
    play.say_all(HALF)
    if known:
        play.record(FactKnown, HALF, fact="culprit")
    taken = play.decide(do, HALF, **said)
    call = play.record(CallRang, HALF, call="c", outlet="o", topic="scope", gives_up=END)
    heard = {"waited": 1.0, "handled": 9.0, "by": "ann", "fit": 0.7, "information": 0.1}
    answered = play.record(CallAnswered, HALF, call, taken, call="c", outlet="o", **heard)
    discretion = found(play.score(), "discretion")
    assert discretion.score == score
    assert (answered.id in discretion.evidence) == (score < 100)


def test_without_secrets_discretion_is_left_out():
    """Nothing is scored on what could not happen."""
    facts = [
        fact.model_dump(mode="json", exclude_none=True) for fact in CASE.facts if not fact.withhold
    ]
    assert "discretion" not in ids(Play(a_scenario(facts=facts)).score(END))
