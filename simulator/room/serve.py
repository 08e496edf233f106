"""Opening the room: the data folder, the port, the signals."""

import errno
import logging
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import IO

import uvicorn

from simulator.errors import wrong
from simulator.room.app import build
from simulator.room.asked import House
from simulator.room.room import Room

_FILES = 20_000  # streams and files at once
_GRACE = 1  # seconds that open streams get to hear that the room stops


class _Server(uvicorn.Server):
    """A server whose streams end as soon as it is told to stop."""

    house: House

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Tell every stream first."""
        self.house.room.stopping.set()
        self.house.hub.wake()
        # Uvicorn's own would send the signal again at the end: the room says good-bye instead.
        self.force_exit = self.should_exit and sig == signal.SIGINT
        self.should_exit = True


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold a data folder alone.

    Raises:
        DrillError: when another room has it, or it cannot be used.
    """
    with _private(), _opened(folder) as file:
        if not _locked(file.fileno()):
            raise wrong(
                f"{folder} : une autre salle est ouverte sur ce dossier ; la fermer, ou en choisir"
                " un autre avec --data",
                f"{folder}: another room is open on this folder; close it, or choose another with"
                " --data",
            )
        yield


def _opened(folder: Path) -> IO[str]:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _writable(folder)
        return (folder / "lock").open("a+")
    except OSError as error:
        raise wrong(
            f"{folder} : dossier inutilisable ({error.strerror}) ; en choisir un autre avec --data",
            f"{folder}: this folder cannot be used ({error.strerror}); choose another with --data",
        ) from None


def _writable(folder: Path) -> None:
    """Raise OSError where nothing can be written."""
    probe = folder / "probe"
    probe.write_bytes(b"")
    probe.unlink()


@contextmanager
def _private() -> Iterator[None]:
    """Let only this user read what is written from here on."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def _locked(handle: int) -> bool:
    """Take the lock of a file; it goes with the process, however that ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Raises:
        DrillError: when the port is taken.
    """
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name != "nt":
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    _missing_the_dead(found)
    try:
        found.bind((host, port))
    except OSError as error:
        found.close()
        taken = error.errno == errno.EADDRINUSE
        fr, en = ("est pris", "is taken") if taken else ("est inutilisable", "cannot be used")
        raise wrong(
            f"le port {port} {fr} ; en choisir un autre avec --port",
            f"port {port} {en}; choose another with --port",
        ) from None
    return found


def _missing_the_dead(found: socket.socket) -> None:
    """Let laptops that went to sleep be missed within a minute; whoever connects inherits it."""
    found.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    wanted = {"TCP_KEEPIDLE": 20, "TCP_KEEPINTVL": 10, "TCP_KEEPCNT": 3, "TCP_USER_TIMEOUT": 60_000}
    for name, value in wanted.items():
        option = getattr(socket, name, None)
        if option is not None:
            found.setsockopt(socket.IPPROTO_TCP, option, value)


def _open_more_files() -> None:
    """Ask for as many open streams as the system grants: it gives 1,024 unless asked."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = _FILES if most == resource.RLIM_INFINITY else min(most, _FILES)
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def lan_address() -> str | None:
    """Return this machine's address on the local network, None without one; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        address: str = probe.getsockname()[0]
        return None if address.startswith("127.") else address


def serve(room: Room, place: socket.socket, address: str, hosts: list[str], fonts: Path) -> None:
    """Answer until told to stop."""
    # Tokens are in headers, never in addresses; still, nothing asked for is written down.
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    _open_more_files()
    # The thread that writes must not wait long for its turn beside the one that plays.
    sys.setswitchinterval(0.001)
    app = build(room, address, hosts, fonts)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False,
        timeout_graceful_shutdown=_GRACE, lifespan="on", timeout_keep_alive=30, ws="none",
    )  # fmt: skip
    server = _Server(config)
    server.house = app.state.house
    server.run(sockets=[place])
