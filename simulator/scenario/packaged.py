"""Data files that come with the package, read once for all runs."""

import json
from pathlib import Path

from simulator.kept import kept
from simulator.scenario.marks import read

# What a data file becomes depends on these beside itself.
_MAKERS = ("marks.py", "scalars.py", "packaged.py")


def packaged_json(file: Path) -> str:
    """Return what a YAML file of the package holds, as JSON for shapes to check."""
    content = file.read_bytes()
    makers = [Path(__file__).with_name(name).read_bytes() for name in _MAKERS]
    return kept(file.parent, file.stem, [content, *makers], lambda: json.dumps(read(content).data))
