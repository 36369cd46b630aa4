"""Writes the software bill of materials: what is compiled into the plugin, as CycloneDX."""

from __future__ import annotations

import json
import re
import uuid
from pathlib import Path
from typing import Any

_VERSION_PART = re.compile(r"#define NLOHMANN_JSON_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)")


def write_sbom(file: Path, version: str, libraries: Path) -> None:
    """Write the bill of a version of the plugin. Equal bills have equal bytes: nothing in them is random."""
    bill = _bill(version, _json_version(libraries))
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(bill, sort_keys=True))
    file.write_text(json.dumps({**bill, "serialNumber": f"urn:uuid:{serial}"}, indent=2) + "\n")


def _json_version(libraries: Path) -> str:
    """Read the version of nlohmann-json from its header, ex) 3.9.1."""
    header = libraries / "usr" / "include" / "nlohmann" / "json.hpp"
    parts = _VERSION_PART.findall(header.read_text(encoding="utf-8"))
    if len(parts) != 3:
        raise SystemExit(f"error: {header} defines no NLOHMANN_JSON_VERSION_MAJOR, _MINOR and _PATCH")
    return ".".join(parts)


def _bill(version: str, json_version: str) -> dict[str, Any]:
    plugin = f"pkg:pypi/orthanc-python-plugin@{version}"
    library = f"pkg:github/nlohmann/json@v{json_version}"
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "library",
                "bom-ref": plugin,
                "name": "orthanc-python-plugin",
                "version": version,
                "licenses": [{"expression": "GPL-3.0-or-later AND MIT"}],
                "purl": plugin,
            }
        },
        "components": [
            {
                "type": "library",
                "bom-ref": library,
                "name": "nlohmann-json",
                "version": json_version,
                "licenses": [{"license": {"id": "MIT"}}],
                "purl": library,
            }
        ],
        "dependencies": [{"ref": plugin, "dependsOn": [library]}, {"ref": library}],
    }
