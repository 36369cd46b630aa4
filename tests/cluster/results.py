"""What the workers have made and still have to do: images, lines of their logs, and tasks."""

from __future__ import annotations

import re

from pydicom.uid import generate_uid

from .cluster import Cluster
from .uploads import Series

_MADE = re.compile(r"made (\S+) of (\d+) instances")


def result_uid(series: Series) -> str:
    """Return the SOPInstanceUID of the mean image of all instances of a series."""
    return str(generate_uid(entropy_srcs=sorted(series.instance_ids)))


def made(log: str) -> dict[str, list[int]]:
    """Return the images that workers have made: the number of instances of each, by the ID of the series."""
    found: dict[str, list[int]] = {}
    for series, count in _MADE.findall(log):
        found.setdefault(series, []).append(int(count))
    return found


def counts(cluster: Cluster) -> dict[str, int]:
    """Return the number of tasks in each state, as a server shows them."""
    tasks = cluster.servers[0].get("/cluster").json()["Tasks"]
    return tasks[0] if tasks else {}
