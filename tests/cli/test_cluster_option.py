"""`--cluster`: studies on other machines, from the command line."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from simulator.cli.start import status_of
from simulator.study import cluster as clusters

STUDIES = {"ensemble": "ensemble.jsonl", "compare": "comparison.jsonl", "whatif": "whatif.jsonl"}


def study(command, out, *options):
    """Return a call for two replications."""
    return [command, "gemalto-2015", "-n", "2", "--out", str(out), "--lang", "en", *options]


@pytest.mark.parametrize("command", STUDIES)
def test_wrong_address_is_told(capsys, monkeypatch, tmp_path, command):
    """No traceback for a slip."""
    pytest.importorskip("distributed")
    monkeypatch.setattr(clusters, "TIMEOUT", 0.2)
    assert status_of(study(command, tmp_path, "--cluster", "localhost")) == 1
    assert "--cluster localhost: no Dask cluster answers" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals differ on Windows")
def test_ctrl_c_leaves_the_cluster_clean(office, tmp_path):
    """The runs nobody wants any more are not played; those on file are whole."""
    path, end = tmp_path / STUDIES["ensemble"], time.monotonic() + 60
    call = ["ensemble", "gemalto-2015", "-n", "500", "--out", str(tmp_path)]
    started = subprocess.Popen(
        [sys.executable, "-m", "simulator", *call, "--cluster", office.scheduler_address],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    while not (path.exists() and path.read_bytes().count(b"\n") > 2) and time.monotonic() < end:
        time.sleep(0.1)
    started.send_signal(signal.SIGINT)
    _, error = started.communicate(timeout=30)
    assert (started.returncode, b"Traceback" in error) == (130, False)
    assert all(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    while office.scheduler.tasks and time.monotonic() < end:
        time.sleep(0.1)
    assert not office.scheduler.tasks
