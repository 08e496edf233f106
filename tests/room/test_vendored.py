"""What others wrote and we ship: unchanged, with its licence."""

import hashlib
import re
from pathlib import Path

import pytest

from simulator.room.app import STATIC

FOLDERS = sorted(path for path in (STATIC / "vendor").iterdir() if path.is_dir())
LISTED = re.compile(r"^([0-9a-f]{64})  (\S+)$", re.MULTILINE)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_files_are_those_of_their_readme(folder: Path):
    """A file changed here, by us or by anybody, is seen."""
    listed = {
        name: digest
        for digest, name in LISTED.findall((folder / "README.md").read_text(encoding="utf-8"))
    }
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.name != "README.md"
    }
    assert found == listed
    assert "LICENSE" in found
