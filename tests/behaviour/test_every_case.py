"""What must hold of every shipped case and variant."""

import pytest

from bench.cases import (
    case,
    cases,
    corrected,
    edited,
    judged,
    later,
    many,
    plan,
    points,
    says,
    without,
)
from simulator import run
from simulator.journal.entries import DecisionRefused

QUICK = ("gemalto-2015",)
# One case in every run, the others with the slow tests.
CASES = [pytest.param(n, marks=() if n in QUICK else pytest.mark.slow) for n in cases()]
SEEDS = (1, 2, 3)


def beats(name: str, better: str, worse: str, seed: int) -> bool:
    """Return whether one plan beats another on both axes."""
    cards = [judged(name, plan(name, which), seed) for which in (better, worse)]
    return (
        cards[0].reactivity.score > cards[1].reactivity.score
        and cards[0].transparency.score > cards[1].transparency.score
    )


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize(("better", "worse"), [("exemplary", "usual"), ("usual", "silence")])
def test_plans_keep_their_order(name, better, worse):
    """Doctrine beats custom, custom beats silence, on both axes."""
    assert all(beats(name, better, worse, seed) for seed in SEEDS[:2])


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_plans_keep_their_order_whatever_the_luck(name):
    """In ninety-five of a hundred runs at least."""
    silence, usual, exemplary = (
        many(name, plan(name, which), range(1, 101)) for which in ("silence", "usual", "exemplary")
    )
    for better, worse in ((exemplary, usual), (usual, silence)):
        won = [
            a.reactivity.score > b.reactivity.score and a.transparency.score > b.transparency.score
            for a, b in zip(better, worse, strict=True)
        ]
        assert sum(won) >= 95


@pytest.mark.parametrize("name", CASES)
def test_exemplary_plan_is_never_refused(name):
    """A plan that teaches must be one that can be done."""
    for seed in SEEDS:
        assert not run(case(name), plan(name, "exemplary"), seed).of(DecisionRefused)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("which", ["usual", "exemplary"])
def test_speaking_six_hours_later_never_raises_reactivity(name, which):
    """The clock is the point."""
    late = later(plan(name, which), 360.0, case(name).horizon)
    for seed in SEEDS[:2]:
        before, after = judged(name, plan(name, which), seed), judged(name, late, seed)
        assert after.reactivity.score <= before.reactivity.score + 0.2


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("which", ["usual", "exemplary"])
def test_false_reassurance_never_raises_transparency(name, which):
    """However well it is received at first."""
    false = next(claim.id for claim in case(name).claims if claim.truth == "false")
    first = next(d.id for d in plan(name, which) if d.do == "publish")
    said = next(d.claims for d in plan(name, which) if d.id == first)
    lying = edited(plan(name, which), lambda d: d.id == first, claims=(*said, false))
    for seed in SEEDS[:2]:
        honest = judged(name, plan(name, which), seed)
        assert judged(name, lying, seed).transparency.score <= honest.transparency.score


@pytest.mark.parametrize("name", CASES)
def test_lie_taken_back_leaves_less_trust(name):
    """Correcting oneself is better than being caught, and worse than not having lied."""
    honest = plan(name, "exemplary")
    false = next(claim.id for claim in case(name).claims if claim.truth == "false")
    first = next(d for d in honest if d.do == "publish" and d.at >= case(name).breaks)
    lying = edited(honest, lambda d: d.id == first.id, claims=(*first.claims, false))
    taken_back = corrected(lying, false, first.at)
    # Which facts come out is luck, and weighs more than the lie in one run.
    fair, unfair = (_trust(name, which) for which in (honest, taken_back))
    assert all(after <= before + 0.002 for before, after in zip(fair, unfair, strict=True))


def _trust(name, decisions):
    """Return the mean trust of each audience at the end, over six seeds."""
    cards = [judged(name, decisions, seed) for seed in range(1, 7)]
    rows = zip(*([row.trust for row in card.outcome.audiences] for card in cards), strict=True)
    return [sum(row) / len(row) for row in rows]


@pytest.mark.parametrize("name", [c for c in CASES if case(str(c.values[0])).partners])
def test_blaming_a_partner_never_pays(name):
    """Neither in transparency nor in trust."""
    other = next(p.id for p in case(name).partners if p.role != "insurer")
    public = {d.id for d in plan(name, "exemplary") if d.do == "publish"}
    blaming = edited(
        plan(name, "exemplary"), lambda d: d.id in public, responsibility="shifted", blames=other
    )
    fair, unfair = judged(name, plan(name, "exemplary"), 1), judged(name, blaming, 1)
    assert unfair.transparency.score < fair.transparency.score
    worse = [
        after.trust <= before.trust + 0.005
        for before, after in zip(fair.outcome.audiences, unfair.outcome.audiences, strict=True)
    ]
    assert all(worse)


FORGOTTEN = {
    "partner": (
        lambda d: d.do in ("inform_partner", "agree_with_partner", "use_service"),
        "partner",
    ),
    "authority": (lambda d: d.do in ("notify_authority", "file_complaint"), "clocks"),
}
UNRELATED = {
    # A slower diagnosis leaves less to say, and so touches promises, rhythm and what was disclosed.
    "partner": ("first_word", "clocks", "responsibility", "discretion", "consistency"),
    "authority": ("first_word", "promises", "responsibility", "truthfulness", "rhythm", "set_up"),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("who", FORGOTTEN)
def test_forgetting_someone_costs_its_own_criterion(name, who):
    """And no unrelated one."""
    forget, criterion = FORGOTTEN[who]
    full = points(judged(name, plan(name, "exemplary"), 1))
    if criterion not in full:
        pytest.skip(f"{name} has no {who}")
    left = points(judged(name, without(plan(name, "exemplary"), forget), 1))
    assert left[criterion] < full[criterion] - 20
    assert all(left[other] >= full[other] - 1 for other in UNRELATED[who] if other in full)


@pytest.mark.parametrize("name", CASES)
def test_forgetting_employees_costs_audiences_told(name):
    """Those inside come first."""
    mute = without(plan(name, "exemplary"), lambda d: d.do == "brief_employees")
    mute = without(mute, lambda d: getattr(d, "channels", ()) == ("staff_note",))
    mute = tuple(
        d.model_copy(update={"channels": tuple(c for c in d.channels if c != "staff_note")})
        if says(d) and hasattr(d, "channels")
        else d
        for d in mute
    )
    full, left = (points(judged(name, p, 1)) for p in (plan(name, "exemplary"), mute))
    assert left["audiences_told"] < full["audiences_told"] - 5
    for other in ("first_word", "responsibility", "discretion", "truthfulness", "press_calls"):
        assert left.get(other, 0) >= full.get(other, 0) - 2
