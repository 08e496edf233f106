"""Speed, measured side by side in one run: `make bench` prints a table and writes JSON."""

import json
import platform
import sys
from dataclasses import asdict
from pathlib import Path

from bench.people import cost_of_people
from bench.process import Cost, cost_of_process

OUT = Path("out") / "bench.json"


def main() -> None:
    """Measure, print, and write what was measured."""
    costs = [*cost_of_process(), cost_of_people()]
    print(f"{platform.machine()}, Python {platform.python_version()}")
    print(f"{'what':52} {'median':>9} {'ratio':>7} {'goal':>6}")
    for cost in costs:
        print(_row(cost))
    OUT.parent.mkdir(parents=True, exist_ok=True)
    machine = {"machine": platform.machine(), "python": sys.version.split()[0]}
    rows = [asdict(cost) for cost in costs]
    OUT.write_text(json.dumps(machine | {"costs": rows}, indent=1) + "\n", encoding="utf-8")
    print(f"written: {OUT}")


def _row(cost: Cost) -> str:
    ratio = f"{cost.ratio:.2f}" if cost.ratio is not None else ""
    goal = f"{cost.goal:g}" if cost.goal is not None else ""
    return f"{cost.what:52} {cost.median:7.3f} {cost.unit:3}{ratio:>6} {goal:>6}"


if __name__ == "__main__":
    main()
