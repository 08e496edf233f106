"""What tells two studies apart."""

import pickle

from simulator.study.design import Design
from simulator.study.replication import Job, replicate
from tests.builders import a_scenario, decided
from tests.study.builders import PLAN, SMALL, a_design


def test_every_plan_meets_every_seed():
    """Plans are compared under the same luck, and a seed cut short leaves no plan ahead."""
    jobs = a_design().jobs([5, 3])
    assert jobs == [Job(arm, seed) for seed in (5, 3) for arm in ("plan", "silence")]


def test_design_plays_the_plan_asked_for():
    """A name is played as its own plan."""
    job = Job("silence", 2)
    assert a_design().play(job) == replicate(SMALL, (), job)


def test_same_study_is_described_alike():
    """A study taken up again is read anew from its files."""
    again = Design(a_scenario(), {"plan": decided(a_scenario()), "silence": ()})
    assert again.described() == a_design().described()


def test_where_a_plan_comes_from_does_not_matter():
    """A decision set copied to another file is the same plan."""
    moved = tuple(decision.model_copy(update={"origin": "elsewhere"}) for decision in PLAN)
    assert a_design(plan=moved).described() == a_design(plan=PLAN).described()


def test_one_changed_second_is_another_study():
    """Results of another plan must never be taken for those of this one."""
    late = (*PLAN[:-1], PLAN[-1].model_copy(update={"at": PLAN[-1].at + 1 / 60}))
    assert a_design(plan=late).described() != a_design(plan=PLAN).described()


def test_changed_scenario_is_another_study():
    """The same plan against another rumour says something else."""
    told = SMALL.story.model_copy(update={"untrue_share": 0.7})
    other = Design(SMALL.model_copy(update={"story": told}), {"plan": PLAN})
    described, before = other.described(), a_design(plan=PLAN).described()
    assert [key for key in described if described[key] != before[key]] == ["scenario_digest"]


def test_design_can_be_sent():
    """Other processes, and other machines, get it whole."""
    sent = pickle.loads(pickle.dumps(a_design()))
    assert sent.described() == a_design().described()
    assert sent.play(Job("silence", 2)) == a_design().play(Job("silence", 2))
