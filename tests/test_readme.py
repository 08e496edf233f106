"""The README is true: what it tells a newcomer to type exists."""

import re
from pathlib import Path

import click
import pytest

from simulator.cli.commands import build
from simulator.cli.language import Voice

README = Path("README.md").read_text(encoding="utf-8")
MAKEFILE = Path("Makefile").read_text(encoding="utf-8")


def commands() -> list[str]:
    group = build(Voice("en"))
    return group.list_commands(click.Context(group))


@pytest.mark.parametrize("command", sorted(set(re.findall(r"cellule (\w+)", README))))
def test_every_command_named_exists(command):
    """A newcomer types what the README says."""
    assert command in commands()


def test_every_command_is_named():
    """What is not in the README is not found."""
    assert set(commands()) <= set(re.findall(r"cellule (\w+)", README))


@pytest.mark.parametrize("target", sorted(set(re.findall(r"make (\w+)", README))))
def test_every_target_named_exists(target):
    """`make` is the first thing one tries."""
    assert f"\n{target}:" in MAKEFILE


def test_every_place_named_exists():
    """The table of places is the map of the house."""
    for place in re.findall(
        r"^\| `([\w./]+)` \|", README.split("## Where things live")[1], re.MULTILINE
    ):
        assert Path(place).exists()
