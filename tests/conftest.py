"""What every test shares."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from tests.clusters import a_local_cluster

# The same examples on every machine, and no failure because one of them is slow.
settings.register_profile("cellule", derandomize=True, deadline=None)
settings.load_profile("cellule")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the golden journals")


@pytest.fixture
def rewriting(request: pytest.FixtureRequest) -> bool:
    """Whether golden tests write what they see (`make golden`) instead of comparing."""
    return bool(request.config.getoption("--golden"))


@pytest.fixture(scope="module")
def office() -> Iterator[Any]:
    """A Dask cluster of two workers."""
    with a_local_cluster(2) as local:
        yield local
