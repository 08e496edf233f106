"""Every piece of advice in docs/practice.md has its test."""

import re
from pathlib import Path

import pytest

PAGE = Path("docs/practice.md").read_text(encoding="utf-8")
SECTIONS = re.findall(r"test in `(tests/practice/\w+\.py)` \|\n(.*?)(?:\n\n|\Z)", PAGE, re.DOTALL)


@pytest.mark.parametrize(("file", "rows"), SECTIONS, ids=[file for file, _ in SECTIONS])
def test_every_row_names_a_test_that_exists(file, rows):
    """No advice without its proof."""
    written = Path(file).read_text(encoding="utf-8")
    lines = [row for row in rows.splitlines() if row.startswith("| ")]
    assert lines
    for row in lines:
        named = re.search(r"`(test_\w+)` \|$", row)
        assert named, row
        assert f"def {named[1]}(" in written


@pytest.mark.parametrize("file", sorted(str(f) for f in Path("tests/practice").glob("test_*.py")))
def test_every_practice_test_is_in_a_row(file):
    """No proof without its advice."""
    for name in re.findall(
        r"^def (test_\w+)\(", Path(file).read_text(encoding="utf-8"), re.MULTILINE
    ):
        assert f"`{name}`" in PAGE
