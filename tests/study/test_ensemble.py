"""One plan under many seeds: skill, luck, and luck in what."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.streams import SOURCES
from simulator.study import ensemble as ensembles
from simulator.study.ensemble import QUANTILES, ensemble, jobs
from simulator.study.replication import POINTS, Job
from simulator.study.workers import Alone
from tests.study.builders import GRADES, a_design, a_run

SEEDS = range(5)
points = st.floats(0, 100)


@pytest.fixture(scope="module")
def silent():
    """Return the ensemble of silence beside the small plan, really played."""
    design = a_design()
    return ensemble("silence", list(Alone().play(design, jobs(design, "silence", SEEDS))))


def test_jobs_are_the_plan_the_others_and_luck_anew():
    """What an ensemble needs, and no run more."""
    found = jobs(a_design(), "silence", [3, 4])
    assert len(found) == len(set(found)) == 2 * (1 + 1 + len(SOURCES))
    assert {job.varied for job in found if job.arm == "plan"} == {None}
    assert {job.varied for job in found if job.arm == "silence"} == {None, *SOURCES}


def test_few_seeds_are_split(monkeypatch):
    """Bands need many runs; shares of luck need fewer."""
    monkeypatch.setattr(ensembles, "SPLIT", 2)
    found = jobs(a_design(), "plan", range(10))
    assert sum(job.varied is None and job.arm == "plan" for job in found) == 10
    assert {job.seed for job in found if job.varied or job.arm != "plan"} == {0, 1}


@pytest.mark.parametrize("fewer", range(5))
def test_fewer_seeds_are_the_beginning_of_more(monkeypatch, fewer):
    """A file of results is taken up by an ensemble of more seeds, and serves one of fewer."""
    monkeypatch.setattr(ensembles, "SPLIT", 3)
    more = jobs(a_design(), "plan", range(5))
    some = jobs(a_design(), "plan", range(fewer))
    assert more[: len(some)] == some


@settings(max_examples=40)
@given(st.lists(st.sampled_from(GRADES), min_size=1, max_size=30))
def test_grades_add_to_one(given_grades):
    """Every run has a grade, and every grade a share."""
    runs = [a_run(seed=seed, grade=grade) for seed, grade in enumerate(given_grades)]
    found = ensemble("plan", runs).grades
    assert list(found) == GRADES
    assert sum(grade.value for grade in found.values()) == pytest.approx(1)


def test_bands_are_ordered(silent):
    """No band crosses another; all have the points of a curve."""
    for bands in silent.bands.values():
        assert [len(bands), *map(len, bands)] == [len(QUANTILES), *len(QUANTILES) * [POINTS]]
        for moment in zip(*bands, strict=True):
            assert list(moment) == sorted(moment)


@settings(max_examples=40)
@given(st.lists(st.tuples(points, points), min_size=1, max_size=12))
def test_share_of_the_plan_is_a_share(pairs):
    """'So much was skill' lies between nothing and all."""
    runs = [
        a_run(arm, seed, overall=value)
        for seed, pair in enumerate(pairs)
        for arm, value in zip(("plan", "silence"), pair, strict=True)
    ]
    found = ensemble("plan", runs).splits["overall"].plan
    assert found is None or 0 <= found <= 1


@pytest.mark.parametrize(
    ("ours", "theirs", "share"),
    [((50, 60), (50, 60), 0.0), ((20, 20), (80, 80), 1.0), ((40, 60), (60, 80), 0.5)],
)
def test_share_of_the_plan_is_that_of_variance(ours, theirs, share):
    """All luck, all skill, and half of each, by hand."""
    runs = [a_run("plan", s, overall=x) for s, x in enumerate(ours)]
    runs += [a_run("silence", s, overall=x) for s, x in enumerate(theirs)]
    assert ensemble("plan", runs).splits["overall"].plan == pytest.approx(share)


def test_one_plan_alone_has_no_share():
    """Nobody can say what skill was worth with one plan played."""
    runs = [a_run(seed=seed, overall=seed) for seed in range(3)]
    assert ensemble("plan", runs).splits["overall"].plan is None


def test_nothing_to_share_is_no_share():
    """Where every run of every plan ends alike, nothing is skill and nothing luck."""
    runs = [a_run(arm, seed, overall=0.1) for arm in ("plan", "silence") for seed in range(8)]
    runs += [a_run(seed=seed, varied="press", overall=0.1) for seed in range(3)]
    found = ensemble("plan", [run for run in runs if (run.arm, run.seed) != ("silence", 7)]).splits[
        "overall"
    ]
    assert (found.plan, found.luck["press"]) == (None, 0)


def test_luck_that_cannot_matter_has_no_part(silent):
    """Who orders no inquiry has no luck with inquiries."""
    assert {split.luck["investigation"] for split in silent.splits.values()} == {0}
    assert silent.splits["belief"].luck["rumour"] > 0


def test_luck_that_is_all_has_it_all():
    """Drawn anew, it moves a run as far as another seed does: Jansen (1999), by hand."""
    own = [a_run(seed=seed, overall=value) for seed, value in enumerate((0.0, 2.0))]
    anew = [a_run(seed=s, varied="press", overall=x) for s, x in enumerate((2.0, 0.0))]
    luck = ensemble("plan", own + anew).splits["overall"].luck
    assert luck == {"press": pytest.approx(1), "rumour": 0, "investigation": 0, "other": 0}


def test_varied_runs_are_not_counted_as_runs(silent):
    """They share most of their luck with a run that is counted already."""
    assert (silent.arm, silent.runs) == ("silence", len(SEEDS))


def test_numbers_that_not_all_runs_have_are_left_out():
    """A criterion that luck switched off has no spread."""
    runs = [a_run(seed=1, last_return=-2.0), a_run(seed=2)]
    assert "last_return" not in ensemble("plan", runs).spreads


def test_missed_clocks_are_counted_by_run():
    """Two clocks missed in one run are one run that broke the law."""
    runs = [a_run(seed=seed, clocks_missed=missed) for seed, missed in enumerate((0, 2, 1, 0))]
    assert ensemble("plan", runs).missed_clocks.value == 0.5


def test_job_order_does_not_matter(silent):
    """The study may come from a file, from workers, or backwards."""
    design = a_design()
    back = list(Alone().play(design, jobs(design, "silence", SEEDS)[::-1]))
    found = ensemble("silence", back)
    assert found.grades == silent.grades
    assert found.bands == silent.bands
    assert Job("silence", 0) in jobs(design, "silence", SEEDS)
