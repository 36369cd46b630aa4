"""Makes wheels that pip installs without a network: that of the built plugin, and its dependency."""

from __future__ import annotations

import importlib.metadata
import platform
import zipfile
from pathlib import Path

from distribution.make_wheel import build_wheel, stage

_HEADERS = Path("/usr/include/nlohmann")


def make_wheels(build: Path, folder: Path) -> None:
    """Make the wheels. The plugin may need a newer glibc than that of a release."""
    libraries = folder / "libraries"
    header = libraries / "usr" / "include" / "nlohmann" / "json.hpp"
    header.parent.mkdir(parents=True)
    # Its version is in either file. The wheel of a release has an older one, which has it in the first.
    files = (_HEADERS / "json.hpp", _HEADERS / "detail" / "abi_macros.hpp")
    header.write_text("".join(file.read_text("utf-8") for file in files if file.is_file()), encoding="utf-8")
    (libraries / "usr" / "share").symlink_to("/usr/share")
    staged = folder / "staged"
    stage(build, libraries, staged)
    build_wheel(staged, f"linux_{platform.machine()}", folder / "wheels")
    _pack_again("typing_extensions", folder / "wheels")


def _pack_again(name: str, target: Path) -> None:
    """Make a wheel of an installed package of pure Python."""
    distribution = importlib.metadata.distribution(name)
    with zipfile.ZipFile(target / f"{name}-{distribution.version}-py3-none-any.whl", "w") as wheel:
        for file in distribution.files or []:
            if file.suffix != ".pyc" and file.name not in ("INSTALLER", "REQUESTED"):
                wheel.write(str(file.locate()), str(file))
