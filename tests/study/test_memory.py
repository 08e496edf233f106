"""A study of many seeds is summed up from its file: memory hardly grows with their number."""

import json
import tracemalloc
from dataclasses import asdict

import numpy as np
import pytest

from simulator.study import ensemble as ensembles
from simulator.study.compare import COMPARED, compare
from simulator.study.ensemble import ensemble
from simulator.study.replication import POINTS, Replication
from simulator.study.store import Kept, Store
from simulator.study.whatif import whatif
from tests.study.builders import Inventing, a_design

FEW, MANY = 50, 200
NUMBERS = (*COMPARED, "clocks_missed", *(f"criterion.{n}" for n in range(60)))
CURVES = [f"belief.{n}" for n in range(4)]
MOST = 1000  # bytes a run more


class Filling(Inventing):
    """Workers whose made-up runs take some ten thousand bytes each, if all is held."""

    def play(self, design, jobs):
        for job in jobs:
            rng = np.random.default_rng(job.seed)
            values = dict(zip(NUMBERS, rng.random(len(NUMBERS)).round(6).tolist(), strict=True))
            curves = {name: tuple(rng.random(POINTS).round(4).tolist()) for name in CURVES}
            yield Replication(job.arm, job.seed, job.varied, "B", values, curves)


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """Return a file of runs of one plan, and the study it belongs to."""
    design = a_design(plan=())
    path = tmp_path_factory.mktemp("runs") / "runs.jsonl"
    for _ in Store(path, design).collect(design, design.jobs(range(MANY)), Filling()):
        pass
    return path, design


def growth(summed_up):
    """Return how many bytes a run more takes at the worst moment of a summary."""
    peaks = []
    for count in (10, FEW, MANY):  # the first to have everything imported
        tracemalloc.start()
        summed_up(count)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    return (peaks[2] - peaks[1]) / (MANY - FEW)


def test_ensemble_keeps_numbers_not_runs(stored, monkeypatch):
    """A million runs of ten thousand bytes are not held to find their medians."""
    monkeypatch.setattr(ensembles, "ROOM", 0)
    path, design = stored

    def study(count):
        store = Store(path, design)
        for _ in Kept(store, Filling()).play(design, design.jobs(range(count))):
            pass
        ensemble("plan", store.runs(count))

    assert growth(study) < MOST


def test_comparison_keeps_what_it_compares(stored):
    """Six numbers a run."""
    path, design = stored
    assert growth(lambda n: compare(Store(path, design).runs(n))) < MOST


def test_whatif_keeps_what_it_compares(stored):
    """The same six."""
    path, design = stored

    def asked(count):
        whatif([], [run.only(COMPARED) for run in Store(path, design).runs(count)])

    assert growth(asked) < MOST


@pytest.mark.parametrize("room", [0, 8 * POINTS * FEW * 3, ensembles.ROOM])
def test_room_changes_nothing(stored, monkeypatch, room):
    """Curves are read one by one, three by three or all at once: the same bands."""
    path, design = stored
    runs = list(Store(path, design).runs(FEW))
    table = np.array([run.curves["belief.3"] for run in runs])
    monkeypatch.setattr(ensembles, "ROOM", room)
    found = ensemble("plan", Store(path, design).runs(FEW))
    assert list(found.bands) == CURVES
    expected = np.quantile(table, ensembles.QUANTILES, axis=0)
    assert found.bands["belief.3"] == tuple(
        tuple(float(round(x, 5)) for x in band) for band in expected
    )
    assert json.dumps(asdict(found)) == json.dumps(asdict(ensemble("plan", runs)))
