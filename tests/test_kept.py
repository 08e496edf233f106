"""What is made from the package's files is made once, and again when these change."""

from pathlib import Path

from simulator.kept import kept


def test_what_was_made_is_read_back(tmp_path: Path) -> None:
    """The second run makes nothing."""
    made = [kept(tmp_path, "words", [b"a"], lambda n=n: {"run": n}) for n in (1, 2)]
    assert made == [{"run": 1}, {"run": 1}]


def test_another_source_makes_it_again(tmp_path: Path) -> None:
    """What changed is never read from what was kept before."""
    assert kept(tmp_path, "words", [b"a"], lambda: "old") == "old"
    assert kept(tmp_path, "words", [b"b"], lambda: "new") == "new"


def test_what_cannot_be_read_back_is_made_again(tmp_path: Path) -> None:
    """A file that something else spoiled harms nobody."""
    assert kept(tmp_path, "words", [b"a"], lambda: "old") == "old"
    for file in (tmp_path / "__pycache__").iterdir():
        file.write_bytes(b"\xff")
    assert kept(tmp_path, "words", [b"a"], lambda: "new") == "new"
