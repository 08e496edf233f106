"""`python -m simulator` is `cellule`."""

from simulator.cli import main

main()
