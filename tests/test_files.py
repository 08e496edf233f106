import os

import pytest

from simulator.files import write_whole


def test_written_file_holds_the_bytes(tmp_path):
    """The journal that is read is the one that was written."""
    assert write_whole(tmp_path / "a.txt", b"\x00\n").read_bytes() == b"\x00\n"


def test_writing_makes_the_folders(tmp_path):
    """`--out` may name a folder that is not there yet."""
    assert write_whole(tmp_path / "out" / "deep" / "a.txt", b"x").is_file()


def test_writing_again_replaces(tmp_path):
    """A shorter report leaves no tail of the longer one."""
    write_whole(tmp_path / "a.txt", b"long")
    assert write_whole(tmp_path / "a.txt", b"x").read_bytes() == b"x"


def test_failed_writing_leaves_the_old_file(tmp_path, monkeypatch):
    """A full disk must not cost the report one already has."""
    file = write_whole(tmp_path / "a.txt", b"old")

    def fail(*_):
        raise OSError("no space left")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="no space left"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"


def test_failed_writing_cleans_up(tmp_path):
    """No .part file is left beside a folder that stands in the way."""
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        write_whole(tmp_path / "taken", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
