"""The cases, each a function that measures its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..figures import Row
from ..lab import Lab
from . import (
    blocking,
    buffers,
    calls,
    cluster,
    compiling,
    entry,
    fairness,
    generator,
    ingest,
    instructions,
    large,
    machine,
    memory,
    rest,
    startup,
    storage,
    watch,
)

Case = Callable[[Lab], Iterator[Row]]

CASES: dict[str, Case] = {
    "machine": machine.measure,
    "rest": rest.measure,
    "fairness": fairness.measure,
    "calls": calls.measure,
    "instructions": instructions.measure,
    "entry": entry.measure,
    "buffers": buffers.measure,
    "large": large.measure,
    "blocking": blocking.measure,
    "ingest": ingest.measure,
    "storage": storage.measure,
    "memory": memory.measure,
    "startup": startup.measure,
    "watch": watch.measure,
    "generator": generator.measure,
    "compiling": compiling.measure,
    "cluster": cluster.measure,
}
