import pytest

from simulator.journal.entries import (
    BecameAware,
    CallAnswered,
    CallLost,
    CallRang,
    DecisionMissing,
    FactKnown,
)
from tests.score.builders import (
    BROKE,
    CASE,
    DAY,
    END,
    HOUR,
    Play,
    a_fact,
    a_scenario,
    found,
    ids,
    two,
)


@pytest.mark.parametrize(
    ("hours", "points"),
    [(0, 100), (1, 100), (13, 100 * 2 ** (-12 / 18)), (24, 100 * 2 ** (-18.5 / 18))],
)
def test_the_first_word_fades(hours, points):
    """One hour is free; a night on the way counts half."""
    play = Play()
    play.say(BROKE + hours * HOUR, "what")
    assert play.points("first_word") == pytest.approx(points, abs=1e-3)


def test_taking_the_initiative_earns_all():
    """Speaking before the story beats any reaction."""
    play = Play(broke=None)
    word = play.say(10, "what")
    play.news(BROKE)
    card = play.score()
    assert found(card, "first_word").score == 100
    assert word.id in found(card, "first_word").evidence


def test_an_empty_initiative_earns_nothing():
    """Saying nothing early is still saying nothing."""
    play = Play(broke=None)
    play.say_nothing(10)
    play.news(BROKE)
    assert play.points("first_word") == 0


def test_an_inside_word_is_not_public():
    """Telling employees does not answer the public."""
    play = Play()
    play.note(BROKE + 10, staff=0.5)
    assert play.points("first_word") == 0


def test_publishing_what_was_mailed_counts():
    """Clients first, the release a little later: the release is still the first public word."""
    play = Play()
    mail = {"channels": ("direct_email",), "public": False}
    play.say(BROKE, "what", "call-us", **mail)
    release = play.say(BROKE + 30, substance=0.0, repeated=("what", "call-us"))
    again = play.say(BROKE + 90, substance=0.0, repeated=("what", "call-us"))
    first = found(play.score(), "first_word")
    assert first.score == 100
    assert release.id in first.evidence
    assert again.id not in first.evidence


def test_silence_points_at_what_was_not_done():
    """A zero must be traceable too."""
    play = Play()
    missing = play.record(DecisionMissing, 90, play.broke, do="publish", about="public")
    first = found(play.score(), "first_word")
    assert first.evidence == (play.broke.id, missing.id)
    assert "71 h" in first.explanation.fr or "3 jours" in first.explanation.fr


@pytest.mark.parametrize(
    ("cell", "logs", "speaker", "points"),
    [
        (2, 4, 2, 100),
        (0, 0, 0, 100),
        (14, 4, 2, (50 * 2 ** (0.5 / 12) + 200) / 3),  # half an effective hour less: 22:00 to 23:00
        (2, None, 2, 200 / 3),
        (None, None, None, 0),
    ],
)
def test_set_up_is_the_mean_of_three(cell, logs, speaker, points):
    """Cell, investigation and spokespeople, each with its own limit."""
    play = Play()
    hours = {"activate_cell": cell, "investigate": logs, "name_spokespeople": speaker}
    for do, hour in sorted(hours.items(), key=lambda step: step[1] or 0):
        if hour is not None:
            play.decide(do, BROKE + hour * HOUR)
    assert play.points("set_up") == pytest.approx(points, abs=1e-3)


def test_nothing_to_investigate_is_left_out():
    """Nobody is scored on what could not happen."""
    facts = [
        fact.model_dump(mode="json", exclude_none=True) for fact in CASE.facts if not fact.takes
    ]
    play = Play(a_scenario(investigations=[], facts=facts))
    play.decide("activate_cell", BROKE)
    play.decide("name_spokespeople", BROKE)
    assert play.points("set_up") == 100


def test_each_fact_is_looked_into_by_its_weight():
    """One of two inquiries ordered is half an investigation; what came by itself is left out."""
    inquiries = [{"id": i, "title": two("…"), "people": 3} for i in ("logs", "phones")]
    facts = [
        a_fact("what", "nature", 2, known_at=0),
        a_fact("how-many", "scope", 3, investigation="logs", takes=10 * HOUR),
        a_fact("harm", "consequences", 1, investigation="phones", takes=HOUR),
    ]
    points = []
    for learnt in (False, True):
        play = Play(a_scenario(investigations=inquiries, facts=facts))
        for do in ("activate_cell", "investigate", "name_spokespeople"):
            play.decide(do, BROKE)
        if learnt:
            play.record(FactKnown, BROKE + HOUR, fact="harm")
        points.append(play.points("set_up"))
    assert points == pytest.approx([(200 + 75) / 3, 100], abs=1e-3)


@pytest.mark.parametrize("hours", [1, 30])
def test_what_came_by_itself_is_no_merit(hours):
    """Who does nothing has set nothing up, whatever others tell."""
    play = Play()
    for fact in ("how-many", "harm"):
        play.record(FactKnown, BROKE + hours * HOUR, fact=fact)
    assert play.points("set_up") == 0


def test_set_up_counts_from_when_the_team_knew():
    """A team that knows on Monday is not early because the press hears on Tuesday."""
    points = []
    for aware in (False, True):
        play = Play(broke=None)
        if aware:
            play.record(BecameAware, BROKE)
        for do in ("activate_cell", "investigate", "name_spokespeople"):
            play.decide(do, BROKE + 14 * HOUR)
        play.news(BROKE + DAY)
        points.append(play.points("set_up"))
    assert points[0] == 100
    assert points[1] < 70


def test_a_contact_before_the_story_takes_no_initiative():
    """Nobody can acknowledge what nobody has heard; whoever tells what happened can."""
    points = {}
    for fact in ("call-us", "what"):
        play = Play(broke=None)
        play.say(10, fact, holding=True)
        play.news(BROKE)
        points[fact] = play.points("first_word")
    assert points["call-us"] == 0 < points["what"]


def test_the_first_order_counts():
    """Doing it again later takes nothing away."""
    play = Play()
    for do in ("activate_cell", "investigate", "name_spokespeople"):
        play.decide(do, BROKE)
        play.decide(do, BROKE + DAY)
    assert play.points("set_up") == 100


def test_each_audience_is_told_in_time():
    """Weights by kind: 2 clients, 1.5 employees, 1 investors, 1 authorities."""
    play = Play()
    play.note(BROKE, operators=0.2)
    play.note(BROKE + 4 * HOUR, staff=0.2, investors=0.01)
    assert play.points("audiences_told") == pytest.approx(100 * 3.5 / 5.5, abs=1e-3)


def test_employees_after_the_public_lose():
    """Inside before or with outside; half an hour is forgiven."""
    points = []
    for minutes in (30, 31):
        play = Play()
        play.say(BROKE, "what")
        play.note(BROKE + minutes, staff=0.2)
        points.append(play.points("audiences_told"))
    assert points == pytest.approx([100 * 1.5 / 5.5, 60 * 1.5 / 5.5], abs=1e-3)


def test_the_public_is_not_told_directly():
    """Only audiences with a direct channel of their own count."""
    audience = CASE.audiences[-1].model_dump(mode="json", exclude_none=True)
    assert "audiences_told" not in ids(Play(a_scenario(audiences=[audience])).score())


def ring(play, name, at, *, answered=False, lost=True, gives_up=60.0):
    call = play.record(
        CallRang, at, call=name, outlet="paper", topic="scope", gives_up=at + gives_up
    )
    said = {"call": name, "outlet": "paper", "waited": 5.0}
    if answered:
        more = {"handled": 20.0, "by": "ann", "fit": 0.7, "information": 0.2}
        return play.record(CallAnswered, at + 5, call, **said, **more)
    return play.record(CallLost, at + gives_up, call, **said) if lost else call


def test_press_calls_answered_in_time():
    """Calls still ringing at the end are neither won nor lost."""
    play = Play()
    wins = [ring(play, f"a{n}", BROKE + n, answered=True) for n in range(9)]
    losses = [ring(play, f"l{n}", BROKE + 100 + n) for n in range(2)]
    unrecorded = ring(play, "late", END - 90, lost=False)
    ringing = ring(play, "ringing", END - 5, lost=False)
    calls = found(play.score(), "press_calls")
    assert calls.score == pytest.approx(75)
    assert set(calls.evidence) == {e.id for e in (*wins, *losses, unrecorded)}
    assert ringing.id not in calls.evidence


def test_few_calls_weigh_little():
    """Five calls weigh half; the rest of the axis takes what is left."""
    shares = []
    for calls in (5, 10, 40):
        play = Play()
        for n in range(calls):
            ring(play, f"c{n}", BROKE + n, answered=True)
        card = play.score()
        shares.append(found(card, "press_calls").weight)
        assert sum(each.weight for each in card.reactivity.criteria) == pytest.approx(1)
    assert shares == pytest.approx([7.5 / 62.5, 15 / 70, 15 / 70])


def test_one_voice_for_days_is_named():
    """A board asks why calls were lost; one person on the phones is the answer."""
    play = Play()
    play.decide("name_spokespeople", BROKE, spokespeople=["ann"])
    ring(play, "a", BROKE + 1, answered=True)
    said = found(play.end().score(), "press_calls").explanation.en
    assert "a single voice on the phones for 3 days" in said


def test_nobody_named_is_named():
    """Lost calls have a cause."""
    play = Play()
    ring(play, "a", BROKE + 1, lost=True)
    assert "nobody was named" in found(play.score(), "press_calls").explanation.en


def test_no_calls_are_left_out():
    """A story that no journalist calls about has no desk to judge."""
    assert "press_calls" not in ids(Play().score())


def test_first_word_left_alone_is_named():
    """A score that fell for want of a second word says so."""
    play = Play(a_scenario(horizon=20 * 1440))
    play.say(BROKE, "what")
    said = found(play.score(10 * 1440), "first_word")
    assert "nothing of substance in public" in said.explanation.en
    assert said.score < 40


@pytest.mark.parametrize("criterion", ["first_word", "audiences_told"])
def test_speaking_earlier_never_costs(criterion):
    """The next word comes when it comes: a sooner first one is no more of an alibi."""

    def worth(first: float) -> float:
        play = Play(a_scenario(horizon=10 * DAY))
        play.say(BROKE + first * HOUR, "what", told={})
        play.note(BROKE + 15 * HOUR, operators=0.5)
        play.say(BROKE + 90 * HOUR, "how-many", told={})
        return found(play.score(10 * DAY), criterion).score

    points = [worth(hours) for hours in (1, 10, 13, 20)]
    assert points == sorted(points, reverse=True)
