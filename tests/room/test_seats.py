"""Seats and the tokens that prove them."""

import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.room.seats import FACILITATOR, PLAYERS, Keys, Seat, seats_of

KEYS = Keys(b"k" * 32)
HEAD = Seat("abc", "team-1", "head")


def test_a_token_proves_its_seat():
    """What was signed here opens what it names."""
    assert KEYS.seat(KEYS.token(HEAD)) == HEAD


def test_another_key_proves_nothing():
    """A token of another room is unknown."""
    assert Keys(b"o" * 32).seat(KEYS.token(HEAD)) is None


def test_a_proof_does_not_move_to_another_seat():
    """One cannot put another name before a proof that one has."""
    proof = KEYS.token(HEAD).partition(".")[2]
    for other in (FACILITATOR, Seat("abc", "team-2", "head"), Seat("abc", "team-1", "observer")):
        name = KEYS.token(other).partition(".")[0]
        assert KEYS.seat(f"{name}.{proof}") is None


@given(st.text(max_size=200))
def test_any_text_is_refused_quietly(text):
    """Nothing that is typed opens anything, or fails."""
    assert KEYS.seat(text) is None


@pytest.mark.parametrize("cut", range(1, 6))
def test_a_shortened_token_opens_nothing(cut):
    """The whole proof counts."""
    assert KEYS.seat(KEYS.token(HEAD)[:-cut]) is None


def test_the_key_is_kept_and_private(tmp_path):
    """Links live on after a restart; nobody else of this machine reads the key."""
    first = Keys.of(tmp_path).token(HEAD)
    assert Keys.of(tmp_path).token(HEAD) == first
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def test_every_team_has_its_players_and_its_wall():
    """One observers' seat serves all teams."""
    seats = seats_of("abc", ["a", "b"])
    assert len(seats) == 2 * (len(PLAYERS) + 1) + 1
    assert Seat("abc", "", "observer") in seats


def test_a_seal_opens_one_file():
    """A sealed link says for what it was made."""
    seal = KEYS.seal("abc/team-1/fr")
    assert KEYS.sealed("abc/team-1/fr", seal)
    assert not KEYS.sealed("abc/team-2/fr", seal)


def test_a_seal_is_no_token():
    """Nobody gets a seat out of a link to a file."""
    name = KEYS.token(HEAD).partition(".")[0]
    assert KEYS.seat(f"{name}.{KEYS.seal(HEAD.name)}") is None
