"""Tests of scripts for Orthanc's Python plugin: in a real server, or in this process without one.

The package is a plugin of pytest with the fixtures `orthanc_server` and `orthanc_core`. pytest imports it in
every run, so this module imports nothing until a name is used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .answers import Answer
    from .dicom import make_dataset
    from .errors import KitError
    from .inprocess.core import Core
    from .inprocess.errors import CallbackFailed, Unanswered
    from .inprocess.jobs import Job
    from .inprocess.rest import RestRequest
    from .server import Server, Uploaded
    from .servers import Servers

_MODULES = {
    "Answer": "answers",
    "CallbackFailed": "inprocess.errors",
    "Core": "inprocess.core",
    "Job": "inprocess.jobs",
    "KitError": "errors",
    "RestRequest": "inprocess.rest",
    "Server": "server",
    "Servers": "servers",
    "Unanswered": "inprocess.errors",
    "Uploaded": "server",
    "make_dataset": "dicom",
}

__all__ = [
    "Answer",
    "CallbackFailed",
    "Core",
    "Job",
    "KitError",
    "RestRequest",
    "Server",
    "Servers",
    "Unanswered",
    "Uploaded",
    "make_dataset",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f".{_MODULES[name]}", __name__), name)
