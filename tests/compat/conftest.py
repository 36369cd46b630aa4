"""The fixtures of the stand-in core and of the real server: conventions are shown with either."""

from ..core.conftest import bench, call_thread, header, module_file, plan, shared_bench
from ..e2e.conftest import retired, serve

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
