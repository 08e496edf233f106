"""Attention fades as public data show it: Twitter cascades by the hour, page views by the day."""

import numpy as np
import pytest

from simulator.rumour.exposure import Carrier, Exposure
from simulator.rumour.kinds import GIVES_UP
from simulator.story import NewsFlow

# Share of 2,139 Twitter cascades that had spread after so many minutes (Ma et al. 2016, 2017).
MINUTES = (5, 15, 30, 60, 240, 1440)
SPREAD = (0.165, 0.319, 0.428, 0.539, 0.747, 0.919)
# Attention left after the deaths of 89 known people, against the first two days: page views.
DAYS = ((2, 4), (4, 6), (6, 8), (10, 12))
LEFT = (0.24, 0.10, 0.05, 0.02)


def test_reading_follows_the_twitter_cascades():
    """When the first hour's readers come decides how much time there is; rms below 3 points."""
    exposure, read = Exposure(1), []
    exposure.publish(0.0, Carrier(9.7, 1.41), np.array([0.5]), believed=1.0)
    for minute in MINUTES:
        exposure.hazards(minute)
        read.append(exposure.worst_read[0] / np.log(2))
    assert np.sqrt(np.mean((np.array(read) - SPREAD) ** 2)) < 0.03


@pytest.mark.parametrize("scale", [9.7, 30.0, 180.0])
def test_reading_has_a_power_law_tail(scale):
    """Late readers of a relaxation fall as t^-1.4, not exponentially (Crane & Sornette 2008)."""
    exposure = Exposure(1)
    exposure.publish(0.0, Carrier(scale), np.array([0.5]), betrayed=1.0)
    ages = scale * np.array([1000.0, 1100.0, 10_000.0, 11_000.0])
    early, _, late = [exposure.hazards(age)[0, 2] for age in ages][1:]
    assert np.log10(late / 10 / early) == pytest.approx(-1.41, abs=0.01)


def test_attention_fades_like_page_views():
    """A story is half forgotten in two days; each reading within 3 points of the page views."""
    flow = NewsFlow(1.0)
    flow.add(0.0, 1.0, 1)
    hourly = np.array([flow.attention(60.0 * (hour + 0.5)) for hour in range(12 * 24)])
    left = [hourly[24 * start : 24 * end].mean() / hourly[:48].mean() for start, end in DAYS]
    assert left == pytest.approx(LEFT, abs=0.03)


def test_correction_is_as_strong_as_in_the_field():
    """A reader of an ordinary correction gives up belief at r = .14-.18 (Walter & Murphy 2018)."""
    trust, quality = 0.55, 0.8
    assert 0.14 < GIVES_UP * 1.2 * trust * quality < 0.18
