from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.channels import REACH, best, reach
from simulator.scenario.kinds import AudienceKind, Channel
from simulator.scenario.shapes import Audience
from simulator.text import Text

AUDIENCES = tuple(
    Audience(id=kind, name=Text(fr=kind, en=kind), kind=kind, people=10)
    for kind in get_args(AudienceKind)
)
sets_of_channels = st.sets(st.sampled_from(get_args(Channel)))


def of(found, kind):
    return found[get_args(AudienceKind).index(kind)]


def test_every_channel_has_its_reach():
    """A channel that a scenario may use and nobody reads would be a silent trap."""
    assert set(REACH) == set(get_args(Channel))


def test_reach_is_the_union():
    """The same person reads the release and the site; they count once."""
    both = reach(AUDIENCES, ["press_release", "direct_email"])
    assert of(both, "clients") == pytest.approx(1 - (1 - 0.35) * (1 - 0.75))


def test_best_is_the_widest_single_channel():
    """Two half-read notices do not make one that was read."""
    found = best(AUDIENCES, ["press_release", "direct_email"])
    assert (of(found, "clients"), of(found, "journalists")) == (0.75, 0.9)


def test_staff_note_stays_inside():
    """What employees are told is not told to anybody else."""
    found = reach(AUDIENCES, ["staff_note"])
    assert of(found, "employees") == pytest.approx(0.85)
    assert found.sum() == pytest.approx(0.85)


def test_no_channel_reaches_nobody():
    """A message without a channel is not an error here."""
    assert not reach(AUDIENCES, []).any()
    assert not best(AUDIENCES, []).any()


@given(sets_of_channels, st.sampled_from(get_args(Channel)))
def test_one_more_channel_never_reaches_fewer(channels, more):
    """Saying it also by e-mail cannot cost readers."""
    assert (reach(AUDIENCES, channels | {more}) >= reach(AUDIENCES, channels) - 1e-12).all()


@given(sets_of_channels)
def test_union_is_at_least_the_best(channels):
    """And at most the sum."""
    union, widest = reach(AUDIENCES, channels), best(AUDIENCES, channels)
    total = np.sum([reach(AUDIENCES, [channel]) for channel in channels], axis=0)
    assert (union >= widest - 1e-12).all()
    assert (union <= total + 1e-12).all()
