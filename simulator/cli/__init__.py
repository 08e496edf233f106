"""The command line: `cellule`."""

from simulator.cli.start import main

__all__ = ["main"]
