"""What shipped scenarios play to: a changed number is seen, and the changelog tells why."""

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from simulator import load, load_decisions, run, score
from simulator.scenario import decision_sets, shipped

FOLDER = Path(__file__).parent
CASES = [(name, plan) for name in shipped() for plan in decision_sets(name)]


@pytest.mark.parametrize(("name", "plan"), CASES, ids=[f"{name}-{plan}" for name, plan in CASES])
def test_golden_run_is_unchanged(name, plan, rewriting):
    """The same three give the same journal, release after release, or the changelog says why."""
    scenario = load(name)
    journal = run(scenario, load_decisions(scenario, plan), 1)
    card = score(journal, scenario)
    # The first line holds the whole scenario: its wording may change without results moving.
    moves = [str(entry) for entry in journal if entry.kind != "started"]
    seen = {
        "entries": dict(sorted(Counter(entry.kind for entry in journal).items())),
        "sha256": hashlib.sha256("\n".join(moves).encode()).hexdigest(),
        "reactivity": card.reactivity.score,
        "transparency": card.transparency.score,
        "grade": card.overall.grade,
    }
    file = FOLDER / f"{name}-{plan}.json"
    if rewriting:
        file.write_text(json.dumps(seen, indent=1) + "\n", encoding="utf-8")
    assert seen == json.loads(file.read_text(encoding="utf-8"))
