"""One played exercise that several tests look at."""

import pytest

from simulator import run
from simulator.journal import Journal
from tests.builders import a_scenario, decided


@pytest.fixture(scope="session")
def journal() -> Journal:
    """The small scenario played with its plan."""
    scenario = a_scenario()
    return run(scenario, decided(scenario), 7)
