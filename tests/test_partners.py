"""What partners help with and accept."""

import pytest

from simulator.partners import is_sound, least_share, promptness, repair_cost

HOUR = 60.0


@pytest.mark.parametrize(
    ("waited", "blamed", "share"),
    [
        (-30.0, False, 1.0),
        (2 * HOUR, False, 1.0),
        (26 * HOUR, False, 0.5),
        (26 * HOUR, True, 0.3),
        (90 * HOUR, True, 0.0),
        (None, False, 0.0),
    ],
)
def test_generosity_fades(waited, blamed, share):
    """Who is told late, or blamed, or never told, pays less."""
    assert promptness(waited, blamed) == pytest.approx(share)


@pytest.mark.parametrize(
    ("pays", "prompt", "share"), [(0.4, 1.0, 0.6), (0.4, 0.0, 1.0), (0.4, 0.9, 0.64), (1, 1, 0)]
)
def test_share_is_in_whole_per_cent(pays, prompt, share):
    """What a partner names as its price, it signs when it is proposed."""
    assert least_share(pays, prompt) == pytest.approx(share)


@pytest.mark.parametrize(
    ("shared", "who", "sound"),
    [
        (True, "together", True),
        (True, "partner", True),
        (True, "us", False),
        (False, "us", True),
        (False, "together", True),
        (False, "partner", False),
    ],
)
def test_who_can_repair(shared, who, sound):
    """Linked systems need the partner; separate ones need us."""
    assert is_sound(shared, who) is sound


def test_nothing_signed_is_all_ours():
    """No agreement, no help with the bill."""
    assert repair_cost(1000, [], sound=True, climbed=False) == 1000


def test_agreements_add_up():
    """What the franchisor and the insurer take on comes off, down to nothing."""
    assert repair_cost(1000, [0.6, 0.7], sound=True, climbed=False) == pytest.approx(300)
    assert repair_cost(1000, [0.3, 0.4], sound=True, climbed=False) == 0


def test_faults_make_it_dearer():
    """An intrusion that climbed, repaired by the wrong people."""
    assert repair_cost(1000, [], sound=False, climbed=True) == pytest.approx(2250)
