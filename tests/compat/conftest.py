"""Fixtures: the stand-in core and the real server, either of which a convention may need."""

from __future__ import annotations

import pytest

from ..core.conftest import bench, call_thread, header, module_file, plan, shared_bench
from ..core.harness.bench import Bench
from ..e2e.conftest import retired, serve
from .core_side import Core

__all__ = [
    "bench",
    "call_thread",
    "header",
    "module_file",
    "plan",
    "retired",
    "serve",
    "shared_bench",
]


@pytest.fixture
def core(bench: Bench) -> Core:
    """Return the core of the bench."""
    return Core(bench)
