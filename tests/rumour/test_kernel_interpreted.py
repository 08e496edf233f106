"""The kernel gives the same numbers where there is no compiler."""

import importlib.util
import sys
from pathlib import Path

import numpy as np
import pytest

from simulator.rumour import chain, kernel, lone

pytestmark = pytest.mark.skipif(
    Path(kernel.__file__).suffix == ".py", reason="no extension is built: one form only"
)


def source_of(module):
    """Load the Python source of a compiled module, under another name."""
    place = Path(module.__file__).parent / f"{module.__name__.rpartition('.')[2]}.py"
    spec = importlib.util.spec_from_file_location(f"interpreted_{place.stem}", place)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


@pytest.fixture
def interpreted(monkeypatch):
    for module in (chain, lone):
        monkeypatch.setitem(sys.modules, module.__name__, source_of(module))
    return source_of(kernel)


def play(form, exact_below):
    """Advance five audiences through articles, an account and a betrayal; return all that shows."""
    people = np.array([300, 4_000, 80_000, 10**6, 2 * 10**9])
    counts = np.zeros((5, 4), dtype=np.int64)
    counts[:, 0], counts[:, 1] = people, [2, 0, 0, 50, 0]
    speeds = np.tile([0.015, 0.014, 0.004, 0.3, 0.7, 0.33], (5, 1))
    speeds[:, 4] = [0.0, 0.7, 1.0, 0.9, 0.35]
    rng, flows = np.random.default_rng(11), []
    for cell in range(30):
        dangers = np.full((5, 3), 1e-4) * [cell % 3 == 0, cell > 10, cell > 20]
        flows.append(form.advance(counts, speeds, dangers, 10.0, exact_below, rng).tolist())
    return flows, counts.tolist(), rng.bit_generator.state


@pytest.mark.parametrize("exact_below", [0, 5_000, 100_000])
def test_interpreted_equals_compiled(interpreted, exact_below):
    """Draw for draw: a journal must not depend on whether a compiler was there."""
    assert play(interpreted, exact_below) == play(kernel, exact_below)


def test_interpreted_outbreak_equals_compiled(interpreted):
    """The same from one spreader to the last, event by event and by leaps in one call."""
    results = []
    for form in (interpreted, kernel):
        counts, rng = np.array([[10**6, 1, 0, 0], [3000, 0, 0, 0]]), np.random.default_rng(12)
        form.advance(
            counts, np.tile([1, 1, 0.1, 1, 0.5, 0], (2, 1)), np.zeros((2, 3)), 1e6, 5000, rng
        )
        results.append((counts.tolist(), rng.bit_generator.state))
    assert results[0] == results[1]


@pytest.mark.parametrize(
    ("people", "exact_below"), [([4_000], 5_000), ([4_000], 0), ([4_000, 10**6], 5_000)]
)
def test_short_way_equals_the_long(interpreted, monkeypatch, people, exact_below):
    """One audience alone, or beside one that leaps, draws what the way for many draws."""
    results = []
    for way in (interpreted.Leaper.events, interpreted.Leaper.take_events):
        monkeypatch.setattr(interpreted.Leaper, "events", way)
        counts, rng = np.zeros((len(people), 4), dtype=np.int64), np.random.default_rng(14)
        counts[:, 0], counts[:, 1] = people, 3
        speeds, flows = np.tile([1.0, 0.8, 0.1, 0.7, 0.4, 0.3], (len(people), 1)), []
        for cell in range(8):
            dangers = np.full(speeds[:, :3].shape, 1e-2) * [cell % 3 == 0, cell > 2, cell > 4]
            flows.append(interpreted.advance(counts, speeds, dangers, 4.0, exact_below, rng))
        results.append((np.array(flows).tolist(), counts.tolist(), rng.bit_generator.state))
    assert results[0] == results[1]
    assert np.array(results[0][0]).sum(axis=(0, 1)).all(), "every kind of move was made"


@pytest.mark.parametrize("exact_below", [0, 5_000])
def test_steps_equal_calls(interpreted, exact_below):
    """Tables prepared once give what a call for each step gives, interpreted or compiled."""
    results = []
    for form in (kernel, interpreted):
        for steps in (form.Steps, None):
            counts, rng = np.array([[10**6, 50, 0, 0], [3000, 2, 0, 9]]), np.random.default_rng(13)
            speeds, dangers = np.tile([1, 1, 0.1, 1, 0.5, 0.3], (2, 1)), np.zeros((2, 3))
            prepared = steps and steps(counts, speeds, dangers, rng)
            for cell in range(8):
                dangers[:] = 1e-4 * cell
                if prepared:
                    prepared.advance(10.0, exact_below)
                else:
                    form.advance(counts, speeds, dangers, 10.0, exact_below, rng)
            results.append((counts.tolist(), rng.bit_generator.state))
    assert all(result == results[0] for result in results)
