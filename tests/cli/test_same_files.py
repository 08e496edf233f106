"""Who played a study, and how often it was killed, cannot be told from its files."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from simulator.cli.start import status_of
from tests.builders import a_scenario_file

ROOT = Path(__file__).parents[2]
STUDIES = {"ensemble": "ensemble", "compare": "comparison", "whatif": "whatif"}
SEEDS = {"ensemble": "5", "compare": "12", "whatif": "4"}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """The small scenario in a folder, with a set beside its own that says nothing."""
    file = a_scenario_file(tmp_path_factory.mktemp("case"))
    sets = file.parent / "decisions"
    sets.mkdir(exist_ok=True)
    about = "title: {fr: Silence, en: Silence}\nabout: {fr: Rien., en: Nothing.}\n"
    (sets / "silence.yaml").write_text(f"{about}decisions: []\n")
    return file


@pytest.fixture(scope="module")
def alone(case, tmp_path_factory):
    """Return the files of each study played by one process, without a stop."""
    folder = tmp_path_factory.mktemp("alone")
    return {command: files(command, case, folder / command) for command in STUDIES}


def call(command, case, out, *who):
    return [
        command, str(case), "-n", SEEDS[command], "--no-report", "--lang", "en",
        *(who or ("--workers", "1")), "--out", str(out),
    ]  # fmt: skip


def files(command, case, out, *who):
    """Play a study to its end; return the runs and the numbers it wrote."""
    assert status_of(call(command, case, out, *who)) == 0
    return written(command, out)


def written(command, out):
    return [(out / f"{STUDIES[command]}.{kind}").read_bytes() for kind in ("jsonl", "json")]


def killed(command, case, out, *who):
    """Begin a study, kill it when some runs are on file, and see that its workers end too."""
    path = out / f"{STUDIES[command]}.jsonl"
    started = subprocess.Popen(
        [sys.executable, "-m", "simulator", *call(command, case, out, *who)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    while not (path.exists() and path.read_bytes().count(b"\n") > 4):
        assert started.poll() is None, "it ended before it could be killed"
        time.sleep(0.005)
    started.send_signal(signal.SIGKILL)
    assert started.wait() == -signal.SIGKILL
    assert ended(started.pid), "its workers wait for ever"
    return path.read_bytes()


def ended(group, seconds=30):
    """Return whether nobody of a process group is left, within seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    return False


@pytest.mark.parametrize("command", STUDIES)
def test_two_processes_write_what_one_writes(case, alone, tmp_path, command):
    """Byte for byte, the runs and the numbers."""
    assert files(command, case, tmp_path, "--workers", "2") == alone[command]


@pytest.mark.parametrize("command", STUDIES)
def test_dask_writes_what_one_process_writes(case, alone, office, tmp_path, command):
    """Byte for byte, the runs and the numbers."""
    assert files(command, case, tmp_path, "--cluster", office.scheduler_address) == alone[command]


@pytest.mark.skipif(os.name == "nt", reason="signals differ on Windows")
@pytest.mark.parametrize("who", [("--workers", "1"), ("--workers", "2")], ids=["one", "two"])
@pytest.mark.parametrize("command", STUDIES)
def test_killed_study_writes_what_an_undisturbed_one_writes(case, alone, tmp_path, command, who):
    """SIGKILL on the way, then the same command again."""
    runs, numbers = alone[command]
    held = killed(command, case, tmp_path, *who)
    assert 0 < len(held) < len(runs)
    assert files(command, case, tmp_path, *who) == [runs, numbers]


@pytest.mark.skipif(os.name == "nt", reason="signals differ on Windows")
@pytest.mark.parametrize("command", STUDIES)
def test_study_killed_on_dask_is_ended_by_one_process(case, alone, office, tmp_path, command):
    """The cluster may be gone in the morning: any other way of playing takes the file up."""
    held = killed(command, case, tmp_path, "--cluster", office.scheduler_address)
    assert 0 < len(held) < len(alone[command][0])
    assert files(command, case, tmp_path) == alone[command]
