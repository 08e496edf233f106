import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.rumour.exposure import Carrier, Exposure, hazard_of

SITE = Carrier(30.0)
FOREVER = 1e60
reaches = st.floats(0, 0.98)
publications = st.lists(
    st.tuples(st.floats(0, 500), st.floats(1, 300), reaches), min_size=1, max_size=5
)
splits = st.lists(st.floats(0, 2000), max_size=8).map(sorted)


def an_exposure(*publications, believed=0.0, accepted=0.0, betrayed=0.0):
    """Return the exposure of one audience to publications of (minute, scale, reach)."""
    exposure = Exposure(1)
    for at, scale, reach in publications:
        exposure.publish(at, Carrier(scale), np.array([reach]), believed, accepted, betrayed)
    return exposure


def total(exposure, *until):
    """Return the hazards of the one audience, summed over stretches that end at `until`."""
    return sum(exposure.hazards(minute)[0] for minute in until)


@given(reaches)
def test_reach_in_the_end_is_exact(reach):
    """An article said to reach a quarter of the town reaches a quarter of it."""
    believing = total(an_exposure((0, 30, reach), believed=1.0), FOREVER)[0]
    assert 1 - np.exp(-believing) == pytest.approx(reach, abs=1e-9)


@given(publications, splits)
def test_what_is_read_does_not_depend_on_steps(publications, cells):
    """Whoever looks more often must not make people read more."""
    whole, cut = (an_exposure(*publications, believed=0.5, accepted=0.4) for _ in range(2))
    total(whole, 2000.0)
    total(cut, *cells, 2000.0)
    assert cut.worst_read == pytest.approx(whole.worst_read, abs=1e-9)
    assert cut.account_read == pytest.approx(whole.account_read, abs=1e-9)


@given(publications, splits)
def test_betrayal_does_not_depend_on_steps(publications, cells):
    """Nothing read before dulls it, so its sum is the same for every split of time."""
    whole, cut = (an_exposure(*publications, betrayed=0.5) for _ in range(2))
    assert total(cut, *cells, 2000.0)[2] == pytest.approx(total(whole, 2000.0)[2], abs=1e-9)


@given(st.floats(0, 3000), st.floats(0, 3000))
def test_one_stretch_is_the_increment_of_the_law(one, other):
    """With nothing read yet a cell holds exactly what the Lomax law puts into it."""
    early, late = sorted((one, other))
    exposure = an_exposure((0, 30, 0.2), betrayed=1.0)
    exposure.hazards(early)
    share = (1 + early / 30) ** -0.41 - (1 + late / 30) ** -0.41
    assert exposure.hazards(late)[0, 2] == pytest.approx(-np.log(0.8) * share, abs=1e-12)


def test_nothing_is_read_before_it_is_out():
    """Tomorrow's paper changes nobody's mind today."""
    exposure = an_exposure((100, 30, 0.5), believed=0.5)
    assert not exposure.hazards(100).any()
    assert exposure.hazards(101)[0, 0] > 0


def test_hazards_go_to_their_columns():
    """Worst version, account, betrayal: a mix-up would make readers of a denial believe the lie."""
    for column, kind in enumerate(("believed", "accepted", "betrayed")):
        found = total(an_exposure((0, 30, 0.5), **{kind: 0.25}), FOREVER)
        expected = np.zeros(3)
        expected[column] = 0.25 * -np.log(0.5)
        assert found == pytest.approx(expected)


def test_each_audience_has_its_own_reach():
    """The trade paper reaches experts and not the town."""
    exposure = Exposure(2)
    exposure.publish(0, SITE, np.array([0.0, 0.6]), believed=1.0)
    assert exposure.hazards(FOREVER)[:, 0] == pytest.approx([0.0, -np.log(0.4)])


@pytest.mark.parametrize(("column", "kind"), [(0, "believed"), (1, "accepted")])
def test_second_article_reaches_those_left(column, kind):
    """Who has judged a version once does not judge it again; each version has its own readers."""
    exposure = an_exposure((0, 30, 0.4), (2e60, 30, 0.3), **{kind: 0.5})
    exposure.hazards(FOREVER)
    again = exposure.hazards(1e120)[0, column]
    assert again == pytest.approx(0.5 * -np.log(0.7) * (1 - 0.4))


def test_repetition_ends_by_reaching_nobody():
    """The hundredth article with the same content changes nothing."""
    exposure = an_exposure(*[(1e3 * n, 1.0, 0.3) for n in range(100)], believed=0.5)
    hazards = [exposure.hazards(1e3 * (n + 1))[0, 0] for n in range(100)]
    assert hazards[-1] < 1e-9
    assert sum(hazards) < 0.5 * 1.3


def test_account_does_not_dull_the_worst_version():
    """The two versions are judged apart."""
    exposure = an_exposure((0, 30, 0.4), accepted=0.5)
    exposure.hazards(FOREVER)
    assert exposure.worst_read == 0
    assert exposure.account_read == pytest.approx(-np.log(0.6))


@pytest.mark.parametrize(("size", "left"), [(0.0, 1.0), (0.25, 0.75), (1.0, 0.0), (3.0, 0.0)])
def test_bad_news_renews_the_worst_version(size, left):
    """A contradiction makes people read what they had stopped reading."""
    exposure = an_exposure((0, 30, 0.4), believed=0.5)
    exposure.hazards(FOREVER)
    exposure.renew_worst(size)
    assert exposure.worst_read == pytest.approx(-np.log(0.6) * left)


def test_substance_renews_the_account():
    """Those told something new listen again; those told nothing do not."""
    exposure = Exposure(2)
    exposure.publish(0, SITE, np.array([0.4, 0.4]), accepted=0.5)
    exposure.hazards(FOREVER)
    exposure.renew_account(np.array([0.5, 0.0]))
    assert exposure.account_read == pytest.approx(-np.log(0.6) * np.array([0.5, 1.0]))


def test_more_than_64_publications_all_count():
    """A long story has hundreds of articles; the table grows under the run."""
    exposure = Exposure(1)
    for n in range(200):
        exposure.publish(10.0 * n, SITE, np.array([0.01]), believed=0.5)
        exposure.hazards(10.0 * n)
    exposure.hazards(FOREVER)
    assert exposure.worst_read == pytest.approx(200 * -np.log(0.99))


def test_reach_stays_below_everybody():
    """A reach of 1 would need an infinite hazard."""
    assert hazard_of(np.array([1.0, 0.98])).tolist() == [-np.log1p(-0.98)] * 2
