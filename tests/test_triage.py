import math
import re
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from simulator.scenario.kinds import DataKind
from simulator.triage import STAKES, Risk, urgency, warned

MODEL = (Path(__file__).parent.parent / "docs" / "model.md").read_text("utf-8")
DAY = 1440.0


def harm(days, share, kind="bank", people=1_000_000, seed=1):
    """Return who is harmed after so many days with a share warned on each."""
    risk = Risk(kind, people, np.random.default_rng(seed))
    for day in range(days):
        risk.live(DAY, share(day))
        risk.count()
    return risk.harmed


@pytest.mark.parametrize("kind", get_args(DataKind))
def test_every_kind_of_data_is_documented(kind):
    """A trainer finds what is assumed of each."""
    row = re.search(rf"^\| `{kind}` \| ([\d.]+) \| (?:(\d+) h|never) \|$", MODEL, re.MULTILINE)
    said = float(row[1]), float(row[2]) if row[2] else math.inf
    assert said == (STAKES[kind].risk, STAKES[kind].urgency)


def test_what_can_be_sold_is_most_urgent():
    """Cards first, then passwords, identities, addresses; plans of machines harm nobody."""
    order = ["bank", "credentials", "identity", "contact", "marketing", "technical"]
    assert sorted(order, key=lambda kind: STAKES[kind].urgency) == order
    assert sorted(order, key=lambda kind: -STAKES[kind].risk) == order


def test_the_most_urgent_kind_decides():
    """One message serves for all that was taken."""
    assert urgency(["marketing", "bank", "contact"]) == 12


def test_nothing_taken_is_never_urgent():
    """An audience that lost nothing has the ordinary time."""
    assert urgency([]) == math.inf


@pytest.mark.parametrize(
    ("direct", "public", "share"),
    [(0, False, 0), (0.55, False, 0.55), (0, True, 0.1), (1, True, 1)],
)
def test_the_press_alone_warns_few(direct, public, share):
    """A letter reaches those it is written to."""
    assert warned(direct, public) == pytest.approx(share)


def test_harm_has_the_mean_of_its_risk():
    """Ten days at four in a thousand; four standard errors of a binomial."""
    expected = 1_000_000 * -math.expm1(-0.04)
    assert abs(harm(10, lambda _day: 0.0) - expected) < 4 * math.sqrt(expected)


def test_warning_early_cuts_harm():
    """Under the same luck, a week sooner spares half of them."""
    soon, late = (harm(14, lambda day, d=day: 0.9 * (day >= d)) for day in (1, 8))
    assert soon < 0.5 * late


def test_all_warned_are_safe():
    """A perfect warning ends it."""
    assert harm(30, lambda _day: 1.0) == 0


def test_technical_data_harm_nobody():
    """Drawings of machines are the firm's own loss."""
    assert harm(30, lambda _day: 0.0, kind="technical") == 0


def test_nobody_is_harmed_twice():
    """At most everybody."""
    assert harm(100_000, lambda _day: 0.0, people=50) == 50
