import pytest

from simulator.journal.entries import (
    ClaimCorrected,
    EmptyWord,
    PromiseKept,
    PromiseMade,
    PromiseMissed,
)
from simulator.score.case import Case
from tests.score.builders import BROKE, DAY, END, HOUR, Play, a_scenario, found, ids


def test_one_word_holds_the_floor_a_day():
    """Fresh for 24 hours, then half as much a day later."""
    play = Play()
    play.say(BROKE, "what")
    for hour in range(0, 48):
        play.measure(BROKE + hour * HOUR, questions=0.8)
    play.end(BROKE + 2 * DAY)
    heat = [(1 + hour / 8) ** -2 for hour in range(48)]
    voice = [2 ** (-max(0, hour - 24) / 24) for hour in range(48)]
    held = sum(h * v for h, v in zip(heat, voice, strict=True)) / sum(heat)
    assert play.points("rhythm", BROKE + 2 * DAY) == pytest.approx(100 * held, abs=1e-3)


def rhythm_of(play, questions=0.8, hours=72):
    for hour in range(int(BROKE / HOUR), hours):
        play.measure(hour * HOUR, questions=questions)
    return play.points("rhythm")


def test_a_promised_word_is_waited_for():
    """A date for the next word buys two days, not more."""
    plain, held, far, kept = Play(), Play(), Play(), Play()
    for play in (plain, held, far, kept):
        play.say(BROKE, "what")
    held.record(PromiseMade, BROKE, due=BROKE + 48 * HOUR)
    far.record(PromiseMade, BROKE, due=BROKE + 49 * HOUR)
    made = kept.record(PromiseMade, BROKE, due=BROKE + 48 * HOUR)
    kept.record(PromiseKept, BROKE + 1, made, promise=made.id, due=made.due, late=0.0, news=False)
    points = [rhythm_of(play) for play in (plain, held, far, kept)]
    assert points[0] == points[2] == points[3] < points[1]


@pytest.mark.parametrize(
    ("start", "named"), [("2024-03-08 08:00", True), ("2024-03-05 08:00", False)]
)
def test_silent_weekend_is_named(start, named):
    """From Friday to Monday without a word: boards remember which days those were."""
    play = Play(a_scenario(start=start))
    play.say(BROKE, "what")
    rhythm_of(play)
    said = found(play.end().score(), "rhythm").explanation.en
    assert ("the whole weekend included" in said) == named


def test_rhythm_rests_when_all_is_answered():
    """With less than a tenth of the questions open there is nothing left to say."""
    play = Play()
    play.say_all(BROKE)
    assert rhythm_of(play, questions=0.05) == 100


def test_empty_words_are_noise():
    """One empty word is forgiven; more take their share of the public words away."""
    quiet, noisy = Play(), Play()
    for play in (quiet, noisy):
        play.say(BROKE, "what")
    for n in range(3):
        noisy.say_nothing(BROKE + n)
    assert rhythm_of(noisy) == pytest.approx(rhythm_of(quiet) * (1 - 2 / 4), abs=1e-3)


def promise(play, due, *, late=None, news=True):
    made = play.record(PromiseMade, BROKE, due=due)
    if late is None or late > 30:
        play.record(PromiseMissed, due + 30, made, promise=made.id, due=due)
    if late is not None:
        said = {"promise": made.id, "due": due, "late": late, "news": news}
        play.record(PromiseKept, due + late, made, **said)
    return made


@pytest.mark.parametrize(
    ("late", "news", "points"),
    [(0.0, True, 100), (30.0, True, 100), (0.0, False, 40), (180.0, True, 50), (None, True, 0)],
)
def test_a_promise_is_worth_its_punctuality(late, news, points):
    """On time and new; late is better than never."""
    play = Play()
    promise(play, 600, late=late, news=news)
    assert play.points("promises") == pytest.approx(points)


def test_a_promise_for_later_is_left_out():
    """A promise due after the end can be neither kept nor missed."""
    play = Play()
    play.record(PromiseMade, BROKE, due=END + 60)
    assert "promises" not in ids(play.score())


def test_the_first_conference_is_no_noise():
    """Meeting the press with what was just released is not empty; again within two days it is."""
    noises = []
    for apart in (48 * HOUR, 47 * HOUR):
        play = Play()
        play.say_all(BROKE)
        for at in (BROKE, BROKE + apart):
            word = play.say(at, conference=True, document=True)
            play.record(EmptyWord, at, word, heard=True)
        noises.append(len(Case(play.end().journal, play.scenario).empty))
    assert noises == [0, 1]


def test_taking_a_claim_back_is_no_noise():
    """A correction carries no new fact, and is worth saying all the same."""
    play = Play()
    word = play.say_nothing(BROKE)
    play.record(ClaimCorrected, BROKE, word, claim="denial")
    assert Case(play.end().journal, play.scenario).empty == []
