import os

import pytest

from simulator.errors import DrillError
from simulator.scenario import check_file, load, load_decisions
from tests.builders import a_scenario, a_scenario_file


def test_missing_file_is_said():
    """The most common mistake of all."""
    with pytest.raises(DrillError, match=r"the file nowhere\.yaml does not exist"):
        load("nowhere.yaml")


@pytest.mark.parametrize("given", ["a\0b.yaml", "x" * 5000 + ".yaml", "/dev/null/x.yaml"])
def test_impossible_path_is_said(given):
    """What the system cannot name is not our traceback."""
    with pytest.raises(DrillError, match="cannot be read"):
        load(given)
    assert "cannot be read" in check_file(given)[0].say("en")


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no such device here")
@pytest.mark.parametrize("given", ["/dev/zero", "/dev/null"])
def test_device_is_not_a_scenario(given):
    """Reading /dev/zero would never end."""
    with pytest.raises(DrillError, match="is not an ordinary file"):
        load(given)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipe_is_not_waited_for(tmp_path):
    """Opening a pipe nobody writes to would never end."""
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(DrillError, match="is not an ordinary file"):
        load(tmp_path / "pipe.yaml")


def test_folder_without_scenario_is_said(tmp_path):
    """A folder is read by its scenario.yaml."""
    with pytest.raises(DrillError, match=r"scenario\.yaml does not exist"):
        load(tmp_path)
    assert "does not exist" in check_file(tmp_path)[0].say("en")


def test_folder_is_not_a_decision_set(tmp_path):
    """A decision set is one file."""
    with pytest.raises(DrillError, match="is not an ordinary file"):
        load_decisions(a_scenario(), tmp_path)


def test_big_file_is_not_read(tmp_path):
    """Someone gives the film instead of the scenario."""
    with (tmp_path / "film.yaml").open("wb") as film:
        film.truncate(10**9)
    with pytest.raises(DrillError, match="larger than 8 MB"):
        load(tmp_path / "film.yaml")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_forbidden_file_is_said(tmp_path):
    """Rights are the user's to mend."""
    file = a_scenario_file(tmp_path)
    file.chmod(0)
    with pytest.raises(DrillError, match="cannot be read"):
        load(file)


def test_link_to_itself_is_said(tmp_path):
    """A loop of links has no end either."""
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    with pytest.raises(DrillError, match="cannot be read"):
        load(tmp_path / "loop.yaml")


def test_hostile_name_is_escaped(tmp_path):
    """A file's name is printed too."""
    with pytest.raises(DrillError) as caught:
        load(tmp_path / "\u202ex\n.yaml")
    assert r"\u202ex\n.yaml" in str(caught.value)
