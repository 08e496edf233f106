from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.rumour.crowd import CELL, Crowd
from simulator.rumour.exposure import RELEASE
from simulator.rumour.kinds import KINDS, activity
from simulator.scenario.kinds import AudienceKind
from simulator.scenario.shapes import Audience
from simulator.text import Text

shares = st.floats(0, 0.9)


def an_audience(kind="public", **headcount):
    return Audience(id=kind, name=Text(fr=kind, en=kind), kind=kind, **headcount)


def a_crowd(*audiences, seed=1):
    return Crowd(audiences or (an_audience(people=5000),), np.random.default_rng(seed))


def live(crowd, cells, vacuum=0.0, hour=12.0):
    for cell in range(cells):
        crowd.advance(CELL * (cell + 1), CELL, hour, vacuum)


@pytest.mark.parametrize("kind", get_args(AudienceKind))
def test_attentive_people_take_part(kind):
    """Four in five of the public never follow a story; experts mostly do."""
    crowd = a_crowd(an_audience(kind, people=10_000))
    assert crowd.counts.tolist() == [[round(10_000 * KINDS[kind].attentive), 0, 0, 0]]


def test_firm_counts_as_twenty_people():
    """Four hundred and fifty operators are nine thousand people who talk."""
    assert a_crowd(an_audience("clients", firms=450)).counts.sum() == round(0.7 * 9000)


def test_smallest_audience_has_one_person():
    """One regulator is half attentive, and still somebody."""
    assert a_crowd(an_audience("users", people=1)).counts.sum() == 1


def test_nothing_moves_without_exposure():
    """A rumour needs somebody to have heard it: the first hours of every run are still."""
    crowd = a_crowd()
    live(crowd, 100, vacuum=1.0)
    assert crowd.counts.tolist() == [[1000, 0, 0, 0]]


@given(shares, shares, shares, st.integers(0, 2**32))
def test_people_are_conserved(worst, account, vacuum, seed):
    """A share of the headcount means nothing if people leak."""
    crowd = a_crowd(an_audience(people=5000), an_audience("experts", people=80), seed=seed)
    crowd.exposure.publish(0, RELEASE, np.array([worst, worst]), believed=0.5)
    crowd.exposure.publish(30, RELEASE, np.array([account, account]), accepted=0.5, betrayed=0.1)
    live(crowd, 30, vacuum)
    assert crowd.counts.sum(axis=1).tolist() == [1000, 56]
    assert crowd.counts.min() >= 0


@given(st.integers(0, 2**32))
def test_new_believers_are_counted_once(seed):
    """With no account about, everybody who believes was once new."""
    crowd = a_crowd(seed=seed)
    crowd.exposure.publish(0, RELEASE, np.array([0.3]), believed=0.5)
    live(crowd, 30)
    assert crowd.new_believers.tolist() == crowd.believers.tolist()


def test_groups_of_people_add_up():
    """Those who pass it on are among those who believe."""
    crowd = a_crowd()
    crowd.counts[:] = [[1, 20, 300, 4000]]
    groups = [crowd.spreaders, crowd.believers, crowd.informed]
    assert [group.tolist() for group in groups] == [[20], [320], [4000]]


def test_article_convinces_its_share():
    """The hazards of the exposure reach the kernel per minute, not per cell.

    All of an article's reading in one night cell, when talk adds less than a hundredth.
    """
    crowd = a_crowd(an_audience(people=500_000))
    crowd.exposure.publish(0, RELEASE, np.array([0.5]), believed=0.5)
    crowd.advance(1e60, CELL, 3.0, 0.0)
    assert crowd.believers[0] / 100_000 == pytest.approx(1 - 0.5**0.5, abs=0.01)


def test_vacuum_makes_people_talk():
    """The same articles in a full vacuum convince more people: the point of speaking early."""
    believers = []
    for vacuum in (0.0, 1.0):
        crowd = a_crowd(an_audience(people=10**6))
        crowd.exposure.publish(0, RELEASE, np.array([0.3]), believed=0.5)
        live(crowd, 144, vacuum)
        believers.append(int(crowd.believers[0]))
    assert believers[1] > 1.1 * believers[0]


def test_activity_has_mean_one():
    """Night and day shift when people talk, not how much."""
    hours = (np.arange(24 * 60) + 0.5) / 60
    assert np.mean([activity(hour) for hour in hours]) == pytest.approx(1.0)


def test_people_talk_most_in_the_evening():
    """And least while they sleep."""
    assert activity(20) > activity(12) > activity(8) > activity(23) > activity(3)


@pytest.mark.parametrize("kind", ["public", "users", "customers"])
def test_talk_in_large_audiences_dies_out(kind):
    """The anchor: talk alone does not carry a story; the press does (Crane & Sornette 2008)."""
    group = KINDS[kind]
    assert 0.4 < group.passes_on * group.told_per_hour / group.tires_per_hour < 0.6
