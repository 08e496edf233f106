"""Dask clusters of this machine."""

from typing import Any

import pytest


def a_local_cluster(workers: int) -> Any:
    """Return a cluster of processes, heard on this machine alone."""
    return pytest.importorskip("distributed").LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
    )  # fmt: skip
