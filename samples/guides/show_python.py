"""Shows which Python and packages scripts use. If a package is missing, Orthanc does not start.

SAMPLE_PACKAGES has the names of the packages that must be installed, separated by spaces.

    SAMPLE_PACKAGES="numpy pydicom" orthanc-codegen run samples/guides/show_python.py
    curl http://localhost:8042/python
"""

from __future__ import annotations

import json
import logging
import os
import platform
import sys
from importlib import metadata
from typing import Any

import orthanc

log = logging.getLogger("environment")


def describe(packages: list[str]) -> dict[str, Any]:
    """Return what decides how scripts run; raise PackageNotFoundError if a package is missing."""
    return {
        "Version": platform.python_version(),
        "Program": sys.executable,
        "Environment": sys.prefix,
        "Path": sys.path,
        "Packages": {package: metadata.version(package) for package in packages},
        "Options": json.loads(orthanc.GetConfiguration()).get("Python", {}),
    }


def show(output: orthanc.RestOutput, uri: str, **request: Any) -> None:
    """Answer with the description as JSON."""
    output.AnswerBuffer(json.dumps(facts, indent=2), "application/json")


facts = describe(os.environ.get("SAMPLE_PACKAGES", "").split())
log.warning("Python %s in %s, with %s", facts["Version"], facts["Environment"], facts["Packages"])
orthanc.RegisterRestCallback("/python", show)
