"""The room's process: how it opens, what it says, how it ends."""

import os
import signal
import socket
import stat
import subprocess
import sys
import time

import pytest

from tests.room.served import Client, Stream, a_room

SAYS = {
    "busy": {"fr": "une autre salle est ouverte", "en": "another room is open"},
    "port": {"fr": "est pris", "en": "is taken"},
    "folder": {"fr": "dossier inutilisable", "en": "cannot be used"},
    "key": {"fr": "clé abîmée", "en": "key is damaged"},
}


def opened(folder, port=0, lang="en"):
    """Open a room that must not open; return its exit, and what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "simulator", "room", "--port", str(port), "--data", str(folder),
         "--lang", lang],
        capture_output=True, text=True, timeout=60, env={**os.environ, "PYTHONWARNINGS": "ignore"},
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def streams_of(room, exercise, many):
    """Open streams of a seat, and wait until each has its sections."""
    seats = [room.seat(exercise, "head") for _ in range(many)]
    streams = [Stream(seat) for seat in seats]
    for stream in streams:
        stream.wait(lambda s: s["clock"])
    return streams


@pytest.mark.slow
def test_it_ends_within_a_second_with_streams_open(tmp_path):
    """Who closes the laptop does not wait; every page hears that the room stops."""
    with a_room(tmp_path / "room") as room:
        streams = streams_of(room, room.exercise(), 20)
        took = room.stop()
        ended = [stream.ended.wait(2) for stream in streams]
        said = room.process.stdout.read()
        byes = ["bye" in stream.sections for stream in streams]
    assert took < 1
    assert all(ended)
    assert all(byes)
    assert room.process.returncode == 0
    assert "Nothing is lost" in said


@pytest.mark.slow
@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_half_open_connections_do_not_keep_it(tmp_path, sign):
    """Laptops that went to sleep, requests half sent, streams that nobody reads."""
    with a_room(tmp_path / "room") as room:
        port = int(room.address.rpartition(":")[2])
        exercise = room.exercise()
        token = room.seat(exercise, "head").http.headers["authorization"]
        asks = f"GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: {token}\r\n"
        halves = [socket.create_connection(("127.0.0.1", port)) for _ in range(12)]
        for number, half in enumerate(halves):
            half.sendall(
                (asks + ("\r\n" if number % 3 == 0 else "")).encode() if number % 2 else b""
            )
        time.sleep(0.3)
        began = time.monotonic()
        room.process.send_signal(sign)
        room.process.wait(timeout=10)
        took = time.monotonic() - began
        problems = room.process.stderr.read()
        for half in halves:
            half.close()
    assert took < 1.6
    assert "Traceback" not in problems


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_second_room_on_the_same_folder_is_refused(tmp_path, lang):
    """Two processes that write one exercise would tear it."""
    folder = tmp_path / "room"
    with a_room(folder):
        code, _, problem = opened(folder, lang=lang)
    assert code == 1
    assert SAYS["busy"][lang] in problem
    assert str(folder) in problem
    assert "Traceback" not in problem


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_port_that_is_taken_is_said(tmp_path, lang):
    """With what to do about it."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        code, _, problem = opened(tmp_path / "room", port, lang)
    assert code == 1
    assert SAYS["port"][lang] in problem
    assert "--port" in problem


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_folder_that_cannot_be_written_is_said(tmp_path, lang):
    """A file in its place, or a place where nothing can be made."""
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file" / "room", "/proc/room"):
        code, _, problem = opened(folder, lang=lang)
        assert code == 1
        assert SAYS["folder"][lang] in problem
        assert "Traceback" not in problem


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_damaged_key_is_said(tmp_path, lang):
    """An empty key would make links that everybody can guess."""
    (tmp_path / "key").write_bytes(b"")
    code, _, problem = opened(tmp_path, lang=lang)
    assert code == 1
    assert SAYS["key"][lang] in problem


@pytest.mark.slow
def test_what_it_keeps_is_its_owners_alone(tmp_path):
    """Other users of the machine read neither the key nor what was decided."""
    folder = tmp_path / "room"
    with a_room(folder) as room:
        room.exercise()
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
        own = stat.S_IMODE(folder.stat().st_mode)
    assert own == 0o700
    assert {"key", "lock", "room.sqlite", "room.sqlite-wal"} <= modes.keys()
    assert set(modes.values()) <= {0o600, 0o700}


@pytest.mark.slow
def test_it_says_one_link_and_no_token_more(tmp_path):
    """What stands in a terminal or a log opens no seat."""
    with a_room(tmp_path / "room") as room:
        exercise = room.exercise()
        links = room.facilitator.get(f"/api/exercises/{exercise}/links")
        proofs = [link["url"].partition("#")[2] for link in links]
        room.clock(exercise, "start")
        room.seat(exercise, "head").decide("activate_cell")
        for token in (*proofs, "forged.token"):
            with Client(room.address, token).http as http:
                http.get("/api/me")
                http.get(f"/api/stream?token={token}", headers={"authorization": "Bearer x"})
        room.stop()
        said = room.process.stdout.read() + room.process.stderr.read()
    assert not any(proof.rpartition(".")[2] in said for proof in (*proofs, room.token))
    assert "Traceback" not in said


@pytest.mark.slow
def test_a_reader_that_does_not_read_holds_up_nobody(tmp_path):
    """Its stream waits in its own small buffer; others go on, and memory stays."""
    with a_room(tmp_path / "room") as room:
        port = int(room.address.rpartition(":")[2])
        exercise = room.exercise(pace=2.0)
        room.clock(exercise, "start")
        head = room.seat(exercise, "head")
        deaf = [deaf_stream(port, head.http.headers["authorization"]) for _ in range(30)]
        stream = Stream(room.seat(exercise, "spokesperson"))
        stream.wait(lambda s: s["log"])
        before, slowest = resident(room.process.pid), 0.0
        for number in range(80):
            began = time.monotonic()
            head.decide("write_log", text=f"{number} " + "x" * 3000)
            stream.wait(lambda s, n=number: s["log"][0]["text"].startswith(f"{n} "))
            slowest = max(slowest, time.monotonic() - began)
            time.sleep(0.07)  # as fast as a seat may
        grown = resident(room.process.pid) - before
        for one in deaf:
            one.close()
    assert slowest < 1.5
    # 80 lines of 3 kB are sent 80 times: 13 MB for each of 30, were it kept.
    assert grown < 60


def deaf_stream(port, token):
    """Open a stream and never read it."""
    deaf = socket.socket()
    deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    deaf.connect(("127.0.0.1", port))
    head = f"GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: {token}\r\n\r\n"
    deaf.sendall(head.encode())
    return deaf


def resident(process):
    """Return the MiB that a process holds."""
    with open(f"/proc/{process}/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


@pytest.mark.slow
def test_a_laptop_that_slept_gets_everything_anew(tmp_path):
    """A stream that broke is opened again and brings every section, as do two tabs of a seat."""
    with a_room(tmp_path / "room") as room:
        exercise = room.exercise(pace=1.0)
        room.clock(exercise, "start")
        head = room.seat(exercise, "head")
        first = Stream(head)
        first.wait(lambda s: s["options"])
        first._client.http.close()
        head = room.seat(exercise, "head")
        head.decide("write_log", text="while it slept")
        tabs = [Stream(head), Stream(room.seat(exercise, "head"))]
        for tab in tabs:
            tab.wait(lambda s: "while it slept" in [i["text"] for i in s["log"]])
            tab.wait(lambda s: {"clock", "who", "calls", "inbox", "feed", "known", "due", "log",
                                "options", "staff", "draft"} <= s.keys())  # fmt: skip
        head.http.put("/api/draft", json={"draft": {"text": "from one tab"}})
        late = Stream(room.seat(exercise, "head"))
        late.wait(lambda s: s["draft"] == {"text": "from one tab"})


@pytest.mark.slow
def test_a_room_that_was_killed_stands_where_it_was(tmp_path):
    """Its clock waits for the facilitator, and says why."""
    folder = tmp_path / "room"
    with a_room(folder) as room:
        exercise = room.exercise(pace=30.0)
        room.clock(exercise, "start")
        stream = Stream(room.seat(exercise, "head"))
        stream.wait(lambda s: s["clock"]["now"] > 60)
        room.kill()
    with a_room(folder) as room:
        clock = Stream(room.seat(exercise, "head")).wait(lambda s: s["clock"])["clock"]
    assert clock["state"] == "paused"
    assert "restarted" in clock["why"]
    assert clock["now"] > 20
