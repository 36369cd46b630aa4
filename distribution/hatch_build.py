"""Tags the wheel: any CPython from 3.11 on, on the platform that ORTHANC_PLUGIN_PLATFORM names."""

from __future__ import annotations

import os
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TagHook(BuildHookInterface[Any]):
    """Sets the tag of a wheel with binaries for the stable ABI."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Set the tag, ex) ``cp311-abi3-manylinux_2_31_x86_64``."""
        build_data["pure_python"] = False
        build_data["tag"] = f"cp311-abi3-{os.environ['ORTHANC_PLUGIN_PLATFORM']}"
