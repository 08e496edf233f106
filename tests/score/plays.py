"""Runs in which anything may happen, in any order."""

from typing import Any

from hypothesis import strategies as st

from simulator.journal.book import Journal
from simulator.journal.entries import (
    BecameAware,
    CallAnswered,
    CallLost,
    CallRang,
    ClaimContradicted,
    ClaimCorrected,
    ClaimDoubted,
    ClockMet,
    ClockMissed,
    ClockStarted,
    Contradiction,
    FactCameOut,
    FactKnown,
    HeardFromPress,
    PartnerInformed,
    PromiseKept,
    PromiseMade,
    PromiseMissed,
    RevisedDownward,
    Started,
)
from tests.score.builders import BROKE, CASE, END, HOUR, Play, a_scenario, two

FACTS = ("what", "how-many", "harm", "call-us")
WHO = ("operators", "staff", "investors", "regulator", "people")
STANCES = ("owned", "neutral", "shifted")
MOMENTS = st.floats(0, END - 1, allow_nan=False)


def busy(seed: int) -> Play:
    """Return a play in which a little of everything happens, in an order that `seed` fixes."""
    moments = [(seed * 7919 * (n + 1)) % int(END) for n in range(len(ACTS) * 3)]
    return played([(float(at), n % len(ACTS)) for n, at in enumerate(moments)])


def _word(play: Play, at: float, n: int) -> None:
    some = FACTS[: n % 5]
    play.say(
        at, *some,
        signed=n % 3 > 0, conference=n % 4 == 0, responsibility=STANCES[n % 3],
        told={WHO[n % 5]: 0.1}, answered={WHO[n % 4]: some}, given_away=("culprit",) * (n % 7 == 0),
    )  # fmt: skip


def call(play: Play, at: float, n: int) -> None:
    call = play.record(
        CallRang, at, call=f"c{len(play.journal)}", outlet="o", topic="scope", gives_up=at + 60
    )
    said: dict[str, Any] = {"call": call.call, "outlet": "o", "waited": 1.0}
    if n % 2:
        play.record(CallAnswered, at, call, handled=9.0, by="ann", fit=0.7, information=0.1, **said)
    elif n % 3:
        play.record(CallLost, at, call, **said)


def _promise(play: Play, at: float, n: int) -> None:
    made = play.record(PromiseMade, at, due=at + 100)
    said = {"promise": made.id, "due": made.due}
    if n % 2:
        play.record(PromiseKept, at, made, late=float(n % 90), news=n % 3 > 0, **said)
    elif n % 3:
        play.record(PromiseMissed, at, made, **said)


def _claim(play: Play, at: float, n: int) -> None:
    name = ("denial", "all-safe")[n % 2]
    play.claim(at, name, false=name == "denial", beyond=0.8 * (n % 2))
    kind = (ClaimCorrected, ClaimDoubted, ClaimContradicted)[n % 3]
    more = ({}, {"beyond": 0.8}, {"certainty": 1.0})[n % 3]
    play.record(kind, at, claim=name, **more)


def _clock(play: Play, at: float, n: int) -> None:
    duty = f"cnil-{len(play.journal)}"
    said: dict[str, Any] = {"duty": duty, "rule": "gdpr33"}
    started = play.record(ClockStarted, at, due=at + 100, **said)
    if n % 3:
        play.record(ClockMissed, at, started, exposure=1e7, **said)
    if n % 2:
        more = {"lacking": ("scope",) * (n % 4 == 1), "reasons": n % 5 == 0, "complete": n % 4 != 1}
        play.record(ClockMet, at, started, late=60.0 * (n % 3), **said, **more)


ACTS = (
    _word,
    call,
    _promise,
    _claim,
    lambda play, at, n: play.say_nothing(at),
    lambda play, at, n: play.note(at, staff=0.3),
    lambda play, at, n: play.measure(at, questions=(n % 10) / 10),
    lambda play, at, n: play.news(at, "word", 0.1),
    lambda play, at, n: play.decide(
        ("activate_cell", "investigate", "name_spokespeople")[n % 3], at
    ),
    lambda play, at, n: play.record(FactKnown, at, fact=FACTS[n % 4]),
    lambda play, at, n: play.record(FactCameOut, at, fact=FACTS[n % 4], withheld=n % 2 > 0),
    lambda play, at, n: play.record(RevisedDownward, at, facts=("how-many",)),
    lambda play, at, n: play.record(Contradiction, at, claims=("denial", "all-safe")),
    lambda play, at, n: play.record(HeardFromPress, at, audience=WHO[n % 5]),
    _clock,
)


def played(acts: list[tuple[float, int]], broke: float | None = BROKE) -> Play:
    play = Play(broke=None)
    told = False
    for n, (at, act) in enumerate(sorted(acts)):
        if broke is not None and not told and at >= broke:
            play.news(broke)
            told = True
        ACTS[act](play, at, n)
    return play


def some_plays() -> list[Play]:
    plays = [Play() for _ in range(12)]
    _quiet, early, late, night, empty, full, held, noisy, both, owned, shifted, lie = plays
    for play in plays:
        for hour in range(1, 72):
            play.measure(hour * HOUR)
    early.journal = Journal()
    early.record(Started, 0, version="0", seed=7, scenario=early.scenario.model_dump(mode="json"))
    early.say(10, "what")
    early.news(BROKE)
    late.say(BROKE + 3 * HOUR, "what")
    night.say(BROKE + 20 * HOUR, "what")
    empty.say_nothing(BROKE)
    full.say_all(BROKE, answered={"staff": ("what",)}, given_away=("culprit",))
    full.record(PromiseMade, BROKE, due=BROKE + 48 * HOUR)
    full.record(PromiseMade, BROKE + 24 * HOUR, due=BROKE + 48 * HOUR)
    full.say(BROKE + 47 * HOUR, "what")
    held.note(BROKE, operators=0.3)
    call(held, BROKE, 1)
    _clock(held, BROKE, 3)
    _clock(noisy, BROKE, 2)
    noisy.decide("name_spokespeople", BROKE, spokespeople=["ann"])
    call(noisy, BROKE + HOUR, 1)
    both.decide("name_spokespeople", BROKE, spokespeople=["ann", "bob"])
    call(both, BROKE + HOUR, 1)
    for _ in range(3):
        noisy.say(BROKE, "what")
        noisy.say_nothing(BROKE)
    both.say(BROKE, "what", responsibility="shifted")
    both.say(BROKE, "what", responsibility="owned")
    owned.say_all(BROKE, responsibility="owned", signed=False)
    shifted.say(BROKE, "what", responsibility="shifted")
    lie.say_all(BROKE)
    lie.claim(BROKE, "denial", false=True)
    lie.record(Contradiction, BROKE, claims=("denial", "all-safe"))
    facts = [
        fact.model_dump(mode="json", exclude_none=True) for fact in CASE.facts if not fact.takes
    ]
    quiet = Play(a_scenario(investigations=[], facts=facts))
    return [*plays, quiet, busy(3), _with_partner(told=True), _with_partner(told=False)]


def _with_partner(told: bool) -> Play:
    chain = {"id": "chain", "name": two("Chain"), "role": "franchisor"}
    play = Play(a_scenario(partners=[chain]))
    play.record(BecameAware, BROKE)
    if told:
        play.record(PartnerInformed, BROKE, partner="chain")
    return play
