"""Speed, measured side by side in one run: `make bench` prints a table and writes JSON.

`python -m bench GROUP…` measures some groups only.
"""

import json
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from pkgutil import resolve_name

from bench.cost import Cost

OUT = Path("out") / "bench.json"
# Imported when their turn comes: a process starts with the peak memory of the one that starts it.
GROUPS = {
    "process": "bench.process:cost_of_process",
    "room": "bench.room:cost_of_room",
    "people": "bench.people:cost_of_people",
    "replication": "bench.floor:cost_of_replication",
    "ensembles": "bench.ensembles:cost_of_ensembles",
    "desk": "bench.phones:cost_of_desk",
    "persons": "bench.persons:cost_of_persons",
    "kernel": "bench.peers:cost_of_kernel",
}
_MEASURED = ("numpy", "simpy", "scipy", "gillespy2", "ciw")


def main(groups: Sequence[str]) -> None:
    """Measure, print, and write what was measured."""
    if unknown := set(groups) - GROUPS.keys():
        sys.exit(f"no such group: {', '.join(sorted(unknown))}; there are {', '.join(GROUPS)}")
    machine = {"machine": platform.machine(), "processors": os.cpu_count(), **_versions()}
    print(", ".join(f"{name} {value}" for name, value in machine.items()))
    print(f"{'what':66} {'measured':>9}     {'ratio':>8} {'goal':>8}")
    rows = [asdict(cost) for cost in _measured(groups or list(GROUPS))]
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(machine | {"costs": rows}, indent=1) + "\n", encoding="utf-8")
    print(f"written: {OUT}")


def _versions() -> dict[str, str]:
    installed = {name for name in _MEASURED if not _absent(name)}
    return {"python": platform.python_version()} | {
        name: metadata.version(name) for name in _MEASURED if name in installed
    }


def _absent(name: str) -> bool:
    return not any(metadata.Distribution.discover(name=name))


def _measured(groups: Sequence[str]) -> Iterator[Cost]:
    """Measure group by group, and print each as soon as it is there."""
    for group in groups:
        for cost in resolve_name(GROUPS[group])():
            print(_row(cost), flush=True)
            yield cost


def _row(cost: Cost) -> str:
    measured = f"{cost.median:9.3g}" if cost.median is not None else " " * 9
    if cost.median is not None and cost.median >= 100:
        measured = f"{cost.median:9.0f}"
    ratio = f"{cost.ratio:.3g}" if cost.ratio is not None and cost.ratio < 1000 else ""
    if cost.ratio is not None and cost.ratio >= 1000:
        ratio = f"{cost.ratio:.0f}"
    sign = "≥" if cost.at_least else "≤"
    goal = f"{sign}{cost.goal:g}" if cost.goal is not None else ""
    return f"{cost.what:66} {measured} {cost.unit:3} {ratio:>8} {goal:>8}  {cost.note}".rstrip()


if __name__ == "__main__":
    main(sys.argv[1:])
