"""Who may do what: seats, and the tokens that prove them.

A token is the seat's name and its HMAC under a key that never leaves the data folder. So links can
be shown again at any time, nothing secret is stored but the key, and a seat of one team proves
nothing about another's.
"""

import base64
import hmac
import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

from simulator.errors import wrong

Role = Literal[
    "facilitator", "head", "spokesperson", "community", "lawyer", "it", "observer", "wall"
]
PLAYERS: tuple[Role, ...] = ("head", "spokesperson", "community", "lawyer", "it")
PAGES: dict[Role, str] = {
    "facilitator": "/",
    "observer": "/observe",
    "wall": "/wall",
    **dict.fromkeys(PLAYERS, "/desk"),
}
_KEY, _ROOM = "key", "room"
_KEY_LENGTH = 32
_PROOF = 24  # bytes of the HMAC that a token carries


class Seat(NamedTuple):
    """One place: of the room (the facilitator), of an exercise (observers), or of a team."""

    exercise: str
    team: str
    role: Role

    @property
    def name(self) -> str:
        """Return what a token names."""
        return f"{self.exercise}/{self.team}/{self.role}"

    @property
    def plays(self) -> bool:
        """Return whether it decides for a team."""
        return self.role in PLAYERS

    @property
    def watches_all(self) -> bool:
        """Return whether it may see every team's truth."""
        return self.role in ("facilitator", "observer")


FACILITATOR = Seat(_ROOM, "", "facilitator")


class Keys:
    """Makes tokens and reads them back."""

    def __init__(self, key: bytes) -> None:
        """Sign with `key` from now on."""
        self._key = key

    @classmethod
    def of(cls, folder: Path) -> "Keys":
        """Return the keys of a data folder, made the first time; only its owner can read them.

        Raises:
            DrillError: when the key was cut short: everybody could guess it.
        """
        path = folder / _KEY
        if not path.exists():
            beside = folder / f"{_KEY}.part"
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(secrets.token_bytes(_KEY_LENGTH))
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, path)
        key = path.read_bytes()
        if len(key) < _KEY_LENGTH:
            raise wrong(
                f"{path} : clé abîmée ; la supprimer, les anciens liens n’ouvriront plus rien",
                f"{path}: this key is damaged; delete it, old links will open nothing any more",
            )
        return cls(key)

    def token(self, seat: Seat) -> str:
        """Return the token of a seat: safe in a URL's fragment."""
        name = seat.name.encode()
        return f"{_text(name)}.{_text(self._proof(name))}"

    def seat(self, token: str) -> Seat | None:
        """Return the seat a token proves, or None."""
        name, _, proof = token.partition(".")
        try:
            given, shown = _bytes(name), _bytes(proof)
            parts = given.decode().split("/")
        except ValueError:
            return None
        if len(parts) != 3 or not hmac.compare_digest(shown, self._proof(given)):
            return None
        return Seat(parts[0], parts[1], parts[2])  # type: ignore[arg-type]

    def seal(self, what: str) -> str:
        """Return the proof that this room wrote `what`: for links that open a file."""
        return _text(self._proof(b"file:" + what.encode()))

    def sealed(self, what: str, proof: str) -> bool:
        """Return whether `proof` is the one of `what`."""
        return hmac.compare_digest(self.seal(what).encode(), proof.encode())

    def _proof(self, name: bytes) -> bytes:
        return hmac.digest(self._key, name, "sha256")[:_PROOF]


def seats_of(exercise: str, teams: Iterable[str]) -> list[Seat]:
    """Return every seat of an exercise: each team's players and wall, and the observers'."""
    own = [Seat(exercise, team, role) for team in teams for role in (*PLAYERS, _WALL)]
    return [*own, Seat(exercise, "", "observer")]


_WALL: Role = "wall"


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
