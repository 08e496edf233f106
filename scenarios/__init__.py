"""Scenarios and their decision sets: data only; README.md lists every key."""
