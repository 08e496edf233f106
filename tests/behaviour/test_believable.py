"""The behaviours a practitioner expects of a crisis, on the Gemalto case, with tolerances."""

from functools import cache

import numpy as np
import pytest

from bench import plans
from bench.behaviour import Run, many, mean, table

SEEDS = (1, 2, 3, 4)


@cache
def runs(name: str) -> list[Run]:
    """Return the runs of one plan of the behaviour table."""
    return many(table()[name], SEEDS)


def belief(name: str, audience: str) -> float:
    """Return the mean final belief of an audience, per cent of its headcount."""
    return mean(runs(name), lambda one: one.belief[audience])


def trust(name: str, audience: str) -> float:
    """Return the mean final trust of an audience."""
    return mean(runs(name), lambda one: one.trust[audience])


@pytest.mark.parametrize(
    ("audience", "at_least"), [("public", 1.7), ("operators", 1.3), ("employees", 1.3)]
)
def test_silence_feeds_the_rumour(audience, at_least):
    """More in large audiences, which live on the press, than in closed ones, where all hear."""
    assert belief("silence", audience) > at_least * belief("exemplary", audience)


def test_belief_is_of_a_believable_size():
    """Ten days of silence: one in twelve of the public, not four in five."""
    assert 5 < belief("silence", "public") < 12
    assert 1 < belief("silence", "phone-users") < 3


def test_later_holding_word_is_worth_less():
    """At six hours most of its worth is left, at sixty none."""
    operators = [belief(f"holding after {hours} h", "operators") for hours in (1, 6, 24, 60)]
    assert operators == sorted(operators)
    assert abs(operators[-1] - belief("no holding word", "operators")) < 2.5


def test_later_plan_is_worth_less():
    """The same plan, five hours, a day, three days later."""
    names = ["exemplary", *(f"all {hours} h later" for hours in (5, 23, 71))]
    public, calls = (
        [mean(runs(n), value) for n in names]
        for value in (lambda o: o.belief["public"], lambda o: o.calls)
    )
    scores = [mean(runs(name), lambda one: one.overall) for name in names]
    assert public == sorted(public)
    assert calls == sorted(calls)
    assert scores == sorted(scores, reverse=True)


def test_lie_helps_for_half_a_day():
    """That is why it tempts: as good as honesty at twelve hours."""
    at_twelve = [
        np.mean([one.belief_at["operators"][0] for one in runs(n)])
        for n in ("a lie", "exemplary", "silence")
    ]
    assert at_twelve[0] < at_twelve[1] + 2 < at_twelve[2]


def test_lie_ends_worst():
    """It crosses silence within days, in belief, trust and price."""
    assert belief("a lie", "operators") > belief("silence", "operators")
    assert (
        trust("a lie", "operators")
        < trust("silence", "operators")
        < trust("exemplary", "operators")
    )
    assert mean(runs("a lie"), lambda o: o.last) < mean(runs("silence"), lambda o: o.last)


def test_over_assurance_costs_the_experts():
    """Experts hold the account less and believe the worst more; the public hardly notices."""
    account = [
        mean(runs(name), lambda o: o.account["experts"]) for name in ("over-assured", "exemplary")
    ]
    assert account[0] < 0.7 * account[1]
    assert belief("over-assured", "experts") > belief("exemplary", "experts") + 2
    assert abs(belief("over-assured", "public") - belief("exemplary", "public")) < 0.8


def test_monday_assurance_pleases_nobody_who_knows():
    """The historical run shows the price among experts."""
    quiet = plans.changed(plans.plan("historical"), "monday-release", claims=())
    quiet = plans.changed(quiet, "wednesday-release", claims=())
    without = many(quiet, SEEDS)
    assert mean(without, lambda o: o.belief["experts"]) < belief("historical", "experts")
    assert mean(without, lambda o: o.overall) > mean(runs("historical"), lambda o: o.overall)


def test_calls_have_two_peaks_then_fade():
    """The evening of the story and the next morning; a tenth of it by the fourth day."""
    per_hour = np.mean([one.calls_by for one in runs("exemplary")], axis=0) / np.diff(
        [0, 3, 6, 12, 24, 48, 72, 96, 120, 168, 238]
    )
    assert per_hour[0] > per_hour[1] > per_hour[2] < per_hour[3]
    assert per_hour[7] < 0.15 * per_hour[3]


def test_market_falls_at_once_and_recovers_with_facts():
    """Gemalto fell 7.7 per cent and ended the day at -4; silence leaves it lower."""
    ends = [mean(runs(name), lambda o: o.last) for name in ("silence", "historical", "exemplary")]
    assert -9.5 < mean(runs("silence"), lambda o: o.lowest) < -6
    assert ends == sorted(ends)


def test_luck_moves_the_score_little():
    """Skill is scored, not luck: under two points; decisions move it from 0 to 95."""
    for name in ("historical", "exemplary"):
        assert np.std([one.overall for one in runs(name)]) < 2
    assert mean(runs("silence"), lambda o: o.overall) == 0
    assert mean(runs("exemplary"), lambda o: o.overall) > 90


def test_six_hours_later_costs_points():
    """Reactivity is in the clock."""
    later = mean(runs("historical 6 h later"), lambda o: o.reactivity)
    assert later < mean(runs("historical"), lambda o: o.reactivity) - 5


@pytest.mark.slow
def test_plans_keep_their_order_over_a_hundred_seeds():
    """Exemplary beats historical beats silence, on both axes, whatever the luck."""
    silence, historical, exemplary = (
        many(table()[n], range(1, 101), workers=2) for n in ("silence", "historical", "exemplary")
    )
    better = [
        sum(
            a.reactivity > b.reactivity and a.transparency > b.transparency
            for a, b in zip(*pair, strict=True)
        )
        for pair in ((exemplary, historical), (historical, silence))
    ]
    assert min(better) >= 95
    people = np.array([audience.headcount for audience in plans.scenario().audiences])
    believers = [
        [np.dot(list(one.belief.values()), people) for one in plan]
        for plan in (silence, historical)
    ]
    assert np.sum(np.greater(*believers)) >= 95
    assert all(73 <= one.overall < 87 for one in historical)
    assert all(np.std([one.overall for one in plan]) < 2 for plan in (historical, exemplary))
