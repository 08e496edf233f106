"""What a whole process costs: `cellule replay` against importing the libraries it stands on."""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence

from bench.cost import Cost, ratio

IMPORTS = (sys.executable, "-c", "import numpy, simpy, pydantic, yaml")
REPLAY = (sys.executable, "-m", "simulator", "replay", "gemalto-2015", "--seed", "1")
RUNS = 7


def cost_of_process() -> list[Cost]:
    """Return the processor seconds and the peak memory of a replay, with and without report."""
    with tempfile.TemporaryDirectory() as folder:
        plain = (*REPLAY, "--no-report", "--out", folder)
        full = (*REPLAY, "--out", folder)
        for command in (IMPORTS, plain, full):
            spent(command)  # the first run fills caches that every later one finds
        # In turn, so that a machine that slows down slows them alike.
        rows = [tuple(spent(command) for command in (IMPORTS, plain, full)) for _ in range(RUNS)]
    base, without, with_report = ([cpu for cpu, _ in column] for column in zip(*rows, strict=True))
    memory = [peak for _, (_, peak), _ in rows]
    return [
        Cost("import numpy, simpy, pydantic, yaml", statistics.median(base), "s"),
        Cost(
            "replay gemalto-2015 --no-report",
            statistics.median(without),
            "s",
            ratio(without, base),
            3,
        ),
        Cost(
            "replay gemalto-2015, with its report",
            statistics.median(with_report),
            "s",
            ratio(with_report, base),
            12,
        ),
        Cost("peak memory of --no-report", statistics.median(memory), "MiB", None, 150),
    ]


def _as_started() -> dict[str, str]:
    """Return the environment without what our own start-up put there for itself."""
    return {key: value for key, value in os.environ.items() if key != "OPENBLAS_NUM_THREADS"}


def spent(command: Sequence[str]) -> tuple[float, float]:
    """Return the processor seconds and the peak MiB of one process, as the system counts them."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet, env=_as_started())
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return usage.ru_utime + usage.ru_stime, kilobytes / 1024
